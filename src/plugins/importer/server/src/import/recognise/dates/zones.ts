/** A zone that a text names: an IANA name, `UTC+4` as luxon reads it, or null for the site's own. */
export interface WrittenZone {
  readonly zone: string | null;
  /** How many characters of the text name it. */
  readonly length: number;
}

/**
 * Abbreviations that mean one zone, as newsrooms and servers print them. Those that stand for several (IST, CST of China) are left out, but
 * the American ones of RFC 822 are what that says.
 */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  ...{ UTC: 'UTC', GMT: 'UTC', UT: 'UTC', Z: 'UTC', WET: 'UTC', WEST: 'UTC+1', BST: 'UTC+1' },
  ...{ CET: 'UTC+1', MEZ: 'UTC+1', CEST: 'UTC+2', MESZ: 'UTC+2', EET: 'UTC+2', EEST: 'UTC+3', TRT: 'UTC+3' },
  ...{ MSK: 'Europe/Moscow', MSD: 'UTC+4', МСК: 'Europe/Moscow', Мск: 'Europe/Moscow', мск: 'Europe/Moscow', МСД: 'UTC+4' },
  ...{ SAMT: 'UTC+4', GET: 'UTC+4', AZT: 'UTC+4', AZST: 'UTC+5', YEKT: 'UTC+5', UZT: 'UTC+5', OMST: 'UTC+6', NOVT: 'UTC+7' },
  ...{ KRAT: 'UTC+7', IRKT: 'UTC+8', YAKT: 'UTC+9', VLAT: 'UTC+10', MAGT: 'UTC+11', PETT: 'UTC+12' },
  ...{ PKT: 'UTC+5', SGT: 'UTC+8', HKT: 'UTC+8', AWST: 'UTC+8', JST: 'UTC+9', KST: 'UTC+9', ACST: 'UTC+9:30', ACDT: 'UTC+10:30' },
  ...{ AEST: 'UTC+10', AEDT: 'UTC+11', NZST: 'UTC+12', NZDT: 'UTC+13' },
  ...{ EST: 'UTC-5', EDT: 'UTC-4', CST: 'UTC-6', CDT: 'UTC-5', MST: 'UTC-7', MDT: 'UTC-6', PST: 'UTC-8', PDT: 'UTC-7' },
  ...{ AKST: 'UTC-9', AKDT: 'UTC-8', HST: 'UTC-10', AST: 'UTC-4', ADT: 'UTC-3', BRT: 'UTC-3', ART: 'UTC-3' },
  ...{ ET: 'America/New_York', CT: 'America/Chicago', MT: 'America/Denver', PT: 'America/Los_Angeles' },
};

/** Whose clock a phrase names, by how its words begin, folded to small letters. */
const CLOCKS: readonly (readonly [RegExp, string | null])[] = [
  [/^(?:моск|мск|moscow|moskva)/u, 'Europe/Moscow'],
  [/^(?:бакин|баку|baku|bak[ıi])/u, 'Asia/Baku'],
  [/^(?:гринв|greenwich|qrinvi[çc])/u, 'UTC'],
  [/^(?:киев|kyiv|kiev)/u, 'Europe/Kyiv'],
  [/^(?:тбилис|tbilisi)/u, 'Asia/Tbilisi'],
  [/^(?:местн|local|yerli)/u, null],
];

const AFTER_ZONE = '(?![\\p{L}\\d])\\.?\\s*[)\\]]?';

/** `UTC+3`, `GMT+0400`, `+04:00`, `+0000`; without a name only a full offset, or one that touches its time. */
const OFFSET =
  /^(?<gap>\s*[([]?\s*)(?<name>(?:UTC|GMT|UT|ГМТ)\s*)?(?<sign>[+−–-])(?<hours>\d{1,2})(?::?(?<minutes>\d{2}))?(?![\d:])\s*[)\]]?/iu;
const ABBREVIATION = new RegExp(`^\\s*[([]?\\s*(?<name>[A-Z]{1,4}|[А-Яа-я]{3})${AFTER_ZONE}`, 'u');
const PHRASES: readonly RegExp[] = [
  new RegExp(`^\\s*[([]?\\s*(?:по\\s+)?(?<clock>\\p{L}+)\\s+времени${AFTER_ZONE}`, 'iu'),
  new RegExp(`^\\s*[([]?\\s*по\\s+(?<clock>москве|баку|гринвичу|киеву|тбилиси|мск)${AFTER_ZONE}`, 'iu'),
  new RegExp(`^\\s*[([]?\\s*время\\s+(?<clock>\\p{L}+)${AFTER_ZONE}`, 'iu'),
  new RegExp(`^\\s*[([]?\\s*(?<clock>\\p{L}+)\\s+(?:vaxt\\p{L}*(?:\\s+il[əe])?|time|mean time)${AFTER_ZONE}`, 'iu'),
];
/** What JavaScript prints behind an offset: the zone once more, in words. */
const SAID_AGAIN = /^\s*\([\p{L}][\p{L}\s/_-]*\)/u;

const FARTHEST_AHEAD = 14 * 60;
const FARTHEST_BEHIND = -12 * 60;
const QUARTER = 15;

function readOffset(text: string): WrittenZone | null {
  const { gap = '', name, sign, hours, minutes } = OFFSET.exec(text)?.groups ?? {};
  if (hours === undefined || (name === undefined && minutes === undefined && (gap !== '' || hours.length > 2))) return null;
  const amount = Number(hours) * 60 + Number(minutes ?? 0);
  const offset = sign === '+' ? amount : -amount;
  if (offset > FARTHEST_AHEAD || offset < FARTHEST_BEHIND || offset % QUARTER !== 0) return null;
  const written = `UTC${sign === '+' ? '+' : '-'}${Number(hours)}${minutes === undefined || minutes === '00' ? '' : `:${minutes}`}`;
  return { zone: offset === 0 ? 'UTC' : written, length: OFFSET.exec(text)?.[0].length ?? 0 };
}

function readName(text: string): WrittenZone | null {
  const match = ABBREVIATION.exec(text);
  const name = match?.groups?.['name'] ?? '';
  const zone = ABBREVIATIONS[name];
  if (match === null || zone === undefined || !Object.hasOwn(ABBREVIATIONS, name)) return null;
  // A letter alone is a zone only where it touches the time.
  return name === 'Z' && /^\s/u.test(text) ? null : { zone, length: match[0].length };
}

function readPhrase(text: string): WrittenZone | null {
  for (const phrase of PHRASES) {
    const match = phrase.exec(text);
    const clock = match?.groups?.['clock']?.toLowerCase();
    const known = clock === undefined ? undefined : CLOCKS.find(([pattern]) => pattern.test(clock));
    if (match !== null && known !== undefined) return { zone: known[1], length: match[0].length };
  }
  return null;
}

/** The zone that a text begins with, behind a time: an offset, an abbreviation, or a phrase such as "Moscow time". */
export function readZone(text: string): WrittenZone | null {
  const read = readOffset(text) ?? readPhrase(text) ?? readName(text);
  if (read === null) return null;
  const again = SAID_AGAIN.exec(text.slice(read.length));
  const second = again === null ? readName(text.slice(read.length)) : null;
  return { zone: read.zone, length: read.length + (again?.[0].length ?? second?.length ?? 0) };
}
