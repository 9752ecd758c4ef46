//! Stretches of bytes, eight at a time.

/// A byte in each of eight places.
const fn spread(byte: u8) -> u64 {
    u64::from_ne_bytes([byte; 8])
}

const HIGH: u64 = spread(0x80);
const LOW: u64 = spread(0x01);

/// At the high bit of each byte of `word`, whether it is at least `limit`, where no byte of `word` has its own high bit.
const fn from(word: u64, limit: u8) -> u64 {
    word + spread(0x80 - limit)
}

/// At the high bit of each byte of `word`, whether it is from `first` to `last`, where no byte has its own high bit.
const fn within(word: u64, first: u8, last: u8) -> u64 {
    from(word, first) & !from(word, last + 1)
}

/// At the high bit of each byte of `word`, whether it is `byte`, where no byte has its own high bit.
const fn equal(word: u64, byte: u8) -> u64 {
    HIGH - (word ^ spread(byte))
}

/// The high bit of the first byte of `word` that is zero, and perhaps of some after it.
const fn zero(word: u64) -> u64 {
    word.wrapping_sub(LOW) & !word & HIGH
}

/// The eight bytes from `at`, the first one lowest.
pub(super) fn word(bytes: &[u8], at: usize) -> Option<u64> {
    let (word, _) = bytes.get(at..)?.split_first_chunk::<8>()?;
    Some(u64::from_le_bytes(*word))
}

/// The place of the first byte whose high bit is marked.
const fn first(marks: u64) -> usize {
    (marks.trailing_zeros() / 8) as usize
}

/// A text in quotation marks without escapes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plain {
    /// Where it stops: at its closing quotation mark, or before at a backslash, a control character or a delete.
    pub(super) end: usize,
    pub(super) is_ascii: bool,
    /// Whether it may hold what only HTML does. Perhaps what holds it comes behind its end.
    pub(super) may_be_html: bool,
}

/// The text in quotation marks that begins at `at`.
pub(super) fn plain(bytes: &[u8], mut at: usize) -> Option<Plain> {
    let (mut all, mut html) = (0, 0);
    loop {
        let word = word(bytes, at)?;
        let control = word.wrapping_sub(spread(0x20)) & !word & HIGH;
        let special = control | zero(word ^ spread(b'"')) | zero(word ^ spread(b'\\')) | zero(word ^ spread(0x7F));
        html |= zero(word ^ spread(b'&')) | zero(word ^ spread(b'<'));
        if special != 0 {
            let end = first(special);
            let before = word & !(u64::MAX << (8 * end));
            return Some(Plain { end: at + end, is_ascii: (all | before) & HIGH == 0, may_be_html: html != 0 });
        }
        all |= word;
        at += 8;
    }
}

/// Where the short name that begins at `at` ends: lower-case letters and digits in words joined by single hyphens.
/// Nothing, if it is not one.
pub(super) fn slug(bytes: &[u8], mut at: usize) -> Option<usize> {
    // The byte before a short name must not be followed by a hyphen: as if it were one.
    let mut hyphen_before = 0x80_u64;
    loop {
        let word = word(bytes, at)?;
        let low = word & !HIGH;
        let named = within(low, b'a', b'z') | within(low, b'0', b'9');
        let hyphens = equal(low, b'-');
        let neither = (!(named | hyphens) | word) & HIGH;
        let end = if neither == 0 { 8 } else { first(neither) };
        let inside = if end == 8 { u64::MAX } else { !(u64::MAX << (8 * end)) };
        let hyphens = hyphens & inside & HIGH;
        if hyphens & (hyphens << 8 | hyphen_before) != 0 {
            return None;
        }
        if end < 8 {
            let ends_in_hyphen = if end == 0 { hyphen_before != 0 } else { hyphens >> (8 * end - 1) != 0 };
            return (!ends_in_hyphen).then_some(at + end);
        }
        hyphen_before = hyphens >> 56;
        at += 8;
    }
}

/// Whether 64 lower-case hexadecimal digits stand at `at`.
pub(super) fn digest(bytes: &[u8], at: usize) -> bool {
    let Some((digits, _)) = bytes.get(at..).and_then(<[u8]>::split_first_chunk::<64>) else { return false };
    digits.chunks_exact(8).all(|eight| {
        word(eight, 0).is_some_and(|word| {
            word & HIGH == 0 && (within(word, b'0', b'9') | within(word, b'a', b'f')) & HIGH == HIGH
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &[u8]) -> Vec<u8> {
        [text, &[0; 16]].concat()
    }

    #[test]
    fn plain_text_ends_at_the_first_byte_that_is_not() {
        for before in 0..20 {
            for special in [b'"', b'\\', 0, 9, 0x1F, 0x7F] {
                let text = [&vec![b'a'; before][..], &[special], b"more\""].concat();
                let found = plain(&padded(&text), 0).unwrap();
                assert_eq!((found.end, found.is_ascii, found.may_be_html), (before, true, false));
            }
            let text = format!("{}ä{}\"", "a".repeat(before), " ~!#[]");
            let found = plain(&padded(text.as_bytes()), 0).unwrap();
            assert_eq!((found.end, found.is_ascii), (before + 8, false));
            for html in ["<br", "&amp;"] {
                let text = format!("{}{html}\"", "a".repeat(before));
                assert!(plain(&padded(text.as_bytes()), 0).unwrap().may_be_html);
            }
            // What comes after the end does not count.
            let text = format!("{}\"ä", "a".repeat(before));
            let found = plain(&padded(text.as_bytes()), 0).unwrap();
            assert_eq!((found.end, found.is_ascii), (before, true));
        }
        assert_eq!(plain(b"no end", 0), None);
    }

    #[test]
    fn short_names_are_those_of_the_model() {
        let is_slug = |text: &str| standpoint_model::Slug::new(text).is_ok();
        let mut state = 1_u32;
        for _ in 0..200_000 {
            let mut next = |below: u32| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                (state >> 16) % below
            };
            let length = next(24);
            let text: String =
                (0..length).map(|_| *b"aaazz0099-b-/{`:\x7F".get(next(17) as usize).unwrap() as char).collect();
            let bytes = padded(format!("{text}\"").as_bytes());
            let found = slug(&bytes, 0).is_some_and(|end| bytes[end] == b'"' && end == text.len());
            assert_eq!(found, is_slug(&text), "{text:?}");
        }
    }

    #[test]
    fn digests_are_64_digits() {
        let digits = "0123456789abcdef".repeat(4);
        assert!(digest(digits.as_bytes(), 0));
        for wrong in [b'g', b'A', b'/', b':', b'`', 0xB0, b'"'] {
            for at in [0, 7, 8, 63] {
                let mut bytes = digits.clone().into_bytes();
                bytes[at] = wrong;
                assert!(!digest(&bytes, 0), "{wrong} at {at}");
            }
        }
        assert!(!digest(&digits.as_bytes()[1..], 0));
    }
}
