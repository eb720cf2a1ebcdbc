/** Which console is called, and for which of its projects. */
export interface Target {
  /** Scheme, host and port of the console. */
  readonly origin: string;
  readonly projectId: string;
}
