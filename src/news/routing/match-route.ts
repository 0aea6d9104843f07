import type { Route } from './route';

/** The routes of an address, one for each of its methods, and what stands in the address. */
export interface Match {
  readonly routes: readonly Route[];
  /** Decoded parts of the path, by the names of the parameters. */
  readonly inPath: Readonly<Record<string, string>>;
}

interface Address {
  readonly path: string;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  readonly routes: readonly Route[];
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function compile(path: string, routes: readonly Route[]): Address {
  const names: string[] = [];
  const source = path
    .split(/\{(\w+)\}/)
    .map((part, index) => (index % 2 === 0 ? escape(part) : (names.push(part), '([^/]+)')))
    .join('');
  return { path, pattern: new RegExp(`^${source}$`), names, routes };
}

/**
 * Finds the route of a path by the table of routes; paths without parameters go first.
 *
 * @returns a function that answers with undefined for a path that is none of the table's.
 * @throws URIError from that function, where a part of the path can't be decoded.
 */
export function createMatcher(routes: readonly Route[]): (path: string) => Match | undefined {
  const paths = [...new Set(routes.map(({ path }) => path))];
  const byPath = paths.map((path) =>
    compile(
      path,
      routes.filter((route) => route.path === path),
    ),
  );
  const plain = new Map(byPath.filter(({ names }) => names.length === 0).map((address) => [address.path, address]));
  const others = byPath.filter(({ names }) => names.length > 0);

  return (given) => {
    // Strapi's own routes take a slash at the end, too.
    const path = given.length > 1 && given.endsWith('/') ? given.slice(0, -1) : given;
    const exact = plain.get(path);
    if (exact !== undefined) return { routes: exact.routes, inPath: {} };
    for (const { pattern, names, routes: found } of others) {
      const match = pattern.exec(path);
      if (match === null) continue;
      return { routes: found, inPath: Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(match[index + 1] ?? '')])) };
    }
    return undefined;
  };
}
