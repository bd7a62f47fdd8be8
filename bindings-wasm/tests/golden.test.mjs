// Runs core/testdata/golden: the cases that Rust and Python run too.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as hoten from 'hoten';

await hoten.load();
await hoten.loadPlaces();
const root = new URL('../../', import.meta.url);
const golden = new URL('core/testdata/golden/', root);

const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());
const snake = (name) => name.replace(/[A-Z]/g, (letter) => '_' + letter.toLowerCase());

/** The answer in the words of the golden files: snake_case, findings and repairs as sorted codes. */
function plain(value, key) {
  if (key === 'findings' || key === 'repairs') return [...new Set(value.map((one) => one.code ?? one.kind))].sort();
  if (key === 'suggestions') return value.map((one) => one.candidates);
  if (Array.isArray(value)) return value.map((one) => plain(one));
  if (value === null || typeof value !== 'object') return value ?? null;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [snake(name), plain(part, snake(name))]));
}

const bytes = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));

function sexHint(text) {
  const { sexHint: hint } = hoten.parseName(text);
  if (hint === null) return null;
  const leans = hint.pFemale >= 0.9 ? 'female' : hint.pFemale < 0.1 ? 'male' : 'open';
  return { leans, evidence: hint.evidence };
}

function place([province, district, commune, address]) {
  return hoten.resolvePlace({ province, district, commune, address });
}

const special = {
  check_record: (record, today) => ({ findings: hoten.checkRecord(record, { today }) }),
  parse_birth_date_at: (text, writtenIn) => hoten.parseBirthDate(text, { writtenIn }),
  parse_birth_dates: (cells) =>
    hoten.parseBirthDates(cells).map((date) => [date?.year ?? null, date?.month ?? null, date?.day ?? null]),
  lunar_to_solar: (year, month, day, leapMonth) => hoten.lunarToSolar(year, month, day, { leapMonth }),
  place_today: (...parts) => place(parts).map((unit) => [unit.name, ...unit.parents].join(', ')).sort(),
  place_written: (...parts) =>
    [...new Set(place(parts).map(({ written, ...unit }) => [(written ?? unit).name, ...(written ?? unit).parents].join(', ')))].sort(),
  place_findings: (...parts) => [...new Set(place(parts).findings.map((one) => one.code))].sort(),
  decode: (hex, encoding) => hoten.decode(bytes(hex), encoding),
  sex_hint: sexHint,
  same_normal: (a, b) => hoten.normalize(a) === hoten.normalize(b),
  same_fold: (a, b) => hoten.nameKeys(a).fold === hoten.nameKeys(b).fold,
  same_sound: (a, b) => hoten.soundKey(a) === hoten.soundKey(b),
  same_sound_in: (profile, a, b) => hoten.soundKey(a, { profile }) === hoten.soundKey(b, { profile }),
  same_khmer: (a, b, level) => hoten.sameKhmer(a, b, { level }),
  khmer_romanize_ungegn: (text) => hoten.khmerRomanize(text, { style: 'ungegn' }),
  khmer_ranks_above: (name, variant, other) =>
    hoten.khmerSimilarity(name, variant).score > hoten.khmerSimilarity(name, other).score,
  ranks_above: (name, variant, other) =>
    hoten.nameSimilarity(name, variant).score > hoten.nameSimilarity(name, other).score,
};

function run({ fn, args }) {
  try {
    return plain((special[fn] ?? hoten[camel(fn)])(...args));
  } catch (error) {
    if (error.code === undefined) throw error;
    return { error: error.code };
  }
}

/** An object need only agree on the keys that the case gives; an absent one is null. */
function given(answer, out) {
  const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isObject(out) || !isObject(answer)) return answer;
  return Object.fromEntries(Object.keys(out).map((key) => [key, answer[key] ?? null]));
}

test('golden cases', () => {
  const failures = [];
  let count = 0;
  for (const name of readdirSync(golden).filter((file) => file.endsWith('.jsonl')).sort()) {
    for (const line of readFileSync(new URL(name, golden), 'utf8').split('\n').filter(Boolean)) {
      const item = JSON.parse(line);
      count += 1;
      if (item.skip?.js) continue;
      try {
        assert.deepEqual(given(run(item.in), item.out), item.out);
      } catch (error) {
        failures.push(`${name} ${item.id}: ${error.message} (${item.why})`);
      }
    }
  }
  console.log(`golden: ${count} cases`);
  mkdirSync(new URL('target/golden/', root), { recursive: true });
  writeFileSync(new URL('target/golden/js.count', root), `${count}\n`);
  assert.equal(failures.length, 0, `${failures.length} of ${count} cases\n${failures.join('\n')}`);
});
