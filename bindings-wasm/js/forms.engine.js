import { createEngine } from './engine.js';
import { createGlue } from './forms.glue.js';

export const engine = createEngine(createGlue);
