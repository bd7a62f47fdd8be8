// The functions of the whole build in a worker: each gives a promise. `serve()` runs in the worker,
// `connect(worker)` in the page.
import { failure } from './engine.js';

/** Everything but `load`, `loadPlaces` and `usePlaces`, which are asked for by name too. */
export function connect(worker) {
  const waiting = new Map();
  let last = 0;
  worker.addEventListener('message', ({ data }) => {
    const { hoten: id, answer, error } = data ?? {};
    const call = waiting.get(id);
    if (!call) return;
    waiting.delete(id);
    if (error) call.reject(failure(error.code, error.message));
    else call.resolve(answer);
  });
  worker.addEventListener('error', (event) => {
    for (const call of waiting.values()) call.reject(failure('worker_failed', event.message ?? 'the worker failed'));
    waiting.clear();
  });
  const ask = (name, given, index) =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, { resolve, reject });
      worker.postMessage({ hoten: last, name, given, index });
    });
  const openIndex = async (bytes, options) => {
    const { index, length, entries, kind } = await ask('Index.open', [bytes, options]);
    const one = (name) => (...given) => ask(name, given, index);
    const shared = { kind, search: one('search'), verify: one('verify'), close: one('close') };
    return kind === 'keyed' ? { ...shared, entries } : { ...shared, length, record: one('record') };
  };
  return new Proxy(
    { Index: { open: openIndex } },
    { get: (own, name) => own[name] ?? (typeof name === 'string' && name !== 'then' ? (...given) => ask(name, given) : undefined) },
  );
}

const plain = (value) => JSON.parse(JSON.stringify(value ?? null));

/** Answers what `connect` asks, in a worker's scope, with the functions of a build. */
export function serve(hoten, scope = globalThis) {
  const indexes = new Map();
  let last = 0;
  const answer = async ({ name, given, index }) => {
    if (name === 'Index.open') {
      last += 1;
      const opened = hoten.Index.open(...given);
      indexes.set(last, opened);
      return { index: last, length: opened.length, entries: opened.entries, kind: opened.kind };
    }
    if (index !== undefined) {
      const opened = indexes.get(index);
      if (!opened) throw failure('index_closed', 'the index is closed: open it again with Index.open');
      if (name === 'close') indexes.delete(index);
      const found = await opened[name](...given);
      // Hits carry functions, which cannot leave the worker.
      if (name !== 'search') return plain(found);
      const { truncated, compared } = found;
      if (opened.kind === 'keyed') return { hits: plain(found), truncated };
      return { hits: found.map((hit) => ({ ...plain(hit), record: hit.record() })), truncated, compared };
    }
    if (typeof hoten[name] !== 'function') throw failure('not_a_function', `hoten has no function ${name}`);
    return hoten[name](...given);
  };
  scope.addEventListener('message', async ({ data }) => {
    if (data?.hoten === undefined) return;
    try {
      scope.postMessage({ hoten: data.hoten, answer: await answer(data) });
    } catch (error) {
      scope.postMessage({ hoten: data.hoten, error: { code: error?.code ?? 'trapped', message: String(error?.message ?? error) } });
    }
  });
}
