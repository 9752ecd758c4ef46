//! How far text goes, as people count: in lines and columns.

use serde::{Deserialize, Serialize};
use standpoint_report::Piece;

/// How many lines end in some text, and how many characters stand behind the last of these ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Extent {
    pub(crate) lines: usize,
    pub(crate) columns: usize,
}

impl Extent {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let last = memchr::memrchr(b'\n', bytes).map_or(0, |feed| feed + 1);
        let lines = memchr::memchr_iter(b'\n', &bytes[..last]).count();
        // All bytes of a character but the first begin with the bits 10.
        let columns = bytes[last..].iter().filter(|byte| **byte & 0xC0 != 0x80).count();
        Self { lines, columns }
    }

    /// This text and another one behind it.
    pub(crate) fn then(self, next: Self) -> Self {
        let before = if next.lines == 0 { self.columns } else { 0 };
        Self { lines: self.lines + next.lines, columns: before + next.columns }
    }

    /// Some of the text of a document, which begins at this byte and behind so much text.
    pub(crate) fn piece(self, start: usize, text: impl Into<String>) -> Piece {
        Piece::new(start, self.lines + 1, text.into()).at_column(self.columns + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_extent_of_a_text_is_that_of_its_parts() {
        let text = "aß\n\nǧ🏔c\n 四";
        assert_eq!(Extent::of(text.as_bytes()), Extent { lines: 3, columns: 2 });
        assert_eq!(Extent::of(&text.as_bytes()[.."aß\n\nǧ🏔".len()]), Extent { lines: 2, columns: 2 });
        for cut in (0..=text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            let (before, behind) = text.as_bytes().split_at(cut);
            assert_eq!(Extent::of(before).then(Extent::of(behind)), Extent::of(text.as_bytes()));
        }
    }
}
