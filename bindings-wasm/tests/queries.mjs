// The queries of core/testdata/index, for node and for a browser: what differs from the answers of Rust.
const camel = (name) => name.replace(/_(.)/g, (_, letter) => letter.toUpperCase());

/** Asks every line of queries.jsonl; how many were asked, and those with another answer. */
export function differences(hoten, bytes, lines) {
  const index = hoten.Index.open(bytes);
  const cases = lines.trim().split('\n').map((line) => JSON.parse(line));
  const different = cases.filter(({ in: asked, typing, out }) => {
    const record = Object.fromEntries(Object.entries(asked).map(([name, text]) => [camel(name), text]));
    const hits = index.search(record, { limit: 3, typing }).map((hit) => [hit.row, hit.score]);
    return JSON.stringify(hits) !== JSON.stringify(out);
  });
  index.close();
  return { asked: cases.length, different };
}
