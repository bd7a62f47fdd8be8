//! Inputs made of others, the same for the same seed and number: for runs that are not guided by
//! coverage and so are many times faster.

/// Pieces that the laws are about: marks, look-alikes, legacy bytes, typed keys, Khmer, separators.
const PIECES: [&[u8]; 48] = [
    "\u{301}".as_bytes(),
    "\u{323}\u{302}".as_bytes(),
    "\u{31b}".as_bytes(),
    "\u{335}".as_bytes(),
    "\u{345}".as_bytes(),
    "\u{200b}".as_bytes(),
    "\u{a0}".as_bytes(),
    "\u{ad}".as_bytes(),
    "\u{fffd}".as_bytes(),
    "\u{202e}".as_bytes(),
    "Ð".as_bytes(),
    "ß".as_bytes(),
    "\u{1100}\u{1161}".as_bytes(),
    "ﬁ".as_bytes(),
    "İ".as_bytes(),
    "’".as_bytes(),
    "…".as_bytes(),
    "Ｎ".as_bytes(),
    "hoà".as_bytes(),
    "hòa".as_bytes(),
    "Nguyễn ".as_bytes(),
    "Thị ".as_bytes(),
    "ông ".as_bytes(),
    "ấp 3, ".as_bytes(),
    "xã ".as_bytes(),
    "Nguyeenx".as_bytes(),
    "Nguye6n4".as_bytes(),
    "Nguye^~n".as_bytes(),
    "NguyÔn ".as_bytes(),
    "Traàn ".as_bytes(),
    "á»…".as_bytes(),
    "Ã¡Â»".as_bytes(),
    b"\xc3\xb4",
    b"\xb8\xa5",
    b"\xe1\xbb",
    b"\xff\xfe",
    "សុខ".as_bytes(),
    "\u{17d2}".as_bytes(),
    "ៗ".as_bytes(),
    "១២".as_bytes(),
    b"12/05/1950",
    b"30-02-61",
    b"089050001234",
    b"+84",
    b";",
    b"\"",
    b"\r\n",
    b"\0",
];

/// Most bytes of an input; one in sixty-four may have [`LONG`].
const SHORT: usize = 200;
const LONG: usize = 4096;

/// Numbers that look random, the same for the same seed.
#[derive(Debug)]
pub struct Dice(u64);

impl Dice {
    /// Dice of a seed.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`; 0 if there are none.
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        if sides == 0 { 0 } else { (mixed % sides as u64) as usize }
    }

    /// A part of something of this length, of at most so many.
    fn part(&mut self, length: usize, most: usize) -> std::ops::Range<usize> {
        let start = self.roll(length + 1);
        start..(start + self.roll(most + 1)).min(length)
    }
}

/// The input of a number: one of the corpus, changed in one to six places.
pub fn mutate(corpus: &[Vec<u8>], dice: &mut Dice, out: &mut Vec<u8>) {
    out.clear();
    let most = if dice.roll(64) == 0 { LONG } else { SHORT };
    let one = |dice: &mut Dice| corpus.get(dice.roll(corpus.len())).map_or(&[][..], Vec::as_slice);
    let base = one(dice);
    // A long input is seen in parts.
    let start = if base.len() > most { dice.roll(base.len() - most) } else { 0 };
    out.extend(base.iter().skip(start).take(most));
    for _ in 0..=dice.roll(6) {
        let place = dice.roll(out.len() + 1);
        match dice.roll(9) {
            0 => {
                if let Some(byte) = out.get_mut(place) {
                    *byte ^= 1 << dice.roll(8);
                }
            }
            1 => {
                if let Some(byte) = out.get_mut(place) {
                    *byte = dice.roll(256) as u8;
                }
            }
            2 => drop(out.splice(place..place, [dice.roll(256) as u8])),
            3 => drop(out.drain(dice.part(out.len(), 8))),
            4 => {
                let part = dice.part(out.len(), 16);
                let held = out[part].to_vec();
                let times = 1 + dice.roll(4);
                out.splice(place..place, held.repeat(times));
            }
            5 | 6 => {
                drop(out.splice(place..place, PIECES[dice.roll(PIECES.len())].iter().copied()))
            }
            7 => {
                let other = one(dice);
                let part = dice.part(other.len(), 32);
                out.splice(place..place, other[part].iter().copied());
            }
            _ => {
                // Any character, mostly of the planes that names are written in.
                let code = match dice.roll(4) {
                    0 => dice.roll(0x250),
                    1 => 0x1E00 + dice.roll(0x100),
                    2 => 0x1780 + dice.roll(0x80),
                    _ => dice.roll(0x11_0000),
                };
                let c = char::from_u32(code as u32).unwrap_or('\u{fffd}');
                out.splice(place..place, c.encode_utf8(&mut [0; 4]).bytes());
            }
        }
    }
    out.truncate(most);
}
