import type { FindingCode } from './codes.js';
import type { FieldName, Forms, Row } from './forms.js';

/** Standard Schema v1 (https://standardschema.dev), as zod, valibot, form libraries and routers read it. */
export interface StandardSchema<Value> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'hoten';
    readonly validate: (value: unknown) => { readonly value: Value; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: Value; readonly output: Value };
  };
}

/** A finding of severity `error`; other findings are no issues. */
export interface Issue {
  readonly message: string;
  readonly path?: readonly PropertyKey[];
  readonly code?: FindingCode;
}

export interface Schemas {
  /** One field, given as text. Not even a blank one is refused unless it is `required`. */
  field(name: FieldName | 'taxCode', options?: { readonly required?: boolean }): StandardSchema<string>;
  /** A record: its fields, and the fields against one another. */
  record<Value extends object = Row>(options?: {
    readonly required?: readonly FieldName[];
    readonly today?: string;
    readonly ignore?: readonly FindingCode[];
  }): StandardSchema<Value>;
}

/**
 * Schemas over a build of the package that is loaded, in the words of a language.
 * @example
 * import * as hoten from 'hoten/forms';
 * import * as vi from 'hoten/messages/vi';
 * await hoten.load();
 * const { field } = createSchemas(hoten, vi);
 * field('phone')['~standard'].validate('01691234567'); // { value: '01691234567' }
 */
export function createSchemas(hoten: Pick<Forms, 'checkRecord' | 'fieldOf' | 'parseName' | 'parseBirthDate' | 'parseCitizenId' | 'parseIdentityCard' | 'parseInsuranceNumber' | 'parsePhone' | 'parseTaxCode'>, messages: { readonly words: Readonly<Record<FindingCode, string>> }): Schemas;
