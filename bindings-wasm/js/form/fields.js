// Which boxes of a form hold which field, and reading and writing them.

const COMPLETE = { name: 'fullName', bday: 'birthDate', tel: 'phone', sex: 'sex', 'address-level1': 'province', 'street-address': 'address' };
const DATES = new Set(['birthDate', 'fatherBirthDate', 'motherBirthDate', 'issueDate']);
const PARTS = [
  ['day', /(^|[^a-z])(ngay|day|dd)([^a-z]|$)|bday-day/],
  ['month', /(^|[^a-z])(thang|month|mm)([^a-z]|$)|bday-month/],
  ['year', /(^|[^a-z])(nam|year|yyyy)([^a-z]|$)|bday-year/],
];

const bare = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
const isText = (element) =>
  element.matches('select, textarea') ||
  (element.matches('input') && !['hidden', 'password', 'submit', 'button', 'reset', 'image', 'file', 'checkbox', 'radio', 'range', 'color'].includes(element.type));

/** What a person sees beside the box. */
function labelOf(element) {
  const labelled = (element.getAttribute('aria-labelledby') ?? '').split(/\s+/).map((id) => id && element.ownerDocument.getElementById(id));
  const label = element.labels?.[0];
  // Of a label around its box only the words count, not an option's.
  const around = label?.cloneNode(true);
  around?.querySelectorAll('input, select, textarea, button, [data-hoten-area]').forEach((inner) => inner.remove());
  return [element.getAttribute('aria-label'), ...labelled.map((part) => part?.textContent), around?.textContent].filter(Boolean);
}

const namesOf = (element) => [element.name, element.id, ...labelOf(element)].filter(Boolean);

/** What the texts stand for: remarks such as an asterisk for "required" do not count. */
function fieldOf(hoten, texts) {
  for (const text of texts) {
    const field = hoten.fieldOf(text.replace(/[*:]|[\uD800-\uDFFF]/g, ' ').trim());
    if (field) return field;
  }
  return undefined;
}

