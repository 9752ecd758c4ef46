//! Texts as they were before programs changed them.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;
use html_escape::decode_html_entities;

use crate::diagnose::{
    names::composed,
    text_marks::{Mark, is_invisible, is_noncharacter, mark},
};

/// A text without the mark that it bears, if that can be told and leaves none.
pub(crate) fn tidied(text: &str, found: Mark) -> Option<String> {
    let tidy = match found {
        Mark::OuterSpace => text.trim().to_owned(),
        Mark::Html => decode_html_entities(&without_tags(text)).split_whitespace().collect::<Vec<_>>().join(" "),
        Mark::Invisible(_) => text.chars().filter(|c| !is_invisible(*c)).collect(),
        Mark::Noncharacter(_) => text.chars().filter(|c| !is_noncharacter(*c)).collect(),
        Mark::Decomposed => composed(text).into_owned(),
        Mark::Misread => read_again(text)?,
        Mark::Unreadable => return None,
    };
    (!tidy.is_empty() && mark(&tidy).is_none()).then_some(tidy)
}

/// A text without what stands between `<` and `>` and begins as a tag of HTML does.
fn without_tags(text: &str) -> Cow<'_, str> {
    let mut rest = text;
    let mut kept = String::new();
    while let Some(at) = rest.find('<') {
        let inner = &rest[at + 1..];
        let is_tag = inner.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic());
        let Some(end) = inner.find('>').filter(|_| is_tag) else {
            kept.push_str(&rest[..=at]);
            rest = inner;
            continue;
        };
        kept.push_str(&rest[..at]);
        rest = &inner[end + 1..];
    }
    if kept.is_empty() && rest.len() == text.len() {
        return text.into();
    }
    kept.push_str(rest);
    kept.into()
}

/// The text that its bytes are in UTF-8, where a program took them for Windows-1252.
fn read_again(text: &str) -> Option<String> {
    let (bytes, _, is_lossy) = WINDOWS_1252.encode(text);
    String::from_utf8(bytes.into_owned()).ok().filter(|_| !is_lossy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_taken_off() {
        for (text, tidy) in [
            (" Raid", Some("Raid")),
            ("Sinn F&eacute;in &amp; <b>friends</b>", Some("Sinn F\u{E9}in & friends")),
            ("one<br/>two &lt; three", Some("onetwo < three")),
            ("R\u{200B}a\u{AD}id", Some("Raid")),
            ("Raid\u{FFFE}", Some("Raid")),
            ("Cafe\u{301}", Some("Caf\u{E9}")),
            ("\u{C3}\u{A9}t\u{C3}\u{A9}", Some("\u{E9}t\u{E9}")),
            ("the group\u{E2}\u{20AC}\u{2122}s", Some("the group\u{2019}s")),
            ("caf\u{FFFD}", None),
            ("\u{200B}", None),
        ] {
            let found = mark(text).unwrap();
            assert_eq!(tidied(text, found).as_deref(), tidy, "{text}");
        }
    }
}
