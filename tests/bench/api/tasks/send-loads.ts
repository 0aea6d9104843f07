import { type AimedLoad, type Figures, measureLoads } from '../load';

interface Request {
  readonly loads: readonly AimedLoad[];
  readonly seconds: number;
}

/** Sends loads, and measures them, in their order. */
export const sendLoads = ({ loads, seconds }: Request): Promise<Figures[]> => measureLoads(loads, seconds);
