// Help in an entry form: findings beside the boxes, suggestions for the clerk to accept. A box that
// has the focus is never written to, nothing is completed, and only errors hold a form back.
import * as forms from './forms.browser.js';
import { areaOf, grouped, release } from './form/area.js';
import { compared, duplicateList } from './form/duplicates.js';
import { controlsOf } from './form/fields.js';
import { words as own } from './form/words.js';
import { speak } from './messages/speak.js';

const WORDS = new Set(['fullName', 'fatherName', 'motherName', 'province', 'district', 'commune', 'address']);
const MOST_OFFERS = 3;
// What these suggest is another value, not this one as it should be.
const OTHERS = new Set(['phone_second_number', 'date_can_chi_mismatch']);

/** The value as the finding would have it. */
function corrected(text, { code, span, suggestion }) {
  if (!suggestion || OTHERS.has(code)) return '';
  return code === 'name_surname_misspelled' && span ? text.slice(0, span[0]) + suggestion + text.slice(span[1]) : suggestion;
}

/** Capitals throughout are how papers write a name. */
const onlyCapitals = (text, cleaned) => text === text.toUpperCase() && cleaned.toUpperCase() === text;

const wordsOf = async (lang) => {
  if (typeof lang === 'object') return lang;
  return lang === 'en' ? import('./messages/en.js') : import('./messages/vi.js');
};

