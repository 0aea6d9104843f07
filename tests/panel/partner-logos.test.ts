import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { LOGO_BOX } from '../../src/logos/normalise-logo';
import { box, FILE, logo, PARTNER, type Picture, useLogos } from '../helpers/logo-bench';
import { temporaryFolder } from '../helpers/newsroom';

const PANEL = `/content-manager/collection-types/${PARTNER}`;

const drawing = (size: string, content: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`);
const SQUARE = '<rect x="25" y="25" width="50" height="50" fill="red"/>';

const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 };

describe("partners' logos", () => {
  const { bench, http, upload, picked, replace, partner, logoOf, filesThere, pixels } = useLogos();

  const NORMALISED = { mime: 'image/webp', width: LOGO_BOX.width, height: 107 };

  it('are trimmed, fitted and WebP when picked in the panel; the picture stays in the library', async () => {
    const original = await picked(await logo());
    const { body } = await bench.newsroom.send('post', PANEL, { name: 'Panel', logo: original }, bench.panel);
    const { documentId } = body.data as { documentId: string };

    const linked = (await logoOf(documentId)) as Picture;
    expect(linked).toMatchObject({ ...NORMALISED, name: 'Парус.webp' });
    const [red = 0, green = 255] = (await pixels(linked)).data;
    expect([red > 230, green < 30]).toEqual([true, true]);
    expect(linked.id).not.toBe(original.id);
    expect(await bench.newsroom.strapi.db.query(FILE).findOne({ where: { id: original.id } })).toMatchObject({
      width: 1000,
      mime: 'image/png',
    });
  });

  it('stay when the panel saves the partner again', async () => {
    const original = await picked(await logo(NOTHING));
    const { body } = await bench.newsroom.send('post', PANEL, { name: 'Saved twice', logo: original }, bench.panel);
    const { documentId } = body.data as { documentId: string };
    const before = (await logoOf(documentId)) as Picture;
    const files = await filesThere();

    await bench.newsroom.send('put', `${PANEL}/${documentId}`, { name: 'Saved again', logo: before }, bench.panel);
    expect((await logoOf(documentId))?.id).toBe(before.id);
    expect([before.width, before.height, await filesThere()]).toEqual([NORMALISED.width, NORMALISED.height, files]);
  });

  it.each([
    ['an id', (id: number): unknown => id],
    ['an id as text', String],
    ['an object', (id: number) => ({ id })],
    ['a list', (id: number) => [id]],
    ['set', (id: number) => ({ set: [id] })],
    ['connect', (id: number) => ({ connect: [{ id }] })],
  ])('are normalised when they come over REST with a token, as %s', async (_shape, shape) => {
    const { id } = await picked(await logo());
    const { status, body } = await partner({ logo: shape(id) });
    expect(status).toBe(201);
    expect((body.data as { logo: Picture }).logo).toMatchObject(NORMALISED);
  });

  it('are not made anew when the same picture is named again', async () => {
    const { id } = await picked(await logo());
    const { body } = await partner({ logo: id });
    const { documentId, logo: before } = body.data as { documentId: string; logo: Picture };
    const files = await filesThere();
    await bench.newsroom.send('put', `/api/partner-links/${documentId}`, { data: { logo: id } }, bench.token);
    expect([(await logoOf(documentId))?.id, await filesThere()]).toEqual([before.id, files]);
  });

  it('are normalised when an upload links itself to a partner', async () => {
    const { body } = await partner({});
    const { documentId, id } = body.data as { documentId: string; id: number };
    const { status } = await upload('/api/upload', bench.token, await logo(), 'linked.png', {
      ref: PARTNER,
      refId: String(id),
      field: 'logo',
    });
    expect(status).toBe(201);
    expect(await logoOf(documentId)).toMatchObject({ ...NORMALISED, name: 'linked.webp' });
  });

  it.each([
    ['replaced by another picture', () => logo('black')],
    ['cropped', () => box(500, 500, 'red').png().toBuffer()],
  ])('are normalised at once when the logo of a partner is %s', async (_how, picture) => {
    const { id } = await picked(await logo());
    const { body } = await partner({ logo: id });
    const { documentId, logo: before } = body.data as { documentId: string; logo: Picture };
    const files = await filesThere();
    expect((await replace(before.id, await picture(), 'other.png')).status).toBe(200);

    const after = (await logoOf(documentId)) as Picture;
    expect([after.id === before.id, after.mime, after.height <= LOGO_BOX.height]).toEqual([false, 'image/webp', true]);
    expect(await filesThere()).toBe(files + 1);
    expect(await bench.newsroom.strapi.db.query(FILE).findOne({ where: { id: before.id } })).toMatchObject({ mime: 'image/png' });
    // Words about a logo make no other of it, and neither does saving the partner.
    await http()
      .post(`/upload?id=${after.id}`)
      .set(bench.panel)
      .field('fileInfo', JSON.stringify({ alternativeText: 'A sail' }));
    await bench.newsroom.send('put', `${PANEL}/${documentId}`, { name: 'Saved once more', logo: after }, bench.panel);
    expect(await logoOf(documentId)).toMatchObject({ id: after.id, alternativeText: 'A sail' });
    expect(await filesThere()).toBe(files + 1);
  });

  it('are normalised also when the picture that replaces one is as large as it, and of all partners that have it', async () => {
    const small = () => box(40, 20, 'blue').png().toBuffer();
    const { id } = await picked(await small());
    const first = (await partner({ logo: id })).body.data as { documentId: string; logo: Picture };
    const second = (await partner({ logo: first.logo.id })).body.data as { documentId: string; logo: Picture };
    expect(second.logo.id).toBe(first.logo.id);
    const large = await box(400, 200, 'blue').png().toBuffer();
    await replace(first.logo.id, large, 'same.png');
    // The same once more, with a mark that tells of just this size.
    const linkedNow = (await logoOf(first.documentId)) as Picture;
    const provider_metadata = { logoOf: id, size: Math.round(large.length / 10) / 100 };
    await bench.newsroom.strapi.db.query(FILE).update({ where: { id: linkedNow.id }, data: { provider_metadata } });
    await replace(linkedNow.id, large, 'same.png');
    for (const { documentId } of [first, second])
      expect(await logoOf(documentId)).toMatchObject({ mime: 'image/webp', width: 320, height: 160 });
    expect((await logoOf(first.documentId))?.id).not.toBe(linkedNow.id);
  });

  it('that are replaced by what is refused are linked to no one, and whoever did is told', async () => {
    const { id } = await picked(await logo());
    const { body } = await partner({ logo: id });
    const { documentId, logo: before } = body.data as { documentId: string; logo: Picture };
    const files = await filesThere();
    const huge = sharp({ create: { width: 9000, height: 5000, channels: 3, background: 'red' } }).png();
    const { status, error } = await replace(before.id, await huge.toBuffer(), 'huge.png');
    expect([status, error?.message]).toEqual([400, expect.stringContaining('9000 × 5000 pixels')]);
    expect([await logoOf(documentId), await filesThere()]).toEqual([null, files]);
  });

  it('are left alone when a picture is replaced that is no logo', async () => {
    const { id } = await picked(await logo());
    const files = await filesThere();
    expect((await replace(id, await logo('black'), 'other.png')).status).toBe(200);
    expect(await filesThere()).toBe(files);
    expect(await bench.newsroom.strapi.db.query(FILE).findOne({ where: { id } })).toMatchObject({ width: 1000, mime: 'image/png' });
  });

  it('are normalised when an import brings them, and its undoing takes both files away', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'logos'));
    writeFileSync(path.join(folder, 'logos', 'mayak.png'), await logo(NOTHING));
    writeFileSync(path.join(folder, 'site.json'), JSON.stringify({ partners: [{ name: 'Маяк', logo: 'logos/mayak.png' }] }));
    const files = await filesThere();

    const { run, problems } = await bench.newsroom.importPages([folder]);
    expect(problems).toEqual([]);
    const [found] = await bench.newsroom.strapi.documents(PARTNER).findMany({ filters: { name: 'Маяк' }, populate: ['logo'] });
    expect(found?.logo).toMatchObject({ ...NORMALISED, name: 'mayak.webp' });
    expect(await filesThere()).toBe(files + 2);

    const undone = await bench.newsroom.importer.undo({ run: run ?? 0, dryRun: false, by: 'tests' });
    expect(undone.counts).toMatchObject({ removed: 1, kept: 0 });
    expect(await filesThere()).toBe(files);
  });

  it.each([
    ['of one colour', box(640, 640, 'white').png(), { width: 160, height: 160 }],
    ['of nothing at all', box(640, 320, NOTHING).png(), { width: 320, height: 160 }],
    ['of one pixel', box(1, 1, 'red').png(), { width: 1, height: 1 }],
    ['smaller than the box', box(40, 20, 'blue').png(), { width: 40, height: 20 }],
  ])('%s are not trimmed to nothing, and not enlarged', async (_name, picture, size) => {
    const { id } = await picked(await picture.toBuffer());
    const { body } = await partner({ logo: id });
    expect((body.data as { logo: Picture }).logo).toMatchObject({ mime: 'image/webp', ...size });
  });

  it('that move go on moving', async () => {
    const frames = [await logo(), await logo('black')];
    const { id } = await picked(
      await sharp(frames, { join: { animated: true } })
        .gif({ delay: [100, 100] })
        .toBuffer(),
      'moving.gif',
    );
    const { body } = await partner({ logo: id });
    const { url } = (body.data as { logo: Picture }).logo;
    expect(await sharp((await http().get(url).buffer()).body as Buffer).metadata()).toMatchObject({ format: 'webp', pages: 2, width: 160 });
  });

  it.each([
    ['small', drawing('width="100" height="100"', SQUARE), { width: 160, height: 160 }],
    ['without a size', drawing('viewBox="0 0 100 100"', SQUARE), { width: 160, height: 160 }],
    ['huge', drawing('width="20000" height="20000" viewBox="0 0 100 100"', SQUARE), { width: 160, height: 160 }],
    ['very long', drawing('width="30000" height="300"', '<rect width="30000" height="300" fill="red"/>'), { width: 320, height: 3 }],
    ['empty', drawing('width="20" height="10"', ''), { width: 320, height: 160 }],
  ])('that are drawings are drawn for the box: %s', async (_name, picture, size) => {
    const { id } = await picked(picture, 'drawing.svg');
    const { body } = await partner({ logo: id });
    const { logo: made } = body.data as { logo: Picture };
    expect(made).toMatchObject({ mime: 'image/webp', name: 'drawing.webp', ...size });
    if (size.height === 160 && size.width === 160) {
      const [red = 0, green = 255] = (await pixels(made)).data;
      expect([red > 230, green < 30]).toEqual([true, true]);
    }
  });

  it('that are no picture at all are left to Strapi, which shows the file', async () => {
    const { id } = await picked(drawing('width="1e9" height="1e9"', '<rect'), 'broken.svg');
    expect((await partner({ logo: id })).status).toBeLessThan(500);
  });

  it('with too many pixels are refused, and leave nothing behind', async () => {
    const huge = await sharp({ create: { width: 9000, height: 5000, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const { id } = await picked(huge, 'huge.png');
    const files = await filesThere();
    const { status, body } = await partner({ logo: id });
    expect([status, body.error.message]).toEqual([400, expect.stringContaining('9000 × 5000 pixels')]);
    expect(await filesThere()).toBe(files);
  });

  it('of a partner that is refused leave nothing behind', async () => {
    const { id } = await picked(await logo());
    const files = await filesThere();
    expect((await partner({ logo: id, url: 'no address' })).status).toBe(400);
    expect(await filesThere()).toBe(files);
  });

  it('may be taken away, and a picture that is not there is left to Strapi to refuse', async () => {
    const { id } = await picked(await logo());
    const { body } = await partner({ logo: id });
    const { documentId } = body.data as { documentId: string };
    expect((await bench.newsroom.send('put', `/api/partner-links/${documentId}`, { data: { logo: null } }, bench.token)).status).toBe(200);
    expect(await logoOf(documentId)).toBeNull();
    expect((await partner({ logo: 999_999 })).status).toBeLessThan(500);
  });
});
