// OpenAPI 3.1 out of the same declarations that the server checks requests with.
import { z } from "zod";
import type { Endpoint } from "../core/endpoint.ts";
import { Progress, toldType } from "../core/told.ts";
import type { Route } from "./serve.ts";

export function openapiOf(routes: Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const { endpoint } of routes) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, "{$1}")}`;
    const operation = {
      summary: endpoint.summary,
      description:
        endpoint.may === "anyone"
          ? "Needs no session."
          : endpoint.may === "take part"
            ? "Needs a session."
            : `Needs the capability "${endpoint.may}".`,
      parameters: [...parametersOf(endpoint.params, "path"), ...parametersOf(endpoint.query, "query")],
      ...(endpoint.method === "GET" || endpoint.body instanceof z.ZodUndefined
        ? {}
        : {
            requestBody: {
              required: true,
              content: { "application/json": { schema: schemaOf(endpoint.body, "input") } },
            },
          }),
      responses: {
        200: { description: "Done", content: contentOf(endpoint) },
        default: {
          description: "Refused",
          content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
        },
      },
    };
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operation;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Chiron",
      version: "0.1.0",
      description: "Everything on screen is here. What you may not see is absent, not forbidden.",
    },
    security: [{ key: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        key: { type: "http", scheme: "bearer" },
        cookie: { type: "apiKey", in: "cookie", name: "chiron" },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function contentOf({ reply, tellsProgress }: Endpoint): Record<string, unknown> {
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
  return { ...whole, [toldType]: { schema: line } };
}

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "detail", "rule", "faults"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    rule: { type: "string" },
    faults: {
      type: "array",
      items: { type: "object", properties: { field: { type: "string" }, because: { type: "string" } } },
    },
    id: { type: "string" },
  },
};

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
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { io, unrepresentable: "any" }) as Record<string, unknown>;
  return schema;
}
