//! Headings, and the sections that they begin.

use std::ops::Range;

/// A heading in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Heading {
    /// What it says.
    pub title: String,
    /// How deep it stands, from 1.
    pub level: usize,
    /// The byte of the text at which it begins.
    pub start: usize,
}

impl Heading {
    pub(crate) fn new(title: &str, level: usize, start: usize) -> Option<Self> {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        (!title.is_empty()).then_some(Self { title, level, start })
    }
}

/// The bytes of the section under each heading: it ends where a heading begins that stands no deeper.
pub(crate) fn sections(headings: &[Heading], text: &str) -> Vec<Range<usize>> {
    let section = |(index, heading): (usize, &Heading)| {
        let next = headings[index + 1..].iter().find(|next| next.level <= heading.level);
        let end = next.map_or(text.len(), |next| next.start);
        heading.start..heading.start + text[heading.start..end].trim_end().len()
    };
    headings.iter().enumerate().map(section).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_section_holds_those_that_stand_deeper() {
        let text = "One\na\nTwo\nb\n\nThree\nc\n";
        let heading = |title: &str, level| Heading::new(title, level, text.find(title).unwrap()).unwrap();
        let headings = [heading("One", 1), heading("Two", 2), heading("Three", 1)];
        let found: Vec<&str> = sections(&headings, text).into_iter().map(|bytes| &text[bytes]).collect();
        assert_eq!(found, ["One\na\nTwo\nb", "Two\nb", "Three\nc"]);
    }
}
