// A worker as it stands: new Worker(new URL('hoten/worker.main.js', ...), { type: 'module' }).
import * as hoten from './browser.js';
import { serve } from './worker.js';

serve(hoten);
