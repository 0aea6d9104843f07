import { once } from 'node:events';
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A door to the PostgreSQL server that can be shut: others who use the server notice nothing. */
export interface DatabaseProxy {
  /** The address of the database behind the door. */
  readonly url: string;
  /** Ends every connection, as a restart of the server does. */
  cut(): void;
  /** Refuses connections from now on, and ends those that there are. */
  shut(): Promise<void>;
  open(): Promise<void>;
}

/** Opens a door to the database of a URL. */
export async function openProxy(database: string): Promise<DatabaseProxy> {
  const behind = new URL(database);
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    // An end is all that there is to notice of a cut connection.
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  };
  const server = createServer((inside) => {
    const outside = createConnection({ host: behind.hostname, port: Number(behind.port || 5432) });
    for (const [one, other] of [
      [inside, outside],
      [outside, inside],
    ] as const) {
      keep(one);
      one.pipe(other);
      one.on('close', () => other.destroy());
    }
  });
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const url = new URL(database);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.toString(),
    cut,
    async shut() {
      const closed = once(server, 'close');
      server.close();
      cut();
      await closed;
    },
    async open() {
      await listen(port);
    },
  };
}
