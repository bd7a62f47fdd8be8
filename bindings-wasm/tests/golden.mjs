// The golden cases in the words of JavaScript, for node and for a browser: `runCases(hoten, files)`.
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

/** What runs one case on a build. */
export function runner(hoten) {
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

  return function run({ fn, args }) {
    try {
      return plain((special[fn] ?? hoten[camel(fn)])(...args));
    } catch (error) {
      if (error.code === undefined) throw error;
      return { error: error.code };
    }
  }
}

/** An object need only agree on the keys that the case gives; an absent one is null. */
function given(answer, out) {
  const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
  if (!isObject(out) || !isObject(answer)) return answer;
  return Object.fromEntries(Object.keys(out).map((key) => [key, answer[key] ?? null]));
}

/** The build, which says so when it is asked for what it does not have. */
class Missing extends Error {}
const strict = (hoten) =>
  new Proxy(hoten, {
    get(own, name) {
      if (name in own) return own[name];
      throw new Missing(name);
    },
  });

/** Runs cases `[file, text of the file]`: how many there are, were asked and skipped, and what went wrong. */
export function runCases(hoten, files) {
  const run = runner(strict({ ...hoten }));
  const failures = [];
  let [count, asked, skipped] = [0, 0, 0];
  for (const [name, text] of files) {
    for (const line of text.split('\n').filter(Boolean)) {
      const item = JSON.parse(line);
      count += 1;
      if (item.skip?.js) {
        skipped += 1;
        continue;
      }
      let answer;
      try {
        answer = given(run(item.in), item.out);
      } catch (error) {
        if (error instanceof Missing) continue;
        answer = `${error}`;
      }
      asked += 1;
      if (!same(answer, item.out)) failures.push(`${name} ${item.id}: ${JSON.stringify(answer)} instead of ${JSON.stringify(item.out)} (${item.why})`);
    }
  }
  return { count, asked, skipped, failures };
}

/** Deep equality of plain values, whatever the order of keys. */
function same(left, right) {
  if (left === null || right === null || typeof left !== 'object' || typeof right !== 'object') return Object.is(left, right);
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => key in right && same(left[key], right[key]));
}
