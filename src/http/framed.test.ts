// A request with files is read as it was sent, wherever its pieces end, and a refusal names what is wrong with it.
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { filesType, withFiles } from "../core/files.ts";
import { framedIn } from "./framed.ts";

interface Line {
  files: { size: number }[];
}

const headers = new Headers({ "content-type": filesType });
const read = (line: string) => JSON.parse(line) as Line;

function sent(bytes: Uint8Array, lengths: number[]): Pick<Request, "headers" | "body"> {
  const parts: Uint8Array[] = [];
  for (let at = 0, nth = 0; at < bytes.length; nth += 1) {
    const length = lengths[nth % lengths.length] ?? bytes.length;
    parts.push(bytes.subarray(at, at + length));
    at += length;
  }
  return { headers, body: ReadableStream.from(parts) as unknown as ReadableStream<Uint8Array<ArrayBuffer>> };
}

async function framed(files: Uint8Array<ArrayBuffer>[]): Promise<Uint8Array> {
  const line = { note: "a\nb", files: files.map(({ length }) => ({ size: length })) };
  return new Uint8Array(
    await withFiles(
      line,
      files.map((file) => new Blob([file])),
    ).arrayBuffer(),
  );
}

test("files come out as they went in, wherever a piece ends", async () => {
  const file = fc.uint8Array({ maxLength: 300 }).map((bytes) => Uint8Array.from(bytes));
  const lengths = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 4 }), lengths, async (files, parts) => {
      const bytes = await framed(files);
      const heard: Uint8Array[] = [];
      const { line, files: got } = await framedIn(sent(bytes, parts), read, (part) => heard.push(part));
      assert.equal(line.files.length, files.length);
      assert.deepEqual(
        got.map((pieces) => Buffer.concat(pieces).toString("hex")),
        files.map((one) => Buffer.from(one).toString("hex")),
      );
      assert.deepEqual(Buffer.concat(heard), Buffer.from(bytes), "what it is known by leaves something out");
    }),
  );
});

test("a large file is kept in pieces, each full but the last", async () => {
  const bytes = await framed([new Uint8Array(600_000).fill(7), new Uint8Array(3).fill(8)]);
  const { files } = await framedIn(sent(bytes, [65_536]), read);
  assert.deepEqual(
    files.map((pieces) => pieces.map(({ length }) => length)),
    [[262_144, 262_144, 75_712], [3]],
  );
});

test("what cannot be told apart is refused with its fix, once all of it was heard", async () => {
  const whole = await framed([Uint8Array.of(1, 2, 3)]);
  const cases: [Uint8Array, RegExp][] = [
    [whole.subarray(0, whole.length - 1), /Fewer bytes came/],
    [Buffer.concat([whole, Uint8Array.of(4)]), /More bytes came/],
    [Buffer.from('{"files":[]}'), /End the line of JSON/],
    [new Uint8Array(), /End the line of JSON/],
  ];
  for (const [bytes, because] of cases) {
    let heard = 0;
    const refused = framedIn(sent(bytes, [5]), read, ({ length }) => void (heard += length));
    await assert.rejects(refused, (error: { rule?: string; faults?: { because: string }[] }) => {
      assert.equal(error.rule, "request.files");
      assert.match(error.faults?.[0]?.because ?? "", because);
      return true;
    });
    assert.equal(heard, bytes.length);
  }
  const asJson = { headers: new Headers({ "content-type": "application/json" }), body: null };
  await assert.rejects(framedIn(asJson, read), { rule: "request.files" });
});
