import { extensionOf } from './archive/extensions';

/** An archive's name, and the folder of the same name that archives so often hold. */
const INTO_ARCHIVE = /([^/]+)!\/(?:([^/]+)(?<!!)\/)?/g;

const withoutExtension = (file: string) => file.slice(0, file.length - (extensionOf(file)?.length ?? 0));

/** A page's name as it would be if all that is packed were folders and plain files: `a.zip!/a/1.txt` is `a/1.txt`. */
function unpackedName(name: string): string {
  const unpacked = name.includes('!/')
    ? name.replace(INTO_ARCHIVE, (_all, archive: string, folder?: string) => {
        const plain = withoutExtension(archive);
        return folder === undefined || folder === plain ? `${plain}/` : `${plain}/${folder}/`;
      })
    : name;
  return withoutExtension(unpacked);
}

/** The folders that all pages of a run have in common: what they are wrapped in. */
export interface Top {
  meet(name: string): void;
  /** A page's path below them, which is the same in a folder, in an archive of it, and in a folder of another name. */
  below(name: string): string;
}

export function createTop(): Top {
  let top: string | null = null;
  return {
    meet(name) {
      const unpacked = unpackedName(name);
      if (top !== null && unpacked.startsWith(top)) return;
      top ??= unpacked;
      do top = top.length < 2 ? '' : top.slice(0, top.lastIndexOf('/', top.length - 2) + 1);
      while (!unpacked.startsWith(top));
    },
    below: (name) => unpackedName(name).slice(top?.length ?? 0),
  };
}
