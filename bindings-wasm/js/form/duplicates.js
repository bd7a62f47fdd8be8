// Likely duplicates of the person in the form, from an index: the reason with each where the index
// holds records, else only that there is one.

// Levels of agreement that are no reason: nothing to compare, another value, or what too many share.
const NO_REASON = /^(|missing.*|different.*|other (generation|serial)|same province|same year only|near year)$/;
const SAME = /^same( (house|hamlet|commune|after repair).*)?$/;

/** The values that an index compares. */
const COMPARED = ['fullName', 'birthDate', 'sex', 'citizenId', 'identityCard', 'insuranceNumber', 'phone', 'province', 'district', 'commune', 'address', 'fatherName', 'motherName'];

export const compared = (record) => Object.fromEntries(COMPARED.filter((field) => record[field]).map((field) => [field, record[field]]));

function reasons(levels, words) {
  const said = Object.entries(levels ?? {}).filter(([part, level]) => words.parts[part] && !NO_REASON.test(level));
  return said.map(([part, level]) => (SAME.test(level) ? words.same : words.alike)(words.parts[part])).join(', ');
}

export function duplicateList(document, words) {
  const root = document.createElement('div');
  root.className = 'hoten-duplicates';
  root.setAttribute('aria-live', 'polite');
  const line = (name, text) => Object.assign(document.createElement(name), { textContent: text });

  /** Shows hits: `{recordId, probability, levels, record?}`. */
  function show(hits, keyed) {
    root.replaceChildren();
    if (hits.length === 0) return;
    if (keyed) {
      root.append(line('p', words.keyed));
      return;
    }
    const list = document.createElement('ul');
    for (const hit of hits) {
      const record = typeof hit.record === 'function' ? hit.record() : (hit.record ?? {});
      const who = [record.fullName, record.birthDate, record.commune].filter(Boolean).join(', ');
      const why = reasons(hit.levels, words);
      list.append(line('li', [who || String(hit.recordId), why && `(${why})`].filter(Boolean).join(' ')));
    }
    root.append(line('p', words.duplicates), list);
  }
  return { root, show };
}
