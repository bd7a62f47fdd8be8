// The package in a browser: the module is fetched from beside this file unless told otherwise.
import { start } from './api.js';

export * from './api.js';

export const load = (source = new URL('./hoten.wasm', import.meta.url)) => start(source);
