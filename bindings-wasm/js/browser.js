// The package in a browser: its files are fetched from beside this one unless told otherwise.
import { start, usePlaces } from './api.js';

export * from './api.js';

export const load = (source = new URL('./hoten.wasm', import.meta.url)) => start(source);

export const loadPlaces = async (source = new URL('./places.bin', import.meta.url)) => {
  let bytes = await source;
  if (typeof bytes === 'string' || bytes instanceof URL || bytes instanceof Request) bytes = await fetch(bytes);
  if (bytes instanceof Response) {
    if (!bytes.ok) throw Object.assign(new Error(`places could not be loaded: ${bytes.status}`), { code: 'not_loaded' });
    bytes = await bytes.arrayBuffer();
  }
  usePlaces(new Uint8Array(bytes));
};
