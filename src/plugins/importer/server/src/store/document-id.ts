import { randomUUID } from 'node:crypto';

const LENGTH = 24;

/**
 * A new document's id, as long as those that Strapi makes, and like them a letter followed by letters and digits. Strapi's
 * own (cuid2) hash in JavaScript, which takes longer than writing the document.
 */
export const newDocumentId = (): string => `n${randomUUID().replaceAll('-', '')}`.slice(0, LENGTH);
