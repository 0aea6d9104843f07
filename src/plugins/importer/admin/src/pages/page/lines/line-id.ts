/** The id of a line's element. Places of declared facts hold spaces and colons, which no id may, or no selector can tell. */
export const lineId = (page: string, line: number | string): string =>
  `${page}-${String(line).replace(/[^\dA-Za-z-]/gu, (character) => `_${character.codePointAt(0)?.toString(16) ?? ''}_`)}`;
