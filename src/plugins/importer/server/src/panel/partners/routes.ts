import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { PARTNER } from '../../store/uids';
import { checked } from '../checked';
import type { PanelContext, PanelRoute } from '../panel-route';
import { userOf } from '../user-of';
import { partnerAccess } from './partner-access';
import { activatePartner, type Editor, listPartners, orderPartners } from './partners';

const order = z.object({ documentIds: z.array(z.string()).max(10_000) });
const change = z.object({ active: z.boolean() });

const editorOf = (context: PanelContext, strapi: Core.Strapi): Editor => ({
  access: partnerAccess(strapi, context),
  user: userOf(context),
});

export const partnersRoutes: readonly PanelRoute[] = [
  {
    method: 'GET',
    path: '/partners',
    permission: { action: 'read', subject: PARTNER },
    handle: (context, strapi) => listPartners(strapi, partnerAccess(strapi, context)),
  },
  {
    method: 'PUT',
    path: '/partners/order',
    permission: { action: 'update', subject: PARTNER },
    handle: (context, strapi) => orderPartners(strapi, checked(order, context.request.body).documentIds, editorOf(context, strapi)),
  },
  {
    method: 'PUT',
    path: '/partners/:documentId',
    permission: { action: 'update', subject: PARTNER },
    handle: (context, strapi) => {
      const { documentId } = context.params as { documentId: string };
      return activatePartner(strapi, documentId, checked(change, context.request.body).active, editorOf(context, strapi));
    },
  },
];
