import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import supertest from 'supertest';
import { LOGO_BOX } from '../../src/logos/normalise-logo';
import { apiToken } from '../helpers/api-token';
import { type Newsroom, startNewsroom, temporaryFolder } from '../helpers/newsroom';
import { panelLogin } from '../helpers/panel-login';

const PARTNER = 'api::partner-link.partner-link';
const FILE = 'plugin::upload.file';
const PANEL = `/content-manager/collection-types/${PARTNER}`;

const drawing = (size: string, content: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${size}>${content}</svg>`);
const SQUARE = '<rect x="25" y="25" width="50" height="50" fill="red"/>';

interface Picture {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

const box = (width: number, height: number, background: sharp.Color) => sharp({ create: { width, height, channels: 4, background } });

/** A red box of 600 × 200 in the middle of 1000 × 1000. */
const logo = async (background: sharp.Color = 'white') =>
  box(1000, 1000, background)
    .composite([{ input: await box(600, 200, 'red').png().toBuffer() }])
    .png()
    .toBuffer();

const NOTHING = { r: 0, g: 0, b: 0, alpha: 0 };

describe("partners' logos", () => {
  let newsroom: Newsroom;
  let panel: Record<string, string>;
  let token: Record<string, string>;
  let made = 0;

  beforeAll(async () => {
    newsroom = await startNewsroom();
    panel = await panelLogin(newsroom);
    token = await apiToken(newsroom);
  });

  afterAll(() => newsroom.stop());

  const http = () => supertest(newsroom.strapi.server.httpServer);

  async function upload(
    address: string,
    headers: Record<string, string>,
    picture: Buffer,
    filename: string,
    fields: Record<string, string> = {},
  ) {
    const request = http().post(address).set(headers).field(fields).attach('files', picture, { filename });
    const { status, body } = (await request) as { status: number; body: unknown };
    return { status, file: (body as Picture[])[0], error: (body as { error?: { message: string } }).error };
  }

  async function picked(picture: Buffer, filename = 'Парус.png'): Promise<Picture> {
    const { file } = await upload('/upload', panel, picture, filename);
    if (file === undefined) throw new Error('not uploaded');
    return file;
  }

  const partner = async (data: object) => {
    made += 1;
    return newsroom.send('post', '/api/partner-links?populate=logo', { data: { name: `Partner ${made}`, ...data } }, token);
  };

  const logoOf = async (documentId: string) => {
    const found = await newsroom.strapi.documents(PARTNER).findOne({ documentId, populate: ['logo'] });
    return found?.logo as Picture | null | undefined;
  };

  const filesThere = () => newsroom.strapi.db.query(FILE).count({});

  async function pixels({ url }: Picture) {
    const answer = await http().get(url).buffer();
    const { data, info } = await sharp(answer.body as Buffer)
      .raw()
      .toBuffer({ resolveWithObject: true });
    return { data: [...data.subarray(0, 3)], width: info.width, height: info.height };
  }

  const NORMALISED = { mime: 'image/webp', width: LOGO_BOX.width, height: 107 };

  it('are trimmed, fitted and WebP when picked in the panel; the picture stays in the library', async () => {
    const original = await picked(await logo());
    const { body } = await newsroom.send('post', PANEL, { name: 'Panel', logo: original }, panel);
    const { documentId } = body.data as { documentId: string };

    const linked = (await logoOf(documentId)) as Picture;
    expect(linked).toMatchObject({ ...NORMALISED, name: 'Парус.webp' });
    const [red = 0, green = 255] = (await pixels(linked)).data;
    expect([red > 230, green < 30]).toEqual([true, true]);
    expect(linked.id).not.toBe(original.id);
    expect(await newsroom.strapi.db.query(FILE).findOne({ where: { id: original.id } })).toMatchObject({ width: 1000, mime: 'image/png' });
  });

  it('stay when the panel saves the partner again', async () => {
    const original = await picked(await logo(NOTHING));
    const { body } = await newsroom.send('post', PANEL, { name: 'Saved twice', logo: original }, panel);
    const { documentId } = body.data as { documentId: string };
    const before = (await logoOf(documentId)) as Picture;
    const files = await filesThere();

    await newsroom.send('put', `${PANEL}/${documentId}`, { name: 'Saved again', logo: before }, panel);
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
    await newsroom.send('put', `/api/partner-links/${documentId}`, { data: { logo: id } }, token);
    expect([(await logoOf(documentId))?.id, await filesThere()]).toEqual([before.id, files]);
  });

  it('are normalised when an upload links itself to a partner', async () => {
    const { body } = await partner({});
    const { documentId, id } = body.data as { documentId: string; id: number };
    const { status } = await upload('/api/upload', token, await logo(), 'linked.png', { ref: PARTNER, refId: String(id), field: 'logo' });
    expect(status).toBe(201);
    expect(await logoOf(documentId)).toMatchObject({ ...NORMALISED, name: 'linked.webp' });
  });

  it('are normalised when an import brings them, and its undoing takes both files away', async () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, 'logos'));
    writeFileSync(path.join(folder, 'logos', 'mayak.png'), await logo(NOTHING));
    writeFileSync(path.join(folder, 'site.json'), JSON.stringify({ partners: [{ name: 'Маяк', logo: 'logos/mayak.png' }] }));
    const files = await filesThere();

    const { run, problems } = await newsroom.importPages([folder]);
    expect(problems).toEqual([]);
    const [found] = await newsroom.strapi.documents(PARTNER).findMany({ filters: { name: 'Маяк' }, populate: ['logo'] });
    expect(found?.logo).toMatchObject({ ...NORMALISED, name: 'mayak.webp' });
    expect(await filesThere()).toBe(files + 2);

    const undone = await newsroom.importer.undo({ run: run ?? 0, dryRun: false, by: 'tests' });
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
    expect((await newsroom.send('put', `/api/partner-links/${documentId}`, { data: { logo: null } }, token)).status).toBe(200);
    expect(await logoOf(documentId)).toBeNull();
    expect((await partner({ logo: 999_999 })).status).toBeLessThan(500);
  });
});
