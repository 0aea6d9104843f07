import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { z } from 'zod';
import { type PanelUser, personOf } from '../../history/person';
import { type NewAction, recordAction } from '../../history/record-action';
import { createSiteRules } from '../../store/site-rules';
import { checked } from '../checked';
import type { PanelContext, PanelRoute } from '../panel-route';
import { leaveOut, takeIn } from './leave-out';
import { listInbox, summariseInbox } from './list-inbox';
import { mendPage } from './mend-page';
import { correctionOrder, id, inboxAsked, pageOrder, settleOrder } from './orders';
import { settleConflicts } from './settle-conflicts';

const bodyOf = (context: PanelContext): unknown => (context.request as { readonly body?: unknown }).body;

const userOf = (context: PanelContext) => context.state['user'] as PanelUser;

const record = (context: PanelContext, strapi: Core.Strapi, action: Omit<NewAction, 'user'>) =>
  recordAction(strapi, { user: userOf(context), ...action });

export const inboxRoutes: readonly PanelRoute[] = [
  {
    ...{ method: 'GET', path: '/inbox', permission: 'view' },
    handle: (context, strapi) => listInbox(strapi, checked(inboxAsked, context.query)),
  },
  {
    ...{ method: 'GET', path: '/inbox/summary', permission: 'view' },
    handle: (_context, strapi) => summariseInbox(strapi),
  },
  {
    ...{ method: 'POST', path: '/corrections', permission: 'correct' },
    async handle(context, strapi) {
      const order = checked(correctionOrder, bodyOf(context));
      const result = await mendPage(strapi, order, personOf(userOf(context)));
      await record(context, strapi, { action: order.asRule ? 'correct-with-rule' : 'correct', run: order.run, about: order.page });
      return result;
    },
  },
  {
    ...{ method: 'POST', path: '/corrections/leave-out', permission: 'correct' },
    async handle(context, strapi) {
      const order = checked(pageOrder, bodyOf(context));
      await leaveOut(strapi, order, personOf(userOf(context)));
      await record(context, strapi, { action: 'leave-out', run: order.run, about: order.page });
      return { page: order.page };
    },
  },
  {
    ...{ method: 'POST', path: '/corrections/take-in', permission: 'correct' },
    async handle(context, strapi) {
      const order = checked(pageOrder, bodyOf(context));
      await takeIn(strapi, order);
      await record(context, strapi, { action: 'take-in', run: order.run, about: order.page });
      return { page: order.page };
    },
  },
  {
    ...{ method: 'POST', path: '/conflicts', permission: 'correct' },
    async handle(context, strapi) {
      const order = checked(settleOrder, bodyOf(context));
      const result = await settleConflicts(strapi, order, personOf(userOf(context)));
      await record(context, strapi, { action: 'settle', run: order.run, about: order.page });
      return result;
    },
  },
  {
    ...{ method: 'GET', path: '/rules', permission: 'view' },
    handle: (_context, strapi) => createSiteRules(strapi).list(),
  },
  {
    ...{ method: 'DELETE', path: '/rules/:id', permission: 'correct' },
    async handle(context, strapi) {
      const { id: number } = checked(z.object({ id }), context.params);
      const rule = await createSiteRules(strapi).remove(number);
      if (rule === null) throw new errors.NotFoundError(`There is no rule ${number}`);
      await record(context, strapi, { action: 'remove-rule', run: null, about: `${rule.field}: ${rule.page}` });
      return rule;
    },
  },
];
