//! The text of a source, addressed by code points.

use std::{ops::Range, sync::OnceLock};

use standpoint_model::{Count, Sha256, Span};
use standpoint_validate::sha256;

use crate::{fold::fold, sentences::sentences, view::View};

/// How many code points lie between those whose bytes are remembered.
const STEP: usize = 64;

/// What stands between two pages of a text: a form feed, as `pdftotext` writes it.
pub(crate) const PAGE_BREAK: char = '\u{C}';

/// The text of a source, in which places are counted in Unicode code points from 0.
#[derive(Debug, Clone)]
pub struct SourceText {
    text: String,
    /// The byte at which each sixty-fourth code point starts.
    starts: Vec<usize>,
    length: usize,
    sha256: Sha256,
    folded: OnceLock<View>,
}

impl SourceText {
    /// Takes a text.
    pub fn new(text: String) -> Self {
        let (mut starts, mut length) = (Vec::with_capacity(text.len() / STEP + 1), 0);
        for (at, _) in text.char_indices() {
            if length % STEP == 0 {
                starts.push(at);
            }
            length += 1;
        }
        let sha256 = sha256(&text);
        Self { text, starts, length, sha256, folded: OnceLock::new() }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of code points.
    pub fn length(&self) -> usize {
        self.length
    }

    /// The digest of the whole text.
    pub fn sha256(&self) -> &Sha256 {
        &self.sha256
    }

    /// What stands at these code points; nothing, where they go beyond the text.
    pub fn get(&self, code_points: Range<usize>) -> Option<&str> {
        self.text.get(self.bytes(&code_points)?)
    }

    /// The bytes of these code points; nothing, where they go beyond the text.
    pub(crate) fn bytes(&self, code_points: &Range<usize>) -> Option<Range<usize>> {
        Some(self.byte(code_points.start)?..self.byte(code_points.end)?)
    }

    /// The span of these bytes, which start and end at characters.
    pub(crate) fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let digest = sha256(self.text.get(bytes.clone())?);
        let count = |byte| Count::new(self.code_point(byte) as u64).ok();
        Span::new(count(bytes.start)?, count(bytes.end)?, digest).ok()
    }

    /// The code points of these bytes.
    pub(crate) fn code_points(&self, bytes: &Range<usize>) -> Range<usize> {
        self.code_point(bytes.start)..self.code_point(bytes.end)
    }

    /// The page on which a code point stands, from 1; nothing, if the text has no pages.
    pub fn page(&self, code_point: usize) -> Option<usize> {
        let byte = self.byte(code_point).filter(|_| self.text.contains(PAGE_BREAK))?;
        Some(self.text[..byte].matches(PAGE_BREAK).count() + 1)
    }

    /// Whether a span's digest is that of what stands there.
    pub(crate) fn fits(&self, span: &Span) -> bool {
        self.get(code_points_of(span)).is_some_and(|there| sha256(there) == *span.sha256())
    }

    /// The text as words are looked for in it.
    pub(crate) fn folded(&self) -> &View {
        self.folded.get_or_init(|| fold(&self.text))
    }

    /// The byte at which a code point starts; the end of the text for the one after the last.
    fn byte(&self, code_point: usize) -> Option<usize> {
        if code_point == self.length {
            return Some(self.text.len());
        }
        let start = *self.starts.get(code_point / STEP)?;
        self.text[start..].char_indices().nth(code_point % STEP).map(|(at, _)| start + at)
    }

    /// The code point that starts at a byte.
    fn code_point(&self, byte: usize) -> usize {
        let step = self.starts.partition_point(|&start| start <= byte).saturating_sub(1);
        let start = self.starts.get(step).copied().unwrap_or(0);
        step * STEP + self.text.get(start..byte).map_or(0, |before| before.chars().count())
    }

    /// The sentences, by the code points that they take up: by the rules of Unicode (UAX #29), which also end a sentence with
    /// its line, but for lines that are wrapped. What holds no letter, such as the number of a heading, is none.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        sentences(&self.text).iter().map(|bytes| self.code_points(bytes)).collect()
    }
}

/// The code points of a span. What the machine cannot count so far lies beyond every text.
pub(crate) fn code_points_of(span: &Span) -> Range<usize> {
    let index = |code_point| usize::try_from(code_point).unwrap_or(usize::MAX);
    index(span.start())..index(span.end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_code_points_and_not_bytes() {
        let text = SourceText::new("Ğazni – the city.".into());
        assert_eq!(text.length(), 17);
        assert_eq!(text.get(8..11), Some("the"));
        assert_eq!(text.get(8..99), None);
        let span = text.span(text.as_str().find("city").map(|at| at..at + 4).unwrap()).unwrap();
        assert_eq!((span.start(), span.end()), (12, 16));
        assert_eq!(*span.sha256(), sha256("city"));
    }

    #[test]
    fn pages_are_counted_by_what_stands_between_them() {
        let text = SourceText::new("One.\n\u{C}Two.\n\u{C}Three.\n".into());
        let pages: Vec<Option<usize>> = [0, 5, 6, 11, 12, 99].map(|at| text.page(at)).to_vec();
        assert_eq!(pages, [Some(1), Some(1), Some(2), Some(2), Some(3), None]);
        assert_eq!(SourceText::new("One.\n".into()).page(0), None);
    }

    #[test]
    fn every_code_point_has_its_byte_and_the_reverse() {
        let text = SourceText::new("aé–\u{10000}".repeat(50));
        let bytes: Vec<usize> = text.as_str().char_indices().map(|(at, _)| at).chain([text.as_str().len()]).collect();
        for (code_point, byte) in bytes.into_iter().enumerate() {
            assert_eq!(text.byte(code_point), Some(byte));
            assert_eq!(text.code_point(byte), code_point);
        }
        assert_eq!(text.byte(201), None);
    }
}
