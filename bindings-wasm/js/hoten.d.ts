/// <reference lib="esnext.disposable" />
/** Where the WebAssembly module comes from: its address, a response, its bytes, or the module. */
export type Source = string | URL | Request | Response | BufferSource | WebAssembly.Module;

/**
 * Brings the module in; every other function needs it first. Without an argument it is taken from
 * the package. In a page with a content security policy, `script-src` needs `'wasm-unsafe-eval'`.
 */
export function load(source?: Source | Promise<Response>): Promise<void>;

/** The version of the package. */
export function version(): string;

/** What every function throws when it cannot do its work. */
export interface HotenError extends Error {
  /** Stable: `text_not_unicode`, `not_text`, `not_loaded`, ... */
  readonly code: string;
}

/** First UTF-16 unit and one past the last, as `text.slice` takes them. */
export type Span = readonly [start: number, end: number];

/** Something noticed about a value. Only severity `error` may block a form. */
export interface Finding {
  /** Stable code. */
  readonly code: string;
  /** The field it is about: `fullName`, `birthDate`, ... */
  readonly field: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** Where in the value as given. */
  readonly span: Span | null;
  /** What the value probably should be; for a person to accept. */
  readonly suggestion: string | null;
  /** Values for the words of the message. */
  readonly params: Readonly<Record<string, string>>;
  /** The words for people, Vietnamese and English. */
  readonly message: { readonly vi: string; readonly en: string };
}

/** One repair: what stood in the span became `to`. */
export interface Repair {
  /** What was wrong. */
  readonly kind: 'encoding' | 'lookalike' | 'blank' | 'case' | 'tone_place' | 'mark_order' | 'keystroke';
  /** Where in the text given. */
  readonly span: Span | null;
  /** What stands there in the clean text. */
  readonly to: string;
}

/** What a damaged part of the text may have been, where that cannot be known for certain. */
export interface Suggestion {
  /** What is wrong. */
  readonly kind: Repair['kind'];
  /** Where in the text given. */
  readonly span: Span | null;
  /** What may stand there, the likeliest first; at most 8. */
  readonly candidates: readonly string[];
}

/** A clean text and what was done to get it. */
export interface Cleaned {
  readonly text: string;
  readonly repairs: readonly Repair[];
  /** What could not be restored for certain; nothing of it is changed in the text. */
  readonly suggestions: readonly Suggestion[];
}

/**
 * Repairs text for showing and storing; spelling is kept.
 * @example clean('NGUYỄN  VĂN HOÀ').text // 'Nguyễn Văn Hoà'
 */
export function clean(text: string): Cleaned;

/**
 * The normal form, for comparing.
 * @example normalize('  NGUYỄN  VĂN HOÀ') // 'nguyễn văn hòa'
 */
export function normalize(text: string): string;

/**
 * The text without marks: ASCII.
 * @example fold('Đặng Thị Hòa') // 'dang thi hoa'
 */
export function fold(text: string): string;

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

/** A person's name, divided. Parts that are not there are empty. */
export interface Name {
  readonly surname: string;
  readonly middle: string;
  readonly given: string;
  /** Text before the name: a number in a list, an honorific. */
  readonly lead: string;
  /** Text after the name without its brackets: an alias, a note. */
  readonly suffix: string;
  /** The words of the name in the order written. */
  readonly syllables: readonly string[];
  /** What the words tell about the person's sex, if any tells something. */
  readonly sexHint: SexHint | null;
  readonly findings: readonly Finding[];
}

/** Evidence about a person's sex in a name: for checks, never to fill in a missing sex. */
export interface SexHint {
  /** How probable a woman's name it is, 0.001 to 0.999. */
  readonly pFemale: number;
  /** The word that tells most, as written. */
  readonly evidence: string;
}

/**
 * Divides a full name: surname first, or given name first where the words leave no doubt.
 * @example parseName('Tôn Nữ Thị Ninh').surname // 'Tôn Nữ'
 */
export function parseName(text: string): Name;

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

