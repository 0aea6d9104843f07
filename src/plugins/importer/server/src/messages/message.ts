import type { Code, Message, Messages } from '../../../shared/contracts/messages';
import { SENTENCES } from './sentences';

/** What is said to people, with its sentence in English. */
export const message = <Name extends Code>(code: Name, values: Messages[Name]): Message => ({
  code,
  values,
  message: SENTENCES[code](values),
});

/** Why something can't be done, as people read it. Its message is the sentence in English. */
export class MessageError extends Error {
  constructor(
    readonly forPeople: Message,
    options?: ErrorOptions,
  ) {
    super(forPeople.message, options);
  }
}
