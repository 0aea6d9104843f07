import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { type Newsroom, ROOT, startNewsroom } from '../helpers/newsroom';

/** `UPDATE_SCHEMA=1` writes it anew: what a change adds or takes away is then seen in its diff. */
const PUBLIC_SCHEMA = path.join(ROOT, 'tests/fixtures/public-schema.graphql');

describe('the GraphQL schema', () => {
  let newsroom: Newsroom;
  beforeAll(async () => {
    newsroom = await startNewsroom();
  });
  afterAll(() => newsroom.stop());

  it('is the one that was agreed on', () => {
    const api = newsroom.strapi.plugin('graphql').service<{ buildSchema: () => GraphQLSchema }>('content-api');
    const schema = `${printSchema(lexicographicSortSchema(api.buildSchema()))}\n`;
    if (process.env.UPDATE_SCHEMA === '1') writeFileSync(PUBLIC_SCHEMA, schema);
    expect(schema).toBe(readFileSync(PUBLIC_SCHEMA, 'utf8'));
  });

  it('holds nothing that the importer, Strapi or its paid features keep for themselves', () => {
    const schema = readFileSync(PUBLIC_SCHEMA, 'utf8');
    expect(schema).not.toMatch(/importer|reviewWorkflow|contentReleases|apiToken|transferToken/i);
  });
});
