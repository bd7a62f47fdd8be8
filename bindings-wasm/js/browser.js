// In a browser: files are fetched from beside this one unless told otherwise.
import { bytesOf } from './engine.js';
import { engine } from './hoten.engine.js';

export * from './hoten.functions.js';

export const load = (source) => engine.start(() => source ?? new URL('./hoten.wasm', import.meta.url));

export const loadPlaces = async (source) => engine.usePlaces(await bytesOf(source ?? new URL('./places.bin', import.meta.url)));
