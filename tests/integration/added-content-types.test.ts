import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';

const DRAFT = 'Still being written';

interface Role {
  readonly id: number;
  readonly type: string;
  readonly permissions: Record<string, { controllers: Record<string, Record<string, { enabled: boolean }>> }>;
}

/** As somebody adds content types to Newsroom: `notice` with drafts and a component, `topic` without drafts but with notices. */
describe('a content type that a developer has added', () => {
  let newsroom: Newsroom;
  let token: Record<string, string>;

  /** Grants or takes actions of the public role, as the panel does under Settings → Roles. */
  async function setPublic(enabled: boolean, actions: readonly (readonly [type: string, action: string])[]): Promise<void> {
    const headers = await panelLogin(newsroom);
    const { roles } = (await newsroom.get('/users-permissions/roles', headers)).body as unknown as { roles: Role[] };
    const address = `/users-permissions/roles/${roles.find(({ type }) => type === 'public')?.id}`;
    const { role } = (await newsroom.get(address, headers)).body as unknown as { role: Role };
    for (const [type, action] of actions) {
      const given = role.permissions[`api::${type}`]?.controllers[type]?.[action];
      if (given === undefined) throw new Error(`The panel offers no ${action} of ${type}`);
      given.enabled = enabled;
    }
    expect((await newsroom.send('put', address, role, headers)).status).toBe(200);
  }

  const READING = ['notice', 'topic'].flatMap((type) => ['find', 'findOne'].map((action) => [type, action] as const));

  beforeAll(async () => {
    newsroom = await startNewsroom({ added: 'added-types' });
    token = await apiToken(newsroom);
    const write = async (type: string, data: object, query = '') => {
      const answer = await newsroom.send('post', `/api/${type}${query}`, { data }, token);
      expect(answer.status).toBe(201);
      return (answer.body.data as { documentId: string }).documentId;
    };
    const parent = await write('topics', { name: 'Town' });
    const topic = await write('topics', { name: 'Harbour', parent });
    const notice = await write('notices', {
      text: 'The bridge is closed',
      secret: 'by night',
      place: { name: 'Bridge', topic },
      topics: [topic],
    });
    await newsroom.send('put', `/api/notices/${notice}?status=draft`, { data: { text: DRAFT } }, token);
    const draft = await write('notices', { text: DRAFT }, '?status=draft');
    await write('topics', { name: 'Ferries', featured: draft, chosen: [draft, notice] });
    await write('topics', { name: 'Bridges', featured: notice });
  });

  afterAll(() => newsroom.stop());

  it('is not public until somebody says so', async () => {
    for (const path of ['/api/notices', '/api/notice-board', '/api/topics']) expect((await newsroom.get(path)).status).toBe(403);
  });

  describe('once the public role may find it', () => {
    beforeAll(() => setPublic(true, READING));

    it('answers as in any Strapi', async () => {
      for (const path of ['/api/notices', '/api/notice-board']) {
        const { status, body } = await newsroom.get(path);
        expect([status, body.data]).toEqual([200, [expect.objectContaining({ text: 'The bridge is closed' })]]);
      }
      const { body } = await newsroom.graphql('{ notices { text place { name } topics { name } } topics(sort: "name") { name } }');
      expect(body.data).toEqual({
        notices: [{ text: 'The bridge is closed', place: { name: 'Bridge' }, topics: [{ name: 'Harbour' }] }],
        topics: ['Bridges', 'Ferries', 'Harbour', 'Town'].map((name) => ({ name })),
      });
    });

    it.each([
      'populate=*',
      'populate=place,topics,article',
      'populate[place][populate]=picture',
      'populate[topics][fields]=name',
      'filters[topics][name]=Harbour',
      'filters[place][name][$eq]=Bridge',
      'sort=topics.name',
    ])('may be asked with %s', async (query) => {
      const { status, text } = await newsroom.get(`/api/notices?${query}`);
      expect([status, text]).toEqual([200, expect.stringContaining('The bridge is closed')]);
      expect(text).not.toContain('by night');
    });

    it.each([
      ...[
        'notices?status=draft',
        'notices?publicationFilter=modified&status=draft',
        'notice-board?status=draft',
        'notices?populate=*&status=draft',
      ],
      ...['topics?populate=*', 'topics?populate=featured,chosen', 'topics?populate[featured][fields]=text&status=draft'],
    ])('holds no drafts: %s', async (path) => {
      const { status, text } = await newsroom.get(`/api/${path}`);
      expect(status).toBe(200);
      expect(text).not.toContain(DRAFT);
    });

    it.each([
      ...[
        'notices?populate[topics][populate]=featured',
        'notices?populate=topics.featured',
        'notices?populate=createdBy',
        'topics?populate=children',
      ],
      ...[
        'notices?populate[place][populate]=topic',
        'notices?populate[place][populate][picture][populate]=related',
        'topics?populate[chosen][filters][text]=a',
      ],
      ...[
        'topics?filters[featured][text][$startsWith]=Still',
        'topics?filters[chosen][text]=a',
        'topics?sort=featured.text',
        'notices?filters[secret]=by night',
      ],
    ])('is not asked for what leads further: %s', async (path) => {
      expect((await newsroom.get(`/api/${path}`)).status).toBe(400);
    });

    it.each([
      ...['notices(status: DRAFT) { text }', 'notices_connection(status: DRAFT, publicationFilter: MODIFIED) { nodes { text } }'],
      ...[
        'topics { featured { text } chosen { text } chosen_connection { nodes { text } } }',
        'topics(status: DRAFT) { featured { text } }',
      ],
    ])('holds no drafts over GraphQL: %s', async (query) => {
      const { status, text } = await newsroom.graphql(`{ ${query} }`);
      expect(status).toBe(200);
      expect(text).not.toContain(DRAFT);
    });

    it.each([
      ...['topics(filters: { featured: { text: { startsWith: "Still" } } }) { name }', 'topics(sort: "featured.text") { name }'],
      ...[
        'topics { chosen(sort: "article.title") { text } }',
        'topics(filters: { or: [{ not: { chosen: { text: { eq: "a" } } } }] }) { name }',
      ],
      'notices { topics(filters: { chosen: { text: { startsWith: "Still" } } }) { name } }',
    ])('is not asked by what drafts hold over GraphQL: %s', async (query) => {
      const { body } = await newsroom.graphql(`{ ${query} }`);
      expect(body.errors[0].extensions.code).toBe('BAD_USER_INPUT');
    });

    it('holds drafts for who has an API token', async () => {
      expect((await newsroom.get('/api/notices?status=draft', token)).text).toContain(DRAFT);
      expect((await newsroom.graphql('{ notices(status: DRAFT) { text } }', token)).text).toContain(DRAFT);
      expect((await newsroom.get('/api/topics?populate[chosen][populate]=topics', token)).status).toBe(200);
    });

    it('lets drafts be handed in where the public may create, and does not publish them', async () => {
      await setPublic(true, [['notice', 'create']]);
      const { status } = await newsroom.send('post', '/api/notices?status=draft', { data: { text: 'A tip' } });
      expect(status).toBe(201);
      expect((await newsroom.get('/api/notices')).text).not.toContain('A tip');
      expect((await newsroom.send('post', '/api/notices?populate[topics][populate]=*', { data: {} })).status).toBe(400);
    });
  });

  it('is closed again once that is taken back', async () => {
    await setPublic(false, READING);
    expect((await newsroom.get('/api/notices')).status).toBe(403);
  });
});
