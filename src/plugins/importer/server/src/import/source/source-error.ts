import { MessageError } from '../../messages/message';

/** What was given can't be read at all: a path at which there is nothing, or standard input that is too large. */
export class SourceError extends MessageError {}
