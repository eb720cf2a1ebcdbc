/** The present moment in ms since 1970; passed in, so that tests own the time. */
export type Clock = () => number;
