/** Pictures, films and sounds: a browser shows them, and runs nothing in them. */
const SHOWN = ['image/*', 'video/*', 'audio/*'];

/** What else newsrooms hand out; it is kept, and served as a download. */
const HANDED_OUT = [
  ...['application/pdf', 'application/rtf', 'application/epub+zip', 'application/zip'],
  ...['text/plain', 'text/csv', 'text/vtt', 'application/x-subrip', 'text/calendar'],
  ...['application/msword', 'application/vnd.ms-excel', 'application/vnd.ms-powerpoint'],
  ...['application/vnd.openxmlformats-officedocument.*', 'application/vnd.oasis.opendocument.*'],
];

/**
 * What the media library takes. Strapi looks at a file's ending, at the type that it is sent with, and into the file. What would
 * run in the panel's own origin (pages, XML, scripts) is on neither list; it is named besides for what is sent under another ending.
 */
export const MEDIA_SECURITY = {
  allowedTypes: [...SHOWN, ...HANDED_OUT],
  deniedTypes: ['text/html', 'application/xhtml+xml', 'text/javascript', 'application/javascript', 'application/x-javascript', 'text/xml'],
};

/** A drawing may hold scripts, which run where it is opened by itself. As a picture of a page it is shown all the same. */
const ACTIVE = /^image\/svg/;

/** Whether a browser may show files of a type by themselves; all others are downloads. */
export const isShown = (type: string): boolean => /^(image|video|audio)\//.test(type) && !ACTIVE.test(type);
