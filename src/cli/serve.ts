import { type AddressInfo, createServer, isIPv6 } from 'node:net';
import { once } from 'node:events';
import type { Core } from '@strapi/strapi';
import type { Environment } from '../environment/environment';

/** @throws Error with one line when the port can't be listened on. */
export async function checkPort({ HOST, PORT }: Environment): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(PORT, HOST);
    await once(probe, 'listening');
  } catch (cause) {
    const taken = cause instanceof Error && 'code' in cause && cause.code === 'EADDRINUSE';
    const reason = taken ? 'another program listens there. End it, or set PORT' : cause instanceof Error ? cause.message : String(cause);
    throw new Error(`Newsroom can't serve on ${HOST}:${PORT}: ${reason}.`, { cause });
  } finally {
    probe.close();
  }
}

/** Where what is served is found. */
export function addresses({ HOST, PUBLIC_URL }: Environment, port: number): string {
  const host = ['0.0.0.0', '::'].includes(HOST) ? 'localhost' : isIPv6(HOST) ? `[${HOST}]` : HOST;
  const base = (PUBLIC_URL ?? `http://${host}:${port}`).replace(/\/$/, '');
  return [`  Panel    ${base}/admin`, `  REST     ${base}/api`, `  GraphQL  ${base}/graphql`].join('\n');
}

/** Serves, and says where, after what else there is to say. */
export async function serve(strapi: Core.Strapi, environment: Environment, told = ''): Promise<void> {
  await strapi.listen();
  const { port } = strapi.server.httpServer.address() as AddressInfo;
  process.stdout.write(`${told === '' ? '' : `${told}\n\n`}Newsroom is ready. Ctrl-C stops it.\n${addresses(environment, port)}\n`);
}
