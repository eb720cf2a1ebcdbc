import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";

/** The two readable parts of a JSON Web Token (RFC 7519). */
export interface TokenParts {
  readonly header: Record<string, unknown>;
  readonly claims: Record<string, unknown>;
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");

function decode(part: string): Record<string, unknown> {
  const value: unknown = JSON.parse(Buffer.from(part, "base64url").toString());
  if (typeof value !== "object" || value === null) throw new TypeError("no JSON Web Token");
  return { ...value };
}

/** What a token says, whoever signed it. */
export function readToken(token: string): TokenParts {
  const [header = "", claims = ""] = token.split(".");
  return { header: decode(header), claims: decode(claims) };
}

/** A token with this signature (RFC 7515, 7.1). */
export function writeToken(
  { header, claims }: TokenParts,
  signatureOf: (signed: string) => string,
): string {
  const signed = `${encode(header)}.${encode(claims)}`;
  return `${signed}.${signatureOf(signed)}`;
}

/** A new key, with which an identity provider signs its tokens (RS256). */
export function newSigningKey() {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    privateKey,
    publicJwk: publicKey.export({ format: "jwk" }),
    publicText: publicKey.export({ format: "pem", type: "spki" }),
    sign: (parts: TokenParts) => writeToken(parts, (signed) => signRs256(signed, privateKey)),
  };
}
export type SigningKey = ReturnType<typeof newSigningKey>;

function signRs256(signed: string, key: KeyObject): string {
  return sign("sha256", Buffer.from(signed), key).toString("base64url");
}
