// In node: files are read from beside this one unless told otherwise.
import { readFile } from 'node:fs/promises';
import { bytesOf } from './engine.js';
import { engine } from './forms.engine.js';

export * from './forms.functions.js';

const beside = (name) => readFile(new URL(name, import.meta.url));

export const load = (source) => engine.start(() => source ?? beside('./forms.wasm'));

export const loadPlaces = async (source) => engine.usePlaces(await bytesOf(source ?? beside('./places.bin')));
