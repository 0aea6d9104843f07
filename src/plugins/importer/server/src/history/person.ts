/** Somebody who has signed in to the panel, as Strapi has them in `context.state.user`. */
export interface PanelUser {
  readonly id: number;
  readonly firstname?: string | null;
  readonly lastname?: string | null;
  readonly username?: string | null;
  readonly email: string;
}

/** A person as the history names them: as the panel does, with the mail address, which stays the same when the name changes. */
export function personOf({ firstname, lastname, username, email }: PanelUser): string {
  const whole = [firstname, lastname].filter((part) => typeof part === 'string' && part.trim() !== '').join(' ');
  const name = username ?? whole;
  return name === '' ? email : `${name} <${email}>`;
}