/** Watches the boxes of a form, or of a part of one. */
export function attach(root, options = {}) {
  const { lang = 'vi', hoten = forms, index, possible = 0.5, today, ignore, also = {} } = options;
  const said = own[(typeof lang === 'object' ? lang.lang : lang) === 'en' ? 'en' : 'vi'];
  const owner = {};
  const touched = new Set();
  const typing = new Set();
  const areas = new Map();
  const duplicates = index && duplicateList(root.ownerDocument, said);
  const listening = new AbortController();
  let controls = new Map();
  let messages;
  let latest;
  let asked = 0;
  let pressed = false;
  let waiting = false;
  let findings = [];

  const controlAt = (target) => [...controls.values()].find(({ elements }) => elements.includes(target));
  const focused = (control) => control.elements.includes(root.ownerDocument.activeElement);

  /**
   * The record as far as it is typed. A blank box is missed only where the page requires it, and
   * someone came to it or `whole` asks.
   */
  function typed(whole) {
    const isMissed = ({ field, elements }) => (whole || touched.has(field)) && elements.some(({ required }) => required);
    const values = [...controls.values()].map((control) => [control, control.read()]);
    const given = values.filter(([control, text]) => text.trim() !== '' || isMissed(control));
    return { ...also, ...Object.fromEntries(given.map(([{ field }, text]) => [field, text])) };
  }

  const record = () => ({ ...also, ...Object.fromEntries([...controls.values()].map((control) => [control.field, control.read()])) });

  function accept(control, text, button) {
    const inside = button && button === root.ownerDocument.activeElement;
    if (focused(control)) root.ownerDocument.activeElement.blur();
    control.write(text);
    typing.delete(control.field);
    touched.add(control.field);
    check();
    // The button is gone: the keyboard goes on from the box, whose text stays as it is now.
    if (inside) control.elements[0].focus();
  }

  function offersFor(control, about) {
    const text = control.read();
    const wanted = about.map((finding) => corrected(text, finding));
    if (WORDS.has(control.field) && text.trim() !== '') {
      const cleaned = hoten.clean(text);
      if (!onlyCapitals(text, cleaned.text)) wanted.push(cleaned.text);
      for (const { span, candidates } of cleaned.suggestions) {
        if (span) wanted.push(...candidates.map((one) => text.slice(0, span[0]) + one + text.slice(span[1])));
      }
    }
    const others = [...new Set(wanted)].filter((one) => one !== text && one !== '').slice(0, MOST_OFFERS);
    return others.map((one) => ({ text: one, label: said.use(one), accept: (button) => accept(control, one, button) }));
  }

  /** Shows what is found in the boxes that were left, or in all of them. */
  function check(whole = false) {
    if (!messages) return findings;
    findings = [...hoten.checkRecord(typed(whole), { today, ignore })];
    for (const control of controls.values()) {
      const { field } = control;
      if (!whole && (!touched.has(field) || typing.has(field))) continue;
      const about = findings.filter((finding) => finding.field === field);
      const offers = offersFor(control, about);
      areas.get(field).say(owner, about.map((finding) => ({ severity: finding.severity, text: speak(messages.words, finding) })), offers);
      if (offers.length > 0) latest = field;
      else if (latest === field) latest = undefined;
    }
    root.dispatchEvent(new CustomEvent('hoten:findings', { detail: { findings }, bubbles: true }));
    return findings;
  }

  async function search() {
    const asking = compared(typed(false));
    if (!index || !asking.fullName || !(asking.birthDate || asking.citizenId)) return;
    asked += 1;
    const turn = asked;
    try {
      const found = await index.search(asking, { limit: 5 });
      if (turn !== asked) return;
      const hits = [...(found.hits ?? found)].filter(({ probability }) => probability === undefined || probability >= possible);
      duplicates.show(hits, index.kind === 'keyed');
      root.dispatchEvent(new CustomEvent('hoten:duplicates', { detail: { hits }, bubbles: true }));
    } catch (error) {
      // A search that failed must not keep anyone from typing.
      root.dispatchEvent(new CustomEvent('hoten:error', { detail: { error }, bubbles: true }));
    }
  }

  /** After a box was left. */
  function look() {
    waiting = false;
    check();
    search();
  }

  const guarded = (work) => (event) => {
    try {
      return work(event);
    } catch (error) {
      root.dispatchEvent(new CustomEvent('hoten:error', { detail: { error }, bubbles: true }));
      return undefined;
    }
  };
  const on = (name, work, capture = false) => root.addEventListener(name, guarded(work), { signal: listening.signal, capture });

  function beside(control) {
    areas.get(control.field).beside.textContent = grouped(control.field, control.read());
  }

  on('input', ({ target }) => {
    const control = controlAt(target);
    if (!control) return;
    beside(control);
    if (!focused(control)) return;
    typing.add(control.field);
    areas.get(control.field).say(owner, [], []);
    if (latest === control.field) latest = undefined;
  });
  on('focusout', ({ target, relatedTarget }) => {
    const control = controlAt(target);
    if (!control || control.elements.includes(relatedTarget)) return;
    // A window that is left and come back to is no box that is left.
    if (!root.ownerDocument.hasFocus() && root.ownerDocument.activeElement === target) return;
    const blank = control.read().trim() === '';
    if (blank && !touched.has(control.field) && !typing.has(control.field)) return;
    touched.add(control.field);
    typing.delete(control.field);
    if (pressed) waiting = true;
    else look();
  });
  // A message that appears between press and release would move the button away from under the
  // pointer: it waits for the click.
  const pointer = (name, work) => root.ownerDocument.addEventListener(name, guarded(work), { capture: true, signal: listening.signal });
  pointer('pointerdown', () => {
    pressed = true;
  });
  for (const name of ['pointerup', 'pointercancel']) {
    pointer(name, () => {
      pressed = false;
      if (waiting) setTimeout(guarded(look));
    });
  }
  on('change', ({ target }) => {
    const control = controlAt(target);
    if (!control || !(target.matches('select') || target.type === 'radio')) return;
    touched.add(control.field);
    typing.delete(control.field);
    if (!pressed) look();
  });
  on('keydown', (event) => {
    if (!event.altKey || event.key !== 'Enter' || event.isComposing || latest === undefined) return;
    event.preventDefault();
    const button = areas.get(latest).offers.querySelector('button');
    // In the box itself the suggestion is only brought to hand: what has the focus is not rewritten.
    if (focused(controls.get(latest))) button?.focus();
    else button?.click();
  });
  const form = root.closest?.('form') ?? root;
  form.addEventListener(
    'click',
    guarded(({ target }) => {
      if (target.closest?.('button, input')?.type === 'submit') check(true);
    }),
    { capture: true, signal: listening.signal },
  );
  form.addEventListener(
    'reset',
    // The boxes are emptied after this event.
    guarded(() => setTimeout(guarded(clear))),
    { signal: listening.signal },
  );

  /** As if nobody had come to any box. */
  function clear() {
    touched.clear();
    typing.clear();
    latest = undefined;
    asked += 1;
    findings = [];
    duplicates?.show([], false);
    for (const control of controls.values()) {
      areas.get(control.field)?.say(owner, [], []);
      beside(control);
    }
    root.dispatchEvent(new CustomEvent('hoten:findings', { detail: { findings }, bubbles: true }));
  }

  const ready = (async () => {
    const [loaded] = await Promise.all([wordsOf(lang), hoten.load()]);
    if (listening.signal.aborted) return;
    controls = controlsOf(root, hoten, options);
    for (const control of controls.values()) {
      areas.set(control.field, areaOf(control));
      beside(control);
    }
    if (duplicates) {
      const place = options.duplicates ?? areas.get('fullName')?.root;
      place?.append(duplicates.root);
    }
    messages = loaded;
    if (touched.size > 0) check();
  })();

  return {
    ready,
    check: () => check(true),
    record,
    get findings() {
      return findings;
    },
    detach() {
      listening.abort();
      for (const area of areas.values()) release(area, owner);
      areas.clear();
      duplicates?.root.remove();
    },
  };
}
