/** The words of a finding, its parameters in their places; a mark without a value stays as it is. */
export const speak = (words, { code, params }) =>
  (words[code] ?? code).replace(/\{(\w+)\}/g, (mark, name) => (Object.hasOwn(params ?? {}, name) ? params[name] : mark));
