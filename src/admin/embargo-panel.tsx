import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { useIntl } from 'react-intl';
import { type Embargo, useEmbargoWords } from './article-list/embargo-cell';

type ContentManagerApis = Pick<ContentManagerPlugin, 'addEditViewSidePanel'>;

/** The server adds it to what it tells of a document, and Strapi's types do not know it. */
const embargoOf = (meta: object | undefined) => (meta as { readonly embargo?: Embargo | null } | undefined)?.embargo ?? null;

const EmbargoPanel: PanelComponent = ({ meta }) => {
  const intl = useIntl();
  const say = useEmbargoWords();
  const embargo = embargoOf(meta);
  if (embargo === null) return null;
  return {
    title: intl.formatMessage({ id: 'newsroom.embargo.title', defaultMessage: 'Embargo' }),
    content: <Typography textColor="warning700">{say('newsroom.embargo.told', embargo)}</Typography>,
  };
};

/** Tells beside a published article that is dated ahead when readers will see it. */
export function addEmbargoPanel(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
  contentManager.addEditViewSidePanel([EmbargoPanel]);
}
