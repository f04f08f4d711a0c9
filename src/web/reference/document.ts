// What the API's page reads out of /openapi.json: operations under their headings, and schemas as rows that one can read.
import { filesType } from "../../core/files.ts";

/** The part of JSON Schema that the document uses. */
export interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  $ref?: string;
}

export interface Parameter {
  name: string;
  in: "path" | "query" | "header";
  required?: boolean;
  description?: string;
  schema: Schema;
}

interface Content {
  /** `x-line`: what stands in the line of JSON before the bytes of files. */
  content?: Record<string, { schema: Schema; "x-line"?: Schema }>;
}

export interface Described {
  operationId: string;
  tags?: string[];
  summary: string;
  description: string;
  security?: unknown[];
  parameters: (Parameter | { $ref: string })[];
  requestBody?: Content & { required: boolean };
  responses: Record<string, Content>;
}

export interface OpenApi {
  info: { title: string; version: string; description: string };
  tags: { name: string }[];
  paths: Record<string, Record<string, Described>>;
  components: { parameters: Record<string, Parameter> };
}

export interface Operation {
  /** Also the target of a link to it. */
  id: string;
  method: string;
  path: string;
  summary: string;
  whoMay: string;
  needsSession: boolean;
  /** The bytes of files come behind the body, which is then one line. */
  takesFiles: boolean;
  parameters: Parameter[];
  body: Schema | null;
  reply: Schema | null;
}

export interface Heading {
  name: string;
  operations: Operation[];
}

/** All operations under their headings, in the document's order; `words` keep those that have each word somewhere. */
export function headingsOf(document: OpenApi, words = ""): Heading[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      heading: described.tags?.[0] ?? "Other",
      operation: operationOf(document, path, method, described),
    })),
  );
  return document.tags.flatMap(({ name }) => {
    const operations = all.filter(({ heading }) => heading === name).map(({ operation }) => operation);
    const found = operations.filter((one) => wanted.every((word) => said(name, one).includes(word)));
    return found.length === 0 ? [] : [{ name, operations: found }];
  });
}

function said(heading: string, { method, path, summary, whoMay }: Operation): string {
  return [heading, method, path, summary, whoMay].join(" ").toLowerCase();
}

function operationOf(document: OpenApi, path: string, method: string, described: Described): Operation {
  const { operationId, summary, description, security, parameters, requestBody, responses } = described;
  return {
    id: operationId,
    method: method.toUpperCase(),
    path,
    summary,
    whoMay: description,
    needsSession: security?.length !== 0,
    parameters: parameters.flatMap((one) => ("$ref" in one ? parameterAt(document, one.$ref) : [one])),
    takesFiles: lineIn(requestBody) !== null,
    body: lineIn(requestBody) ?? jsonIn(requestBody),
    reply: jsonIn(responses["200"]),
  };
}

function parameterAt({ components }: OpenApi, pointer: string): Parameter[] {
  const found = components.parameters[pointer.split("/").at(-1) ?? ""];
  return found === undefined ? [] : [found];
}

function jsonIn(part: Content | undefined): Schema | null {
  return part?.content?.["application/json"]?.schema ?? null;
}

function lineIn(part: Content | undefined): Schema | null {
  return part?.content?.[filesType]?.["x-line"] ?? null;
}

/** One thing inside a body or a reply: `items[].person.name`. */
export interface Row {
  name: string;
  type: string;
  isRequired: boolean;
  description: string;
}

/** A schema as rows, outermost first; the names inside a list follow `[]`. Empty for what has no parts. */
export function rowsOf(schema: Schema, inside = ""): Row[] {
  const whole = partsOf(schema);
  const properties = Object.entries(whole.properties ?? {});
  const rows = properties.flatMap(([name, part]): Row[] => {
    const full = inside + name;
    const row = {
      name: full,
      type: typeOf(part),
      isRequired: whole.required?.includes(name) ?? false,
      description: part.description ?? "",
    };
    return [row, ...innerRows(part, full)];
  });
  if (inside === "" && properties.length === 0 && whole.items) return innerRows(whole, "");
  return rows;
}

