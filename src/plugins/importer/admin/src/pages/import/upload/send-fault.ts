import type { Fault } from '../../../requests/fault';

/** A file that did not arrive, and why. */
export class SendFault extends Error {
  constructor(readonly fault: Fault) {
    super(fault.messages[0]?.message ?? 'The file did not arrive');
  }
}
