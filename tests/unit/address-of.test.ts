import { addressOf } from '../../src/plugins/importer/admin/src/requests/address-of';

describe('addressOf', () => {
  it('fills in what the path names, so that nothing in it leads elsewhere', () => {
    expect(addressOf('GET /runs/:id/pages', { params: { id: 12 }, query: { name: 'a&b.zip!/1 2.txt' } })).toBe(
      '/importer/runs/12/pages?name=a%26b.zip%21%2F1+2.txt',
    );
    expect(addressOf('GET /runs/:id', { params: { id: '../x?' } })).toBe('/importer/runs/..%2Fx%3F');
    expect(addressOf('PUT /partners/order', {})).toBe('/importer/partners/order');
  });

  it('leaves out what is not asked for', () => {
    expect(addressOf('GET /inbox', { query: { kind: 'page', rule: '', q: undefined, page: 1 } })).toBe('/importer/inbox?kind=page&page=1');
    expect(addressOf('GET /runs', {})).toBe('/importer/runs');
  });
});
