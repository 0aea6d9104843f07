import { z } from 'zod';
import type { Described } from './describe-route';

type Json = Record<string, unknown>;

const problem = z
  .object({
    data: z.null(),
    error: z.object({ status: z.int(), name: z.string(), message: z.string(), details: z.looseObject({}).optional() }),
  })
  .meta({ id: 'Problem' });

/** Schemas with an id stand among the components of the document, and are named where they are used. */
function createComponents() {
  const schemas: Json = {};
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref, $defs, $schema: _dialect, ...rest } = value as Json;
    // A property may be called so, too.
    if (typeof rest['id'] === 'string') delete rest['id'];
    for (const [name, schema] of Object.entries(($defs ?? {}) as Json)) schemas[name] ??= place(schema);
    const placed = Object.entries(rest).map(([key, part]) => [key, place(part)] as const);
    return {
      ...Object.fromEntries(placed),
      ...(typeof $ref === 'string' ? { $ref: $ref.replace('#/$defs/', '#/components/schemas/') } : {}),
    };
  };
  // Within another schema one with an id becomes a reference, and is told beside it.
  const collect = (schema: z.ZodType): unknown => {
    const whole = place(z.toJSONSchema(z.object({ of: schema }), { target: 'draft-2020-12' })) as { properties: Json };
    return whole.properties['of'];
  };
  return { schemas, collect };
}

const PROBLEMS = { '400': 'The request is not understood', '403': 'The public may not read this', '404': 'There is nothing here' };

/** An OpenAPI 3.1 document of routes: https://spec.openapis.org/oas/v3.1.0 */
export function writeOpenapi(routes: readonly Described[], url: string): object {
  const { schemas, collect } = createComponents();
  const problems = Object.entries(PROBLEMS).map(([status, description]) => [
    status,
    { description, content: { 'application/json': { schema: collect(problem) } } },
  ]);
  const paths: Record<string, Json> = {};
  for (const { method, path, summary, parameters, answer } of routes) {
    const isOther = 'mediaType' in answer;
    const content = isOther
      ? { [answer.mediaType.split(';')[0] ?? '']: { schema: { type: 'string' } } }
      : { 'application/json': { schema: collect(answer) } };
    paths[path] = {
      ...paths[path],
      [method.toLowerCase()]: {
        summary,
        parameters,
        responses: { '200': { description: summary, content }, ...(Object.fromEntries(problems) as Json) },
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Newsroom', version: '1', description: 'What the public can read over REST' },
    servers: [{ url }],
    paths,
    components: { schemas },
  };
}
