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

/** `Index.open(bytes)`. */
export class Index {
  #inner;
  #glue;

  constructor(inner, glue) {
    this.#inner = inner;
    this.#glue = glue;
  }

  static open(bytes) {
    return engine.run((glue) => new Index(glue.Index.open(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes), glue));
  }

  /** Works on the index; its memory is gone with the instance that a trap ended. */
  #held(work) {
    return engine.run((glue) => {
      if (this.#inner && glue === this.#glue) return work(this.#inner);
      throw failure('index_closed', 'the index is closed: open it again with Index.open');
    });
  }

  get kind() {
    return 'full';
  }

  get length() {
    return this.#held((inner) => inner.length);
  }

  search(record, options) {
    const asked = typeof record === 'object' ? { ...record } : record;
    return this.#held((inner) => hits(this, asked, options, inner.search(asked, options)));
  }

  record(row) {
    return this.#held((inner) => inner.record(row));
  }

  explain(record, options, row) {
    return this.#held((inner) => inner.explain(record, options, row));
  }

  verify() {
    this.#held((inner) => inner.verify());
  }

  close() {
    const [inner, glue] = [this.#inner, this.#glue];
    this.#inner = undefined;
    this.#glue = undefined;
    // Of an instance that has trapped nothing can be freed: all of it goes.
    if (inner) engine.run((active) => active === glue && inner.free());
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }
}
