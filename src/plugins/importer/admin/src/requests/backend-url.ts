/** Where the server is, for requests that can't go through `useFetchClient`. Empty where it is where the panel is. */
export function backendUrl(): string {
  const panel: object = window.strapi;
  return 'backendURL' in panel && typeof panel.backendURL === 'string' ? panel.backendURL : '';
}
