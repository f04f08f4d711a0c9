// Files as schools send them, each with one fault or one oddity, and what the import has to say about it. They name the
// learners S1 and S2 and the educators F1 and F2, who are there already.
import { deflateRawSync } from "node:zlib";
import writeSheet from "write-excel-file/node";

export interface FaultyFile {
  fault: string;
  name: string;
  content: string | Buffer;
  /** The file is refused as a whole, with these words. */
  wholly?: RegExp;
  /** It waits for a choice: of its kind, or of the order of its days. */
  undecided?: RegExp;
  /** Rows that are refused: line, field, why. */
  rows?: [number, string, RegExp][];
  /** Rows that are taken, and that say again what another said; none when absent. */
  taken?: number;
  repeated?: number;
  /** Questions for a human, by ids. */
  asks?: string[];
  /** What was understood of the file. */
  understood?: Record<string, unknown>;
  /** A person who is there afterwards, as "given family". */
  brings?: string;
}

export const learnerHead = "student_id,first_name,last_name,email,class_year,phase,status";
export const learner = (row: string) => ({ name: "learners.csv", content: `${learnerHead}\n${row}\n` });
export const training = (row: string) => ({ name: "training.csv", content: `faculty_id,module,completed\n${row}\n` });
export const sound = "S9,Zoe,Ng,zoe@students.example.edu,2029,clerkship,active";
export const other = "S8,Tom,Fox,tom@students.example.edu,2029,clerkship,active";
export const sheet = await writeSheet([
  learnerHead.split(",").map((value) => ({ value, type: String })),
  sound.split(",").map((value) => ({ value, type: String })),
]).toBuffer();

/** Nothing of them can be read, or not without losing a part. */
export const unreadable: FaultyFile[] = [
  { fault: "an empty file", name: "learners.csv", content: "", wholly: /is empty/ },
  { fault: "blank lines only", name: "learners.csv", content: "\n\n  \n", wholly: /has no rows/ },
  {
    fault: "a picture",
    name: "a.csv",
    content: Buffer.from("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "latin1"),
    wholly: /is not a table/,
  },
  { fault: "a spreadsheet behind a password", name: "a.xlsx", content: oldExcel(), wholly: /protected by a password/ },
  {
    fault: "no spreadsheet behind its mark",
    name: "a.xlsx",
    content: Buffer.from("PK\x03\x04 no sheet"),
    wholly: /cannot be opened/,
  },
  {
    fault: "a spreadsheet cut in half",
    name: "a.xlsx",
    content: sheet.subarray(0, sheet.length / 2),
    wholly: /cannot be opened/,
  },
  {
    fault: "an archive that is no spreadsheet",
    name: "a.xlsx",
    content: archiveOf(Buffer.from("hello")),
    wholly: /cannot be opened/,
  },
  {
    fault: "an archive that unpacks to 1 GB",
    name: "a.xlsx",
    content: archiveOf(Buffer.alloc(2 ** 30)),
    wholly: /larger than 512 MB/,
  },
  {
    fault: "a file of 65 MB",
    name: "a.csv",
    content: Buffer.alloc(65 * 2 ** 20, "a,b\n"),
    wholly: /larger than 64 MB/,
  },
  {
    fault: "250,001 rows",
    name: "a.csv",
    content: `student_id\n${"x\n".repeat(250_001)}`,
    wholly: /more than 250,000 rows/,
  },
  {
    fault: "201 columns",
    name: "a.csv",
    content: `${Array.from({ length: 201 }, (_, at) => `c${at}`).join(",")}\n`,
    wholly: /more than 200 columns/,
  },
  {
    fault: "a column twice",
    name: "a.csv",
    content: "student_id,email,email\nS9,a@b.example,a@b.example\n",
    wholly: /"email" twice/,
  },
  {
    fault: "a cell of 10,001 characters",
    ...learner(sound.replace("Zoe", "z".repeat(10_001))),
    wholly: /10,000 characters in line 2/,
  },
  {
    fault: "a quotation mark that is not closed",
    ...learner(`${other}\nS9,"Zoe,Ng,zoe@x.example,2029,clerkship,active\n${sound}`),
    wholly: /quotation mark in line 3/,
  },
  {
    fault: "text behind a quotation mark",
    ...learner(sound.replace("Zoe", '"Zoe" Lee')),
    wholly: /quotation mark in line 2/,
  },
];

/** A human has to say first what they are. */
export const undecided: FaultyFile[] = [
  { fault: "headings that nobody knows", name: "a.csv", content: "foo,bar\n1,2\n", undecided: /kind of file/ },
  {
    fault: "a column that is needed is missing",
    name: "learners.csv",
    content: "student_id,first_name,last_name\nS9,Zoe,Ng\n",
    undecided: /kind of file/,
  },
  { fault: "no headings", name: "learners.csv", content: `${sound}\n${other}\n`, undecided: /kind of file/ },
  {
    fault: "a web page",
    name: "a.csv",
    content: "<html><table><tr><td>S9</td></tr></table></html>\n",
    undecided: /kind of file/,
  },
  {
    fault: "days that are read in two ways",
    ...training("F1,Coaching skills,03/04/2026"),
    undecided: /order its days/,
  },
];

function oldExcel(): Buffer {
  return Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
}

/** An archive of one part that lies about its size. */
function archiveOf(content: Buffer): Buffer {
  const packed = deflateRawSync(content);
  const local = Buffer.alloc(31, "a");
  const entry = Buffer.alloc(47, "a");
  const end = Buffer.alloc(22);
  local.fill(0, 0, 30);
  entry.fill(0, 0, 46);
  local.writeUInt32LE(0x04034b50, 0);
  entry.writeUInt32LE(0x02014b50, 0);
  end.writeUInt32LE(0x06054b50, 0);
  for (const [head, at] of [
    [local, 8],
    [entry, 10],
  ] as const) {
    head.writeUInt16LE(8, at);
    head.writeUInt32LE(packed.length, at + 10);
    head.writeUInt32LE(5, at + 14);
    head.writeUInt16LE(1, at + 18);
  }
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(entry.length, 12);
  end.writeUInt32LE(local.length + packed.length, 16);
  return Buffer.concat([local, packed, entry, end]);
}
