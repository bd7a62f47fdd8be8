// From rows to clusters.
import test from 'node:test';
import assert from 'node:assert/strict';
import * as hoten from 'hoten';

await hoten.load();
const code = (wanted) => (error) => error instanceof Error && error.code === wanted;
const rows = [
  { recordId: 'a', fullName: 'Nguyễn Văn Hòa', birthDate: '12/5/1950' },
  { recordId: 'b', fullName: 'NGUYỄN VĂN HOÀ', birthDate: '1950-05-12', sex: undefined },
  { recordId: 'c', fullName: 'Trần Thị Bé', birthDate: 1961, ghiChu: null },
];
const clusters = (result) => result.clusters.map(({ clusterId }) => clusterId);

test('plain objects in and out', () => {
  const result = hoten.dedupe(rows);
  assert.deepEqual(result.clusters[1], { recordId: 'b', clusterId: 'a' });
  assert.deepEqual(clusters(result), ['a', 'a', 'c']);
  const [pair] = result.pairs;
  assert.deepEqual([pair.leftId, pair.rightId, pair.levels.birthDate], ['a', 'b', 'same']);
  assert.ok(pair.probability > 0.9 && pair.weight > 0);
  assert.equal(result.summary.records, 3);
  assert.deepEqual(result.summary.ignoredColumns, ['ghiChu']);
  assert.deepEqual(structuredClone(result), result);
});

test('headers of a file, chosen columns, thresholds', () => {
  assert.deepEqual(clusters(hoten.dedupe([{ 'Họ và tên': 'Lê Lợi' }, { 'Họ và tên': 'Trần Bé' }])), ['0', '1']);
  const own = rows.map(({ fullName, birthDate }) => ({ kh: fullName, ns: birthDate }));
  assert.deepEqual(clusters(hoten.dedupe(own, { columns: { fullName: 'kh', birthDate: 'ns' } })), ['0', '0', '2']);
  assert.equal(hoten.dedupe(rows, { possible: 1 }).pairs.length, 0);
});

test('small tables', () => {
  assert.deepEqual(hoten.dedupe([{ fullName: 'Lê Lợi' }]).clusters, [{ recordId: '0', clusterId: '0' }]);
  assert.deepEqual(clusters(hoten.dedupe([{ fullName: null }, {}, { fullName: '' }])), ['0', '1', '2']);
});

test('errors', () => {
  assert.throws(() => hoten.dedupe('a'), code('not_a_table'));
  assert.throws(() => hoten.dedupe([7]), code('not_a_table'));
  assert.throws(() => hoten.dedupe([{ a: 'b' }]), code('no_name_column'));
  assert.throws(() => hoten.dedupe([{ fullName: ['a'] }]), code('not_text'));
  assert.throws(() => hoten.dedupe([{ fullName: '\ud800' }]), code('text_not_unicode'));
  assert.throws(() => hoten.dedupe(rows, { threshold: 2 }), code('not_a_probability'));
  assert.throws(() => hoten.dedupe(rows, { columns: { fullName: 'ten' } }), code('unknown_column'));
  assert.throws(() => hoten.dedupe([rows[0], rows[0]]), code('repeated_record_id'));
});

test('rows that are not of residents', () => {
  const goods = [
    { sku: 'AX-20411', title: 'Blue door bell, brass', price: 19.5 },
    { sku: 'AX20411', title: 'BLUE DOOR BELL brass', price: '19.50' },
    { sku: 'KV-77310', title: 'Garden hose 20 m', price: 31 },
  ];
  const fields = { sku: 'identifier', title: 'text', price: 'number' };
  const result = hoten.dedupe(goods, { fields, possible: 0.001 });
  assert.deepEqual(clusters(result), ['0', '0', '2']);
  assert.deepEqual(result.pairs[0].levels, { sku: 'same letters', title: 'same letters', price: 'same number' });
  assert.throws(() => hoten.dedupe(goods, { fields: { sku: 'code' } }), code('unknown_field_kind'));
});
