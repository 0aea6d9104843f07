import { drillKills } from '../helpers/kill-drill';

jest.setTimeout(300_000);

describe('an import whose process is killed', () => {
  it('goes on from its last chunk, and ends as one that was never killed: import, update and undo', () =>
    drillKills({ pages: 50, leastKills: 3 }));
});
