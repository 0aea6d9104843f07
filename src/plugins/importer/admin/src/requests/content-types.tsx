import { Page } from '@strapi/strapi/admin';
import { createContext, type ReactNode, useContext } from 'react';
import type { ContentTypes } from '../../../shared/contracts/pages';
import { FaultBanner } from '../states/fault-banner';
import { useRequest } from './use-request';

const Known = createContext<ContentTypes>({ article: null, partner: null, site: null });

/** Tells what is inside which content types imports write. */
export function WithContentTypes({ children }: { readonly children: ReactNode }) {
  const { data, fault, reload } = useRequest('GET /content-types', {});
  if (data !== null) return <Known.Provider value={data}>{children}</Known.Provider>;
  return fault === null ? <Page.Loading /> : <FaultBanner fault={fault} retry={reload} />;
}

/** Uids of the content types that imports write; null for those that are left out, and outside of the importer's pages. */
export const useContentTypes = (): ContentTypes => useContext(Known);

const EXPLORER = 'plugin::content-manager.explorer';

/** The content manager's permissions for a content type; none where the application does without it. */
export const explorer = (uid: string | null, ...actions: readonly ('create' | 'read' | 'update')[]) =>
  uid === null ? [] : actions.map((action) => ({ action: `${EXPLORER}.${action}`, subject: uid }));

/** Where the content manager edits documents of a content type. */
export const formsOf = (uid: string) => `/content-manager/collection-types/${uid}`;
