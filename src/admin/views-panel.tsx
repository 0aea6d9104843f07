import type { ContentManagerPlugin, PanelComponent } from '@strapi/content-manager/strapi-admin';
import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { FormattedNumber, useIntl } from 'react-intl';

type ContentManagerApis = Pick<ContentManagerPlugin, 'addEditViewSidePanel'>;

const ViewsPanel: PanelComponent = ({ meta }) => {
  const intl = useIntl();
  if (meta === undefined || !('views' in meta) || typeof meta.views !== 'number') return null;
  return {
    title: intl.formatMessage({ id: 'newsroom.views', defaultMessage: 'Views' }),
    content: (
      <Typography variant="beta">
        <FormattedNumber value={meta.views} />
      </Typography>
    ),
  };
};

/** Shows beside a document how often it was read, where the server answers with that. */
export function addViewsPanel(app: Pick<StrapiApp, 'getPlugin'>): void {
  const contentManager = app.getPlugin('content-manager').apis as ContentManagerApis;
  contentManager.addEditViewSidePanel([ViewsPanel]);
}
