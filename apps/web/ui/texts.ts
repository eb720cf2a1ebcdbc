/** What the parts that every page uses say themselves. */
export const texts = {
  part: "ui" as const,
  english: {
    cancel: "Cancel",
    help: (about: string) => `Help: ${about}`,
    notShown: "This page could not be shown",
    reload: "Reload",
    maybeReplaced: "Its code may have been replaced by a newer version. Reload the page.",
  },
};
