import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { BodyOf } from '../../../../shared/contracts/endpoints';
import { DATE_ORDERS, DEFAULT_PROFILE } from '../../import/profile';
import { uploadKey } from '../../uploads/upload-rows';

const source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('upload'), id: uploadKey }),
  z.strictObject({ kind: z.literal('folder'), path: z.string().min(1).max(2000) }),
]);

export const importOrder = z.strictObject({
  source,
  status: z.enum(['draft', 'published']),
  timeZone: z.string().refine((zone) => IANAZone.isValidZone(zone), 'it must be an IANA zone, such as Asia/Baku'),
  locale: z.enum(DEFAULT_PROFILE.locales).nullable(),
  dateOrder: z.enum(DATE_ORDERS).nullable().default(null),
}) satisfies z.ZodType<BodyOf<'POST /runs'>>;
