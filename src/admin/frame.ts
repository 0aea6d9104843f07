/** Strapi writes its own name behind each page's title, and has no setting for it. */
const renamed = (title: string) => title.replace(/\bStrapi( Admin)?$/, 'Newsroom');

/** Calls the browser's tab after Newsroom, whatever page it shows. */
function nameTab(): void {
  const rename = () => {
    const title = renamed(document.title);
    if (title !== document.title) document.title = title;
  };
  rename();
  new MutationObserver(rename).observe(document.head, { childList: true, subtree: true, characterData: true });
}

/**
 * In Azerbaijani the capital of i is İ, and a browser can't tell the English texts that are left from translated ones: `LAST EDİTED
 * ENTRİES`. There nothing is turned into capitals.
 */
function keepLetters(): void {
  const style = document.createElement('style');
  style.textContent = ':lang(az) { text-transform: none !important; }';
  document.head.append(style);
}

/** What Strapi has no setting for, around the pages of the panel. */
export function prepareFrame(): void {
  nameTab();
  keepLetters();
}
