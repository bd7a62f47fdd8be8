// The package in node: its files are read from beside this one unless told otherwise.
import { readFile } from 'node:fs/promises';
import { start, usePlaces } from './api.js';

export * from './api.js';

const beside = (name) => readFile(new URL(name, import.meta.url));

export const load = async (source) => start(source ?? (await beside('./hoten.wasm')));

export const loadPlaces = async (source) => usePlaces(new Uint8Array((await source) ?? (await beside('./places.bin'))));
