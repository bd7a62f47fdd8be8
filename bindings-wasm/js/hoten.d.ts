/// <reference lib="esnext.disposable" />
// hoten: everything. hoten/forms is the smaller half that an entry form needs.
import type { Reason } from './codes.js';
import type { BirthDate, BirthDateOptions, FieldName, Row } from './forms.js';

export * from './forms.js';

/**
 * Bytes as text, by the name of their encoding: `tcvn3`, `vni_windows`, `cp1258`, ...
 * @example decode(new Uint8Array([0x4e, 0x67, 0x75, 0x79, 0xd4, 0x6e]), 'tcvn3') // 'Nguyễn'
 */
export function decode(data: Uint8Array, encoding: string): string;

/**
 * The encoding that the cells of a column were in before they were misread; `null` if they are as
 * they should be, or the evidence does not decide.
 */
export function detectEncoding(cells: readonly (string | null | undefined)[]): string | null;

/** What a name says about where the family behind it comes from. */
export interface NameOrigin {
  readonly origin: 'kinh' | 'khmer' | 'cham' | 'other_minority' | 'unknown';
  /** How sure, 0 to 1: estimated, not counted. */
  readonly certainty: number;
  /** What speaks for it. */
  readonly evidence: readonly ('script' | 'surname' | 'particle' | 'spelling' | 'common_words')[];
}

/**
 * Which people a full name points to: evidence about a name, never proof about a person. Ethnic
 * origin is sensitive personal data in law (Decree 356/2025 article 4): ask only with a lawful
 * reason, and do not store the answer beside a person.
 */
export function nameOrigin(text: string): NameOrigin;

/**
 * Khmer text in canonical order, each thing that can be drawn written in one way. Text in other
 * scripts stays, composed.
 */
export function khmerCanonical(text: string): string;

/** As Cambodians write their names, or by the system of the United Nations. */
export interface KhmerRomanizeOptions {
  readonly style?: 'common' | 'ungegn';
}

/**
 * Khmer script in Latin letters, for showing; text in other scripts stays.
 * @example khmerRomanize('សុខា') // 'Sokha'
 */
export function khmerRomanize(text: string, options?: KhmerRomanizeOptions): string;

export type { Reason } from './codes.js';

/** Why two names sound alike, or do not. */
export type SoundReason =
  | 'same_sound' | 'heard_end' | 'heard_start' | 'heard_vowel' | 'light_sound' | 'other_consonant'
  | 'other_vowel' | 'sound_missing' | 'known_apart' | 'known_same' | 'no_sound';

/** How alike two names are, and why. */
export interface Similarity {
  /** 0 (nothing in common) to 1 (the same name); not a probability: namesakes have 1. */
  readonly score: number;
  /** Why, each reason once, in a fixed order. */
  readonly reasons: readonly (Reason | SoundReason)[];
}

/**
 * How alike two full names are, and why.
 * @example nameSimilarity('Nguyễn Văn Hòa', 'NGUYỄN V. HOÀ').reasons // ['abbreviation']
 */
export function nameSimilarity(left: string, right: string): Similarity;

/**
 * How alike two given names of Khmer origin sound, in Khmer, Latin or Vietnamese letters, and why;
 * from 0.58 on they may be one name.
 * @example khmerSimilarity('Sóc Kha', 'Sokha').reasons // [..., 'known_same']
 */
export function khmerSimilarity(left: string, right: string): Similarity;

/**
 * Reads the birth dates of a column, whose cells decide together which of day and month comes first.
 * @example parseBirthDates(['05/13/1950', '04/25/1961', '03/04/1970'])[2].month // 3
 */
export function parseBirthDates(
  cells: readonly (string | null | undefined)[],
  options?: BirthDateOptions,
): (BirthDate | null)[];

/** What a declared field holds, and so how two of its values are compared. */
export type FieldKind = 'text' | 'number' | 'identifier' | 'date' | 'category';

export interface DedupeOptions {
  /** Which property holds a field, where its name does not say so. */
  readonly columns?: Readonly<Partial<Record<FieldName, string>> | Record<string, string>>;
  /**
   * Properties of the rows' own and what they hold, for tables that are not of residents, or hold
   * more than residents have; no name is needed then.
   * @example dedupe(rows, { fields: { title: 'text', price: 'number', sku: 'identifier' } })
   */
  readonly fields?: Readonly<Record<string, FieldKind>>;
  /** Pairs of at least this probability make clusters. Default 0.9. */
  readonly threshold?: number;
  /** Pairs of at least this probability are given. Default 0.5. */
  readonly possible?: number;
  /** A person has at most one record in each source. Default false. */
  readonly onePerSource?: boolean;
}

/** Two records that may be one person. */
export interface ScoredPair {
  readonly leftId: string;
  readonly rightId: string;
  /** In bits: +1 doubles the odds, -1 halves them. */
  readonly weight: number;
  readonly probability: number;
  /** The level of agreement of each comparison: `surname`, `birthDate`, ..., and of each declared field. */
  readonly levels: Readonly<Record<string, string>>;
}

/** What a run found. */
export interface Linkage {
  /** Every record with the identifier of its cluster: that of the cluster's first record. */
  readonly clusters: readonly { readonly recordId: string; readonly clusterId: string }[];
  readonly pairs: readonly ScoredPair[];
  readonly summary: {
    readonly records: number;
    readonly candidatePairs: number;
    readonly matchedPairs: number;
    readonly possiblePairs: number;
    /** Clusters of two records or more. */
    readonly clusters: number;
    readonly ignoredColumns: readonly string[];
  };
}

