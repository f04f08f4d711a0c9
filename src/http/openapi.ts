// OpenAPI 3.1 out of the same declarations that the server checks requests with. The API's page in the web app is drawn
// from this document and from nothing else.
import { z } from "zod";
import type { Endpoint } from "../core/endpoint.ts";
import { filesType } from "../core/files.ts";
import { Progress, progressType } from "../core/progress.ts";
import { compared } from "./if-match.ts";
import type { Route } from "./serve.ts";

const about = `Everything on screen is here. What you may not see is absent, not forbidden: it answers 404, as if it were not there.

Make a key on your account page and send it as "Authorization: Bearer KEY". It can do what you tick for it, and never more than you can yourself.

A refusal is a problem (RFC 9457): "detail" says in plain words what to do, "rule" names it for programs, "type" is the address of a page about that rule, and "faults" names each field with its fix. It changes nothing. All rules are at /problems.

Lists come in pages: send "next" of one page as "after" of the following. There are no totals, since a total would count what you may not see.

Send an Idempotency-Key with a POST, and the same request can be sent again without being done twice. Send the ETag of what you read as If-Match, and a change is refused with 412 when somebody else was quicker. Send it as If-None-Match to read again only what has changed.`;

export function openapiOf(routes: Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const path = `/api${route.endpoint.path.replace(/:(\w+)/g, "{$1}")}`;
    (paths[path] ??= {})[route.endpoint.method.toLowerCase()] = operationOf(route, routes);
  }
  const headings = new Set(routes.flatMap(({ heading }) => heading ?? []));
  return {
    openapi: "3.1.0",
    info: { title: "Chiron", version: "0.1.0", description: about },
    servers: [{ url: "/" }],
    security: [{ key: [] }, { cookie: [] }],
    tags: [...headings].map((name) => ({ name })),
    paths,
    components,
  };
}

function operationOf(route: Route, routes: Route[]): Record<string, unknown> {
  const { endpoint, heading } = route;
  const isRead = endpoint.method === "GET";
  return {
    operationId: operationIdOf(endpoint),
    ...(heading === undefined ? {} : { tags: [heading] }),
    summary: endpoint.summary,
    description: whoMay(endpoint),
    "x-may": endpoint.may,
    ...(endpoint.may === "anyone" ? { security: [] } : {}),
    parameters: [
      ...parametersOf(endpoint.params, "path"),
      ...parametersOf(endpoint.query, "query"),
      ...headersOf(route, routes),
    ],
    ...bodyOf(endpoint),
    responses: {
      200: {
        description: "Done",
        ...(isRead ? { headers: { etag: { $ref: "#/components/headers/ETag" } } } : {}),
        content: contentOf(endpoint),
      },
      ...(isRead ? { 304: { description: "What you have, by If-None-Match, is what there is." } } : {}),
      default: { $ref: "#/components/responses/Refused" },
    },
  };
}

