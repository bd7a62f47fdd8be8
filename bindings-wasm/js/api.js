// The functions of the package. Importing does nothing by itself: `load()` brings the module in.
import init, * as glue from './glue.js';

let starting;
let started = false;

/** Starts the module once; a second call waits for the first, a failed one may be tried again. */
export function start(source) {
  starting ??= init({ module_or_path: source }).then(
    () => {
      started = true;
    },
    (error) => {
      starting = undefined;
      throw error;
    },
  );
  return starting;
}

const ready = (call) => (...given) => {
  if (started) return call(...given);
  throw Object.assign(new Error('hoten is not loaded yet: await load() first'), { code: 'not_loaded' });
};

export const checkRecord = ready(glue.checkRecord);
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

/** Records in one file; `Index.open(bytes)`. */
export class Index {
  #inner;

  constructor(inner) {
    this.#inner = inner;
  }

  static open(bytes) {
    return new Index(ready(glue.Index.open)(bytes instanceof ArrayBuffer ? new Uint8Array(bytes) : bytes));
  }

  #held() {
    if (this.#inner) return this.#inner;
    throw Object.assign(new Error('the index is closed: open it again with Index.open'), { code: 'index_closed' });
  }

  get length() {
    return this.#held().length;
  }

  search(record, options) {
    const asked = { ...record };
    return hits(this, asked, options, this.#held().search(asked, options));
  }

  record(row) {
    return this.#held().record(row);
  }

  explain(record, options, row) {
    return this.#held().explain(record, options, row);
  }

  verify() {
    this.#held().verify();
  }

  close() {
    this.#inner?.free();
    this.#inner = undefined;
  }

  [Symbol.dispose ?? Symbol.for('Symbol.dispose')]() {
    this.close();
  }
}

export const clean = ready(glue.clean);
export const compareAddresses = ready(glue.compareAddresses);
export const decode = ready(glue.decode);
export const dedupe = ready(glue.dedupe);
export const detectEncoding = ready(glue.detectEncoding);
export const fold = ready(glue.fold);
export const khmerCanonical = ready(glue.khmerCanonical);
export const khmerKeys = ready(glue.khmerKeys);
export const khmerRomanize = ready(glue.khmerRomanize);
export const sameKhmer = ready(glue.sameKhmer);
export const khmerSimilarity = ready(glue.khmerSimilarity);
export const lunarToSolar = ready(glue.lunarToSolar);
export const nameKeys = ready(glue.nameKeys);
export const nameOrigin = ready(glue.nameOrigin);
export const nameSimilarity = ready(glue.nameSimilarity);
export const normalize = ready(glue.normalize);
export const parseAddress = ready(glue.parseAddress);
export const parseBirthDate = ready(glue.parseBirthDate);
export const parseBirthDates = ready(glue.parseBirthDates);
export const parseCitizenId = ready(glue.parseCitizenId);
export const parseIdentityCard = ready(glue.parseIdentityCard);
export const parseInsuranceNumber = ready(glue.parseInsuranceNumber);
export const parseName = ready(glue.parseName);
export const parsePhone = ready(glue.parsePhone);
export const parseTaxCode = ready(glue.parseTaxCode);
export const solarToLunar = ready(glue.solarToLunar);
export const resolvePlace = ready(glue.resolvePlace);
export const usePlaces = ready(glue.usePlaces);
export const soundKey = ready(glue.soundKey);
export const version = ready(glue.version);
