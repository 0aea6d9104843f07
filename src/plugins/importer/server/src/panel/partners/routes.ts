import { z } from 'zod';
import { PARTNER } from '../../store/uids';
import { checked } from '../checked';
import type { PanelRoute } from '../panel-route';
import { partnerAccess } from './partner-access';
import { activatePartner, listPartners, orderPartners } from './partners';

const order = z.object({ documentIds: z.array(z.string()).max(10_000) });
const change = z.object({ active: z.boolean() });

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
    handle: (context, strapi) => orderPartners(strapi, checked(order, context.request.body).documentIds, partnerAccess(strapi, context)),
  },
  {
    method: 'PUT',
    path: '/partners/:documentId',
    permission: { action: 'update', subject: PARTNER },
    handle: (context, strapi) => {
      const { documentId } = context.params as { documentId: string };
      return activatePartner(strapi, documentId, checked(change, context.request.body).active, partnerAccess(strapi, context));
    },
  },
];
