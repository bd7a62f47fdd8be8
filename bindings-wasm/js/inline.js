// The build for forms with its module in the JavaScript itself: for forms that are one file.
import base64 from './forms.base64.js';
import { bytesOf } from './engine.js';
import { engine } from './forms.engine.js';

export * from './forms.functions.js';

const inlined = () => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

export const load = (source) => engine.start(() => source ?? inlined());

/** There is no table of communes inside: give its address or bytes. */
export const loadPlaces = async (source) => engine.usePlaces(await bytesOf(source));
