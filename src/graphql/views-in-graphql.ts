import type { Core } from '@strapi/strapi';
import { z } from 'zod';
import { limitGraphql } from '../limits/limit-request';
import { documentId } from '../news/parameters';
import { viewRecorderOf } from '../views/record-view';
import { check } from './check';
import { extendGraphql } from './extension';

const SCHEMA = `
  type RecordedView {
    documentId: ID!
    "How often the article was read by now."
    views: Int!
    "False for a known bot, and for a reader who has read it a short time ago."
    counted: Boolean!
  }

  extend type Mutation {
    "Counts a view of a published article."
    recordView(documentId: ID!): RecordedView!
  }
`;

/** The request that a query came with. */
interface RequestContext {
  readonly koaContext: { readonly request: { readonly ip: string }; get(header: string): string };
}

const viewArguments = z.object({ documentId });

/** Adds the mutation that counts a view. Call it in `register`. */
export function addViewCountingToGraphql(strapi: Core.Strapi): void {
  extendGraphql(strapi, {
    typeDefs: SCHEMA,
    resolvers: {
      Mutation: {
        async recordView(_parent, args, context) {
          await limitGraphql(strapi, 'views', context);
          const { koaContext } = context as RequestContext;
          const reader = { ip: koaContext.request.ip, userAgent: koaContext.get('user-agent') };
          return viewRecorderOf(strapi).record(check(viewArguments, args).documentId, reader);
        },
      },
    },
    resolversConfig: { 'Mutation.recordView': { auth: { scope: ['api::article.article.findOne'] } } },
  });
}
