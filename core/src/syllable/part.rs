//! The rhyme taken apart: glide, nucleus, coda.

use super::Syllable;

/// Final consonants, the longer first.
const FINALS: [&str; 8] = ["ch", "ng", "nh", "c", "m", "n", "p", "t"];

/// Glide, nucleus and coda of a rhyme spelled without tone (facts: vietnamese.md 1.1): a glide o
/// stands before a ă e, a glide u before â ê ơ y; a final i y o u after another vowel is the coda.
fn divide(rhyme: &'static str) -> [&'static str; 3] {
    let rounded = match rhyme.as_bytes() {
        [b'o', b'a' | b'e', ..] => true,
        [b'u', b'y', ..] => true,
        _ => rhyme.starts_with("oă") || ["uâ", "uê", "uơ"].iter().any(|two| rhyme.starts_with(two)),
    };
    let (glide, rest) = rhyme.split_at_checked(usize::from(rounded)).unwrap_or(("", rhyme));
    let consonant = FINALS.iter().find(|coda| rest.ends_with(**coda)).map_or(0, |coda| coda.len());
    let vowels = rest.len() - consonant;
    let glides_off =
        consonant == 0 && rest.ends_with(['i', 'y', 'o', 'u']) && rest.chars().count() > 1;
    let at = if glides_off { vowels - 1 } else { vowels };
    let (nucleus, coda) = rest.split_at_checked(at).unwrap_or((rest, ""));
    [glide, nucleus, coda]
}

impl Syllable {
    /// The rounding vowel before the nucleus, as written: `"o"` in hoa, `"u"` in nguyên, `""` in
    /// most. After qu it is the onset's (quan is qu + an).
    ///
    /// ```
    /// use hoten::syllable::Syllable;
    /// let nguyen = Syllable::parse("Nguyễn").unwrap();
    /// let parts = (nguyen.onset(), nguyen.glide(), nguyen.nucleus(), nguyen.coda());
    /// assert_eq!(parts, ("ng", "u", "yê", "n"));
    /// ```
    #[must_use]
    pub fn glide(self) -> &'static str {
        let [glide, ..] = divide(self.rhyme());
        glide
    }

    /// The vowel, without tone: `"a"`, `"ơ"`; `"iê"`, `"yê"`, `"ia"`, `"uô"`, `"ua"`, `"ươ"`,
    /// `"ưa"` are one vowel each.
    #[must_use]
    pub fn nucleus(self) -> &'static str {
        let [_, nucleus, _] = divide(self.rhyme());
        nucleus
    }

    /// What ends the syllable: a consonant (`"n"`, `"ch"`) or a vowel that glides off (`"i"` in mai,
    /// `"o"` in cao); `""` if open.
    #[must_use]
    pub fn coda(self) -> &'static str {
        let [.., coda] = divide(self.rhyme());
        coda
    }
}

#[cfg(test)]
mod tests {
    use super::super::tables::RHYMES;
    use super::*;
    use alloc::format;

    /// Facts: vietnamese.md 1.1, and oo of loans (xoong), ea of clerks' Khmer.
    #[test]
    fn every_rhyme_is_divided_by_the_grammar() {
        const NUCLEI: &str = "a ă â e ê i y o ô ơ u ư iê yê ia ya uô ua ươ ưa oo ea";
        const CODAS: &str = "i y o u m n ng nh p t c ch";
        for rhyme in &RHYMES {
            let [glide, nucleus, coda] = divide(rhyme.text);
            assert_eq!(format!("{glide}{nucleus}{coda}"), rhyme.text);
            assert!(["", "o", "u"].contains(&glide), "{}", rhyme.text);
            assert!(NUCLEI.split(' ').any(|known| known == nucleus), "{}: {nucleus}", rhyme.text);
            assert!(
                coda.is_empty() || CODAS.split(' ').any(|known| known == coda),
                "{}",
                rhyme.text
            );
        }
    }

    #[test]
    fn parts() {
        for (rhyme, parts) in [
            ("oa", ["o", "a", ""]),
            ("oai", ["o", "a", "i"]),
            ("oeo", ["o", "e", "o"]),
            ("uy", ["u", "y", ""]),
            ("uyu", ["u", "y", "u"]),
            ("uya", ["u", "ya", ""]),
            ("uyên", ["u", "yê", "n"]),
            ("uênh", ["u", "ê", "nh"]),
            ("uây", ["u", "â", "y"]),
            ("uơ", ["u", "ơ", ""]),
            ("oăng", ["o", "ă", "ng"]),
            ("ua", ["", "ua", ""]),
            ("uôi", ["", "uô", "i"]),
            ("ươu", ["", "ươ", "u"]),
            ("ui", ["", "u", "i"]),
            ("iêu", ["", "iê", "u"]),
            ("yêu", ["", "yê", "u"]),
            ("ao", ["", "a", "o"]),
            ("oong", ["", "oo", "ng"]),
            ("y", ["", "y", ""]),
            ("ich", ["", "i", "ch"]),
        ] {
            assert_eq!(divide(rhyme), parts);
        }
    }
}
