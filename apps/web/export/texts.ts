const traces = (count: number) =>
  `${count.toLocaleString("en")} ${count === 1 ? "trace" : "traces"}`;

/** What the export says. */
export const texts = {
  part: "export" as const,
  english: {
    title: "Export traces",
    loadFailed: "The export could not be loaded. Choose it again.",
    about: (from: string, to: string) =>
      `All traces that match the filters of the page, from ${from} to ${to}, newest first.`,
    format: "Format",
    formats: {
      csv: "CSV",
      xlsx: "XLSX",
      ndjson: "NDJSON",
    },
    formatUses: {
      csv: "For spreadsheets and scripts. An apostrophe keeps formulas from running.",
      xlsx: "For Excel: every cell is text, and further sheets follow past 1,048,576 rows.",
      ndjson: "For evidence and programs: each trace whole and unchanged, one JSON a line.",
    },
    columns: "Columns",
    asInTable: (count: number) => `As in the table (${count})`,
    allFields: (count: number) => `All fields (${count})`,
    times: (zone: string) => `Times are written in the time zone of the page: ${zone}.`,
    timesOfWire: "NDJSON always has all fields, and times in ms since 1970.",
    action: "Export",
    progress: "Progress of the export",
    soFar: (count: number, size: string) => `${traces(count)} so far, ${size}`,
    ofTotal: (count: number, total: number, size: string) =>
      `${count.toLocaleString("en")} of ${traces(total)}, ${size}`,
    mayClose:
      "You can close this window: the export goes on, and the button Export tells how far it is.",
    cancel: "Cancel export",
    close: "Close",
    another: "New export",
    running: (percent: number | undefined) => (percent === undefined ? "…" : `${percent} %`),
    told: (percent: number) => `${percent} % exported`,
    complete: "The export is complete.",
    cancelled: (count: number) =>
      `The export was cancelled after ${traces(count)}. The browser does not keep its file, or marks it as failed.`,
    failed: {
      "broken off":
        "The download was broken off, by the browser or by the network. What there is of the file is not whole: export again.",
      "not read":
        "The traces could not be read to the end. Export again; if it fails again, look into the server's log.",
      "too many": "Too many exports are under way. Wait a moment, then export again.",
    },
    facts: {
      file: "File",
      traces: "Traces",
      size: "Size",
      sha256: "SHA-256",
    },
    size: (size: string, bytes: number) => `${size} (${bytes.toLocaleString("en")} bytes)`,
    copyHash: "Copy SHA-256",
    copied: "Copied",
    notCopied: "This browser does not let the page copy: select the text.",
    manifest: "Save manifest",
    aboutManifest: "The manifest says what the file holds: query, count and SHA-256.",
  },
};
