//! Bounded edit distance of short ASCII strings, one machine word at a time.

/// Optimal string alignment distance (insert, delete, replace, swap of neighbours) of two byte
/// strings, bit-parallel after Hyyrö (2003); `None` when it exceeds `limit` or the shorter string
/// is longer than 64 bytes and the two differ.
///
/// Cost: one word operation per byte of the longer string.
pub(crate) fn distance(a: &[u8], b: &[u8], limit: u32) -> Option<u32> {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > limit as usize {
        return None;
    }
    if short == long {
        return Some(0);
    }
    if short.is_empty() {
        return u32::try_from(long.len()).ok().filter(|&d| d <= limit);
    }
    if short.len() > 64 {
        return None;
    }
    let last = 1u64 << (short.len() - 1);
    let (mut vp, mut vn) = (u64::MAX, 0u64);
    let (mut d0, mut pm_before) = (0u64, 0u64);
    let mut score = u32::try_from(short.len()).ok()?;
    for &byte in long {
        let mut pm = 0u64;
        for (place, &own) in short.iter().enumerate() {
            pm |= u64::from(own == byte) << place;
        }
        let swap = ((!d0 & pm) << 1) & pm_before;
        d0 = (((pm & vp).wrapping_add(vp)) ^ vp) | pm | vn | swap;
        let hp = vn | !(d0 | vp);
        let hn = d0 & vp;
        score = score + u32::from(hp & last != 0) - u32::from(hn & last != 0);
        let hp = (hp << 1) | 1;
        vp = (hn << 1) | !(d0 | hp);
        vn = hp & d0;
        pm_before = pm;
    }
    (score <= limit).then_some(score)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The textbook table, as the judge.
    fn table(a: &[u8], b: &[u8]) -> u32 {
        let mut d = vec![vec![0u32; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                d[i][j] = if i == 0 || j == 0 {
                    (i + j) as u32
                } else {
                    let cost = u32::from(a[i - 1] != b[j - 1]);
                    let mut best =
                        (d[i - 1][j] + 1).min(d[i][j - 1] + 1).min(d[i - 1][j - 1] + cost);
                    if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                        best = best.min(d[i - 2][j - 2] + 1);
                    }
                    best
                };
            }
        }
        d[a.len()][b.len()]
    }

    proptest! {
        #[test]
        fn equals_the_table(a in "[abc]{0,12}", b in "[abc]{0,12}", limit in 0u32..8) {
            let want = table(a.as_bytes(), b.as_bytes());
            prop_assert_eq!(
                distance(a.as_bytes(), b.as_bytes(), limit),
                (want <= limit).then_some(want)
            );
        }
    }

    #[test]
    fn long_strings_do_not_panic() {
        let a = vec![b'a'; 100];
        let mut b = a.clone();
        b[50] = b'b';
        assert_eq!(distance(&a, &b, 3), None);
        assert_eq!(distance(&a, &a, 0), Some(0));
    }
}
