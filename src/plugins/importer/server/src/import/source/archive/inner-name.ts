// Control characters have no place in a name; zero bytes end it early for some programs.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f]/;

const ABSOLUTE = /^([\\/]|[a-z]:)/i;

/** A member's name with `/` between its folders, letters in one form, and nothing idle in it, or null when it leads out of the archive. */
export function innerName(name: string): string | null {
  if (ABSOLUTE.test(name) || CONTROL.test(name) || name.split(/[\\/]/).includes('..')) return null;
  const parts = name
    .normalize('NFC')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.length > 0 ? parts.join('/') : null;
}

/** Hidden files are no pages, in archives as in folders. */
export const isHidden = (inner: string): boolean => inner.split('/').some((part) => part.startsWith('.'));

/** Whether a name lies below a folder of the archive; `''` is the archive itself. */
export const isInside = (folder: string, inner: string): boolean => folder === '' || inner.startsWith(`${folder}/`);
