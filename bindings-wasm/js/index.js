// Records in one file: the only thing here that holds memory of the module.
import { failure } from './engine.js';
import { engine } from './hoten.engine.js';

/** Hits of a search: an array that knows whether it was cut off. */
const hits = (index, record, options, found) =>
  Object.assign(
    found.hits.map((hit) => ({
      ...hit,
      record: () => index.record(hit.row),
      explain: () => index.explain(record, options, hit.row),
    })),
    { truncated: found.truncated, compared: found.compared },
  );

const typed = (bytes) => (bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes);

/** The memory of the module that an index holds, until it is closed. */
const memory = new WeakMap();

/** Works on an index; its memory is gone with the instance that a trap ended. */
const within = (index, work) =>
  engine.run((glue) => {
    const held = memory.get(index);
    if (held && glue === held.glue) return work(held.inner);
    throw failure('index_closed', 'the index is closed: open it again with Index.open');
  });

/** What both kinds of index share. */
class Opened {
  constructor(inner, glue) {
    memory.set(this, { inner, glue });
  }

  verify() {
    within(this, (inner) => inner.verify());
  }

  close() {
    const held = memory.get(this);
    memory.delete(this);
    // Of an instance that has trapped nothing can be freed: all of it goes.
    if (held) engine.run((active) => active === held.glue && held.inner.free());
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }
}

/** `Index.open(bytes)`. */
export class Index extends Opened {
  static open(bytes, { key } = {}) {
    return engine.run((glue) =>
      key === undefined ? new Index(glue.Index.open(typed(bytes)), glue) : new KeyedIndex(glue.KeyedIndex.open(typed(bytes), typed(key)), glue),
    );
  }

  get kind() {
    return 'full';
  }

  get length() {
    return within(this, (inner) => inner.length);
  }

  search(record, options) {
    const asked = typeof record === 'object' ? { ...record } : record;
    return within(this, (inner) => hits(this, asked, options, inner.search(asked, options)));
  }

  record(row) {
    return within(this, (inner) => inner.record(row));
  }

  explain(record, options, row) {
    return within(this, (inner) => inner.explain(record, options, row));
  }
}

/** `Index.open(bytes, { key })`: no records, only whether a likely duplicate exists. */
export class KeyedIndex extends Opened {
  get kind() {
    return 'keyed';
  }

  get entries() {
    return within(this, (inner) => inner.entries);
  }

  search(record, options) {
    return within(this, (inner) => {
      const { hits: found, truncated } = inner.search(record, options);
      return Object.assign(found, { truncated });
    });
  }
}
