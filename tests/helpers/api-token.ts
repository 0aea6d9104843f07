import { randomUUID } from 'node:crypto';
import type { Newsroom } from './newsroom';

interface TokenService {
  create(token: object): Promise<{ accessKey: string }>;
}

/** The headers of someone who holds an API token with full access. */
export async function apiToken({ strapi }: Newsroom): Promise<Record<string, string>> {
  const tokens = strapi.service('admin::api-token') as unknown as TokenService;
  const { accessKey } = await tokens.create({ name: randomUUID(), description: '', type: 'full-access', lifespan: null });
  return { authorization: `Bearer ${accessKey}` };
}
