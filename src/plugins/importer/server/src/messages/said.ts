import type { Code, Said, Sayings } from '../../../shared/contracts/messages';
import { SENTENCES } from './sentences';

/** What is said to people, with its sentence in English. */
export const said = <Name extends Code>(code: Name, values: Sayings[Name]): Said => ({ code, values, message: SENTENCES[code](values) });

/** Why something can't be done, as people are told. Its message is the sentence in English. */
export class SaidError extends Error {
  constructor(
    readonly said: Said,
    options?: ErrorOptions,
  ) {
    super(said.message, options);
  }
}
