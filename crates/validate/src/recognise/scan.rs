//! Stretches of bytes, sixteen at a time.

use wide::u8x16;

use crate::read::blocks::PADDING;

/// How many bytes are looked at together.
pub(crate) const WIDTH: usize = 16;

const _: () = assert!(PADDING >= WIDTH, "a block can be looked at up to its end");

/// The bytes from `at`, if there are so many.
pub(super) fn block(bytes: &[u8], at: usize) -> Option<u8x16> {
    let (block, _) = bytes.get(at..)?.split_first_chunk::<WIDTH>()?;
    Some(u8x16::new(*block))
}

/// In place of each byte, whether it is this one.
fn equal(block: u8x16, byte: u8) -> u8x16 {
    block.simd_eq(u8x16::splat(byte))
}

/// In place of each byte, whether it is from `first` to `last`.
fn within(block: u8x16, first: u8, last: u8) -> u8x16 {
    let from_first = block - u8x16::splat(first);
    from_first.min(u8x16::splat(last - first)).simd_eq(from_first)
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
    let (mut all, mut html) = (u8x16::ZERO, u8x16::ZERO);
    loop {
        let block = block(bytes, at)?;
        let invisible = within(block, 0, 0x1F) | equal(block, 0x7F);
        let special = (equal(block, b'"') | equal(block, b'\\') | invisible).to_bitmask();
        html |= equal(block, b'&') | equal(block, b'<');
        if special != 0 {
            let end = special.trailing_zeros();
            let not_ascii = all.to_bitmask() | block.to_bitmask() & ((1 << end) - 1);
            return Some(Plain { end: at + end as usize, is_ascii: not_ascii == 0, may_be_html: html.any() });
        }
        all |= block;
        at += WIDTH;
    }
}

/// Where the short name that begins at `at` ends: lower-case letters and digits in words joined by single hyphens.
/// Nothing, if it is not one.
pub(super) fn slug(bytes: &[u8], mut at: usize) -> Option<usize> {
    // The byte before a short name must not be followed by a hyphen: as if it were one.
    let mut hyphen_before = 1;
    loop {
        let block = block(bytes, at)?;
        let hyphens = equal(block, b'-');
        let named = within(block, b'a', b'z') | within(block, b'0', b'9') | hyphens;
        let hyphens = hyphens.to_bitmask();
        let after_hyphens = hyphens << 1 | hyphen_before;
        let end = named.to_bitmask().trailing_ones();
        if (end as usize) < WIDTH {
            // Nor may its last byte be one.
            let until_end = (2 << end) - 1;
            let is_wrong = after_hyphens & (hyphens | 1 << end) & until_end != 0;
            return (!is_wrong).then_some(at + end as usize);
        }
        if after_hyphens & hyphens != 0 {
            return None;
        }
        hyphen_before = hyphens >> (WIDTH - 1);
        at += WIDTH;
    }
}

/// Whether 64 lower-case hexadecimal digits stand at `at`.
pub(super) fn digest(bytes: &[u8], at: usize) -> bool {
    (at..at + 64)
        .step_by(WIDTH)
        .all(|at| block(bytes, at).is_some_and(|block| (within(block, b'0', b'9') | within(block, b'a', b'f')).all()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn padded(text: &[u8]) -> Vec<u8> {
        [text, &[0; WIDTH]].concat()
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