function innerRows(schema: Schema, name: string): Row[] {
  const whole = partsOf(schema);
  if (whole.items) return innerRows(whole.items, `${name}[]`);
  return whole.properties ? rowsOf(whole, `${name}.`) : [];
}

/** What may also be null is shown as what it is otherwise. */
function partsOf(schema: Schema): Schema {
  const choices = choicesOf(schema).filter((one) => one.type !== "null");
  return choices.length === 1 ? (choices[0] ?? schema) : schema;
}

function choicesOf({ anyOf, oneOf }: Schema): Schema[] {
  return anyOf ?? oneOf ?? [];
}

/** In words: "list of text", "day or nothing", "one of: a, b". */
export function typeOf(schema: Schema): string {
  const choices = choicesOf(schema);
  if (choices.length > 0) return [...new Set(choices.map(typeOf))].join(" or ");
  if (schema.enum) return `one of: ${schema.enum.map(String).join(", ")}`;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const types = [schema.type ?? []].flat();
  if (types.length > 1) return types.map((type) => typeOf({ ...schema, type })).join(" or ");
  if (types[0] === "array") return schema.items ? `list of ${typeOf(schema.items)}` : "list";
  return (words[schema.format ?? ""] ?? words[types[0] ?? ""] ?? "any") + rangeOf(schema);
}

const words: Record<string, string> = {
  uuid: "id",
  date: "day, as 2026-11-23",
  "date-time": "instant, as 2026-11-23T08:00:00Z",
  email: "email address",
  string: "text",
  integer: "whole number",
  number: "number",
  boolean: "true or false",
  object: "object",
  null: "nothing",
};

function rangeOf({ minLength, maxLength, minimum, maximum, type }: Schema): string {
  const [least, most] = type === "string" ? [minLength, maxLength] : [minimum, maximum];
  const isBound = (limit: number | undefined) => limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER;
  const unit = type === "string" ? " characters" : "";
  if (isBound(least) && isBound(most)) return `, ${least} to ${most}${unit}`;
  if (isBound(most)) return `, at most ${most}${unit}`;
  return isBound(least) && least !== 0 ? `, at least ${least}${unit}` : "";
}

/** The operation as a line for a terminal. */
export function curlOf(operation: Operation, origin: string): string {
  const { method, path, needsSession, takesFiles, parameters, body } = operation;
  const query = parameters.filter((one) => one.in === "query" && one.required).map(({ name }) => `${name}=...`);
  const parts = [
    ...(takesFiles && body ? [`{ echo '${sampleOf(body)}'; cat FILE; } |`] : []),
    "curl",
    ...(method === "GET" ? [] : ["-X", method]),
    ...(needsSession ? ['-H "Authorization: Bearer $CHIRON_KEY"'] : []),
    ...(takesFiles ? [`-H "Content-Type: ${filesType}"`, "--data-binary @-"] : []),
    ...(body && !takesFiles ? ['-H "Content-Type: application/json"', `-d '${sampleOf(body)}'`] : []),
    `"${origin}${path}${query.length > 0 ? `?${query.join("&")}` : ""}"`,
  ];
  return parts.join(" ");
}

/** The required fields alone, each with something of its kind. */
function sampleOf(schema: Schema): string {
  const sample = (part: Schema): unknown => {
    const whole = partsOf(part);
    if (whole.enum) return whole.enum[0];
    if (whole.const !== undefined) return whole.const;
    if (whole.items) return [sample(whole.items)];
    if (whole.properties)
      return Object.fromEntries((whole.required ?? []).map((name) => [name, sample(whole.properties?.[name] ?? {})]));
    const type = [whole.type ?? "string"].flat()[0];
    return type === "boolean" ? true : type === "integer" || type === "number" ? (whole.minimum ?? 1) : "...";
  };
  return JSON.stringify(sample(schema)).replaceAll("'", "’");
}
