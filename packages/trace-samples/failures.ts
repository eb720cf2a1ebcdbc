import type { TraceRating } from "@trace-console/contracts/trace";
import type { Random } from "./random.ts";
import type { Failure, Step } from "./step.ts";

function modelArtsFailure(
  code: number,
  error_code: string,
  error_msg: string,
  error_solution: string,
  rating: TraceRating = "warning",
): Failure {
  return {
    code,
    rating,
    body: { error_msg, error_code, error_solution },
  };
}

export const algorithmNotFound = modelArtsFailure(
  400,
  "ModelArts.2755",
  "algorithm not found.",
  "Check that the algorithm exists.",
);

const noPermission = modelArtsFailure(
  403,
  "ModelArts.0203",
  "Insufficient permission: the user is not authorized to perform this action.",
  "Ask the administrator for the permission.",
);
const quotaExceeded = modelArtsFailure(
  403,
  "ModelArts.2763",
  "The resource quota is insufficient. Current quota: 8 cards.",
  "Release resources or apply for a larger quota.",
);
const nameExists = modelArtsFailure(
  409,
  "ModelArts.2786",
  "The name already exists.",
  "Use another name.",
);
const badParameter = modelArtsFailure(
  400,
  "ModelArts.0104",
  "Invalid request parameter.",
  "Check the parameters and try again.",
);
const notFound = modelArtsFailure(
  404,
  "ModelArts.2752",
  "The resource does not exist.",
  "Refresh the list and try again.",
);
const wrongState = modelArtsFailure(
  409,
  "ModelArts.2774",
  "The operation is not allowed in the current status.",
  "Wait until the running operation has ended.",
);
const internal = modelArtsFailure(
  500,
  "ModelArts.0010",
  "Internal error. The service is interrupted.",
  "Contact technical support.",
  "incident",
);

const notScheduled = modelArtsFailure(
  400,
  "ModelArts.3502",
  "Failed to schedule: the resource pool has too few free cards.",
  "Wait or enlarge the pool.",
);
const imageNotPulled = modelArtsFailure(
  400,
  "ModelArts.3515",
  "Failed to pull the image.",
  "Check that the image exists and may be read.",
);
const timedOut = modelArtsFailure(400, "ModelArts.3508", "The task timed out.", "Try again.");

/** What the system reports when accepted work fails later. */
const onResult = [notScheduled, imageNotPulled, timedOut];
const onCreate = [badParameter, noPermission, quotaExceeded, nameExists, badParameter];
const onChange = [wrongState, notFound, noPermission, wrongState, badParameter];

/** Failures of the other services: codes and texts in their own style. */
const elsewhere: Readonly<Record<string, readonly [number, string, string]>> = {
  IAM: [403, "IAM.0003", "Policy doesn't allow the action to be performed."],
  ECS: [400, "Ecs.0201", "Failed to create the NIC."],
  EVS: [400, "EVS.2026", "The EVS disk quota is insufficient."],
  VPC: [200, "VPC.0514", "Update port fail."],
  OBS: [403, "AccessDenied", "Access Denied"],
  SWR: [404, "SVCSTG.SWR.4040018", "The repository does not exist."],
  CTS: [403, "CTS.0013", "No permission to access the OBS bucket."],
};

/** What `step` fails with, in the style of its service. */
export function failureFor(
  step: Pick<Step, "service_type" | "creates" | "bySystem">,
  rating: TraceRating,
  random: Random,
): Failure {
  if (rating === "incident") return step.service_type === undefined ? internal : brokenDown;
  const other = elsewhere[step.service_type ?? ""];
  if (other) {
    const [code, error_code, error_msg] = other;
    return { code, rating: "warning", body: { error_code, error_msg } };
  }
  if (step.bySystem) return random.pick(onResult);
  return random.pickFirst(step.creates ? onCreate : onChange);
}

const brokenDown: Failure = {
  code: 503,
  rating: "incident",
  body: {
    error_code: "503",
    error_msg: "The service was interrupted by a fault. Try again later.",
  },
};

/** The service itself broke: an incident. */
export const serviceInterrupted = internal;

/** A node broke down and took the work on it along: an incident that the system reports. */
export const nodeFailed = modelArtsFailure(
  500,
  "ModelArts.3551",
  "Node failure: NPU card lost. The workload on the node was interrupted.",
  "Migrate the workload to another node.",
  "incident",
);
