// One file and nothing beside it.
import * as hoten from 'hoten/inline';
import * as vi from 'hoten/messages/vi';
import { attach } from 'hoten/form';

document.body.innerHTML = '<form><label>Điện thoại <input name="sdt" value="01691234567"></label></form>';
hoten.load().then(async () => {
  const help = attach(document.querySelector('form'), { hoten, lang: vi });
  await help.ready;
  const said = help.check().map(vi.message);
  document.title = [hoten.normalize('HOÀ'), said[0], 1, document.querySelectorAll('.hoten-area').length].join('|');
});
