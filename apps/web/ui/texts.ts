/** What the parts that every page uses say themselves. */
export const texts = {
  part: "ui" as const,
  english: {
    cancel: "Cancel",
    help: (about: string) => `Help: ${about}`,
    notShown: "This page could not be shown",
    reload: "Reload",
    maybeReplaced:
      "Its code could not be fetched: the service cannot be reached, or a newer version was installed. Reload the page.",
    offline: "You are offline",
    notHereYet:
      "This page was not opened before, so its code has to be fetched first. Check the network connection; the page is loaded again by itself.",
    noAnswer: "The service does not answer yet. Try again in a moment.",
  },
};
