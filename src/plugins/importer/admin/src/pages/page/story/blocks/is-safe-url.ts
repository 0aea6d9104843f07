const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** Whether a page's link may be followed from the panel: an address on the web, of a mailbox or a telephone, or a path of the site. */
export function isSafeUrl(url: string): boolean {
  if (/^\/(?![/\\])/u.test(url)) return true;
  try {
    return SCHEMES.includes(new URL(url).protocol);
  } catch {
    return false;
  }
}
