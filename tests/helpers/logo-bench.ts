import sharp from 'sharp';
import supertest from 'supertest';
import { apiToken } from './api-token';
import { type Newsroom, startNewsroom } from './newsroom';
import { panelLogin } from './panel-login';

export const PARTNER = 'api::partner-link.partner-link';
export const FILE = 'plugin::upload.file';

export interface Picture {
  readonly id: number;
  readonly url: string;
  readonly name: string;
  readonly mime: string;
  readonly width: number;
  readonly height: number;
}

export const box = (width: number, height: number, background: sharp.Color) =>
  sharp({ create: { width, height, channels: 4, background } });

/** A red box of 600 × 200 in the middle of 1000 × 1000. */
export const logo = async (background: sharp.Color = 'white') =>
  box(1000, 1000, background)
    .composite([{ input: await box(600, 200, 'red').png().toBuffer() }])
    .png()
    .toBuffer();

/** A newsroom whose partners get logos, by an administrator and over REST with a token. */
export function useLogos() {
  const bench = { newsroom: undefined as unknown as Newsroom, panel: {} as Record<string, string>, token: {} as Record<string, string> };
  const made = { partners: 0 };

  beforeAll(async () => {
    bench.newsroom = await startNewsroom();
    bench.panel = await panelLogin(bench.newsroom);
    bench.token = await apiToken(bench.newsroom);
  });

  afterAll(() => bench.newsroom.stop());

  const http = () => supertest(bench.newsroom.strapi.server.httpServer);

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

  return {
    ...{ bench, http, upload },

    picked: async (picture: Buffer, filename = 'Парус.png'): Promise<Picture> => {
      const { file } = await upload('/upload', bench.panel, picture, filename);
      if (file === undefined) throw new Error('not uploaded');
      return file;
    },

    /** As the media library replaces a picture, and as it sends one that was cropped. */
    replace: (id: number, picture: Buffer, filename: string) => upload(`/upload?id=${id}`, bench.panel, picture, filename),

    partner: async (data: object) => {
      made.partners += 1;
      const partner = { data: { name: `Partner ${made.partners}`, ...data } };
      return bench.newsroom.send('post', '/api/partner-links?populate=logo', partner, bench.token);
    },

    logoOf: async (documentId: string) => {
      const found = await bench.newsroom.strapi.documents(PARTNER).findOne({ documentId, populate: ['logo'] });
      return found?.logo as Picture | null | undefined;
    },

    filesThere: () => bench.newsroom.strapi.db.query(FILE).count({}),

    pixels: async ({ url }: Picture) => {
      const answer = await http().get(url).buffer();
      const { data, info } = await sharp(answer.body as Buffer)
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { data: [...data.subarray(0, 3)], width: info.width, height: info.height };
    },
  };
}
