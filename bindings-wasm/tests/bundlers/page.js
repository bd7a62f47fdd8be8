import { answer } from './app.js';
import { attach } from 'hoten/form';

document.body.innerHTML = '<form><label>Điện thoại <input name="sdt"></label></form>';
answer(window.source).then(async (said) => {
  await attach(document.querySelector('form')).ready;
  document.title = `${said}|${document.querySelectorAll('.hoten-area').length}`;
}, (error) => {
  document.title = `failed: ${error}`;
});
