import type { ReactNode } from 'react';
import type { StrapiApp } from '@strapi/strapi/admin';
import { FormattedMessage } from 'react-intl';

interface Field {
  readonly hint?: ReactNode;
}

/** What the edit view passes through its hook: panels of rows of fields. */
interface EditView {
  readonly layout: { readonly layout: readonly (readonly (readonly Field[])[])[] };
}

/** The English description is its own id, so that one which was changed in the panel is shown as it was written. */
function translated(field: Field): Field {
  if (typeof field.hint !== 'string' || field.hint === '') return field;
  return { ...field, hint: <FormattedMessage id={field.hint} defaultMessage={field.hint} /> };
}

/** Shows the descriptions of fields in the editor's language. Strapi translates labels only. */
export function translateDescriptions(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', ({ layout, ...rest }: EditView) => ({
    ...rest,
    layout: { ...layout, layout: layout.layout.map((panel) => panel.map((row) => row.map(translated))) },
  }));
}
