import { stop } from '../../../../src/cli/stop';
import { bootNewsroom } from '../../import/boot-newsroom';

/** All views that the database holds. */
export async function sumViews(_request: null): Promise<number> {
  const strapi = await bootNewsroom();
  const [row] = await strapi.db.connection('view_counts').sum<{ total: number | string | null }[]>('views as total');
  await stop(strapi);
  return Number(row?.total ?? 0);
}
