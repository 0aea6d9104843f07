import { type Figures, type Load, measureLoad } from '../load';

interface Request {
  readonly url: string;
  readonly load: Load;
  readonly seconds: number;
}

/** Sends a load, and measures it. */
export const sendLoad = ({ url, load, seconds }: Request): Promise<Figures> => measureLoad(url, load, seconds);
