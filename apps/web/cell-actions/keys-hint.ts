/** The element that tells which keys lead to the values of a row: the table is described by it. */
export const keysHintId = "cell-actions-keys";
