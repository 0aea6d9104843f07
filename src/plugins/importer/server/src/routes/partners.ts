import type { PartnerEndpoints } from '../../../shared/contracts/partners';
import type { BodyOf } from '../../../shared/contracts/endpoints';
import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { checked } from '../controllers/checked';
import type { PanelContext, PanelRoutes } from './panel-route';
import { userOf } from '../controllers/user-of';
import { partnerAccess } from '../controllers/partners/partner-access';
import { activatePartner, type Editor, listPartners, orderPartners } from '../controllers/partners/partners';

const order = z.object({ documentIds: z.array(z.string()).max(10_000) }) satisfies z.ZodType<BodyOf<'PUT /partners/order'>>;
const change = z.object({ active: z.boolean() }) satisfies z.ZodType<BodyOf<'PUT /partners/:documentId'>>;

const editorOf = (context: PanelContext, strapi: Core.Strapi): Editor => ({
  access: partnerAccess(strapi, context),
  user: userOf(context),
});

export const partnersRoutes: PanelRoutes<keyof PartnerEndpoints> = {
  'GET /partners': {
    permission: { action: 'read', subject: 'partner' },
    handle: (context, strapi) => listPartners(strapi, partnerAccess(strapi, context)),
  },
  'PUT /partners/order': {
    permission: { action: 'update', subject: 'partner' },
    handle: (context, strapi) => orderPartners(strapi, checked(order, context.request.body).documentIds, editorOf(context, strapi)),
  },
  'PUT /partners/:documentId': {
    permission: { action: 'update', subject: 'partner' },
    handle: (context, strapi) => {
      const { documentId } = context.params as { documentId: string };
      return activatePartner(strapi, documentId, checked(change, context.request.body).active, editorOf(context, strapi));
    },
  },
};