const native = (element, value) => {
  // Frameworks that watch a box replace its own setter; the prototype's tells them.
  const owner = { SELECT: 'HTMLSelectElement', TEXTAREA: 'HTMLTextAreaElement' }[element.tagName] ?? 'HTMLInputElement';
  const setter = Object.getOwnPropertyDescriptor(element.ownerDocument.defaultView[owner].prototype, 'value').set;
  setter.call(element, value);
  element.dispatchEvent(new Event('input', { bubbles: true }));
  element.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Where messages of several boxes stand: behind the smallest element around them all. */
function placeOf(elements, root) {
  let around = elements[0].parentElement;
  while (around !== root && !elements.every((one) => around.contains(one))) around = around.parentElement;
  const inside = around === root || around.matches('fieldset, [role="group"], [role="radiogroup"], td, li');
  return { after: around, inside };
}

const groupOf = (element, root) => {
  const group = element.closest('fieldset, [role="group"], [role="radiogroup"]');
  return group && group !== root && root.contains(group) ? group : undefined;
};

/** One box. */
function single(field, element) {
  const label = element.closest('label');
  return {
    field,
    elements: [element],
    after: label ?? element,
    read: () => (element.tagName === 'SELECT' ? (element.value === '' ? '' : (element.selectedOptions[0]?.textContent ?? '')) : element.value),
    write(text) {
      if (element.tagName !== 'SELECT') return native(element, text);
      const option = [...element.options].find((one) => one.textContent.trim() === text || one.value === text);
      return option && native(element, option.value);
    },
  };
}

/** A choice by buttons. */
function choice(field, elements, root) {
  const words = (one) => (one.labels?.[0]?.textContent ?? one.value).trim();
  return {
    field,
    elements,
    ...placeOf(elements, root),
    read: () => elements.filter((one) => one.checked).map(words)[0] ?? '',
    write(text) {
      const one = elements.find((each) => words(each) === text || each.value === text);
      if (one && !one.checked) one.click();
    },
  };
}

/** A date in three boxes. */
function triple(field, { day, month, year }, root, hoten) {
  const boxes = [day, month, year];
  return {
    field,
    elements: boxes,
    ...placeOf(boxes, root),
    read() {
      const [d, m, y] = boxes.map((box) => box.value.trim());
      if (d === '' && m === '') return y;
      if (d === '') return `--/${m}/${y}`;
      return `${d}/${m === '' ? '--' : m}/${y}`;
    },
    write(text) {
      const date = hoten.parseBirthDate(text);
      const two = (number) => (number === null ? '' : String(number).padStart(2, '0'));
      native(day, two(date.day));
      native(month, two(date.month));
      native(year, date.year === null ? '' : String(date.year));
    },
  };
}

const partsOf = (elements) => {
  const parts = {};
  for (const element of elements.filter(isText)) {
    const text = bare([element.name, element.id, element.autocomplete, element.placeholder, ...labelOf(element)].join(' ').replace(/([a-z])([A-Z])/g, '$1 $2').replace(/_/g, ' '));
    const part = PARTS.find(([name, pattern]) => !parts[name] && pattern.test(text));
    if (part) parts[part[0]] = element;
  }
  return parts.day && parts.month && parts.year ? parts : undefined;
};

/** The boxes of a form by field: the caller's choice first, then by `data-hoten`, name, label or option. */
export function controlsOf(root, hoten, { fields = {}, recognise = true } = {}) {
  const controls = new Map();
  const taken = new Set();
  const add = (control) => {
    if (controls.has(control.field) || control.elements.some((element) => taken.has(element))) return;
    controls.set(control.field, control);
    control.elements.forEach((element) => taken.add(element));
  };
  const all = [...root.querySelectorAll('input, select, textarea')];
  const find = (target) => {
    if (typeof target !== 'string') return target;
    return all.find((element) => element.name === target || element.id === target) ?? root.querySelector(target);
  };
  const radios = (element) => all.filter((one) => one.type === 'radio' && one.name === element.name);
  for (const [field, target] of Object.entries(fields)) {
    if (target === null || target === undefined) continue;
    const isTriple = typeof target === 'object' && 'year' in target && !('nodeType' in target);
    const boxes = isTriple ? Object.fromEntries(Object.entries(target).map(([part, one]) => [part, find(one)])) : find(target);
    if (!boxes || (isTriple && !(boxes.day && boxes.month && boxes.year))) {
      throw Object.assign(new Error(`the form has no box for ${field}`), { code: 'unknown_field' });
    }
    if (isTriple) add(triple(field, boxes, root, hoten));
    else if (boxes.type === 'radio') add(choice(field, radios(boxes), root));
    else add(single(field, boxes));
  }
  if (!recognise) return controls;
  const wanted = (field) => field && !(field in fields);
  for (const group of root.querySelectorAll('fieldset, [role="group"]')) {
    const legend = group.querySelector('legend')?.textContent ?? group.getAttribute('aria-label') ?? '';
    const field = group.dataset.hoten ?? fieldOf(hoten, [legend]);
    const parts = DATES.has(field) && partsOf([...group.querySelectorAll('input, select')]);
    if (wanted(field) && parts) add(triple(field, parts, root, hoten));
  }
  for (const element of all) {
    if (element.dataset.hoten === '' || taken.has(element)) continue;
    if (element.type === 'radio') {
      const legend = groupOf(element, root)?.querySelector('legend')?.textContent;
      const field = element.dataset.hoten ?? fieldOf(hoten, [element.name, legend].filter(Boolean));
      if (wanted(field)) add(choice(field, radios(element), root));
    } else if (isText(element)) {
      const field = element.dataset.hoten ?? COMPLETE[element.autocomplete?.split(' ').at(-1)] ?? fieldOf(hoten, namesOf(element));
      if (wanted(field)) add(single(field, element));
    }
  }
  return controls;
}
