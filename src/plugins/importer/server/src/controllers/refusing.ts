import { errors } from '@strapi/utils';
import { refuseWith } from '../messages/refuse';
import { MessageError } from '../messages/message';

/** Has work done. What the importer refuses becomes a refusal of the request. */
export async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof MessageError) throw refuseWith(errors.ApplicationError, cause.forPeople);
    throw cause;
  }
}
