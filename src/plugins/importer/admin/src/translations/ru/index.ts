import common from './common.json';
import home from './home.json';
import imports from './imports.json';
import inbox from './inbox.json';
import pages from './pages.json';
import partners from './partners.json';
import runs from './runs.json';
import messages from './messages.json';

export const ru: Readonly<Record<string, string>> = {
  ...common,
  ...home,
  ...imports,
  ...inbox,
  ...pages,
  ...partners,
  ...runs,
  ...messages,
};
