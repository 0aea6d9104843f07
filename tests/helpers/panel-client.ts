import type { Newsroom } from './newsroom';
import { panelLogin } from './panel-login';

interface Answered {
  readonly status: number;
  readonly body: { readonly data: unknown; readonly error: { readonly message: string; readonly details: unknown } };
}

/** Asks the panel's own routes as somebody who has signed in. */
export interface PanelClient {
  get(path: string): Promise<Answered>;
  send(method: 'post' | 'put' | 'delete', path: string, body?: object): Promise<Answered>;
  /** What a route answers with 200. @throws Error with the refusal. */
  data<Data>(answer: Promise<Answered>): Promise<Data>;
}

export async function panelClient(newsroom: Newsroom): Promise<PanelClient> {
  const headers = await panelLogin(newsroom);
  const answered = (answer: unknown) => answer as Answered;
  return {
    get: async (path) => answered(await newsroom.get(`/importer${path}`, headers)),
    send: async (method, path, body = {}) => answered(await newsroom.send(method, `/importer${path}`, body, headers)),
    async data<Data>(answer: Promise<Answered>) {
      const { status, body } = await answer;
      if (status !== 200) throw new Error(`${status}: ${JSON.stringify(body.error)}`);
      return body.data as Data;
    },
  };
}
