import { drillKills } from '../helpers/kill-drill';

jest.setTimeout(900_000);

describe('an import whose process is killed', () => {
  it('at any of twenty moments goes on from its last chunk, and ends as one that was never killed', () =>
    drillKills({ pages: 200, leastKills: 20 }));
});
