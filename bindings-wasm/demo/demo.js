// The form of a birth registration: three persons, each with their own checks. The child's name
// and parents are compared too.
import * as hoten from './hoten/browser.js';
import { attach } from './hoten/form.js';

const form = document.querySelector('#birth');
const state = document.querySelector('#state');
const summary = document.querySelector('#summary');

/** Residents of the commune to find duplicates in. */
async function openIndex() {
  try {
    const answer = await fetch('residents.hoten');
    return answer.ok ? hoten.Index.open(new Uint8Array(await answer.arrayBuffer())) : undefined;
  } catch (error) {
    // Checks do not wait for a register that is away or damaged.
    console.warn('no register', error.code ?? error.name);
    return undefined;
  }
}

const parent = (part, sex) => ({
  recognise: false,
  also: { sex },
  fields: {
    fullName: `${part}_ten`,
    birthDate: `${part}_sinh`,
    citizenId: `${part}_cccd`,
    address: `${part}_dia_chi`,
    commune: `${part}_xa`,
    district: `${part}_huyen`,
    province: `${part}_tinh`,
  },
});

const child = {
  recognise: false,
  fields: {
    fullName: 'ho_ten',
    birthDate: { day: 'ngay', month: 'thang', year: 'nam' },
    sex: 'gioi_tinh',
    // Where a child was born is no address of a resident: the index would compare the two.
    commune: 'xa',
    province: 'tinh',
    citizenId: 'dinh_danh',
    motherName: 'me_ten',
    motherBirthDate: 'me_sinh',
    fatherName: 'cha_ten',
    fatherBirthDate: 'cha_sinh',
    phone: 'dien_thoai',
  },
};

let helpers = [];

function start(index) {
  const shared = { hoten, lang: 'vi' };
  helpers = [
    attach(form, { ...shared, ...child, index, possible: 0.1 }),
    attach(document.querySelector('#mother'), { ...shared, ...parent('me', 'Nữ') }),
    attach(document.querySelector('#father'), { ...shared, ...parent('cha', 'Nam') }),
  ];
  return Promise.all(helpers.map((helper) => helper.ready));
}

function count() {
  const errors = form.querySelectorAll('.hoten-error').length;
  const warnings = form.querySelectorAll('.hoten-warning').length;
  const said = [errors && `${errors} lỗi phải sửa`, warnings && `${warnings} điều cần xem lại`].filter(Boolean);
  summary.textContent = said.length > 0 ? `${said.join(', ')}.` : '';
  return errors + warnings;
}

form.addEventListener('hoten:findings', count);
form.addEventListener('reset', () => setTimeout(() => form.elements.ho_ten.focus()));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const [record] = helpers.map((helper) => helper.record());
  const row = document.createElement('tr');
  for (const text of [record.fullName, record.birthDate, record.sex, record.motherName, record.fatherName, String(count() || '')]) {
    row.append(Object.assign(document.createElement('td'), { textContent: text }));
  }
  document.querySelector('#saved tbody').prepend(row);
  document.querySelector('#saved').hidden = false;
  form.reset();
});

/** After the first visit everything is in the browser's own store. */
async function keepOffline() {
  if (!('serviceWorker' in navigator)) return false;
  await navigator.serviceWorker.register('sw.js');
  await navigator.serviceWorker.ready;
  return true;
}

try {
  const began = performance.now();
  await hoten.load();
  const loaded = performance.now() - began;
  performance.measure('hoten load', { start: began, duration: loaded });
  // An index compares communes through their history by the table of places: that comes first.
  await hoten.loadPlaces();
  const index = await openIndex();
  await start(index);
  state.textContent = index ? `Sẵn sàng. Đã mở sổ ${index.length.toLocaleString('vi-VN')} cư dân.` : 'Sẵn sàng.';
  const offline = await keepOffline().catch(() => false);
  if (offline) state.textContent += ' Dùng được khi mất mạng.';
  document.documentElement.dataset.ready = offline ? 'offline' : 'online';
  form.elements.ho_ten.focus();
} catch (error) {
  state.textContent = `Không mở được phần kiểm tra (${error.code ?? error.name}). Vẫn nhập và lưu được.`;
  document.documentElement.dataset.ready = 'failed';
}
