import { useMomentWords } from './use-moment-words';

/** A date with its time and zone. */
export function Moment({ at }: { readonly at: string }) {
  const sayMoment = useMomentWords();
  return <time dateTime={at}>{sayMoment(at)}</time>;
}
