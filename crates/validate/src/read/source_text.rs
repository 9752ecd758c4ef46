//! The text of a source, addressed by code points.

use std::ops::Range;

use standpoint_model::{Count, Sha256, Span};
use unicode_segmentation::UnicodeSegmentation;

use crate::sha256;

/// The text of a source, in which places are counted in Unicode code points from 0.
#[derive(Debug, Clone)]
pub struct SourceText {
    text: String,
    /// The byte at which each code point starts, and the length of the text after the last.
    starts: Vec<usize>,
}

impl SourceText {
    /// Takes a text.
    pub fn new(text: String) -> Self {
        let starts = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        Self { text, starts }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The number of code points.
    pub fn length(&self) -> usize {
        self.starts.len() - 1
    }

    /// The digest of the whole text.
    pub fn sha256(&self) -> Sha256 {
        sha256(&self.text)
    }

    /// What stands at these code points; nothing, where they go beyond the text.
    pub fn get(&self, code_points: Range<usize>) -> Option<&str> {
        let (start, end) = (self.starts.get(code_points.start)?, self.starts.get(code_points.end)?);
        self.text.get(*start..*end)
    }

    /// The span of these bytes, which start and end at characters.
    pub(crate) fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let digest = sha256(self.text.get(bytes.clone())?);
        let count = |byte| Count::new(self.code_point(byte) as u64).ok();
        Span::new(count(bytes.start)?, count(bytes.end)?, digest).ok()
    }

    /// The code point that starts at a byte.
    fn code_point(&self, byte: usize) -> usize {
        self.starts.partition_point(|&start| start < byte)
    }

    /// The sentences, by the code points that they take up: by the rules of Unicode (UAX #29), which also end a
    /// sentence with its line. What holds no letter, such as the number of a heading, is none.
    pub fn sentences(&self) -> Vec<Range<usize>> {
        self.text
            .split_sentence_bound_indices()
            .filter(|(_, sentence)| sentence.chars().any(char::is_alphabetic))
            .map(|(at, sentence)| {
                let start = at + sentence.len() - sentence.trim_start().len();
                let end = at + sentence.trim_end().len();
                self.code_point(start)..self.code_point(end)
            })
            .collect()
    }
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
    fn sentences_end_with_their_line_and_not_inside_abbreviations() {
        let text = SourceText::new("1. Heading\n\nThe U.S. forces left. Others stayed\n".into());
        let sentences: Vec<&str> = text.sentences().into_iter().filter_map(|at| text.get(at)).collect();
        assert_eq!(sentences, ["Heading", "The U.S. forces left.", "Others stayed"]);
    }
}
