//! Marks that a text bears if it is not as its author meant it. What to say of them is up to the rules.

use std::borrow::Cow;

use html_escape::decode_html_entities;

use super::names::composed;

/// Something in a text that no reader should see.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A space at its beginning or its end.
    OuterSpace,
    Html,
    Invisible(char),
    /// A code that stands for no character, and that other formats cannot hold.
    Noncharacter(char),
    /// What programs put in place of a character that they could not read.
    Unreadable,
    /// UTF-8 that was read in another encoding.
    Misread,
    /// Letters apart from their accents.
    Decomposed,
}

/// What texts copied out of the source of a page begin or end with.
const HTML: &[&str] = &["&amp;", "&nbsp;", "&quot;", "&lt;", "&#", "<br", "<p>", "<a ", "</"];

/// What is written, in lower case, where nothing is known yet.
const PLACEHOLDERS: &[&str] = &[
    "-",
    "--",
    ".",
    "...",
    "\u{2026}",
    "?",
    "??",
    "???",
    "n/a",
    "none",
    "null",
    "nil",
    "tba",
    "tbc",
    "tbd",
    "todo",
    "undefined",
    "unknown",
    "xxx",
    "placeholder",
];

/// The bytes that the longest of them takes up, with some space around it.
const LONGEST: usize = 16;

/// Words that writers put before what they have not finished.
const MARKS: &[&str] = &["TODO", "FIXME", "TBD", "TBC", "XXX"];

/// The first mark of a text, if it bears any.
pub(crate) fn mark(text: &str) -> Option<Mark> {
    if text.trim().len() < text.len() {
        return Some(Mark::OuterSpace);
    }
    if text.contains(['&', '<']) && is_html(text) {
        return Some(Mark::Html);
    }
    if text.is_ascii() {
        return None;
    }
    if let Some(c) = text.chars().find(|c| is_noncharacter(*c)) {
        return Some(Mark::Noncharacter(c));
    }
    if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
        return Some(Mark::Invisible(c));
    }
    if text.contains('\u{FFFD}') {
        return Some(Mark::Unreadable);
    }
    if is_misread(text) {
        return Some(Mark::Misread);
    }
    is_decomposed(text).then_some(Mark::Decomposed)
}

fn is_html(text: &str) -> bool {
    HTML.iter().any(|html| text.contains(html)) || matches!(decode_html_entities(text), Cow::Owned(_))
}

/// Whether a character is not seen and means nothing. Joiners shape words in Arabic script, and marks of direction order them;
/// they are not seen, but mean something.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether a code is one that Unicode leaves without a character for ever.
pub(crate) fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether letters and their accents are more characters than they have to be. Marks in another order than that of the
/// normal form, and letters that it takes apart, come from keyboards and are left alone.
fn is_decomposed(text: &str) -> bool {
    // Accents that stand alone begin at U+0300, in UTF-8 with the byte CC.
    let may_hold_accents = text.bytes().any(|byte| byte >= 0xCC);
    let is_shorter = |composed: &str| composed.chars().count() < text.chars().count();
    may_hold_accents && matches!(composed(text), Cow::Owned(composed) if is_shorter(&composed))
}

/// Whether two bytes of UTF-8 stand as two characters: `Ã©` for `é`, `â€™` for `’`.
fn is_misread(text: &str) -> bool {
    text.contains("\u{E2}\u{20AC}")
        || text.as_bytes().windows(4).any(|pair| matches!(pair, [0xC3, 0x83 | 0x82, 0xC2, 0x80..=0xBF]))
}

/// Whether a text stands in for another, or begins by saying that it is not finished.
pub(crate) fn is_placeholder(text: &str) -> bool {
    let first = text.trim_start();
    let begins = |mark: &&str| first.strip_prefix(*mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    MARKS.iter().any(begins)
        || first.starts_with("Lorem ipsum")
        || (text.len() <= LONGEST && PLACEHOLDERS.iter().any(|word| word.eq_ignore_ascii_case(first.trim_end())))
}

/// Whether a text is a placeholder or bears a mark.
pub(crate) fn is_marked(text: &str) -> bool {
    mark(text).is_some() || is_placeholder(text)
}

/// Whether a text that does not begin with a blank may be [marked](is_marked), at sight.
pub(crate) fn may_be_marked(text: &[u8], is_ascii: bool, may_be_html: bool) -> bool {
    !is_ascii || may_be_html || text.last().is_none_or(|last| *last <= b' ') || may_be_placeholder(text)
}

/// Whether a text that does not begin with a blank may be a placeholder, by how it begins.
const fn may_be_placeholder(text: &[u8]) -> bool {
    match text {
        [] => false,
        [first, second, ..] if text.len() > LONGEST => {
            matches!((first, second), (b'T', b'O' | b'B') | (b'F', b'I') | (b'X', b'X') | (b'L', b'o'))
        }
        [first, ..] => {
            let first = first.to_ascii_lowercase();
            matches!(first, b'-' | b'.' | b'?' | b'n' | b't' | b'u' | b'x' | b'p' | b'f' | b'l' | 0xE2)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_placeholder_is_overlooked_for_how_it_begins() {
        let marks = MARKS.iter().copied().chain(["Lorem ipsum"]);
        let marked = marks.flat_map(|mark| [mark.to_owned(), format!("{mark}: where it was, and when")]);
        let placeholders = PLACEHOLDERS.iter().flat_map(|word| [(*word).to_owned(), word.to_uppercase()]);
        for text in marked.chain(placeholders) {
            assert!(is_placeholder(&text) && may_be_placeholder(text.as_bytes()), "{text}");
        }
    }
}
