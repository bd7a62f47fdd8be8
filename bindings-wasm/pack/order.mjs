// Names the functions of a module by the place where gzip likes them best: those that repeat each other's
// bytes stand together, since gzip looks back 32 kB and code is eight times that.
//
//     node order.mjs IN.wasm OUT.wasm && wasm-opt --reorder-functions-by-name OUT.wasm ...
import { readFileSync, writeFileSync } from 'node:fs';

const [input, output] = process.argv.slice(2);
const bytes = readFileSync(input);
let at = 8;

function number() {
  let [value, shift] = [0, 0];
  for (;;) {
    const byte = bytes[at++];
    value += (byte & 127) * 2 ** shift;
    shift += 7;
    if (byte < 128) return value;
  }
}

function text() {
  const size = number();
  at += size;
}

/** The bodies of all functions, and how many functions are imported. */
function functions() {
  const bodies = [];
  let imported = 0;
  while (at < bytes.length) {
    const kind = bytes[at++];
    const end = number() + at;
    if (kind === 2) {
      for (let left = number(); left > 0; left -= 1) {
        text();
        text();
        if (bytes[at++] !== 0) throw new Error('the module imports more than functions');
        number();
        imported += 1;
      }
    } else if (kind === 10) {
      for (let left = number(); left > 0; left -= 1) {
        const size = number();
        bodies.push(bytes.subarray(at, at + size));
        at += size;
      }
    }
    at = end;
  }
  return { bodies, imported };
}

/** How many runs of five bytes each pair of functions has in common; those that many have say little. */
function likeness(bodies) {
  const holders = new Map();
  bodies.forEach((body, index) => {
    for (let from = 0; from + 5 <= body.length; from += 1) {
      const run = body.readUIntBE(from, 5);
      const known = holders.get(run);
      if (!known) holders.set(run, [index]);
      else if (known.at(-1) !== index) known.push(index);
    }
  });
  const count = bodies.length;
  const common = new Float32Array(count * count);
  for (const known of holders.values()) {
    if (known.length > 20) continue;
    for (const one of known) for (const other of known) if (one !== other) common[one * count + other] += 1;
  }
  for (let one = 0; one < count; one += 1) {
    for (let other = 0; other < count; other += 1) common[one * count + other] /= Math.sqrt(Math.min(bodies[one].length, bodies[other].length));
  }
  return common;
}

/** From the largest on, next comes what has most in common with the 28 kB before it. */
function order(bodies) {
  const count = bodies.length;
  const common = likeness(bodies);
  const placed = [bodies.reduce((best, body, index) => (body.length > bodies[best].length ? index : best), 0)];
  const left = new Set(bodies.keys());
  left.delete(placed[0]);
  while (left.size > 0) {
    const sums = new Float32Array(count);
    for (let place = placed.length - 1, seen = 0; place >= 0 && seen < 28_000; place -= 1) {
      const near = seen < 4_000 ? 1 : 0.3;
      const row = placed[place] * count;
      for (const other of left) sums[other] += near * common[row + other];
      seen += bodies[placed[place]].length;
    }
    let next;
    for (const other of left) if (next === undefined || sums[other] > sums[next]) next = other;
    placed.push(next);
    left.delete(next);
  }
  return placed;
}

function written(value) {
  const out = [];
  do {
    out.push((value & 127) | (value > 127 ? 128 : 0));
    value = Math.floor(value / 128);
  } while (value > 0);
  return out;
}

const { bodies, imported } = functions();
const places = new Map(order(bodies).map((index, place) => [index + imported, place]));
const names = [...places].sort(([left], [right]) => left - right).flatMap(([index, place]) => [...written(index), 6, ...Buffer.from(String(place).padStart(6, '0'))]);
const map = [...written(bodies.length), ...names];
const section = [4, ...Buffer.from('name'), 1, ...written(map.length), ...map];
writeFileSync(output, Buffer.concat([bytes, Buffer.from([0, ...written(section.length), ...section])]));
