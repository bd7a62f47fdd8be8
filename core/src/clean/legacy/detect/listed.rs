//! Which tables of characters list a byte: what a table leaves free speaks against it.

use super::super::{ByteTable, Encoding, tables};

/// A bit for each encoding, by its place in [`Encoding::ALL`], for control characters and bytes from
/// 0x80 on: listed alone or in a sequence.
static LISTED: [u16; 256] = {
    let mut listed = [0; 256];
    mark(&mut listed, Encoding::Tcvn3, &tables::TCVN3);
    mark(&mut listed, Encoding::VniWindows, &tables::VNI_WINDOWS);
    mark(&mut listed, Encoding::Cp1258, &tables::CP1258);
    mark(&mut listed, Encoding::Viscii, &tables::VISCII);
    mark(&mut listed, Encoding::Vps, &tables::VPS);
    mark(&mut listed, Encoding::Vn1, &tables::VN1);
    mark(&mut listed, Encoding::Bkhcm1, &tables::BKHCM1);
    mark(&mut listed, Encoding::Bkhcm2, &tables::BKHCM2);
    mark(&mut listed, Encoding::VietwareF, &tables::VIETWARE_F);
    mark(&mut listed, Encoding::VietwareX, &tables::VIETWARE_X);
    listed
};

#[allow(clippy::indexing_slicing)] // At compile time only.
const fn mark(listed: &mut [u16; 256], encoding: Encoding, table: &ByteTable) {
    let bit = 1 << encoding as u16;
    let mut byte = 0;
    while byte < 0x100 {
        if table.single[byte] != 0 {
            listed[byte] |= bit;
        }
        byte += 1;
    }
    let mut at = 0;
    while at < table.long.firsts.len() {
        listed[table.long.firsts[at] as usize] |= bit;
        listed[table.long.seconds[at] as usize] |= bit;
        if table.long.thirds[at] != 0 {
            listed[table.long.thirds[at] as usize] |= bit;
        }
        at += 1;
    }
}

/// The encodings that list a byte, as bits; all of them for ASCII that shows.
pub(super) fn listed_by(byte: u8) -> u16 {
    match byte {
        b' '..=b'~' => u16::MAX,
        _ => LISTED.get(usize::from(byte)).copied().unwrap_or(0),
    }
}

/// Is the encoding among those of [`listed_by`]?
pub(super) fn has(encodings: u16, encoding: Encoding) -> bool {
    encodings & 1 << encoding as u16 != 0
}
