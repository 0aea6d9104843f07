import { drillKills } from '../helpers/kill-drill';
import { isPostgres } from '../helpers/temporary-database';

jest.setTimeout(300_000);

// On SQLite the drill of the same name kills it twenty times.
const onPostgres = isPostgres ? it : it.skip;

describe('an import whose process is killed', () => {
  onPostgres('goes on from its last chunk, and ends as one that was never killed: import, update and undo', () =>
    drillKills({ pages: 50, leastKills: 3 }),
  );
});
