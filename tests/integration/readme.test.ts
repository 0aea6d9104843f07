import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Newsroom, ROOT, startNewsroom } from '../helpers/newsroom';

const README = readFileSync(path.join(ROOT, 'README.md'), 'utf8');

/** Fenced blocks in their order: language and content. */
const BLOCKS = [...README.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', content = '']) => ({ language, content }));

interface Example {
  readonly request: string;
  /** Undefined for a GraphQL query. */
  readonly address: string | undefined;
  readonly answer: string;
}

const EXAMPLES = BLOCKS.flatMap(({ language, content }, index): Example[] => {
  const answer = BLOCKS[index + 1]?.content ?? '';
  const [, address] = /^\$ curl -g '([^']+)'/.exec(content) ?? [];
  if (language === 'graphql') return [{ request: content, address: undefined, answer }];
  return address === undefined ? [] : [{ request: address, address, answer }];
});

/** Ids are chosen anew in every database. */
const withoutIds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === 'id' || key === 'documentId' ? typeof part : part)));

describe('the README', () => {
  let newsroom: Newsroom;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.importPages([path.join(ROOT, 'seeds')]);
  });

  afterAll(() => newsroom.stop());

  it('shows examples of REST and of GraphQL', () => {
    expect(EXAMPLES.filter(({ address }) => address !== undefined).length).toBeGreaterThanOrEqual(3);
    expect(EXAMPLES.filter(({ address }) => address === undefined).length).toBeGreaterThanOrEqual(1);
  });

  it.each(EXAMPLES)('gives the answer that $request really has', async ({ request, address, answer }) => {
    const { body } = address === undefined ? await newsroom.graphql(request) : await newsroom.get(address.replace(/^.*:1337/, ''));
    expect(withoutIds(JSON.parse(answer))).toEqual(withoutIds(body));
  });

  it('names only files and folders that there are', () => {
    const importer = 'src/plugins/importer/server/src';
    const named = [...README.matchAll(/`([\w.…/-]+\/[\w.…/-]*)`/g)].map(([, name = '']) => name.replace(/^…/, importer));
    const inProject = named.filter((name) => /^(src|config|seeds|tests|database)\//.test(name));
    expect(inProject.length).toBeGreaterThan(15);
    expect(inProject.filter((name) => !existsSync(path.join(ROOT, name)))).toEqual([]);
    for (const [, picture = ''] of README.matchAll(/!\[[^\]]*\]\(([^)]+)\)/g))
      expect([picture, existsSync(path.join(ROOT, picture))]).toEqual([picture, true]);
  });

  it('names only scripts that there are', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as { scripts: Record<string, string> };
    const named = [...README.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name]) => name);
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(Object.keys(scripts)).toContain(name);
  });

  it('tells every variable of the configuration, and every option of the commands', () => {
    const sources = ['environment', 'database-environment', 'secrets'].map((name) =>
      readFileSync(path.join(ROOT, `src/environment/${name}.ts`), 'utf8'),
    );
    const variables = new Set(sources.join('\n').match(/\b[A-Z]+(?:_[A-Z]+)+\b|\b(?:HOST|PORT)\b/g));
    for (const notAVariable of ['CLIENT_OF_SCHEME', 'NEVER']) variables.delete(notAVariable);
    expect(variables.size).toBeGreaterThan(25);
    for (const name of variables) expect(README).toContain(`\`${name}\``);

    const commands = ['options', 'import-command'].map((name) => readFileSync(path.join(ROOT, `src/cli/${name}.ts`), 'utf8'));
    const options = commands.join('\n').match(/'--[\w-]+/g) ?? [];
    expect(options.length).toBeGreaterThanOrEqual(5);
    for (const option of options) expect(README).toContain(`\`${option.slice(1)}`);
  });
});
