//! A name of any script, or of two, to its readings.

use super::latin::read_latin;
use super::script::read_script;
use super::sound::Readings;

/// Ways to read a name or name part, likeliest first; none for a text without letters. Parts in Khmer
/// script and parts in Latin letters are read each by its own rules and joined.
pub(crate) fn readings(text: &str) -> Readings {
    if !has_khmer(text) {
        return read_latin(text);
    }
    let mut readings = Readings::new();
    let mut rest = text;
    while let Some(first) = rest.chars().find(|&c| is_khmer(c) || is_latin(c)) {
        let khmer = is_khmer(first);
        let end = rest.find(|c| if khmer { is_latin(c) } else { is_khmer(c) });
        let (part, after) = rest.split_at(end.unwrap_or(rest.len()));
        join(&mut readings, if khmer { read_script(part) } else { read_latin(part) });
        rest = after;
        // What stands behind so much says nothing more, and work stays linear.
        if readings.first().is_some_and(|reading| reading.len() >= 64) {
            break;
        }
    }
    readings
}

/// Does the text hold a letter or sign of the Khmer block?
pub(super) fn has_khmer(text: &str) -> bool {
    // Most text has no such byte at all, which is told many bytes at a time.
    let bytes = text.as_bytes();
    bytes.contains(&0xE1) && bytes.windows(2).any(|two| matches!(two, [0xE1, 0x9E | 0x9F]))
}

fn is_khmer(c: char) -> bool {
    ('\u{1780}'..='\u{17D3}').contains(&c)
}

fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || ('\u{C0}'..='\u{24F}').contains(&c)
        || ('\u{1E00}'..='\u{1EFF}').contains(&c)
}

/// Each way before with the likeliest next, and the likeliest before with each way next: at most four.
fn join(readings: &mut Readings, next: Readings) {
    let Some(likely) = next.first() else { return };
    let Some(first) = readings.first().cloned() else {
        *readings = next;
        return;
    };
    for reading in readings.iter_mut() {
        reading.extend_from_slice(likely);
    }
    for other in next.iter().skip(1).take(4_usize.saturating_sub(readings.len())) {
        let mut reading = first.clone();
        reading.extend_from_slice(other);
        readings.push(reading);
    }
}
