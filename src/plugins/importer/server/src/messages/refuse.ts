import type { Code, RefusalDetails, Message, Messages } from '../../../shared/contracts/messages';
import { message } from './message';

/** One of Strapi's errors that refuse a request. */
type RefusalClass = new (message: string, details: RefusalDetails) => Error;

/** A request that is refused with what is said: in English by its message, and by its code for who says it otherwise. */
export const refuseWith = (Refusal: RefusalClass, { code, values, message }: Message): Error => new Refusal(message, { code, values });

/** The same, by its code. */
export const refuse = <Name extends Code>(Refusal: RefusalClass, code: Name, values: Messages[Name]): Error =>
  refuseWith(Refusal, message(code, values));
