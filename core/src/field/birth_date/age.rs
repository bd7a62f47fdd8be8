//! Ages: `60 tuổi (2010)`, `60t`, `18 tháng tuổi`, `61 tuổi ta`.
//!
//! Most ages are counted in years of the calendar or the Vietnamese way (tuổi mụ, tuổi ta: one at
//! birth, one more at each Tết), which gives one year more; a cell rarely says which. So an age means
//! one of two years.

/// The oldest age that is believed.
const OLDEST: u16 = 130;

/// An age as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Age {
    number: u16,
    count: Count,
    /// The year in which it was that age, if written.
    in_year: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Count {
    /// Nothing is said: years of the calendar, or the Vietnamese way.
    Unsaid,
    /// Whole years since birth (tuổi tây, tròn, đủ).
    Completed,
    /// One at birth (tuổi mụ, tuổi ta).
    Mu,
    /// Months of an infant.
    Months,
}

impl Age {
    /// The first of the two years of birth it can mean; `otherwise` is the year it was written in,
    /// where the cell names none. `Err` where neither is known, `Ok(None)` for an age nobody has.
    pub(super) fn first_year(self, otherwise: Option<u16>) -> Result<Option<u16>, ()> {
        let year = self.in_year.or(otherwise).ok_or(())?;
        let first = match self.count {
            _ if self.number > OLDEST => return Ok(None),
            Count::Unsaid => year.checked_sub(self.number),
            Count::Completed => year.checked_sub(self.number + 1),
            Count::Mu => (year + 1).checked_sub(self.number),
            Count::Months => year.checked_sub(self.number.div_ceil(12)),
        };
        Ok(first.filter(|year| *year >= 1000))
    }

    /// Reads a plain line of words and figures; `None` if it is no age. `lunar`: the lunar calendar was
    /// named beside it.
    pub(super) fn read(line: &[u8], lunar: bool) -> Option<Self> {
        let mut age = Self { number: 0, count: Count::Unsaid, in_year: None };
        let (mut numbers, mut said, mut last_was_number) = (0, false, false);
        let mut rest = line;
        while let Some(&first) = rest.first() {
            let digit = first.is_ascii_digit();
            let alike = |b: &&u8| if digit { b.is_ascii_digit() } else { b.is_ascii_alphabetic() };
            let length = rest.iter().take_while(alike).count();
            if length == 0 {
                if !b" .,:;-/".contains(&first) {
                    return None;
                }
                rest = rest.get(1..).unwrap_or_default();
                continue;
            }
            let (token, tail) = rest.split_at_checked(length)?;
            rest = tail;
            if digit {
                // Longer ones are refused below.
                let value = token.iter().take(4).fold(0, |n, d| n * 10 + u16::from(d & 0xF));
                match length {
                    1..=3 if numbers == 0 => {
                        age.number = value;
                        numbers = 1;
                    }
                    4 if age.in_year.is_none() && value >= 1000 => age.in_year = Some(value),
                    _ => return None,
                }
            } else {
                match token {
                    b"tuoi" => said = true,
                    b"t" if last_was_number && age.in_year.is_none() => said = true,
                    b"mu" | b"ta" | b"am" => age.count = Count::Mu,
                    b"tay" | b"duong" | b"tron" | b"du" => age.count = Count::Completed,
                    b"thang" if last_was_number => age.count = Count::Months,
                    b"nam" | b"tinh" | b"den" | b"vao" => {}
                    _ => return None,
                }
            }
            last_was_number = digit;
        }
        if lunar {
            age.count = Count::Mu;
        }
        (said && numbers == 1).then_some(age)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 66000 is more than the number that holds an age.
    #[test]
    fn a_long_number_is_no_age() {
        for text in ["66000", "66000 tuoi", "99999999 tuoi", "1000 tuoi"] {
            assert!(Age::read(text.as_bytes(), false).is_none(), "{text}");
        }
    }

    fn first_year(text: &str) -> Option<u16> {
        Age::read(text.as_bytes(), false)?.first_year(Some(2020)).unwrap()
    }

    #[test]
    fn ages_and_the_year_they_count_from() {
        for (text, want) in [
            ("60 tuoi", 1960),
            ("60t", 1960),
            ("60 t.", 1960),
            ("tuoi: 60", 1960),
            ("60 tuoi  2010 ", 1950),
            ("60 tuoi nam 2010", 1950),
            ("60t-2010", 1950),
            ("60 tuoi tinh den nam 2010", 1950),
            ("61 tuoi mu", 1960),
            ("61 tuoi ta", 1960),
            ("59 tuoi tay", 1960),
            ("tron 59 tuoi", 1960),
            ("18 thang tuoi", 2018),
            ("6 thang tuoi", 2019),
        ] {
            assert_eq!(first_year(text), Some(want), "{text}");
        }
        for text in ["60", "t60", "5 t 7", "thang 5", "60 tuoi 2010 2011", "60 50 tuoi", "tuoi"] {
            assert_eq!(Age::read(text.as_bytes(), false), None, "{text}");
        }
        assert_eq!(first_year("131 tuoi"), None);
        assert_eq!(Age::read(b"60 tuoi", false).unwrap().first_year(None), Err(()));
        assert_eq!(Age::read(b"61 tuoi", true).unwrap().first_year(Some(2020)), Ok(Some(1960)));
    }
}
