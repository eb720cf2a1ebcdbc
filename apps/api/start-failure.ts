import { ConfigError } from "@trace-console/contracts/data-config";
import { explainStorageFailure } from "@trace-console/sqlite/storage-failure";

/** Why a server cannot listen, by the system's error code, and what to do. */
const adviceOfListening: Readonly<Record<string, string>> = {
  EADDRINUSE:
    "The port is in use by another program: set PORT to a free one, or stop that program.",
  EACCES: "This user may not listen on that port: set PORT to a number above 1023.",
  EADDRNOTAVAIL: "HOST is no address of this machine: set it to one, or to 127.0.0.1.",
  ENOTFOUND: "HOST is a name that is not known: set it to an address of this machine.",
  EAI_AGAIN: "HOST is a name that cannot be looked up now: set it to an address of this machine.",
};

/**
 * What the person who started the server is told: what is wrong and what to do, in one sentence.
 *
 * @returns undefined for a fault of this program.
 */
export function explainStartFailure(error: unknown): string | undefined {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && "syscall" in error && "code" in error) {
    const { syscall, code } = error;
    if (syscall === "listen" || syscall === "getaddrinfo") return adviceOfListening[String(code)];
  }
  return explainStorageFailure(error);
}
