//! A text holds what a reader sees and nothing else.

use crate::{
    Code, Level,
    fast::Sketch,
    finding::Finding,
    rules::{Check, Rule, placeholder_text::stands_in, texts::visit_texts},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "untidy-text", level: Level::Warning, page: include_str!("../../docs/untidy-text.md") },
    check: Check::Record(check),
};

/// What texts copied out of the source of a page begin or end with.
const HTML: &[&str] = &["&amp;", "&nbsp;", "&quot;", "&lt;", "&#", "<br", "<p>", "<a ", "</"];

const COPIED: &str = "write it anew by hand; this comes with text copied out of other programs";

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(&entry.record, &mut |pointer, text| {
        if let Some((message, help)) = untidy(text.as_str()).filter(|_| !stands_in(text)) {
            findings.push(Finding::new(&RULE.code, entry.value(pointer.to_string()), message).help(help));
        }
    });
}

/// Wider than `check`: the text may be a placeholder, or a quote.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_marked_text
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
