import { createEngine } from './engine.js';
import { createGlue } from './hoten.glue.js';

export const engine = createEngine(createGlue);
