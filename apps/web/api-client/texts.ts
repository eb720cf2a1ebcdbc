/** What is said of a request that failed. */
export const texts = {
  part: "failure" as const,
  english: {
    offline: "You are offline",
    checkNetwork: "Check the network connection; the page tries again by itself.",
    unreachable: "The service cannot be reached.",
    retry: "Retry",
    requestId: "Request ID: ",
  },
};
