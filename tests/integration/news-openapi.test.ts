import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020';
import { type Newsroom, ROOT, startNewsroom } from '../helpers/newsroom';

interface Media {
  readonly schema: object;
}

interface Operation {
  readonly summary: string;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[];
  readonly responses: Readonly<Record<string, { readonly content: Readonly<Record<string, Media>> }>>;
}

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}

/** Queries that make an answer as full as it can be. */
const FULL: Readonly<Record<string, string>> = {
  '/api/articles': 'locale=en&populate=*',
  '/api/articles/{documentId}': 'locale=en&populate=*',
  '/api/search': 'q=harbour -boat&locale=en',
  '/api/categories': 'locale=en&populate=*',
  '/api/categories/{documentId}': 'locale=en&populate=*',
  '/api/tags': 'locale=en&populate=*',
  '/api/tags/{documentId}': 'locale=en&populate=*',
  '/api/authors': 'locale=en&populate=*',
  '/api/authors/{documentId}': 'locale=en&populate=*',
  '/api/partner-links': 'populate=*',
  '/api/partner-links/{documentId}': 'populate=*',
};
const LOCALISED = 'locale=en';

/** Routes of the news API whose articles are chosen with `fields` and `populate`. */
const CHOOSING = [
  '/api/feed',
  '/api/search',
  '/api/articles/most-read',
  '/api/articles/slug/{slug}',
  '/api/articles/{documentId}/previous',
  '/api/articles/{documentId}/next',
];

describe('the description of the API', () => {
  let newsroom: Newsroom;
  let document: Document;
  const inPath: Record<string, string> = {};
  const documentIds: Record<string, string> = {};

  const validatorOf = (schema: object): ValidateFunction => {
    const ajv = new Ajv({ strict: false, formats: { 'date-time': true, uri: true } });
    return ajv.compile({ ...schema, components: document.components });
  };

  beforeAll(async () => {
    newsroom = await startNewsroom();
    await newsroom.importPages([path.join(ROOT, 'seeds')]);
    const { documents } = newsroom.strapi;
    const [story] = await documents('api::article.article').findMany({ locale: 'en', sort: 'datePublished:desc' });
    const linked: Record<string, string[]> = {};
    for (const [name, uid] of [
      ['tags', 'api::tag.tag'],
      ['authors', 'api::author.author'],
    ] as const) {
      const { documentId } = await documents(uid).create({ data: { name: 'Harbour' }, locale: 'en' });
      documentIds[name] = documentId;
      linked[name] = [documentId];
    }
    const data = { ...linked, dateModified: '2024-03-01T00:00:00.000Z' } as never;
    await documents('api::article.article').update({ documentId: story?.documentId ?? '', locale: 'en', data, status: 'published' });
    document = (await newsroom.get('/api/openapi.json')).body as unknown as Document;
    const first = async (address: string) => ((await newsroom.get(address)).body.data as Record<string, string>[])[0] ?? {};
    const article = await first('/api/articles?locale=en&sort=datePublished:desc');
    Object.assign(inPath, { slug: article['slug'], number: '1' });
    documentIds['articles'] = article['documentId'] ?? '';
    documentIds['categories'] = (await first('/api/categories?locale=en'))['documentId'] ?? '';
    documentIds['partner-links'] = (await first('/api/partner-links'))['documentId'] ?? '';
  });

  afterAll(() => newsroom.stop());

  const addressOf = (route: string, { parameters }: Operation) => {
    const [, , collection = ''] = route.split('/');
    const values: Record<string, string> = { ...inPath, documentId: documentIds[collection] ?? '' };
    const address = route.replace(/\{(\w+)\}/g, (_match, name: string) => encodeURIComponent(values[name] ?? `no ${name}`));
    const query = FULL[route] ?? (parameters.some(({ name }) => name === 'locale') ? LOCALISED : '');
    return `${address}?${query}`;
  };

  it('is an OpenAPI document of every public route', () => {
    expect(document.openapi).toMatch(/^3\.1/);
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining([
        '/api/feed',
        '/api/articles/slug/{slug}',
        '/api/articles/{documentId}/previous',
        '/api/articles/{documentId}/next',
        '/api/articles/most-read',
        '/api/openapi.json',
        '/api/articles',
        '/api/articles/{documentId}',
        '/api/categories',
        '/api/tags',
        '/api/authors/{documentId}',
        '/api/partner-links',
        '/api/site',
      ]),
    );
    for (const [route, operations] of Object.entries(document.paths)) {
      for (const { parameters } of Object.values(operations)) {
        const told = parameters.filter(({ in: place }) => place === 'path').map(({ name }) => name);
        expect([route, told]).toEqual([route, [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)]);
      }
    }
  });

  it('tells what every route really answers', async () => {
    const called: string[] = [];
    for (const [route, operations] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(operations)) {
        const address = addressOf(route, operation);
        const answer = method === 'get' ? await newsroom.get(address) : await newsroom.send('post', address, {});
        expect([address, answer.status, answer.text.slice(0, 200)]).toEqual([address, 200, expect.anything()]);
        const [[type, media] = ['', undefined]] = Object.entries(operation.responses['200']?.content ?? {});
        const { headers } = answer as unknown as { headers: Record<string, string> };
        expect([address, headers['content-type']]).toEqual([address, expect.stringContaining(type)]);
        if (media === undefined || type !== 'application/json') continue;
        const validate = validatorOf(media.schema);
        expect([address, validate(answer.body), validate.errors]).toEqual([address, true, null]);
        called.push(route);
      }
    }
    expect(called.length).toBeGreaterThanOrEqual(13);
  });

  it('tells what is answered to who chooses fields and links', async () => {
    for (const route of CHOOSING) {
      const get = document.paths[route]?.['get'];
      if (get === undefined) throw new Error(`${route} is not described`);
      const validate = validatorOf(get.responses['200']?.content['application/json']?.schema ?? {});
      for (const choice of ['fields=title,dateModified&populate=tags,authors', 'fields=*&populate=*', 'populate=cover', 'fields=slug']) {
        const address = `${addressOf(route, get)}&${choice}`;
        const { status, body } = await newsroom.get(address);
        expect([address, status, validate(body), validate.errors]).toEqual([address, 200, true, null]);
      }
    }
  });

  it('tells what problems look like', async () => {
    for (const [route, operations] of Object.entries(document.paths)) {
      const operation = operations['get'];
      if (operation === undefined) continue;
      const answer = await newsroom.get(`${addressOf(route, operation)}&nothing=1`);
      const validate = validatorOf(operation.responses['400']?.content['application/json']?.schema ?? {});
      expect([route, answer.status, validate(answer.body), validate.errors]).toEqual([route, 400, true, null]);
    }
  });
});
