/** Somebody who has signed in to the panel, as Strapi has them in `context.state.user`. */
export interface PanelUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
  readonly email: string;
}

/** What the columns that hold such a name take. */
const LONGEST = 255;

/**
 * A person as the history names them: as the panel does, with the mail address, which stays the same when the name changes. Of what is
 * longer than its column the name is cut, not the address.
 */
export function personOf({ firstname, lastname, username, email }: PanelUser): string {
  const whole = [firstname, lastname].filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');
  const name = username ?? whole;
  const address = name === '' ? email : ` <${email}>`;
  return `${name.slice(0, Math.max(0, LONGEST - address.length))}${address}`.slice(0, LONGEST);
}
