import type { ReactNode } from 'react';
import { Typography } from '@strapi/design-system';
import type { StrapiApp } from '@strapi/strapi/admin';
import { FormattedNumber } from 'react-intl';
import { DateCell } from './date-cell';
import { type Embargo, EmbargoCell } from './embargo-cell';
import { HeadlineCell } from './headline-cell';
import { LocaleCell } from './locale-cell';
import { CategoryCell } from './category-cell';

/** What the panel knows of a listed document. The server adds `views` and `embargo`, and the i18n plugin `localizations`. */
interface Row {
  readonly documentId: string;
  readonly title?: string | null;
  readonly category?: { readonly name: string } | null;
  readonly datePublished?: string | null;
  readonly locale?: string | null;
  readonly localizations?: readonly { readonly locale: string }[];
  readonly views?: number;
  readonly embargo?: Embargo | null;
}

interface Column {
  readonly name: string;
  readonly cellFormatter?: (row: Row) => ReactNode;
}

/** What the list view passes through its hook: the columns, and the options of the content type that it lists. */
interface ListView {
  readonly displayedHeaders: readonly Column[];
  readonly layout: { readonly options: Readonly<Record<string, unknown>> };
}

const localesOf = ({ locale, localizations = [] }: Row) => [...(locale ? [locale] : []), ...localizations.map((other) => other.locale)];

/** Cells that need less width than Strapi's own, by the name of their column. */
const CELLS: Readonly<Record<string, (row: Row) => ReactNode>> = {
  title: ({ documentId, title }) => <HeadlineCell documentId={documentId} title={title} />,
  category: ({ category }) => <CategoryCell name={category?.name} />,
  datePublished: ({ datePublished, embargo }) => (embargo ? <EmbargoCell {...embargo} /> : <DateCell date={datePublished} />),
  locales: (row) => <LocaleCell locales={localesOf(row)} />,
};

const VIEWS = {
  name: 'views',
  attribute: { type: 'custom' },
  label: { id: 'newsroom.views', defaultMessage: 'Views' },
  searchable: false,
  sortable: false,
  cellFormatter: ({ views = 0 }: Row) => (
    <Typography textColor="neutral800">
      <FormattedNumber value={views} />
    </Typography>
  ),
};

function arrange({ displayedHeaders, layout }: ListView): ListView {
  const columns = displayedHeaders.map((column) => {
    const cellFormatter = CELLS[column.name] ?? column.cellFormatter;
    return cellFormatter === undefined ? column : { ...column, cellFormatter };
  });
  return { displayedHeaders: 'views' in layout.options ? [...columns, VIEWS] : columns, layout };
}

/** Fits the list of articles into a laptop's width, and adds the column of views to types with `pluginOptions.views`. */
export function arrangeColumns(app: Pick<StrapiApp, 'registerHook'>): void {
  app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', arrange);
}
