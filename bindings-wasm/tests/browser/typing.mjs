// How Unikey and EvKey type into a box: plain keys, then backspaces and the letter anew, with no
// composition events. Rules: Telex s f r x j (tones), aa ee oo aw ow uw dd; VNI 1-5, 6 7 8 9.
const TELEX = { tones: { '\u0301': 's', '\u0300': 'f', '\u0309': 'r', '\u0303': 'x', '\u0323': 'j' }, circumflex: (letter) => letter, breve: 'w', horn: 'w', stroke: 'd' };
const VNI = { tones: { '\u0301': '1', '\u0300': '2', '\u0309': '3', '\u0303': '4', '\u0323': '5' }, circumflex: () => '6', breve: '8', horn: '7', stroke: '9' };
export const METHODS = { telex: TELEX, vni: VNI };

/** Keys for a word: `{ key }` as typed, or `{ erase, text }` as the keyboard program rewrites. */
export function strokes(word, method) {
  const out = [];
  let typed = '';
  let tone;
  const press = (key, next) => {
    // What the program sees: the key goes in, then as much as changes is erased and written anew.
    let same = 0;
    while (same < typed.length && typed[same] === next[same]) same += 1;
    if (next === typed + key) out.push({ key });
    else out.push({ key, erase: typed.length + 1 - same, text: next.slice(same) });
    typed = next;
  };
  for (const letter of word.normalize('NFC')) {
    const parts = [...letter.normalize('NFD')];
    let base = parts[0];
    const marks = parts.slice(1);
    if (letter === 'đ' || letter === 'Đ') {
      base = letter === 'đ' ? 'd' : 'D';
      press(base, typed + base);
      press(method.stroke, typed.slice(0, -1) + letter);
      continue;
    }
    press(base, typed + base);
    const quality = marks.find((mark) => '\u0302\u0306\u031B'.includes(mark));
    if (quality) {
      const key = quality === '\u0302' ? method.circumflex(base.toLowerCase()) : quality === '\u0306' ? method.breve : method.horn;
      press(key, typed.slice(0, -1) + (base + quality).normalize('NFC'));
    }
    const mark = marks.find((one) => one in method.tones);
    if (mark) tone = { mark, at: typed.length - 1 };
  }
  // The tone comes at the end of the word, as most people type it, and goes back to its vowel.
  if (tone) press(method.tones[tone.mark], [...typed].map((letter, at) => (at === tone.at ? (letter + tone.mark).normalize('NFC') : letter)).join(''));
  return out;
}

/** Types a text as the program would, and says whether the box ever held anything else. */
export async function typeAs(page, text, method) {
  const wrong = [];
  const value = () => page.evaluate(() => document.activeElement.value);
  let expected = await value();
  for (const [at, word] of text.split(' ').entries()) {
    if (at > 0) {
      await page.keyboard.press('Space');
      expected += ' ';
    }
    for (const { key, erase, text: anew } of strokes(word, method)) {
      await page.keyboard.type(key);
      expected += key;
      if (erase) {
        for (let count = 0; count < erase; count += 1) await page.keyboard.press('Backspace');
        await page.keyboard.insertText(anew);
        expected = expected.slice(0, -erase) + anew;
      }
    }
    const seen = await value();
    if (seen !== expected) wrong.push([expected, seen]);
  }
  return wrong;
}
