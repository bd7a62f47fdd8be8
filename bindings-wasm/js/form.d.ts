import type { FindingCode } from './codes.js';
import type { FieldName, Finding, Forms } from './forms.js';

/** A box: the element, its `name` or `id`, or a selector. */
export type Target = string | HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Three boxes of a date. */
export interface DateTarget {
  readonly day: Target;
  readonly month: Target;
  readonly year: Target;
}

/** What can be searched: an `Index` or a `KeyedIndex`, one behind `hoten/worker`, or anything of that shape. */
export interface SearchIndex {
  /** `keyed` holds no records: only that there is a likely duplicate is told. */
  readonly kind?: string;
  search(record: Readonly<Record<string, string>>, options: { readonly limit: number }): SearchHits | Promise<SearchHits>;
}

export type SearchHits = readonly SearchHit[] | { readonly hits: readonly SearchHit[] };

export interface SearchHit {
  readonly recordId?: string | number;
  /** Of a keyed index: what the server knows the record by. It is not shown. */
  readonly handle?: string;
  readonly probability?: number;
  /** The level of agreement of each comparison, told as the reason. */
  readonly levels?: Readonly<Record<string, string>>;
  /** The record, for showing who it is. */
  readonly record?: (() => Readonly<Record<string, string>>) | Readonly<Record<string, string>>;
}

export interface AttachOptions {
  /** The language of messages, or the module `hoten/messages/vi` or `/en` itself. Default `vi`. */
  readonly lang?: 'vi' | 'en' | { readonly lang: string; readonly words: Readonly<Record<FindingCode, string>> };
  /** The build in use, where that is not `hoten/forms`: the namespace of `hoten` or `hoten/inline`. */
  readonly hoten?: Forms;
  /** Residents to look for likely duplicates in. */
  readonly index?: SearchIndex;
  /** Hits of at least this probability are shown. Default 0.5. */
  readonly possible?: number;
  /** Where likely duplicates are shown. Default: below the name. */
  readonly duplicates?: Element;
  /** Which box holds a field, where its name and label do not say so; `null`: none does. */
  readonly fields?: Readonly<Partial<Record<FieldName, Target | DateTarget | null>>>;
  /** Whether boxes are recognised by `data-hoten`, name, label or option. Default true. */
  readonly recognise?: boolean;
  /** What is known of the person and stands in no box: `{ sex: 'Nữ' }` of a mother. */
  readonly also?: Readonly<Partial<Record<FieldName, string>>>;
  /** The day ages are counted to, such as `2026-11-22`. Default: today. */
  readonly today?: string;
  /** Codes to say nothing of. */
  readonly ignore?: readonly FindingCode[];
}

export interface Attached {
  /** Fulfilled when the module is loaded and the boxes are found. Before it nothing is checked. */
  readonly ready: Promise<void>;
  /** Checks all boxes now, also those nobody came to; a blank one is missed where it is `required`. */
  check(): readonly Finding[];
  /** The record as it stands in the boxes. */
  record(): Readonly<Record<string, string>>;
  /** What was found last. */
  readonly findings: readonly Finding[];
  /** Takes back every element, attribute and listener. */
  detach(): void;
}

/**
 * Helps in a form: checks a box when it is left, clears its message while it is typed in, lets only
 * errors hold the form back, and offers corrections as buttons (Alt+Enter takes the last one). What
 * has the focus is never written to. Events on the form: `hoten:findings`, `hoten:duplicates`,
 * `hoten:error`.
 *
 * It adds plain elements below each box for a style sheet: `.hoten-area` with `.hoten-beside`,
 * `.hoten-messages` (`.hoten-error`, `.hoten-warning`, `.hoten-note`) and `.hoten-offers`.
 * @example
 * import { attach } from 'hoten/form';
 * const help = attach(document.querySelector('form'), { lang: 'vi' });
 * await help.ready;
 */
export function attach(form: Element, options?: AttachOptions): Attached;
