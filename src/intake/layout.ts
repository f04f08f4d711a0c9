// How a file's bytes become rows: in which encoding, by which separator, and which line names the columns. Found out,
// and then a human's to correct.
import { z } from "zod";

export const encodingWords = {
  "utf-8": "UTF-8",
  "utf-16le": "UTF-16",
  "utf-16be": "UTF-16, big-endian",
  "windows-1252": "Western European, Windows-1252",
  macintosh: "Western European, Mac",
  "iso-8859-15": "Western European, ISO 8859-15",
  "windows-1250": "Central European, Windows-1250",
  "iso-8859-2": "Central European, ISO 8859-2",
  "windows-1251": "Cyrillic, Windows-1251",
  "koi8-r": "Cyrillic, KOI8-R",
  "iso-8859-5": "Cyrillic, ISO 8859-5",
  "windows-1253": "Greek, Windows-1253",
  "iso-8859-7": "Greek, ISO 8859-7",
  "windows-1254": "Turkish, Windows-1254",
  "windows-1255": "Hebrew, Windows-1255",
  "windows-1256": "Arabic, Windows-1256",
  "windows-1257": "Baltic, Windows-1257",
  "windows-1258": "Vietnamese, Windows-1258",
  "windows-874": "Thai, Windows-874",
  shift_jis: "Japanese, Shift JIS",
  "euc-jp": "Japanese, EUC-JP",
  gb18030: "Chinese, GB 18030",
  big5: "Chinese, Big5",
  "euc-kr": "Korean, EUC-KR",
} as const;
export type Encoding = keyof typeof encodingWords;
export const encodings = Object.keys(encodingWords) as [Encoding, ...Encoding[]];

export const separatorWords = { ",": "Commas", ";": "Semicolons", "\t": "Tabs", "|": "Bars" } as const;
export type Separator = keyof typeof separatorWords;
export const separators = Object.keys(separatorWords) as [Separator, ...Separator[]];

/** What is not said is found out. A spreadsheet has only a heading line. */
export const Layout = z.object({
  encoding: z.enum(encodings).optional(),
  separator: z.enum(separators).optional(),
  /** The line of the file, from 1, that names the columns; what stands above it is left out. */
  headingLine: z.number().int().min(1).max(1000).optional(),
});
export type Layout = z.infer<typeof Layout>;
