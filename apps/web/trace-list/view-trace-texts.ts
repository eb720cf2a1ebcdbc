/** What the dialog "View Trace" says. */
export const texts = {
  part: "viewTrace" as const,
  english: {
    title: "View Trace",
    close: "Close",
    json: "Trace JSON",
    structure: "Trace structure",
    copy: "Copy",
    copied: "Copied",
    valueCopied: "Value copied",
    pathCopied: "Path copied",
    notCopied: "This browser does not let the page copy. Use Download.",
    download: "Download",
  },
};
