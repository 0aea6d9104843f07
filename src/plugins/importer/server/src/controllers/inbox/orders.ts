import { z } from 'zod';
import type { BodyOf } from '../../../../shared/contracts/endpoints';
import type { InboxQuery } from '../../../../shared/contracts/inbox';
import { LONGEST_FILTER } from '../../../../shared/contracts/list';
import { LONGEST_CORRECTION } from '../../../../shared/contracts/pages';
import { STORY_FIELDS } from '../../import/plan/story-fields';

const MOST_ID = 2 ** 31 - 1;
const LONGEST_NAME = 4096;

export const id = z.coerce.number().int().min(1).max(MOST_ID);

/** A page of a run. */
export const pageOrder = z.object({ run: z.int().min(1).max(MOST_ID), page: z.string().min(1).max(LONGEST_NAME) }) satisfies z.ZodType<
  BodyOf<'POST /corrections/leave-out'>
>;

const place = z.int().min(0);

const fieldOrder = z.object({
  text: z.string().max(LONGEST_CORRECTION),
  selection: z.object({ line: z.union([place, z.string().min(1).max(200)]), start: place, end: place }).nullable(),
});

export const correctionOrder = pageOrder.extend({
  fields: z
    .strictObject({ title: fieldOrder.exactOptional(), datePublished: fieldOrder.exactOptional(), category: fieldOrder.exactOptional() })
    .refine((fields) => Object.keys(fields).length > 0, 'give at least one field'),
  asRule: z.boolean(),
}) satisfies z.ZodType<BodyOf<'POST /corrections'>>;

export type CorrectionAsked = z.infer<typeof correctionOrder>;

export const settleOrder = pageOrder.extend({
  choices: z
    .partialRecord(z.enum(STORY_FIELDS), z.enum(['mine', 'theirs']))
    .refine((choices) => Object.keys(choices).length > 0, 'choose for at least one field'),
}) satisfies z.ZodType<BodyOf<'POST /conflicts'>>;

export type SettleAsked = z.infer<typeof settleOrder>;

export const inboxAsked = z.object({
  kind: z.enum(['page', 'conflict', 'left-out']).default('page'),
  rule: z.string().max(100).optional(),
  q: z.string().trim().max(LONGEST_FILTER).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
} satisfies Record<keyof InboxQuery, z.ZodType>);
