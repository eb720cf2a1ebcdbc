import { crc32, inflateRawSync } from "node:zlib";

// Reads workbooks back in tests: by the directory at the end of the archive, as spreadsheets do.

/** The files of an archive, by their names. @throws Error for bytes that no directory tells of. */
export function unzip(archive: Buffer): Map<string, string> {
  const end = archive.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  const number = (at: number, bytes: 4 | 8) =>
    bytes === 4 ? archive.readUInt32LE(at) : Number(archive.readBigUInt64LE(at));
  let [count, at] = [archive.readUInt16LE(end + 10), number(end + 16, 4)];
  if (at === 0xffff_ffff) {
    const end64 = number(end - 20 + 8, 8);
    [count, at] = [number(end64 + 32, 8), number(end64 + 48, 8)];
  }
  const files = new Map<string, string>();
  for (let file = 0; file < count; file += 1) {
    const [nameLength, extraLength] = [
      archive.readUInt16LE(at + 28),
      archive.readUInt16LE(at + 30),
    ];
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    let extra = at + 46 + nameLength + 4;
    const wide = (place: number) => {
      if (number(place, 4) !== 0xffff_ffff) return number(place, 4);
      extra += 8;
      return number(extra - 8, 8);
    };
    const [size, packed, offset] = [wide(at + 24), wide(at + 20), wide(at + 42)];
    const data = offset + 30 + archive.readUInt16LE(offset + 26);
    const content = inflateRawSync(archive.subarray(data, data + packed));
    if (content.length !== size || crc32(content) !== number(at + 16, 4)) {
      throw new Error(`${name} is damaged`);
    }
    files.set(name, content.toString("utf8"));
    at += 46 + nameLength + extraLength;
  }
  return files;
}

const references = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
]);

/** The text of a cell, as its XML means it. */
function textOf(xml: string): string {
  return xml
    .replaceAll(/&(\w+);/g, (_, name: string) => references.get(name) ?? "?")
    .replaceAll(/_x([\dA-Fa-f]{4})_/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
}

/** The rows of a sheet, of which each cell is a text or empty. @throws Error for anything else. */
export function rowsOf(sheet: string): string[][] {
  const data = sheet.slice(sheet.indexOf("<sheetData>") + 11, sheet.indexOf("</sheetData>"));
  if (
    !/^(<row>(<c\/>|<c[^>]* t="inlineStr"><is><t[^>]*>[^<]*<\/t><\/is><\/c>)*<\/row>)*$/.test(data)
  ) {
    throw new Error("something is no cell of text");
  }
  return data
    .split("</row>")
    .slice(0, -1)
    .map((row) =>
      [...row.matchAll(/<c\/>|<t[^>]*>([^<]*)<\/t>/g)].map(([, xml = ""]) => textOf(xml)),
    );
}
