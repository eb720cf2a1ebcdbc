/**
 * Every error that a client can meet: its code, its HTTP status, and what the person should do.
 * `CTS.…` codes are the vendor's own (CTS API reference, "Error Codes"), `APIGW.…` those of its API
 * gateway, `TC.…` are this project's, for what CTS does not have. `docs/errors.md` is tested
 * against this catalogue.
 */
export const errorCatalogue = {
  "APIGW.0301": {
    status: 401,
    advice:
      "Incorrect IAM authentication information: sign in; a client must sign with a valid access key and a clock that is right, or send a valid token.",
  },
  "APIGW.0101": { status: 404, advice: "Check method and path: there is no such API." },
  "CTS.0300": {
    status: 400,
    advice: "Correct the parameter that the message names, then repeat the request.",
  },
  "CTS.0100": { status: 404, advice: "Ask for a version that is served: v3, v2.0 or v1.0." },
  "CTS.0200": { status: 400, advice: "Delete a data tracker first: a project has 100 at most." },
  "CTS.0201": {
    status: 400,
    advice: "The management tracker is there already: change it instead.",
  },
  "CTS.0203": {
    status: 400,
    advice:
      "Name the data tracker by letters, digits, _ and -, beginning with a letter, and not system.",
  },
  "CTS.0204": { status: 400, advice: "The management tracker's name is system." },
  "CTS.0205": { status: 400, advice: "Set the status to enabled or disabled." },
  "CTS.0208": { status: 400, advice: "Choose another name: there is a tracker with this one." },
  "CTS.0209": {
    status: 400,
    advice: "Another tracker records these operations on this bucket: choose others, or change it.",
  },
  "CTS.0210": { status: 400, advice: "Name the bucket that the data tracker records." },
  "CTS.0212": {
    status: 400,
    advice: "The bucket of a data tracker stays: delete the tracker and create another one.",
  },
  "CTS.0213": { status: 400, advice: "Transfer to another bucket than the one that is recorded." },
  "CTS.0214": {
    status: 404,
    advice: "There is no such tracker: list the trackers for their names.",
  },
  "CTS.0218": {
    status: 400,
    advice: "Shorten file_prefix_name to 64 letters, digits, and . _ - at most.",
  },
  "CTS.0219": { status: 400, advice: "Name the operations to record: READ, WRITE or both." },
  "CTS.0221": { status: 400, advice: "Give kms_id, or do not encrypt the trace files." },
  "CTS.0225": { status: 400, advice: "Operations to record are READ and WRITE only." },
  "CTS.0228": {
    status: 400,
    advice: "There are no organizations here: leave the tracker to its project.",
  },
  "CTS.0231": {
    status: 400,
    advice: "Give a valid bucket name: 3 to 63 small letters, digits, hyphens and periods.",
  },
  "CTS.0400": {
    status: 400,
    advice: "Choose another name: there is a notification with this one.",
  },
  "CTS.0013": {
    status: 403,
    advice: "No permission: ask an administrator for a role that allows this.",
  },
  "CTS.0003": { status: 400, advice: "Send the JSON body that this call needs." },
  "CTS.0004": {
    status: 500,
    advice:
      "Writing failed: nothing was changed. Repeat the request; if it fails again, look into the log, and whether the disk is full.",
  },
  "CTS.0005": {
    status: 500,
    advice: "Reading the traces failed. Repeat the request; if it fails again, look into the log.",
  },
  "TC.0400": { status: 400, advice: "Send a request in HTTP/1.1: this one could not be read." },
  "TC.0401": { status: 401, advice: "User name or password is wrong. Check both and try again." },
  "TC.0403": { status: 403, advice: "The request came from another site. Use the console itself." },
  "TC.0408": { status: 408, advice: "Send the whole request within seconds, then repeat it." },
  "TC.0409": {
    status: 409,
    advice: "It is there already, or in use: the message says what to do first.",
  },
  "TC.0413": { status: 413, advice: "Send a smaller body." },
  "TC.0414": { status: 414, advice: "Send a shorter address: fewer or shorter values." },
  "TC.0415": { status: 415, advice: "Send the body as application/json." },
  "TC.0422": { status: 422, advice: "Choose another password, as the message says." },
  "TC.0431": { status: 431, advice: "Send a shorter address and fewer headers." },
  "TC.0429": {
    status: 429,
    advice: "Too many sign-ins. Wait as long as Retry-After says, then try again.",
  },
  "TC.0503": {
    status: 503,
    advice: "Too many exports or searches are under way. Wait a moment, then repeat the request.",
  },
} as const satisfies Record<string, { status: number; advice: string }>;

export type ErrorCode = keyof typeof errorCatalogue;

/**
 * An error that is meant for the client. `detail` says what was wrong this time ("limit must be …");
 * without it the catalogue's advice is sent. `status` differs from the catalogue's only where the
 * wire contract asks for it (a foreign project is 404 `CTS.0300`).
 */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    options: { detail?: string; status?: number; headers?: Record<string, string> } = {},
  ) {
    super(options.detail ?? errorCatalogue[code].advice);
    this.name = "ApiError";
    this.code = code;
    this.status = options.status ?? errorCatalogue[code].status;
    this.headers = options.headers ?? {};
  }
}

/**
 * 404 `CTS.0300` for what does not exist and for what the caller may not read: one body for both,
 * so that it tells nobody which ids exist elsewhere.
 */
export function notFound(): ApiError {
  return new ApiError("CTS.0300", {
    status: 404,
    detail: "Not found: it does not exist, has expired, or is not yours to read.",
  });
}
