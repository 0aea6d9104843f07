import { type BulkApp, startBulkApp } from '../helpers/bulk-app';
import { REPORT } from '../helpers/bulk-reports';
import { tablesAfter } from '../helpers/table-rows';

describe('documents that were written in bulk', () => {
  let app: BulkApp;

  beforeAll(async () => {
    app = await startBulkApp();
  });

  afterAll(() => app.stop());

  const section = (heading: string) => ({ heading, picture: { caption: heading } });
  const report = { documentId: 'report', locale: 'en', status: 'published' as const };
  const created = {
    uid: REPORT,
    action: 'create' as const,
    items: [{ ...report, data: { title: 'One', sections: [section('A'), section('B')], zone: [] } }],
  };
  const edits = [
    {
      uid: REPORT,
      action: 'update' as const,
      items: [{ documentId: 'report', locale: 'en', data: { title: 'Two', sections: [section('C')] } }],
    },
    { uid: REPORT, action: 'publish' as const, items: [{ documentId: 'report', locale: 'en' }] },
    {
      uid: REPORT,
      action: 'update' as const,
      items: [{ documentId: 'report', locale: 'fr', status: 'published' as const, data: { title: 'Deux' } }],
    },
    { uid: REPORT, action: 'unpublish' as const, items: [{ documentId: 'report', locale: 'en' }] },
  ];

  it('are edited and published by the Document Service as its own are', async () => {
    const own = await tablesAfter(app.strapi, () => app.oneByOne([created, ...edits]));
    const bulk = await tablesAfter(app.strapi, async () => {
      await app.inBulk([created]);
      await app.oneByOne(edits);
    });
    expect(bulk).toEqual(own);
  });

  it('share what is not localised between their locales', async () => {
    const place = { documentId: 'report', locale: 'en' };
    const french = { documentId: 'report', locale: 'fr' };
    const stamped = (caption: string) => ({ shared: caption, stamped: [{ caption }, { caption: 'same' }] });
    const steps = [
      { uid: REPORT, action: 'create' as const, items: [{ ...place, data: { title: 'One', ...stamped('first') } }] },
      { uid: REPORT, action: 'update' as const, items: [{ ...french, data: { title: 'Un' } }] },
      { uid: REPORT, action: 'update' as const, items: [{ ...place, data: stamped('second') }] },
      { uid: REPORT, action: 'update' as const, items: [{ ...french, data: stamped('third') }] },
      { uid: REPORT, action: 'update' as const, items: [{ ...french, data: { title: 'Deux', stamped: [] } }] },
    ];
    const own = await tablesAfter(app.strapi, () => app.oneByOne(steps));
    expect(await tablesAfter(app.strapi, () => app.inBulk(steps))).toEqual(own);
  });

  it('share them in what is published too', async () => {
    const item = (locale: string, data: object) => ({
      documentId: 'report',
      locale,
      status: 'published' as const,
      data: { title: locale, ...data },
    });
    const captions = await app.strapi.db.transaction(async ({ rollback }: { rollback: () => Promise<void> }) => {
      const writer = app.writer(REPORT);
      await writer.create([item('en', { shared: 'first' })]);
      await writer.update([item('fr', {})]);
      await writer.update([item('en', { shared: 'second' })]);
      const rows: unknown = await app.strapi.db
        .query(REPORT)
        .findMany({ where: { publishedAt: { $ne: null } }, select: ['locale', 'shared'], orderBy: 'locale' });
      await rollback();
      return rows;
    });
    expect(captions).toMatchObject([
      { locale: 'en', shared: 'second' },
      { locale: 'fr', shared: 'second' },
    ]);
  });

  it('take new ids after them: the counters of the database have moved on', async () => {
    await app.inBulk([created]);
    const other = await app.strapi
      .documents(REPORT as never)
      .create({ data: { title: 'Other' } as never, locale: 'en', status: 'published' });
    expect(Number(other.id)).toBeGreaterThan(2);
    await app.writer(REPORT).delete(['report', String(other.documentId)].map((documentId) => ({ documentId, locale: '*' })));
  });

  it('raise no event and run no lifecycle', async () => {
    const { strapi } = app;
    const heard: string[] = [];
    const unsubscribe = strapi.eventHub.subscribe((name) => {
      heard.push(name);
      return Promise.resolve();
    });
    strapi.db.lifecycles.subscribe({
      models: [REPORT],
      beforeCreate: () => void heard.push('lifecycle'),
      beforeCreateMany: () => void heard.push('lifecycle'),
    });
    await app.inBulk([created]);
    await app.inBulk([{ uid: REPORT, action: 'delete', items: [{ documentId: 'report', locale: '*' }] }]);
    unsubscribe();
    expect(heard).toEqual([]);
  });

  it('go with the transaction around them', async () => {
    const { strapi } = app;
    const before = await tablesAfter(strapi, () => Promise.resolve());
    const failed = strapi.db.transaction(async () => {
      await app.inBulk([created]);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await tablesAfter(strapi, () => Promise.resolve())).toEqual(before);
  });

  it('may be more than one statement can hold', async () => {
    const { strapi } = app;
    const documents = Array.from({ length: 1200 }, (_, index) => ({
      ...report,
      documentId: `many${index}`,
      data: { title: `T${index}`, sections: [section('A')] },
    }));
    const rows = () => strapi.db.query(REPORT).count({});
    const writer = app.writer(REPORT);
    expect(await writer.create(documents)).toEqual(documents.map(({ documentId }) => documentId));
    expect(await rows()).toBe(2400);
    await writer.update(documents.map(({ documentId, locale, status }) => ({ documentId, locale, status, data: { count: 1 } })));
    expect(await strapi.db.query(REPORT).count({ where: { count: 1 } })).toBe(2400);
    await writer.delete(documents);
    expect(await rows()).toBe(0);
  });
});
