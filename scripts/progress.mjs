/** A failure with one sentence that says what to do. `run.mjs` prints it without a stack. */
export class SetupError extends Error {
  /**
   * @param {string} message what is wrong and what to do, for the person at the terminal
   * @param {number} exitCode the exit code of the command, 1 unless a child gave another
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** How often a running step repeats that it is still at work, in milliseconds. */
const tickInterval = 5000;

/**
 * Prints one progress line. Progress goes to stderr, so that stdout carries results only.
 * @param {string} text
 */
export function say(text) {
  process.stderr.write(`${text}\n`);
}

/**
 * The seconds since a moment of `performance.now()`, for people: "3.2 s".
 * @param {number} started
 */
export function formatElapsed(started) {
  return `${((performance.now() - started) / 1000).toFixed(1)} s`;
}

/**
 * Does one piece of work between a line that names it and a line that gives its time.
 * @template T
 * @param {string} title what is being done, for example "Installing packages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>} what the work returns; its errors pass through
 */
export async function step(title, work) {
  const started = performance.now();
  say(`${title} …`);
  const ticks = setInterval(() => say(`${title} … ${formatElapsed(started)}`), tickInterval);
  try {
    const result = await work();
    say(`${title}: done in ${formatElapsed(started)}`);
    return result;
  } finally {
    clearInterval(ticks);
  }
}
