// Rendered on a server: the same modules are imported there, nothing runs at import, and the
// functions answer once they are loaded.
import { renderToString } from 'react-dom/server';
import { createElement } from 'react';
import 'hoten/form';
import { answer } from './app.js';

export async function render() {
  return renderToString(createElement('p', null, await answer()));
}
