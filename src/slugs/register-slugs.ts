import type { Core, UID } from '@strapi/strapi';
import { rowsOf } from '../strapi/rows';
import { type SlugField, slugFieldOf } from './slug-field';
import { sluggerOf, type Slugger } from './slugger';

type Data = Record<string, unknown>;

interface Parameters {
  readonly documentId?: string;
  readonly locale?: string;
  readonly data?: Data;
}

const textIn = (data: Data | undefined, name: string): string => {
  const value = data?.[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The text that the slug of a document is to be made from, or undefined when its slug stays as it is. */
async function textForSlug(strapi: Core.Strapi, uid: UID.ContentType, field: SlugField, action: string, parameters: Parameters) {
  const { data, documentId, locale } = parameters;
  const given = textIn(data, field.name);
  if (given !== '') return given;
  if (action === 'create') return textIn(data, field.source) || undefined;

  const where = { documentId, ...(action === 'update' && locale !== undefined ? { locale } : {}) };
  const current = await rowsOf<Data>(strapi, uid).findOne({ where });
  const cleared = data !== undefined && field.name in data;
  if (action === 'update' && !cleared && textIn(current ?? {}, field.name) !== '') return undefined;
  return textIn(data, field.source) || textIn(current ?? {}, field.source) || undefined;
}

interface LocalesService {
  getDefaultLocale(): Promise<string>;
}

/** Strapi writes into the default locale where none is named. */
async function withLocale(strapi: Core.Strapi, parameters: Parameters, { localized }: SlugField): Promise<Parameters> {
  if (!localized || parameters.locale !== undefined) return parameters;
  return { ...parameters, locale: await strapi.plugin('i18n').service<LocalesService>('locales').getDefaultLocale() };
}

function giveSlugs(strapi: Core.Strapi, slugger: Slugger): void {
  const actions = ['create', 'update', 'clone'];
  strapi.documents.use(async (context, next) => {
    const field = actions.includes(context.action) ? slugFieldOf(strapi, context.uid) : undefined;
    if (field === undefined) return next();

    const parameters = await withLocale(strapi, context.params as Parameters, field);
    const text = await textForSlug(strapi, context.uid, field, context.action, parameters);
    if (text === undefined) return next();

    const documentId = context.action === 'update' ? parameters.documentId : undefined;
    const locale = context.action === 'clone' ? undefined : parameters.locale;
    const { slug, release } = await slugger.reserve({ uid: context.uid, field, locale, documentId }, text);
    try {
      context.params = { ...context.params, data: { ...parameters.data, [field.name]: slug } };
      return await next();
    } finally {
      release();
    }
  });
}

interface UidRequest {
  readonly contentTypeUID: UID.ContentType;
  readonly data: Data;
  readonly locale?: string;
}

interface UidService {
  generateUIDField(request: UidRequest): Promise<string>;
}

interface ServiceRegistry {
  extend(uid: string, wrap: (service: UidService) => UidService): void;
}

/** The panel's "Regenerate" button asks the same slugger. */
function answerPanel(strapi: Core.Strapi, slugger: Slugger): void {
  const services = strapi.get<ServiceRegistry>('services');
  services.extend('plugin::content-manager.uid', (original) => ({
    ...original,
    async generateUIDField(request) {
      const { contentTypeUID: uid, data, locale } = request;
      const field = slugFieldOf(strapi, uid);
      if (field === undefined) return original.generateUIDField(request);

      const place = { uid, field, locale, documentId: textIn(data, 'documentId') || undefined };
      const { slug, release } = await slugger.reserve(place, textIn(data, field.source) || ' ');
      release();
      return slug;
    },
  }));
}

/** Gives every document with a slug field its slug, whichever way it is made. Call it in `register`. */
export function registerSlugs(strapi: Core.Strapi): void {
  const slugger = sluggerOf(strapi);
  giveSlugs(strapi, slugger);
  answerPanel(strapi, slugger);
}
