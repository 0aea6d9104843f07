import { errors } from '@strapi/utils';
import { z } from 'zod';
import { PARTNER } from '../../store/uids';
import type { PanelRoute } from '../panel-route';
import { partnerAccess } from './partner-access';
import { activatePartner, listPartners, orderPartners } from './partners';

const order = z.object({ documentIds: z.array(z.string()).max(10_000) });
const change = z.object({ active: z.boolean() });

function read<Body>(schema: z.ZodType<Body>, body: unknown): Body {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new errors.ValidationError(z.prettifyError(parsed.error));
}

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
    handle: (context, strapi) => orderPartners(strapi, read(order, context.request.body).documentIds, partnerAccess(strapi, context)),
  },
  {
    method: 'PUT',
    path: '/partners/:documentId',
    permission: { action: 'update', subject: PARTNER },
    handle: (context, strapi) => {
      const { documentId } = context.params as { documentId: string };
      return activatePartner(strapi, documentId, read(change, context.request.body).active, partnerAccess(strapi, context));
    },
  },
];
