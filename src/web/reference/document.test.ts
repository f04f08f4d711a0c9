import assert from "node:assert/strict";
import { test } from "node:test";
import { curlOf, headingsOf, type OpenApi, type Operation, rowsOf, typeOf } from "./document.ts";

const described = { description: "Needs a session.", parameters: [], responses: {} };
const document: OpenApi = {
  info: { title: "Chiron", version: "0", description: "" },
  tags: [{ name: "People" }, { name: "The wall" }],
  paths: {
    "/api/people": {
      get: { ...described, operationId: "getPeople", tags: ["People"], summary: "People of your school" },
      post: { ...described, operationId: "postPeople", tags: ["People"], summary: "Add a person" },
    },
    "/api/wall/pairs": {
      get: {
        ...described,
        operationId: "getWallPairs",
        tags: ["The wall"],
        summary: "May these two",
        parameters: [{ $ref: "#/components/parameters/IfNoneMatch" }],
      },
    },
  },
  components: { parameters: { IfNoneMatch: { name: "If-None-Match", in: "header", schema: { type: "string" } } } },
};

test("operations stand under their headings, and words narrow them", () => {
  const namesIn = (words?: string) =>
    headingsOf(document, words).map(({ name, operations }) => [name, operations.map(({ id }) => id)]);
  assert.deepEqual(namesIn(), [
    ["People", ["getPeople", "postPeople"]],
    ["The wall", ["getWallPairs"]],
  ]);
  assert.deepEqual(namesIn("POST person"), [["People", ["postPeople"]]]);
  assert.deepEqual(namesIn("nothing like it"), []);
  assert.equal(headingsOf(document)[1]?.operations[0]?.parameters[0]?.name, "If-None-Match");
});

test("a schema reads as rows, through lists and what may be nothing", () => {
  const rows = rowsOf({
    type: "object",
    required: ["items"],
    properties: {
      items: {
        type: "array",
        items: {
          type: "object",
          required: ["day"],
          properties: {
            day: { type: "string", format: "date" },
            pair: { anyOf: [{ type: "object", properties: { id: { type: "string" } } }, { type: "null" }] },
          },
        },
      },
    },
  });
  assert.deepEqual(
    rows.map(({ name, type, isRequired }) => [name, type, isRequired]),
    [
      ["items", "list of object", true],
      ["items[].day", "day, as 2026-11-23", true],
      ["items[].pair", "object or nothing", false],
      ["items[].pair.id", "text", false],
    ],
  );
  assert.deepEqual(
    rowsOf({ type: "array", items: { type: "object", properties: { a: { type: "boolean" } } } }).map(
      ({ name }) => name,
    ),
    ["[].a"],
  );
});

test("types are said in words, with their limits", () => {
  assert.equal(typeOf({ type: "string", minLength: 1, maxLength: 80 }), "text, 1 to 80 characters");
  assert.equal(typeOf({ type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER }), "whole number");
  assert.equal(typeOf({ enum: ["a", "b"] }), "one of: a, b");
  assert.equal(typeOf({ type: ["string", "null"] }), "text or nothing");
  assert.equal(typeOf({}), "any");
});

test("a line for the terminal carries the key and what is required", () => {
  const operation: Operation = {
    id: "postPeople",
    method: "POST",
    path: "/api/people",
    summary: "",
    whoMay: "",
    needsSession: true,
    takesFiles: false,
    parameters: [],
    body: {
      type: "object",
      required: ["name", "days"],
      properties: { name: { type: "string" }, days: { type: "integer" }, note: { type: "string" } },
    },
    reply: null,
  };
  assert.equal(
    curlOf(operation, "https://guidance.example"),
    'curl -X POST -H "Authorization: Bearer $CHIRON_KEY" -H "Content-Type: application/json" ' +
      `-d '{"name":"...","days":1}' "https://guidance.example/api/people"`,
  );
  assert.equal(
    curlOf({ ...operation, takesFiles: true }, ""),
    `{ echo '{"name":"...","days":1}'; cat FILE; } | curl -X POST -H "Authorization: Bearer $CHIRON_KEY" ` +
      '-H "Content-Type: application/vnd.chiron.files" --data-binary @- "/api/people"',
  );
  assert.equal(curlOf({ ...operation, method: "GET", body: null, needsSession: false }, ""), 'curl "/api/people"');
});
