//! What is wrong with the wording of a text, whatever it is about.

use super::names::folded_words;

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

/// What texts copied out of the source of a page begin or end with.
const HTML: &[&str] = &["&amp;", "&nbsp;", "&quot;", "&lt;", "&#", "<br", "<p>", "<a ", "</"];

const COPIED: &str = "write it anew by hand; this comes with text copied out of other programs";

/// Whether written words stand in for others, or begin by saying that they are not finished.
pub(crate) fn is_placeholder(written: &str) -> bool {
    let first = written.trim_start();
    let begins = |mark: &&str| first.strip_prefix(*mark).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    MARKS.iter().any(begins)
        || first.starts_with("Lorem ipsum")
        || (written.len() <= LONGEST && PLACEHOLDERS.contains(&folded_words(written).as_str()))
}

/// Whether written words, which do not begin with a blank, may be a placeholder, by how they begin.
pub(crate) const fn may_be_placeholder(written: &[u8]) -> bool {
    match written {
        [] => false,
        [first, second, ..] if written.len() > LONGEST => {
            matches!((first, second), (b'T', b'O' | b'B') | (b'F', b'I') | (b'X', b'X') | (b'L', b'o'))
        }
        [first, ..] => {
            let first = first.to_ascii_lowercase();
            matches!(first, b'-' | b'.' | b'?' | b'n' | b't' | b'u' | b'x' | b'p' | b'f' | b'l' | 0xE2)
        }
    }
}

/// What is untidy about a text, and what to do.
pub(crate) fn untidy(text: &str) -> Option<(String, String)> {
    if text.trim().len() < text.len() {
        return Some(("the text begins or ends with a space".into(), format!("write `{}`", text.trim())));
    }
    // Joiners shape words in Arabic script, and marks of direction order them; they are not seen, but mean something.
    let is_invisible = |c: char| matches!(c, '\u{AD}' | '\u{200B}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}');
    if text.contains(['&', '<']) && HTML.iter().any(|html| text.contains(html)) {
        return Some(("the text holds HTML".into(), "write what a reader of the page sees".into()));
    }
    if text.is_ascii() {
        return None;
    }
    if let Some(c) = text.chars().find(|c| is_invisible(*c)) {
        return Some((format!("the text holds the invisible character U+{:04X}", u32::from(c)), COPIED.into()));
    }
    if text.contains('\u{FFFD}') {
        let message = "the text holds U+FFFD, which programs put where they could not read a character";
        return Some((message.into(), "look the character up where the text comes from".into()));
    }
    if misread(text) {
        let message = "the text looks like UTF-8 that was read in another encoding";
        return Some((message.into(), COPIED.into()));
    }
    None
}

/// Whether two bytes of UTF-8 stand as two characters: `Ã©` for `é`, `â€™` for `’`.
fn misread(text: &str) -> bool {
    text.contains("\u{E2}\u{20AC}")
        || text.as_bytes().windows(4).any(|pair| matches!(pair, [0xC3, 0x83 | 0x82, 0xC2, 0x80..=0xBF]))
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
