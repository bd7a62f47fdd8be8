// The package in node: the module is read from beside this file unless told otherwise.
import { readFile } from 'node:fs/promises';
import { start } from './api.js';

export * from './api.js';

export const load = async (source) => start(source ?? (await readFile(new URL('./hoten.wasm', import.meta.url))));
