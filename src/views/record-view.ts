import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { isbot } from 'isbot';
import { viewCountsOf } from '../api/views/services/view-count';
import { readEnvironment } from '../environment/environment';
import { embargoOf } from '../news/embargo';
import { readerOf } from '../news/reader/reader';
import { createRepeats } from './repeats';
import { createViewCounter } from './view-counter';

/** Who reads an article. */
export interface ArticleReader {
  readonly ip: string;
  /** Empty where none is told. */
  readonly userAgent: string;
}

export interface RecordedView {
  readonly documentId: string;
  /** How often the article was read by now; durable. */
  readonly views: number;
  /** False for a known bot, and for a reader who has read it a short time ago. */
  readonly counted: boolean;
}

/** Records views of articles that are public in any language. */
export interface ViewRecorder {
  /** @throws errors.NotFoundError for what is not public. */
  record(documentId: string, reader: ArticleReader): Promise<RecordedView>;
  /** Waits until all is written. */
  finish(): Promise<void>;
}

const PUBLIC = `select 1 from articles a join published_articles p on p.article_id = a.id
  where a.document_id = ? and p.newest_first >= ? limit 1`;

function createViewRecorder(strapi: Core.Strapi): ViewRecorder {
  const { VIEWS_REPEAT_MINUTES, VIEWS_OF_BOTS } = readEnvironment();
  const counter = createViewCounter(strapi);
  const repeats = createRepeats(VIEWS_REPEAT_MINUTES);

  return {
    async record(documentId, { ip, userAgent }) {
      const [found] = await readerOf(strapi).all(PUBLIC, [documentId, -(await embargoOf(strapi).now())]);
      if (found === undefined) throw new errors.NotFoundError('There is no such article');
      const isCounted = (VIEWS_OF_BOTS || !isbot(userAgent)) && repeats.isNew(documentId, ip, userAgent);
      if (!isCounted) {
        const views = (await viewCountsOf(strapi).read([documentId])).get(documentId) ?? 0;
        return { documentId, views, counted: false };
      }
      try {
        return { documentId, views: await counter.add(documentId), counted: true };
      } catch (cause) {
        repeats.forget(documentId, ip, userAgent);
        throw cause;
      }
    },
    finish: () => counter.finish(),
  };
}

const NAME = 'newsroom.view-recorder';

/** The one recorder of a running Strapi, once `registerViewRecorder` was called. */
export const viewRecorderOf = (strapi: Core.Strapi): ViewRecorder => strapi.get<ViewRecorder>(NAME);

/** Call it in `register`. */
export function registerViewRecorder(strapi: Core.Strapi): void {
  strapi.add(NAME, () => createViewRecorder(strapi));
}
