/** Where a repeated task's failures are told. */
export interface RepeatLog {
  readonly error: (details: { readonly err: unknown }, message: string) => void;
  readonly warn: (message: string) => void;
}

/**
 * Runs a task every `ms`, never twice at once. A failure ends neither the repetition nor the
 * process: the first of a row is logged, and so is the end of the row, so that a disk that is full
 * for a day does not fill the log.
 *
 * @param name of the task, for the log.
 * @returns stops it, and waits for a run that is under way.
 */
export function repeat(
  name: string,
  ms: number,
  task: () => Promise<unknown>,
  log: RepeatLog,
): () => Promise<void> {
  let running: Promise<void> | undefined;
  let hasFailed = false;
  const run = async (): Promise<void> => {
    try {
      await task();
      if (hasFailed) log.warn(`${name} works again`);
      hasFailed = false;
    } catch (err) {
      if (!hasFailed) log.error({ err }, `${name} failed; it is tried again`);
      hasFailed = true;
    }
    running = undefined;
  };
  const timer = setInterval(() => {
    running ??= run();
  }, ms);
  return async () => {
    clearInterval(timer);
    await running;
  };
}
