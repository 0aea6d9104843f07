import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';

/** Most file systems take no longer name, and the column of names no longer text. */
const LONGEST_NAME = 255;

/** Of a file's name on the disk, with the digits that Strapi adds: `thumbnail_` comes before it, and its ending behind it. */
const LONGEST_STEM = 180;
const LONGEST_ENDING = 40;

/** What Strapi adds to a name: `_` and ten digits. */
const SUFFIX = 11;

interface Images {
  generateFileName(name: string): string;
}

interface FileInfo {
  readonly name?: string | null;
}

interface UploadRequest {
  readonly data?: { readonly fileInfo?: FileInfo | readonly FileInfo[] };
  readonly files?: UploadedFile | readonly UploadedFile[];
  readonly file?: UploadedFile;
}

interface UploadedFile {
  readonly originalFilename?: string | null;
}

interface Uploads {
  upload(request: UploadRequest, ...others: unknown[]): Promise<unknown>;
  replace(id: unknown, request: UploadRequest, ...others: unknown[]): Promise<unknown>;
  updateFileInfo(id: unknown, info: FileInfo, ...others: unknown[]): Promise<unknown>;
}

interface Services {
  extend<Service>(uid: string, extension: (service: Service) => Service): void;
}

const listOf = <One extends object>(given: One | readonly One[] | undefined): readonly One[] =>
  given === undefined ? [] : Array.isArray(given) ? (given as readonly One[]) : [given as One];

function checkNames({ data, files, file }: UploadRequest): void {
  const given = [...listOf(files), ...listOf(file)].map(({ originalFilename }) => originalFilename ?? '');
  const names = [...given, ...listOf(data?.fileInfo).map(({ name }) => name ?? '')];
  const long = names.find((name) => name.length > LONGEST_NAME || path.extname(name).length > LONGEST_ENDING);
  if (long === undefined) return;
  const limits = `${LONGEST_NAME} characters, ${LONGEST_ENDING} of them for its ending`;
  throw new errors.ValidationError(`The name of a file has at most ${limits}: ${long.slice(0, 60)}…`);
}

/**
 * Lets the media library take files with long names: on the disk, where letters of other scripts become several, they are
 * shortened. Names that don't fit anywhere are refused. Call it in `register`.
 */
export function nameMedia(strapi: Core.Strapi): void {
  const services = strapi.get<Services>('services');
  services.extend<Images>('plugin::upload.image-manipulation', (images) => ({
    ...images,
    generateFileName(name) {
      const whole = images.generateFileName(name);
      return whole.length <= LONGEST_STEM ? whole : whole.slice(0, LONGEST_STEM - SUFFIX) + whole.slice(-SUFFIX);
    },
  }));
  services.extend<Uploads>('plugin::upload.upload', (uploads) => ({
    ...uploads,
    async upload(request, ...others) {
      checkNames(request);
      return uploads.upload(request, ...others);
    },
    async replace(id, request, ...others) {
      checkNames(request);
      return uploads.replace(id, request, ...others);
    },
    async updateFileInfo(id, info, ...others) {
      checkNames({ data: { fileInfo: info } });
      return uploads.updateFileInfo(id, info, ...others);
    },
  }));
}
