import type { InboxEndpoints } from '../../../shared/contracts/inbox';
import { SEEING } from '../../../shared/contracts/permissions';
import { z } from 'zod';
import { createSiteRules } from '../store/site-rules';
import { checked, pageAsked } from '../controllers/checked';
import { userOf } from '../controllers/user-of';
import type { PanelContext, PanelRoutes } from './panel-route';
import { leaveOut, takeIn } from '../controllers/inbox/leave-out';
import { listInbox, summariseInbox } from '../controllers/inbox/list-inbox';
import { correctPage } from '../controllers/inbox/correct-page';
import { correctionOrder, id, inboxAsked, pageOrder, settleOrder } from '../controllers/inbox/orders';
import { removeRule } from '../controllers/inbox/remove-rule';
import { settleConflicts } from '../controllers/inbox/settle-conflicts';

const bodyOf = (context: PanelContext): unknown => (context.request as { readonly body?: unknown }).body;

export const inboxRoutes: PanelRoutes<keyof InboxEndpoints> = {
  'GET /inbox': {
    permission: SEEING.inbox,
    handle: (context, strapi) => listInbox(strapi, checked(inboxAsked, context.query)),
  },
  'GET /inbox/summary': {
    permission: SEEING.inbox,
    handle: (_context, strapi) => summariseInbox(strapi),
  },
  'POST /corrections': {
    permission: 'correct',
    handle: (context, strapi) => correctPage(strapi, checked(correctionOrder, bodyOf(context)), userOf(context)),
  },
  'POST /corrections/leave-out': {
    permission: 'correct',
    async handle(context, strapi) {
      const order = checked(pageOrder, bodyOf(context));
      await leaveOut(strapi, order, userOf(context));
      return { page: order.page };
    },
  },
  'POST /corrections/take-in': {
    permission: 'correct',
    async handle(context, strapi) {
      const order = checked(pageOrder, bodyOf(context));
      await takeIn(strapi, order, userOf(context));
      return { page: order.page };
    },
  },
  'POST /conflicts': {
    permission: 'correct',
    handle: (context, strapi) => settleConflicts(strapi, checked(settleOrder, bodyOf(context)), userOf(context)),
  },
  'GET /rules': {
    permission: SEEING.inbox,
    handle: (context, strapi) => createSiteRules(strapi).page(checked(pageAsked, context.query)),
  },
  'DELETE /rules/:id': {
    permission: 'correct',
    handle: (context, strapi) => removeRule(strapi, checked(z.object({ id }), context.params).id, userOf(context)),
  },
};
