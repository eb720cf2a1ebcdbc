/**
 * Whether this is the run that leaves nothing out, `npm run test:reliability`: tests that go through
 * everything there is take minutes, and `npm test` runs the same ones with a part of it.
 */
export const isExhaustive: boolean = process.env["EXHAUSTIVE"] === "1";
