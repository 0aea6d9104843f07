import type { PanelComponent } from '@strapi/content-manager/strapi-admin';
import { useAllowed } from '../requests/use-allowed';
import { useRequest } from '../requests/use-request';
import { FaultBanner } from '../states/fault-banner';
import { Loading } from '../states/show';
import { useWords } from '../translations/use-words';
import { Origins } from './origins';

/** Beside an article that came from a page: from which, and in which run. The shown version's language counts. */
export const OriginPanel: PanelComponent = ({ model, documentId, document }) => {
  const say = useWords();
  const { view } = useAllowed();
  const types = useRequest('GET /content-types', view ? {} : null);
  const isAsked = model === types.data?.article && documentId !== undefined && document !== undefined;
  const locale: unknown = document?.locale;
  const { data, fault, reload } = useRequest(
    'GET /articles/:documentId/origin',
    isAsked ? { params: { documentId }, query: typeof locale === 'string' ? { locale } : {} } : null,
  );
  const title = say('importer.pages.origin.title');
  if (!isAsked || data?.length === 0) return null;
  if (data !== null) return { title, content: <Origins origins={data} /> };
  return { title, content: fault === null ? <Loading /> : <FaultBanner fault={fault} retry={reload} /> };
};
