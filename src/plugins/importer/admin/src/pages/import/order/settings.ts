import type { ImportOrder } from '../../../../../shared/contracts/imports';

/** How pages are to be imported, whatever they are. */
export type Settings = Omit<ImportOrder, 'source'>;