/** A name for generated clients: GET /people/:id/access is getPeopleByIdAccess. */
function operationIdOf({ method, path }: Endpoint): string {
  const words = path.split(/[/-]/).filter((word) => word !== "");
  const name = words.map((word) => (word.startsWith(":") ? `By${capital(word.slice(1))}` : capital(word))).join("");
  return method.toLowerCase() + name;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function whoMay({ may }: Endpoint): string {
  if (may === "anyone") return "Needs no session.";
  return may === "take part" ? "Needs a session." : `Needs the capability "${may}".`;
}

function headersOf(route: Route, routes: Route[]): unknown[] {
  const { method, isShownOnce } = route.endpoint;
  if (method === "GET") return [ref("IfNoneMatch")];
  if (route.kind === "open") return [];
  const isRepeatable = method === "POST" && route.rollback !== true && isShownOnce !== true;
  return [
    ...(isRepeatable ? [ref("IdempotencyKey")] : []),
    ...(route.rollback !== true && compared(route, routes) !== null ? [ref("IfMatch")] : []),
  ];
}

function ref(name: string): { $ref: string } {
  return { $ref: `#/components/parameters/${name}` };
}

function bodyOf({ method, body, takesFiles }: Endpoint): Record<string, unknown> {
  if (method === "GET" || body instanceof z.ZodUndefined) return {};
  const required = !body.safeParse(undefined).success;
  const schema = schemaOf(body, "input");
  const content = takesFiles
    ? { [filesType]: { schema: filesSchema, "x-line": schema } }
    : { "application/json": { schema } };
  return { requestBody: { required, content } };
}

/** No schema can say what stands behind the line; what the line itself says is beside it, as `x-line`. */
const filesSchema = {
  type: "string",
  format: "binary",
  description:
    "One line of JSON, as x-line has it, with a line break behind it; then the bytes of its files, one file behind the other, as many of each as the line says.",
};

function contentOf({ reply, tellsProgress, isDownload }: Endpoint): Record<string, unknown> {
  if (isDownload) return { "*/*": { schema: { type: "string", format: "binary" } } };
  const schema = schemaOf(reply, "output");
  const whole = { "application/json": { schema } };
  if (tellsProgress !== true) return whole;
  const line = {
    description:
      "One of these a line: progress each time, and last the reply or the problem. Hanging up stops the work.",
    oneOf: [
      schemaOf(Progress, "output"),
      { type: "object", required: ["reply"], properties: { reply: schema } },
      { type: "object", required: ["problem"], properties: { problem: { $ref: "#/components/schemas/Problem" } } },
    ],
  };
  return { ...whole, [progressType]: { schema: line } };
}

function parametersOf(shape: z.ZodType, place: "path" | "query"): unknown[] {
  const { properties = {}, required = [] } = schemaOf(shape, "input") as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema,
  }));
}

function schemaOf(shape: z.ZodType, io: "input" | "output"): unknown {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, {
    io,
    unrepresentable: "any",
    // The name of the format says it; the patterns of ids and days would be half of the document.
    override: ({ jsonSchema }) => void (jsonSchema.format !== undefined && delete jsonSchema.pattern),
  }) as Record<string, unknown>;
  return schema;
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "rule", "faults"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "The address of a page about the rule." },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string", description: "What to do, in plain words." },
    rule: { type: "string", description: "Which rule said no, for programs." },
    faults: {
      type: "array",
      items: {
        type: "object",
        required: ["field", "because"],
        properties: { field: { type: "string" }, because: { type: "string" } },
      },
    },
    id: { type: "string", description: "Names the accident in the server's log; only with 500." },
  },
};

const components = {
  securitySchemes: {
    key: { type: "http", scheme: "bearer", description: "A personal API key, from the account page." },
    cookie: {
      type: "apiKey",
      in: "cookie",
      name: "chiron",
      description: "A session in the browser; over https its name is __Host-chiron.",
    },
  },
  parameters: {
    IdempotencyKey: {
      name: "Idempotency-Key",
      in: "header",
      required: false,
      description: "The same key with the same request answers what it answered before, and does nothing twice.",
      schema: { type: "string", minLength: 8, maxLength: 200 },
    },
    IfNoneMatch: {
      name: "If-None-Match",
      in: "header",
      required: false,
      description: "The ETag of what you have: answered with 304 when that is what there is.",
      schema: { type: "string" },
    },
    IfMatch: {
      name: "If-Match",
      in: "header",
      required: false,
      description:
        "The ETag with which you read this address, or the nearest one above it: refused with 412 when it has changed since.",
      schema: { type: "string" },
    },
  },
  headers: {
    ETag: { description: "Names what was read, for If-None-Match and If-Match.", schema: { type: "string" } },
  },
  responses: {
    Refused: {
      description: "Refused, and nothing was changed",
      content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
    },
  },
  schemas: { Problem: problemSchema },
};
