//! Plain text and Markdown, which are their own text.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use standpoint_validate::sha256;

use super::{decode::decode, extracted::Document, headings::Heading};

pub(super) fn read(bytes: &[u8], is_markdown: bool) -> Document {
    let decoded = decode(bytes, None);
    let (headings, media_type) = if is_markdown {
        (of_markdown(&decoded.text), "text/markdown")
    } else {
        (of_plain(&decoded.text), "text/plain")
    };
    let mut remarks = Vec::from_iter(decoded.remark);
    if !is_markdown && !headings.is_empty() {
        remarks.push("headings were guessed: short lines between empty ones".into());
    }
    Document {
        title: headings
            .first()
            .filter(|first| decoded.text[..first.start].trim().is_empty())
            .map(|it| it.title.clone()),
        text: decoded.text,
        sha256: sha256(bytes),
        is_file: decoded.is_plain,
        headings,
        pages: None,
        media_type,
        remarks,
    }
}

fn of_markdown(text: &str) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut open: Option<(usize, usize, String)> = None;
    for (event, bytes) in Parser::new(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((level as usize, bytes.start, String::new())),
            Event::Text(words) | Event::Code(words) => {
                if let Some((_, _, title)) = &mut open {
                    title.push_str(&words);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some((_, _, title)) = &mut open {
                    title.push(' ');
                }
            }
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, start, title)) = open.take() {
                    headings.extend(Heading::new(&title, level, start));
                }
            }
            _ => {}
        }
    }
    headings
}

/// How long a line may be that is taken for a heading, in characters.
const LONGEST: usize = 72;

/// Lines that stand alone, are short and end no sentence. Numbers such as "2.1" say how deep they stand.
fn of_plain(text: &str) -> Vec<Heading> {
    let mut headings = Vec::new();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    let mut is_after_empty = true;
    while let Some(line) = lines.next() {
        let words = line.trim();
        let is_before_empty = lines.peek().is_some_and(|next| next.trim().is_empty());
        if is_after_empty && is_before_empty && is_heading(words) {
            let start = at + line.len() - line.trim_start().len();
            headings.extend(Heading::new(words, level(words), start));
        }
        is_after_empty = words.is_empty();
        at += line.len();
    }
    headings
}

fn is_heading(words: &str) -> bool {
    let begins = words.chars().find(|c| c.is_alphanumeric());
    words.chars().count() <= LONGEST
        && !words.ends_with(['.', ',', ';', ':', '!', '?', '…', '،', '؛', '؟', '۔', '。', '"', '”', '»', ')'])
        && words.chars().any(char::is_alphabetic)
        && begins.is_some_and(|c| !c.is_lowercase())
        && !words.starts_with(['-', '•', '*', '–', '—', '“', '"', '«'])
}

fn level(words: &str) -> usize {
    let number = words.split_whitespace().next().unwrap_or_default().trim_end_matches('.');
    let is_number = number.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if is_number { number.split('.').count() } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(headings: &[Heading]) -> Vec<(&str, usize)> {
        headings.iter().map(|heading| (heading.title.as_str(), heading.level)).collect()
    }

    #[test]
    fn headings_of_markdown_are_those_of_its_syntax() {
        let text = "# The *talks*\n\nOn `day` one.\n\n```\n# no heading\n```\n\nAims\n----\n\nText\n";
        assert_eq!(titles(&of_markdown(text)), [("The talks", 1), ("Aims", 2)]);
        assert!(text[of_markdown(text)[1].start..].starts_with("Aims\n----"));
    }

    #[test]
    fn headings_of_plain_text_are_short_lines_that_stand_alone() {
        let text =
            "The Front\n\nIt was founded\nin 2010.\n\n2.1 Aims\r\n\r\nIt wants land.\n\nThe end.\n\nand so on\n\nLast";
        assert_eq!(titles(&of_plain(text)), [("The Front", 1), ("2.1 Aims", 2)]);
        assert!(text[of_plain(text)[1].start..].starts_with("2.1 Aims"));
        assert_eq!(read(text.as_bytes(), false).title.as_deref(), Some("The Front"));
    }
}
