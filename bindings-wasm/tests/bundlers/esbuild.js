// esbuild hands over a file's address only when it is imported.
import hoten from 'hoten/hoten.wasm';
import forms from 'hoten/forms.wasm';

window.source = { hoten, forms };
import('./page.js');