/** The keys of a name: short texts that are equal where names are written or heard alike. */
export interface NameKeys {
  /** Marks lost: `nguyen van hoa`. */
  readonly fold: string;
  /** What some region hears alike is one. */
  readonly sound: string;
}

/** The keys of a full name. */
export function nameKeys(text: string): NameKeys;

/** Whose ear decides which sounds are one; `all` by default. */
export interface SoundKeyOptions {
  readonly profile?: 'north' | 'central' | 'south' | 'all';
}

/**
 * The sound key of a full name, to the ear of one region or of all.
 * @example soundKey('Lan', { profile: 'north' }) === soundKey('Nan', { profile: 'north' }) // true
 */
export function soundKey(text: string, options?: SoundKeyOptions): string;

/** The keys of a Khmer-origin name, at most four a level: two spellings of a name share one. */
export interface KhmerKeys {
  /** Classes of consonants: `SK` for Sokha, `Sk` for Sok. */
  readonly strict: readonly string[];
  /** Strict, with the codas merged that clerks do not keep apart. */
  readonly loose: readonly string[];
  /** Strict, with classes of the first and the last vowel. */
  readonly vowel: readonly string[];
  /** Two consonants or fewer: too many names share it, ask a second field. */
  readonly weak: boolean;
}

/**
 * The keys of a Khmer-origin name in Khmer script, Cambodian Latin or Vietnamese letters. For names
 * of likely Khmer origin only.
 * @example khmerKeys('Sóc Kha').strict // ['SK']
 */
export function khmerKeys(text: string): KhmerKeys;

/** What has to agree; `loose` by default. */
export interface SameKhmerOptions {
  readonly level?: 'loose' | 'strict' | 'vowel';
}

/**
 * May two spellings be one Khmer-origin name? Their keys meet, unless both are listed spellings: then
 * the list decides, which tells Kim from Khim.
 * @example sameKhmer('Sóc Kha', 'Sokha') // true
 */
export function sameKhmer(left: string, right: string, options?: SameKhmerOptions): boolean;

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