/** Finds the records of one person in a small table. A record without `recordId` has its row number, from 0. */
export function dedupe(rows: readonly Row[], options?: DedupeOptions): Linkage;

/** What to find for a record. */
export interface SearchOptions {
  /** How many hits. Default 10. */
  readonly limit?: number;
  /** The name is still being typed: its last word may be half written. Default false. */
  readonly typing?: boolean;
  /** Only records of this commune. */
  readonly commune?: string;
  /** Only records of this source. */
  readonly source?: string;
  /** How many records to compare at most. Default 512. */
  readonly candidates?: number;
}

/** One record that was found. */
export interface IndexHit {
  /** Text or a whole number, as in the table the index was built from; else the row number. */
  readonly recordId: string | number;
  /** Its row in that table. */
  readonly row: number;
  /** Match weight in bits, as `dedupe` gives a pair. */
  readonly score: number;
  readonly probability: number;
  /** The first rule that found it. */
  readonly rule: string;
  /** The level of agreement of each comparison: `surname`, `birthDate`, ... */
  readonly levels: Readonly<Record<string, string>>;
  /** The record as the index keeps it: `fullName`, `birthDate`, ... */
  record(): Readonly<Partial<Record<FieldName, string>>>;
  /** Every weight that made the score. */
  explain(): IndexExplanation;
}

/** The likeliest first. */
export interface IndexHits extends ReadonlyArray<IndexHit> {
  /** More records could have been compared than `candidates` allows: a better one may be missing. */
  readonly truncated: boolean;
  /** How many records were compared. */
  readonly compared: number;
}

/** The reckoning of a record and a hit; weights are bits, and add up to `weight`. */
export interface IndexExplanation {
  readonly recordId: string;
  readonly rule: string | null;
  readonly prior: number;
  readonly dependence: number;
  readonly fields: readonly {
    readonly field: string;
    readonly level: string;
    /** The value that was asked for. */
    readonly left: string;
    /** The value of the hit. */
    readonly right: string;
    readonly weight: number;
    readonly frequencyWeight: number;
  }[];
  readonly weight: number;
  readonly probability: number;
}

/**
 * Records in one file, made by hoten in Rust or Python, searched offline; also in a worker.
 * @example
 * const index = Index.open(new Uint8Array(await (await fetch('residents.hoten')).arrayBuffer()));
 * const [best] = index.search({ fullName: 'nguyen van ho' }, { typing: true, limit: 5 });
 */
export class Index {
  private constructor();
  /**
   * Opens the bytes of an index file. Damaged bytes throw, now or when they are first looked at.
   * Communes are compared through history, as Rust and Python do, if `loadPlaces()` was awaited
   * before; else by name.
   */
  static open(bytes: Uint8Array | ArrayBuffer, options?: { readonly key?: undefined }): Index;
  /** Opens the bytes of a keyed index with its key of 32 bytes. A wrong key throws `index_key_wrong`. */
  static open(bytes: Uint8Array | ArrayBuffer, options: { readonly key: Uint8Array | ArrayBuffer }): KeyedIndex;
  /** How many records there are. */
  readonly length: number;
  /** Finds the records that may be this person. */
  search(record: Row, options?: SearchOptions): IndexHits;
  /** The record of a row as the index keeps it. */
  record(row: number): Readonly<Partial<Record<FieldName, string>>>;
  /** Every weight that makes the score of a record and the one of a row. */
  explain(record: Row, options: SearchOptions | undefined, row: number): IndexExplanation;
  /** Checks every block now, instead of when it is first looked at. */
  verify(): void;
  /** `full`: records can be shown. */
  readonly kind: 'full';
  /** Frees the memory. Also done by `using`, and at last when nothing refers to the index. */
  close(): void;
  [Symbol.dispose](): void;
}

/** A likely duplicate in an index without records. */
export interface KeyedHit {
  /** What the server knows the record by: sixteen digits that mean nothing elsewhere. */
  readonly handle: string;
  /** The most telling rule that found it: `name and date`, ... */
  readonly rule: string;
}

/** Those of the most telling rule first. */
export interface KeyedHits extends ReadonlyArray<KeyedHit> {
  /** There are more than `limit`, or than the file keeps of one key. */
  readonly truncated: boolean;
}

/**
 * An index without records, for a form: only that a likely duplicate exists, and by which handle the
 * server finds it. Names are compared by sound, everything else as a whole; no score, no reason.
 * @example
 * const index = Index.open(await (await fetch('form.hoten')).arrayBuffer(), { key });
 * const found = index.search({ fullName: 'nguyen van hoa', birthDate: '12/5/1950' }).length > 0;
 */
export class KeyedIndex {
  private constructor();
  /** Entries in the file, those of nothing included: how many records there are is not kept. */
  readonly entries: number;
  /** Finds the records that share a composite key with this one. */
  search(record: Row, options?: { readonly limit?: number }): KeyedHits;
  /** Checks every block now, instead of when it is first looked at. */
  verify(): void;
  /** `keyed`: nobody can be shown. */
  readonly kind: 'keyed';
  /** Frees the memory. Also done by `using`, and at last when nothing refers to the index. */
  close(): void;
  [Symbol.dispose](): void;
}
