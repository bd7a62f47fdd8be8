// What stands below a box: messages, offers, and a number in groups. Made of plain elements, of
// text only: whatever a value holds, it never becomes markup.

const areas = new WeakMap();
let count = 0;

const element = (document, name, className, text) => {
  const made = document.createElement(name);
  made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
};

function buttonOf(document, { label, accept }) {
  const button = element(document, 'button', 'hoten-offer');
  button.type = 'button';
  button.setAttribute('aria-keyshortcuts', 'Alt+Enter');
  const [before, text, after] = label;
  button.append(before, element(document, 'bdi', '', text), after);
  button.addEventListener('click', () => accept(button));
  return button;
}

const RANK = { error: 0, warning: 1, note: 2 };

class Area {
  #ours = false;
  #drawn = new Map();

  constructor(control) {
    const document = control.elements[0].ownerDocument;
    this.control = control;
    this.said = new Map();
    count += 1;
    this.root = element(document, 'div', 'hoten-area');
    this.root.dataset.hotenArea = control.field;
    this.beside = element(document, 'div', 'hoten-beside');
    this.beside.setAttribute('aria-hidden', 'true');
    this.messages = element(document, 'div', 'hoten-messages');
    this.messages.id = `hoten-${count}`;
    this.messages.setAttribute('aria-live', 'polite');
    this.offers = element(document, 'div', 'hoten-offers');
    this.root.append(this.beside, this.messages, this.offers);
    if (control.inside) control.after.append(this.root);
    else control.after.after(this.root);
  }

  /** What one helper has to say: `[{severity, text}]` and `[{text, label, accept}]`. */
  say(owner, messages, offers) {
    if (messages.length + offers.length > 0) this.said.set(owner, { messages, offers });
    else if (!this.said.delete(owner)) return;
    this.#draw();
  }

  #draw() {
    const document = this.root.ownerDocument;
    // What is said already stays as it is: a reader says nothing twice, a focused button stays.
    const fresh = (box, items) => {
      const print = JSON.stringify(items.map(({ severity, text }) => [severity, text]));
      const changed = print !== this.#drawn.get(box);
      this.#drawn.set(box, print);
      return changed;
    };
    const once = (items, key) => items.filter((item, at) => items.findIndex((other) => other[key] === item[key]) === at);
    const all = [...this.said.values()];
    const messages = once(all.flatMap((one) => one.messages), 'text').sort((a, b) => RANK[a.severity] - RANK[b.severity]);
    if (fresh(this.messages, messages)) {
      this.messages.replaceChildren(...messages.map(({ severity, text }) => element(document, 'p', `hoten-${severity}`, text)));
    }
    const offers = once(all.flatMap((one) => one.offers), 'text');
    if (fresh(this.offers, offers)) this.offers.replaceChildren(...offers.map((offer) => buttonOf(document, offer)));
    this.#mark(messages.filter(({ severity }) => severity === 'error').map(({ text }) => text), messages.length > 0);
  }

  /** Errors go to the browser's own validity, and every message is linked to its box. */
  #mark(errors, linked) {
    const { elements } = this.control;
    const [first] = elements;
    if (errors.length > 0 && (this.#ours || !first.validity?.customError)) {
      first.setCustomValidity(errors.join(' '));
      this.#ours = true;
    } else if (errors.length === 0 && this.#ours) {
      first.setCustomValidity('');
      this.#ours = false;
    }
    for (const box of elements) {
      if (errors.length > 0) box.setAttribute('aria-invalid', 'true');
      else box.removeAttribute('aria-invalid');
      const ids = (box.getAttribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id && id !== this.messages.id);
      if (linked) ids.push(this.messages.id);
      if (ids.length > 0) box.setAttribute('aria-describedby', ids.join(' '));
      else box.removeAttribute('aria-describedby');
    }
  }
}

/** The area of a control; helpers of one form share it. */
export function areaOf(control) {
  const [first] = control.elements;
  let area = areas.get(first);
  if (!area) {
    area = new Area(control);
    area.users = 0;
    areas.set(first, area);
  }
  area.users += 1;
  return area;
}

export function release(area, owner) {
  area.say(owner, [], []);
  area.users -= 1;
  if (area.users > 0) return;
  area.root.remove();
  areas.delete(area.control.elements[0]);
}

const GROUPS = { citizenId: [3, 3, 3, 3], identityCard: [3, 3, 3], insuranceNumber: [3, 3, 4], phone: [4, 3, 3] };

/** A long number in groups, for comparing with the card; '' for any other value. */
export function grouped(field, text) {
  const digits = text.replace(/[\s.-]/g, '');
  const sizes = GROUPS[field];
  if (!sizes || digits.length < 5 || !/^\d+$/.test(digits)) return '';
  const groups = [];
  let at = 0;
  for (const size of sizes) {
    groups.push(digits.slice(at, at + size));
    at += size;
  }
  return [...groups, digits.slice(at)].filter(Boolean).join(' ');
}
