// In a browser: files are fetched from beside this one unless told otherwise.
import { bytesOf } from './engine.js';
import { engine } from './forms.engine.js';

export * from './forms.functions.js';

export const load = (source) => engine.start(() => source ?? new URL('./forms.wasm', import.meta.url));

export const loadPlaces = async (source) => engine.usePlaces(await bytesOf(source ?? new URL('./places.bin', import.meta.url)));
