// An instance of a WebAssembly module, and another in reserve: a trap ends the first, and the next
// call goes to the second. Nothing here starts by itself.

/** An error of the package: what happened, with a stable `code`. */
export const failure = (code, message, cause) => Object.assign(new Error(message, cause && { cause }), { code });

const isTrap = (error) =>
  error instanceof WebAssembly.RuntimeError ||
  // The stack ran out, which leaves an instance as a trap does.
  (error instanceof RangeError && /stack/i.test(error.message)) ||
  error?.name === 'InternalError';

/** Compiles what is given, never on the spot: old browsers refuse to for more than 4 kB. */
async function compile(source) {
  let given = await source;
  if (given instanceof WebAssembly.Module) return given;
  const isAddress = typeof given === 'string' || given instanceof URL || (typeof Request === 'function' && given instanceof Request);
  if (isAddress) given = await fetch(given);
  if (typeof Response === 'function' && given instanceof Response) {
    if (!given.ok) throw failure('not_loaded', `hoten could not be loaded: ${given.status} for ${given.url}`);
    // A server that calls the file something else than application/wasm is served the slow way.
    const spoken = given.headers.get('Content-Type') === 'application/wasm';
    if (spoken && WebAssembly.compileStreaming) return WebAssembly.compileStreaming(given);
    given = await given.arrayBuffer();
  }
  return WebAssembly.compile(given);
}

/** The engine of one build; `createGlue` makes the JavaScript side of an instance. */
export function createEngine(createGlue) {
  let module;
  let active;
  let reserve;
  let starting;
  let places;

  async function instance() {
    const glue = createGlue();
    await glue.start(module);
    if (places) glue.usePlaces(places);
    return glue;
  }

  function restock() {
    instance().then(
      (glue) => {
        if (active) reserve = glue;
        else active = glue;
      },
      () => {}, // Without a reserve the next trap asks for load() again.
    );
  }

  /** Starts once; a second call waits for the first, a failed one may be tried again. */
  function start(source) {
    starting ??= (async () => {
      module ??= await compile(source());
      active = await instance();
      setTimeout(restock, 0);
    })().catch((error) => {
      starting = undefined;
      module = undefined;
      throw error;
    });
    return starting;
  }

  function replace(trapped) {
    if (active !== trapped) return;
    active = reserve;
    reserve = undefined;
    restock();
  }

  /** Runs something on the instance at hand. */
  function run(work) {
    const glue = active;
    if (!glue) {
      throw starting
        ? failure('restarting', 'hoten is starting again after a fault; call again in a moment')
        : failure('not_loaded', 'hoten is not loaded yet: await load() first');
    }
    try {
      return work(glue);
    } catch (error) {
      if (!isTrap(error)) throw error;
      replace(glue);
      throw failure('trapped', 'hoten failed inside and was started afresh; the call gave no answer', error);
    }
  }

  /** The function of that name, as the package offers it. */
  const call = (name) => (...given) => run((glue) => glue[name](...given));

  /** The table of communes goes to this instance and to those after it. */
  function usePlaces(bytes) {
    run((glue) => glue.usePlaces(bytes));
    places ??= bytes.slice();
    reserve?.usePlaces(places);
  }

  return { start, run, call, usePlaces };
}

/** The bytes of a file that is given as an address, a response or bytes. */
export async function bytesOf(source) {
  let given = await source;
  if (typeof given === 'string' || given instanceof URL || (typeof Request === 'function' && given instanceof Request)) given = await fetch(given);
  if (typeof Response === 'function' && given instanceof Response) {
    if (!given.ok) throw failure('not_loaded', `a file of hoten could not be loaded: ${given.status} for ${given.url}`);
    given = await given.arrayBuffer();
  }
  return ArrayBuffer.isView(given) ? new Uint8Array(given.buffer, given.byteOffset, given.byteLength) : new Uint8Array(given);
}
