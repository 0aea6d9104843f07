/** What the names of files that hold others, or are packed, end with. Longer ones come first. */
const EXTENSIONS = ['.tar.gz', '.tgz', '.tar', '.zip', '.gz'] as const;

export type Extension = (typeof EXTENSIONS)[number];

/** Whether, and as what, a file is packed, by its name. */
export function extensionOf(name: string): Extension | undefined {
  const lower = name.toLowerCase();
  return EXTENSIONS.find((extension) => lower.endsWith(extension));
}
