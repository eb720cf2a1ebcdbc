import type { ExportColumn } from "@trace-console/contracts/trace-columns";

// The fixed parts of a workbook (ECMA-376, Part 1, 18): the least that spreadsheets ask for.

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const officeRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const packageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** Widths of columns in characters, where the usual one is too narrow. */
const widths: { readonly [Column in ExportColumn]?: number } = {
  time: 30,
  record_time: 30,
  trace_id: 38,
  project_id: 34,
  request: 40,
  response: 40,
  message: 40,
};

/** Where a sheet stands in the archive, from 1. */
export function sheetPath(number: number): string {
  return `xl/worksheets/sheet${number}.xml`;
}

/** What stands before the rows of a sheet: the view, in which the head stays, and the head, bold. */
export function sheetStart(columns: readonly ExportColumn[]): Uint8Array {
  const cols = columns.map(
    (column, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${widths[column] ?? 20}" customWidth="1"/>`,
  );
  const cells = columns.map((name) => `<c s="1" t="inlineStr"><is><t>${name}</t></is></c>`);
  return Buffer.from(
    `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">` +
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
      `</sheetView></sheetViews><cols>${cols.join("")}</cols><sheetData>` +
      `<row>${cells.join("")}</row>`,
  );
}

/** What stands behind the rows of a sheet. */
export const sheetEnd: Uint8Array = Buffer.from("</sheetData></worksheet>");

/** All parts beside the sheets, with where they stand. */
export function workbookParts(sheets: number): readonly (readonly [path: string, text: string])[] {
  const numbers = Array.from({ length: sheets }, (_, index) => index + 1);
  const listed = numbers.map(
    (no) => `<sheet name="Traces${no === 1 ? "" : ` ${no}`}" sheetId="${no}" r:id="rId${no}"/>`,
  );
  const related = numbers.map((no) => relation(no, "worksheet", `worksheets/sheet${no}.xml`));
  const overrides = numbers.map((no) => override(`/${sheetPath(no)}`, "worksheet"));
  return [
    [
      "[Content_Types].xml",
      `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
        override("/xl/workbook.xml", "sheet.main") +
        override("/xl/styles.xml", "styles") +
        `${overrides.join("")}</Types>`,
    ],
    ["_rels/.rels", relations(relation(1, "officeDocument", "xl/workbook.xml"))],
    [
      "xl/workbook.xml",
      `${declaration}<workbook xmlns="${main}" xmlns:r="${officeRelations}">` +
        `<sheets>${listed.join("")}</sheets></workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      relations([...related, relation(sheets + 1, "styles", "styles.xml")].join("")),
    ],
    ["xl/styles.xml", styles()],
  ];
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${types}.${type}+xml"/>`;
}

function relation(id: number, type: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${officeRelations}/${type}" Target="${target}"/>`;
}

function relations(all: string): string {
  return `${declaration}<Relationships xmlns="${packageRelations}">${all}</Relationships>`;
}

/**
 * Two styles: the one of all cells, format 49, "text", so that a cell stays text when somebody
 * edits it and leaves it again; and the bold one of the head.
 */
function styles(): string {
  const font = '<sz val="11"/><name val="Calibri"/>';
  const cell = 'numFmtId="49" fillId="0" borderId="0"';
  return (
    `${declaration}<styleSheet xmlns="${main}">` +
    `<fonts count="2"><font>${font}</font><font><b/>${font}</font></fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill>' +
    '<fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="2"><xf ${cell} fontId="0" xfId="0" applyNumberFormat="1"/>` +
    `<xf ${cell} fontId="1" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    "</styleSheet>"
  );
}