/** How alike two names are, and why. */
export interface Similarity {
  /** 0 (nothing in common) to 1 (the same name); not a probability: namesakes have 1. */
  readonly score: number;
  /** Why, each reason once, in a fixed order. */
  readonly reasons: readonly string[];
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

/** A birth date as far as it is known. */
export interface BirthDate {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
  /** How much is known, `years` being one of two; `null` if nothing could be read. */
  readonly precision: 'day' | 'month' | 'year' | 'years' | 'none' | null;
  /** By which calendar the parts were written; `null` if nothing could be read. */
  readonly calendar: 'solar' | 'lunar' | null;
  /** Is the month a leap one of the lunar calendar? */
  readonly leapMonth: boolean;
  /** How much of 01/01 (`year`) or another first of a month (`month`) should be believed. */
  readonly placeholder: 'year' | 'month' | null;
  /** The date as text, and the others that the value may mean, the likeliest first. */
  readonly candidates: readonly string[];
  readonly findings: readonly Finding[];
}

export interface BirthDateOptions {
  /** The year the value was written in, from which an age (`60 tuổi`) counts. */
  readonly writtenIn?: number;
}

/**
 * Reads a birth date as offices write it.
 * @example parseBirthDate('--/--/1950').year // 1950
 */
export function parseBirthDate(text: string, options?: BirthDateOptions): BirthDate;

/**
 * Reads the birth dates of a column, whose cells decide together which of day and month comes first.
 * @example parseBirthDates(['05/13/1950', '04/25/1961', '03/04/1970'])[2].month // 3
 */
export function parseBirthDates(
  cells: readonly (string | null | undefined)[],
  options?: BirthDateOptions,
): (BirthDate | null)[];

/** A day of the lunar calendar. */
export interface LunarDate {
  /** The year whose Tết came last. */
  readonly year: number;
  /** 1 (Giêng) to 12 (Chạp). */
  readonly month: number;
  readonly day: number;
  /** Is it of the leap month that follows the month of this number? */
  readonly leapMonth: boolean;
}

/**
 * The lunar day of a solar date, 1900 to 2100, by Hanoi's time; `null` if there is none.
 * @example solarToLunar(1968, 1, 29) // Tết: { year: 1968, month: 1, day: 1, leapMonth: false }
 */
export function solarToLunar(year: number, month: number, day: number): LunarDate | null;

/**
 * The solar date of a lunar day, 1899 to 2100; `null` if the calendar has no such day.
 * @example lunarToSolar(2025, 6, 1, { leapMonth: true }) // { year: 2025, month: 7, day: 25 }
 */
export function lunarToSolar(
  year: number,
  month: number,
  day: number,
  options?: { readonly leapMonth?: boolean },
): { readonly year: number; readonly month: number; readonly day: number } | null;

/** What a 12-digit personal identification number (CCCD) says. */
export interface CitizenId {
  /** The twelve digits; `null` if there is none that may be used. */
  readonly number: string | null;
  /** Province where the birth was first registered, by its name until 2025-06-30. */
  readonly province: string | null;
  readonly sex: 'male' | 'female' | null;
  readonly birthYear: number | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a 12-digit personal identification number.
 * @example parseCitizenId('089050001234').birthYear // 1950
 */
export function parseCitizenId(text: string): CitizenId;

/** A 9-digit identity card number (CMND). */
export interface IdentityCard {
  /** The nine digits; `null` if there is none that may be used. */
  readonly number: string | null;
  /** Provinces whose police issued such numbers, by their names until 2025-06-30. */
  readonly provinces: readonly string[];
  readonly findings: readonly Finding[];
}

/**
 * Reads a 9-digit identity card number.
 * @example parseIdentityCard('351 400 331').number // '351400331'
 */
export function parseIdentityCard(text: string): IdentityCard;

/** A social insurance number (BHXH) or a health card (BHYT). */
export interface InsuranceNumber {
  /** The ten digits, or the twelve of a personal number; `null` if none may be used. */
  readonly number: string | null;
  /** The two letters of a health card. */
  readonly group: string | null;
  /** The benefit level of a health card. */
  readonly level: number | null;
  /** The province that issued a health card, by its name until 2025-06-30. */
  readonly province: string | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a social insurance number or a health card.
 * @example parseInsuranceNumber('DN 4 79 0123456789').number // '0123456789'
 */
export function parseInsuranceNumber(text: string): InsuranceNumber;

/** The parts of an address within a commune, as they are written. */
export interface Address {
  /** House number, digits first: `814`, `12/3A`. */
  readonly house: string | null;
  /** Residents' group (tổ). */
  readonly group: string | null;
  /** Hamlet (ấp, khóm, thôn, ...) without the words for its kind. */
  readonly hamlet: string | null;
  readonly hamletWithKind: string | null;
  /** Street with its kind, or a name that stands in its place. */
  readonly street: string | null;
  /** Does the cell say "as in the row above"? Then nothing else is known. */
  readonly isAsAbove: boolean;
}

/**
 * Reads an address within a commune.
 * @example parseAddress('Số 814, Tổ 03, Ấp Ba Xoài').hamlet // 'Ba Xoài'
 */
export function parseAddress(text: string): Address;

export type AddressAgreement =
  | 'missing_both'
  | 'missing_one'
  | 'not_comparable'
  | 'same_house'
  | 'other_house'
  | 'same_hamlet'
  | 'same_group'
  | 'different';

/**
 * How two addresses of one commune agree, case, marks and leading zeros aside; `resolvePlace` says
 * whether two communes are one.
 * @example compareAddresses('Số 814, Ấp Ba Xoài', '814 ap ba xoai') // 'same_house'
 */
export function compareAddresses(left: string, right: string): AddressAgreement;

/** A phone number, as it is dialled today. */
export interface Phone {
  /** The digits, with the leading zero; `null` if there is none that may be used. */
  readonly number: string | null;
  readonly mobile: boolean | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a phone number; old prefixes and area codes become today's.
 * @example parsePhone('01691234567').number // '0391234567'
 */
export function parsePhone(text: string): Phone;

/** A tax code: ten digits, a branch's, or the personal number. */
export interface TaxCode {
  /** The code, a branch's as `0100047516-001`; `null` if there is none that may be used. */
  readonly number: string | null;
  /** The branch of a 13-digit code. */
  readonly branch: number | null;
  readonly findings: readonly Finding[];
}

/**
 * Reads a tax code and checks its last digit.
 * @example parseTaxCode('0100047516-001').branch // 1
 */
export function parseTaxCode(text: string): TaxCode;
/**
 * Brings in the districts and communes before and since 2025-07-01: a file of 360 kB, 230 kB over a
 * line that compresses. Without it `resolvePlace` knows provinces only.
 */
export function loadPlaces(source?: string | URL | Request | Response | Promise<Response> | BufferSource): Promise<void>;

/** As `loadPlaces`, with the bytes of `places.bin` at hand. */
export function usePlaces(bytes: Uint8Array): void;

/** An administrative unit. */
export interface Unit {
  /** Kind and name: `Xã Núi Cấm`. */
  readonly name: string;
  /** `province`, `city`, `district`, `town`, `commune`, `ward`, `township`, ... */
  readonly kind: string;
  /** Code of the statistics office. Codes were used again in 2025: see `validFrom`. */
  readonly code: string;
  /** The names of the units above it, the nearest first. */
  readonly parents: readonly string[];
  /** First day or year; `null` where it is not recorded. */
  readonly validFrom: string | null;
  /** Last day or year; `null` for a unit of today. */
  readonly validUntil: string | null;
}

/** A unit and those before it; of a unit of before, those it went into. */
export interface UnitWithHistory extends Unit {
  readonly history: readonly Unit[];
}

/** A unit of today that may be meant. */
export interface Place extends UnitWithHistory {
  /** Why: `exact`, `unmarked`, `renamed`, `merged`, `divided`, ... */
  readonly evidence: readonly string[];
  /** The unit that was written, if it is another one. */
  readonly written: UnitWithHistory | null;
}

/** What is known of a place: names or codes, or an address that ends in names. */
export interface PlaceQuery {
  readonly province?: string | null;
  readonly district?: string | null;
  readonly commune?: string | null;
  readonly address?: string | null;
  /** The day on which it was written, as `2020-12-31`: only units of that day are read. */
  readonly on?: string | null;
}

/**
 * The units of today that a place can mean.
 * @example resolvePlace({ province: 'Sóc Trăng' })[0].name // 'Thành phố Cần Thơ'
 */
export function resolvePlace(place: PlaceQuery): readonly Place[] & { readonly findings: readonly Finding[] };

/** The columns of a record. Rows may have others, or the headers of a file (`Họ và tên`, `dob`). */
export type FieldName =
  | 'recordId' | 'source' | 'fullName' | 'birthDate' | 'sex' | 'citizenId' | 'identityCard' | 'insuranceNumber'
  | 'phone' | 'province' | 'district' | 'commune' | 'address' | 'fatherName' | 'motherName'
  | 'fatherBirthDate' | 'motherBirthDate' | 'issueDate';

/** A record: text, numbers, or nothing. */
export type Row = Readonly<Record<string, string | number | null | undefined>>;

export interface CheckOptions {
  /** The day ages are counted to, such as `2026-11-22`. Default: the day of the call. */
  readonly today?: string;
  /** Codes to say nothing of; each has a page in docs/findings. */
  readonly ignore?: readonly string[];
}

/**
 * Checks one record: each field by itself, and the fields against one another; gravest first. A
 * field that is given but blank is found missing, one that is not given is not asked for.
 * @example checkRecord({ sex: 'Nữ', citizenId: '089050001234' })[0].code // 'citizen_id_sex_mismatch'
 */
export function checkRecord(record: Row, options?: CheckOptions): readonly Finding[];

export interface DedupeOptions {
  /** Which property holds a field, where its name does not say so. */
  readonly columns?: Readonly<Partial<Record<FieldName, string>>>;
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
  /** The level of agreement of each comparison: `surname`, `birthDate`, ... */
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
  static open(bytes: Uint8Array | ArrayBuffer): Index;
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
  /** Frees the memory; so does `using index = Index.open(bytes)`. */
  close(): void;
  [Symbol.dispose](): void;
}
