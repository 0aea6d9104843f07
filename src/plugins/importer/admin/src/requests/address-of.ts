import type { EndpointName, Place } from '../../../shared/contracts/endpoints';

type Values = Readonly<Record<string, string | number | undefined>>;

interface Given {
  readonly params?: Values;
  readonly query?: Values;
}

/**
 * Where something is asked for: `/importer/runs/12/pages?name=a.txt`, say. Of a query, what is undefined or empty is left out.
 *
 * @param place the values of what stands after colons in the endpoint's path, and its query.
 */
export function addressOf<Name extends EndpointName>(name: Name, place: Place<Name>): string {
  const { params = {}, query = {} } = place as Given;
  const path = name.slice(name.indexOf('/')).replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(params[param] ?? ''));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(key, String(value));
  }
  return `/importer${path}${search.size === 0 ? '' : `?${search.toString()}`}`;
}
