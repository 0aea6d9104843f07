import type { DocumentNode } from 'graphql';
import { LRUCache } from 'lru-cache';

/** As Apollo asks its stores: https://www.apollographql.com/docs/apollo-server/performance/cache-backends */
interface Store<Value> {
  get(key: string): Promise<Value | undefined>;
  set(key: string, value: Value): Promise<void>;
  delete(key: string): Promise<boolean>;
}

/** Characters of all queries that one store keeps. Apollo's own take 30 MiB each, and count a parsed query as a fraction of what it takes. */
const MOST_PARSED = 100_000;
const MOST_TEXT = 1_000_000;

function createStore<Value extends object | string>(maxSize: number, lengthOf: (value: Value) => number): Store<Value> {
  const kept = new LRUCache<string, Value>({ maxSize, sizeCalculation: (value) => Math.max(1, lengthOf(value)) });
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set(key, value) {
      kept.set(key, value);
      return Promise.resolve();
    },
    delete: (key) => Promise.resolve(kept.delete(key)),
  };
}

/** Queries that were parsed and found valid. A parsed query takes some hundred times as many bytes as it has characters. */
export const createDocumentStore = () => createStore<DocumentNode>(MOST_PARSED, ({ loc }) => loc?.end ?? MOST_PARSED);

/** Texts of queries that clients name by their hash. */
export const createQueryStore = () => createStore<string>(MOST_TEXT, ({ length }) => length);
