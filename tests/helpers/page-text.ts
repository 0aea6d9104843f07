import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The parts of an invented page. What is left out stands as below; null leaves a part out. */
export interface PageParts {
  readonly slogan?: string;
  readonly title?: string | null;
  readonly meta?: string | null;
  readonly paragraphs?: readonly string[];
  readonly tail?: readonly string[];
}

export const SLOGAN = 'Голос маленького города у моря';

const TAIL = ['Наши партнёры', 'Лента новостей', 'Предыдущие новости'];

/** Writes a page as the old site's pages were saved. */
export function pageText({ slogan = SLOGAN, title, meta, paragraphs, tail = TAIL }: PageParts = {}): string {
  const parts = [
    slogan,
    title === undefined ? 'На набережной открылась выставка рыбацких лодок' : title,
    meta === undefined ? '42 05.06.2021 10:15 Культура A A' : meta,
    ...(paragraphs ?? [
      'Лодки собрали по всему побережью, самой старой больше ста лет.',
      'Выставка работает до конца августа каждый день.',
    ]),
    ...tail,
  ];
  return `${parts.filter((part) => part !== null).join('\n\n')}\n`;
}

/** Writes named pages into a folder. */
export function writePages(folder: string, pages: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(pages)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}
