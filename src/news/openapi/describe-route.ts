import { z } from 'zod';
import { IN_OPENAPI } from '../parameters';
import type { Route } from '../routing/route';

type Json = Readonly<Record<string, unknown>>;

interface Parameter extends Json {
  readonly name: string;
  readonly in: string;
}

/** What the description of the API tells of a route. */
export interface Described {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  readonly answer: Route['answer'];
}

/** A parameter is a text on its way here, whatever it becomes. */
function schemaOf(field: z.ZodType): Json {
  return z.toJSONSchema(field, {
    io: 'input',
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      const described = z.globalRegistry.get(zodSchema)?.[IN_OPENAPI];
      if (typeof described !== 'object' || described === null) return;
      for (const key of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, key);
      Object.assign(jsonSchema, described);
    },
  });
}

function describeParameter(path: string, name: string, field: z.ZodType): Parameter {
  const { $schema: _dialect, [IN_OPENAPI]: _own, description, ...schema } = schemaOf(field);
  const isInPath = path.includes(`{${name}}`);
  return {
    name,
    in: isInPath ? 'path' : 'query',
    required: isInPath || !field.safeParse(undefined).success,
    ...(description === undefined ? {} : { description }),
    schema,
  };
}

/** Describes a route of the news API by its own schemas. */
export function describeRoute({ method, path, summary, parameters, answer }: Route): Described {
  const shape = Object.entries<z.ZodType>(parameters.shape);
  return { method, path, summary, parameters: shape.map(([name, field]) => describeParameter(path, name, field)), answer };
}
