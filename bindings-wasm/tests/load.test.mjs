// The package loads in every way it offers, says so when it was not loaded, and survives a trap.
import test from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import * as forms from 'hoten/forms';
import * as hoten from 'hoten';
import * as inline from 'hoten/inline';

const file = (name) => readFileSync(new URL(import.meta.resolve(`hoten/${name}`)));
const code = (wanted) => (error) => error instanceof Error && error.code === wanted;
/** An engine of its own, as another page would have it. */
async function engine(source) {
  const beside = (name) => import(import.meta.resolve('hoten/package.json').replace('package.json', name));
  const [{ createEngine }, { createGlue }] = await Promise.all([beside('engine.js'), beside('forms.glue.js')]);
  const made = createEngine(createGlue);
  if (source) await made.start(() => source);
  return made;
}

test('loads once, and again without harm', async () => {
  await Promise.all([hoten.load(), hoten.load()]);
  assert.match(hoten.version(), /^\d+\.\d+\.\d+$/);
});

test('the builds give the same answers', async () => {
  await Promise.all([forms.load(), inline.load()]);
  for (const build of [forms, inline]) {
    assert.deepEqual(build.parseName('Nguyễn Thị Minh Khai'), hoten.parseName('Nguyễn Thị Minh Khai'));
    assert.equal(build.dedupe, undefined);
  }
  for (const name of Object.keys(forms)) assert.ok(name in hoten && name in inline, name);
});

test('from bytes, a module, a promise, a response', async () => {
  const bytes = file('forms.wasm');
  const response = (type) => new Response(bytes, { headers: { 'Content-Type': type } });
  for (const source of [bytes, bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length), await WebAssembly.compile(bytes), Promise.resolve(bytes), response('application/wasm'), response('application/octet-stream'), response('application/wasm; charset=x')]) {
    assert.equal((await engine(source)).call('fold')('Đ'), 'd');
  }
  const again = await engine();
  await assert.rejects(again.start(() => new Response('gone', { status: 404 })), code('not_loaded'));
  await again.start(() => bytes);
  assert.equal(again.call('fold')('Đ'), 'd');
});

test('require', async () => {
  const require = createRequire(import.meta.url);
  for (const name of ['hoten', 'hoten/forms', 'hoten/inline']) {
    const build = require(name);
    assert.throws(() => build.normalize('a'), code('not_loaded'));
    await build.load();
    assert.equal(build.normalize('HOÀ'), 'hòa');
  }
  await require('hoten').loadPlaces();
  assert.equal(typeof require('hoten/messages/vi').message, 'function');
  assert.equal(typeof require('hoten/schema').createSchemas, 'function');
});

/** The module with a limit to its memory, so that a long text is one too many: a trap that is real. */
function narrow(bytes, pages) {
  const number = (at) => {
    let [value, shift, next] = [0, 0, at];
    for (;;) {
      const byte = bytes[next++];
      value |= (byte & 127) << shift;
      shift += 7;
      if (byte < 128) return [value, next];
    }
  };
  const written = (value) => {
    const out = [];
    do {
      out.push((value & 127) | (value > 127 ? 128 : 0));
      value >>= 7;
    } while (value > 0);
    return out;
  };
  for (let at = 8; at < bytes.length; ) {
    const kind = bytes[at];
    const [size, start] = number(at + 1);
    if (kind === 5) {
      const [minimum] = number(start + 2);
      const section = [1, 1, ...written(minimum), ...written(minimum + pages)];
      return Buffer.concat([bytes.subarray(0, at), Buffer.from([5, ...written(section.length), ...section]), bytes.subarray(start + size)]);
    }
    at = start + size;
  }
  throw new Error('the module has no memory');
}

test('a trap ends one call, not the page', async () => {
  const own = await engine(narrow(file('forms.wasm'), 40));
  const [normalize, resolvePlace] = [own.call('normalize'), own.call('resolvePlace')];
  own.usePlaces(new Uint8Array(file('places.bin')));
  const place = { province: 'An Giang', district: 'TX. Tịnh Biên', commune: 'X. An Hảo' };
  const tooMuch = 'HOÀ '.repeat(2_000_000);
  const rest = () => new Promise((resolve) => setTimeout(resolve, 100));
  await rest(); // the reserve is made
  for (let round = 0; round < 3; round += 1) {
    assert.throws(() => normalize(tooMuch), (error) => error.code === 'trapped' && error.cause instanceof WebAssembly.RuntimeError);
    // At once, on the reserve; the places are there too.
    assert.equal(normalize('HOÀ'), 'hòa');
    assert.equal(resolvePlace(place).units[0].name, 'Xã Núi Cấm');
    await rest();
  }
  // Two in a row leave nothing for a moment, and say so.
  assert.throws(() => normalize(tooMuch), code('trapped'));
  assert.throws(() => normalize(tooMuch), code('trapped'));
  assert.throws(() => normalize('a'), code('restarting'));
  await rest();
  assert.equal(normalize('HOÀ'), 'hòa');
});
