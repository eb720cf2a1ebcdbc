/** What "Copy as" says, in the page and in the comments of what is copied. */
export const texts = {
  part: "copyAs" as const,
  english: {
    forms: { link: "Link", curl: "curl", python: "Python SDK" },
    copied: (form: string) => `Copied as ${form}`,
    notCopied: "This browser does not let the page copy. Copy the text below by Ctrl+C or ⌘C.",
    text: (form: string) => `${form}, to copy`,
    // A shell may read these: no quotes, brackets, dollars, semicolons or the like.
    curl: {
      pages: (most: number) =>
        `ListTraces of the CTS API answers with ${most} traces at most, newest first. For older ones add next=MARKER to the address, with the marker of the reply.`,
      token: "TOKEN is the header X-Subject-Token of the reply to this call, valid for 24 hours:",
      left: "ListTraces does not know these filters of the console. Without them it finds more:",
    },
    python: {
      install: "pip install huaweicloudsdkcts",
      keys: "CLOUD_SDK_AK and CLOUD_SDK_SK hold an access key of this console (My account).",
      left: "ListTraces does not know these filters of the console. Without them it finds more:",
    },
  },
};
