// Records in one file, searched by an instance of the module.
import { failure } from './engine.js';

const closed = () => failure('index_closed', 'the index is closed: open it again with Index.open');

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

/** The class `Index` of one engine. */
export function indexOver(engine) {
  return class Index {
    #inner;
    #glue;

    constructor(inner, glue) {
      this.#inner = inner;
      this.#glue = glue;
    }

    static open(bytes) {
      const view = bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes;
      return engine.run((glue) => new Index(glue.Index.open(view), glue));
    }

    /** The index of a module that trapped went with it. */
    #on(work) {
      return engine.run((glue) => {
        if (!this.#inner || glue !== this.#glue) throw closed();
        return work(this.#inner);
      });
    }

    get length() {
      return this.#on((inner) => inner.length);
    }

    search(record, options) {
      const asked = { ...record };
      return hits(this, asked, options, this.#on((inner) => inner.search(asked, options)));
    }

    record(row) {
      return this.#on((inner) => inner.record(row));
    }

    explain(record, options, row) {
      return this.#on((inner) => inner.explain(record, options, row));
    }

    verify() {
      this.#on((inner) => inner.verify());
    }

    close() {
      const inner = this.#inner;
      this.#inner = undefined;
      if (inner) engine.run((glue) => glue === this.#glue && inner.free());
    }

    [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
      this.close();
    }
  };
}
