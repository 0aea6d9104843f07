import type { Correction } from '../correction';
import { fingerprint } from './fingerprint';

/** How a page is read of which a person has said something: read so once, it need not be read again until more is said. */
export const correctedReading = (reading: string, correction: Correction | undefined): string =>
  correction === undefined || Object.keys(correction.fields).length === 0 ? reading : fingerprint([reading, correction.fields]);
