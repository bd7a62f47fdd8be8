import type * as hoten from './hoten.js';

type Asked<Call> = Call extends (...given: infer Given) => infer Answer ? (...given: Given) => Promise<Awaited<Answer>> : never;

/** A hit as it leaves the worker: with its record, without functions. */
export type WorkedHit = Omit<hoten.IndexHit, 'record' | 'explain'> & { readonly record: Readonly<Record<string, string>> };

/** An index in the worker; `hoten/form` takes it as it takes an `Index`. */
export interface WorkedIndex {
  readonly kind: 'full';
  readonly length: number;
  search(record: hoten.Row, options?: hoten.SearchOptions): Promise<{ readonly hits: readonly WorkedHit[]; readonly truncated: boolean; readonly compared: number }>;
  record(row: number): Promise<Readonly<Record<string, string>>>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** A keyed index in the worker; `hoten/form` takes it too. */
export interface WorkedKeyedIndex {
  readonly kind: 'keyed';
  readonly entries: number;
  search(record: hoten.Row, options?: { readonly limit?: number }): Promise<{ readonly hits: readonly hoten.KeyedHit[]; readonly truncated: boolean }>;
  verify(): Promise<void>;
  close(): Promise<void>;
}

/** The functions of the package, each giving a promise of its answer. */
export type Worked = { readonly [Name in Exclude<keyof typeof hoten, 'Index' | 'KeyedIndex'>]: Asked<(typeof hoten)[Name]> } & {
  readonly Index: {
    open(bytes: Uint8Array | ArrayBuffer, options?: { readonly key?: undefined }): Promise<WorkedIndex>;
    open(bytes: Uint8Array | ArrayBuffer, options: { readonly key: Uint8Array | ArrayBuffer }): Promise<WorkedKeyedIndex>;
  };
};

/**
 * The package in a worker, from the page's side; the worker runs `hoten/worker.main.js`.
 * @example
 * const worker = new Worker(new URL('hoten/worker.main.js', import.meta.url), { type: 'module' });
 * const hoten = connect(worker);
 * await hoten.load();
 * await hoten.normalize('HOÀ'); // 'hòa'
 */
export function connect(worker: Worker): Worked;

/** The worker's side, for a worker of your own: answers what `connect` asks. */
export function serve(functions: object, scope?: EventTarget & { postMessage(message: unknown): void }): void;
