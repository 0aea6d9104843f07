import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Script } from 'node:vm';
import ts from 'typescript';
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

/** Ids are chosen anew in every database, and cursors hold them. */
const CHOSEN = ['id', 'documentId', 'next', 'previous'];

const withoutIds = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (key, part: unknown) =>
      CHOSEN.includes(key) && ['string', 'number'].includes(typeof part) ? typeof part : part,
    ),
  );

/** Compiles a text as strictly as Newsroom itself. @returns what the compiler complains about, and the JavaScript. */
function compile(text: string): { readonly problems: readonly string[]; readonly script: string } {
  const options: ts.CompilerOptions = {
    strict: true,
    noUncheckedIndexedAccess: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.CommonJS,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    types: [],
  };
  const name = '/client.ts';
  const usual = ts.createCompilerHost(options);
  const scripts: string[] = [];
  const host: ts.CompilerHost = {
    ...usual,
    fileExists: (file) => file === name || usual.fileExists(file),
    getSourceFile: (file, version) => (file === name ? ts.createSourceFile(file, text, version) : usual.getSourceFile(file, version)),
    writeFile: (_file, script) => scripts.push(script),
  };
  const program = ts.createProgram([name], options, host);
  const problems = ts.getPreEmitDiagnostics(program).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  program.emit();
  return { problems, script: scripts.join('') };
}

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

  it('has a client that compiles, and reads the whole feed', async () => {
    const example = BLOCKS.find(({ language, content }) => language === 'ts' && content.includes('readFeed('))?.content ?? '';
    const { problems, script } = compile(example);
    expect(problems).toEqual([]);

    const client = { exports: {} as { readFeed: (base: string, locale: string) => AsyncGenerator<{ title: string }> } };
    const load = new Script(`(exports) => {${script}}`).runInThisContext() as (exports: object) => void;
    load(client.exports);
    const { httpServer } = newsroom.strapi.server;
    await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve));
    const { port } = httpServer.address() as AddressInfo;
    const titles: string[] = [];
    for await (const { title } of client.exports.readFeed(`http://127.0.0.1:${port}`, 'en')) titles.push(title);
    expect(titles).toHaveLength(8);
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
