// Standard Schema v1 for the values of a record: only findings of severity `error` are issues, so that
// no doubtful rule blocks a form. Warnings and notes are for `checkRecord`.
import { speak } from './messages/speak.js';

const readers = {
  fullName: 'parseName',
  fatherName: 'parseName',
  motherName: 'parseName',
  birthDate: 'parseBirthDate',
  fatherBirthDate: 'parseBirthDate',
  motherBirthDate: 'parseBirthDate',
  citizenId: 'parseCitizenId',
  identityCard: 'parseIdentityCard',
  insuranceNumber: 'parseInsuranceNumber',
  phone: 'parsePhone',
  taxCode: 'parseTaxCode',
};

const standard = (validate) => ({ '~standard': { version: 1, vendor: 'hoten', validate } });
const refused = (message, path) => ({ issues: [path ? { message, path } : { message }] });

/** Schemas over the functions of a build (`hoten/forms`, `hoten` or `hoten/inline`, loaded) and the words of a language. */
export function createSchemas(hoten, { words }) {
  const issue = (finding, path) => ({
    message: speak(words, finding),
    code: finding.code,
    ...(path && { path }),
  });
  const errors = (findings) => findings.filter(({ severity }) => severity === 'error');

  /** A text field; `required` refuses a blank one. */
  function field(name, { required = false } = {}) {
    const reader = readers[name];
    return standard((value) => {
      if (value === undefined || value === null || (typeof value === 'string' && value.trim() === '')) {
        return required ? { issues: [issue({ code: 'value_missing' })] } : { value: value ?? '' };
      }
      if (typeof value !== 'string') return refused('not_text');
      const findings = reader ? hoten[reader](value).findings : hoten.checkRecord({ [name]: value });
      const issues = errors(findings).map((finding) => issue(finding));
      return issues.length > 0 ? { issues } : { value };
    });
  }

  /** A record: its fields, and the fields against one another. Other properties are left as they are. */
  function record({ required = [], today, ignore } = {}) {
    return standard((value) => {
      if (value === null || typeof value !== 'object') return refused('not_a_table');
      const wrong = Object.keys(value).filter((key) => hoten.fieldOf(key) && !['string', 'number', 'undefined'].includes(typeof value[key]) && value[key] !== null);
      if (wrong.length > 0) return { issues: wrong.map((key) => ({ message: 'not_text', path: [key] })) };
      const keys = new Map(Object.keys(value).map((key) => [hoten.fieldOf(key), key]));
      const blank = required.filter((name) => String(value[keys.get(name) ?? name] ?? '').trim() === '');
      const findings = errors(hoten.checkRecord(value, { today, ignore }));
      const issues = [
        ...blank.map((name) => issue({ code: 'value_missing' }, [keys.get(name) ?? name])),
        ...findings
          .filter((finding) => !blank.includes(finding.field))
          .map((finding) => issue(finding, keys.has(finding.field) ? [keys.get(finding.field)] : undefined)),
      ];
      return issues.length > 0 ? { issues } : { value };
    });
  }

  return { field, record };
}
