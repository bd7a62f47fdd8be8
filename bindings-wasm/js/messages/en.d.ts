import type { FindingCode } from '../codes.js';
import type { Finding } from '../forms.js';

/** The language of this file. */
export const lang: 'en';

/** The words of each code, with `{name}` for parameters. */
export const words: Readonly<Record<FindingCode, string>>;

/**
 * The words of a finding, for the person who typed the value.
 * @example message(parsePhone('01691234567').findings[0]) // 'An old 11-digit prefix, …'
 */
export function message(finding: Pick<Finding, 'code' | 'params'>): string;
