/** What the settings of the table say, and the edges of its columns. */
export const texts = {
  part: "tableSettings" as const,
  english: {
    columns: "Columns",
    column: "Column",
    width: "Width (px)",
    list: "Columns of the table",
    moveUp: (title: string) => `Move up: ${title}`,
    moveDown: (title: string) => `Move down: ${title}`,
    moved: (title: string, place: number, count: number) =>
      `${title} is now column ${place} of ${count}.`,
    oneStays: "At least one column stays.",
    widthOf: (title: string) => `Width of ${title}`,
    pixels: (width: number) => `${width} px`,
    density: "Row height",
    densities: { comfortable: "Comfortable", compact: "Compact" },
    wrap: "Wrap text",
    reset: "Reset to default",
  },
};
