//! A text that differs from another only in what programs change when they save it.

use standpoint_model::Sha256;
use standpoint_validate::sha256;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

use crate::{SourceText, view::View};

const MARK: char = '\u{FEFF}';

/// How lines end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnds {
    AsTheyAre,
    Unix,
    Windows,
    OldMac,
}

/// How letters with accents are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    AsItIs,
    Composed,
    Decomposed,
}

/// How many line ends stand at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    AsItIs,
    Lines(usize),
}

/// What is changed in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Change {
    pub(super) has_mark: bool,
    pub(super) line_ends: LineEnds,
    pub(super) form: Form,
}

/// The text with a digest, as a view of one that differs in nothing but line ends, a byte order mark, line ends at its end and
/// normal form; and how the other text differs from it.
pub(super) fn same_text(text: &SourceText, digest: &Sha256, length: usize) -> Option<(View, String)> {
    let has_mark = text.as_str().starts_with(MARK);
    let may_differ = text.as_str().chars().filter(|c| matches!(c, '\r' | '\n') || !c.is_ascii()).count() + 2;
    if text.length().abs_diff(length) > may_differ {
        return None;
    }
    for form in [Form::AsItIs, Form::Composed, Form::Decomposed] {
        for line_ends in [LineEnds::AsTheyAre, LineEnds::Unix, LineEnds::Windows, LineEnds::OldMac] {
            for mark in [has_mark, !has_mark] {
                for end in [End::AsItIs, End::Lines(0), End::Lines(1), End::Lines(2)] {
                    let change = Change { has_mark: mark, line_ends, form };
                    let view = changed(text.as_str(), change, end);
                    if view.as_str().chars().count() == length && sha256(view.as_str()) == *digest {
                        let differences = differences(text.as_str(), view.as_str());
                        return Some((view, differences));
                    }
                }
            }
        }
    }
    None
}

/// A text with a change, of which every byte knows where it comes from.
pub(super) fn view(text: &str, change: Change) -> View {
    changed(text, change, End::AsItIs)
}

fn changed(text: &str, change: Change, end: End) -> View {
    let mut view = View::default();
    let start = if text.starts_with(MARK) { MARK.len_utf8() } else { 0 };
    if change.has_mark {
        view.push(MARK, 0..start);
    }
    let body = match end {
        End::AsItIs => &text[start..],
        End::Lines(_) => text[start..].trim_end_matches(['\r', '\n']),
    };
    let mut chars = body.char_indices().map(|(at, c)| (at + start, c)).peekable();
    while let Some((at, c)) = chars.next() {
        let mut end = at + c.len_utf8();
        if matches!(c, '\r' | '\n') && change.line_ends != LineEnds::AsTheyAre {
            if c == '\r' && chars.next_if(|(_, next)| *next == '\n').is_some() {
                end += 1;
            }
            for c in line_end(change.line_ends) {
                view.push(*c, at..end);
            }
            continue;
        }
        // A letter with its accents becomes another form as a whole.
        while chars.next_if(|(_, next)| canonical_combining_class(*next) != 0).is_some() {
            end = chars.peek().map_or(start + body.len(), |(next, _)| *next);
        }
        push_letter(&text[at..end], at, change.form, &mut view);
    }
    if let End::Lines(lines) = end {
        let ends = if text.contains("\r\n") { LineEnds::Windows } else { LineEnds::Unix };
        let ends = if change.line_ends == LineEnds::AsTheyAre { ends } else { change.line_ends };
        let rest = start + body.len()..text.len();
        let marks = std::iter::repeat_n(line_end(ends), lines).flatten();
        marks.for_each(|c| view.push(*c, rest.clone()));
    }
    view
}

fn push_letter(letter: &str, at: usize, form: Form, view: &mut View) {
    let is_same = match form {
        Form::AsItIs => true,
        Form::Composed => letter.nfc().eq(letter.chars()),
        Form::Decomposed => letter.nfd().eq(letter.chars()),
    };
    if is_same {
        letter.char_indices().for_each(|(within, c)| view.push(c, at + within..at + within + c.len_utf8()));
    } else if form == Form::Composed {
        letter.nfc().for_each(|c| view.push(c, at..at + letter.len()));
    } else {
        letter.nfd().for_each(|c| view.push(c, at..at + letter.len()));
    }
}

fn line_end(ends: LineEnds) -> &'static [char] {
    match ends {
        LineEnds::Windows => &['\r', '\n'],
        LineEnds::OldMac => &['\r'],
        LineEnds::Unix | LineEnds::AsTheyAre => &['\n'],
    }
}

/// How `text` differs from `other`, which says the same.
fn differences(text: &str, other: &str) -> String {
    let ends = |text: &str| (text.contains("\r\n"), text.replace("\r\n", "").contains('\r'), text.contains('\n'));
    let mut differences = Vec::new();
    if ends(text) != ends(other) {
        differences.push(match ends(text) {
            (true, ..) => "with Windows line ends",
            (_, true, _) => "with the line ends of old Macs",
            _ if text.lines().count() > 1 => "with Unix line ends",
            _ => "with another line end at its end",
        });
    }
    match (text.starts_with(MARK), other.starts_with(MARK)) {
        (true, false) => differences.push("with a byte order mark"),
        (false, true) => differences.push("without its byte order mark"),
        _ => {}
    }
    let final_ends =
        |text: &str| text.replace("\r\n", "\n").chars().rev().take_while(|c| matches!(c, '\r' | '\n')).count();
    match final_ends(text).cmp(&final_ends(other)) {
        std::cmp::Ordering::Greater => differences.push("with more line ends at its end"),
        std::cmp::Ordering::Less => differences.push("without its last line end"),
        std::cmp::Ordering::Equal => {}
    }
    let marks = |text: &str| text.chars().filter(|c| canonical_combining_class(*c) != 0).count();
    match marks(text).cmp(&marks(other)) {
        std::cmp::Ordering::Less => differences.push("in Unicode normal form C"),
        std::cmp::Ordering::Greater => differences.push("in Unicode normal form D"),
        std::cmp::Ordering::Equal => {}
    }
    differences.dedup();
    differences.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_programs_change_as_they_save_a_text_is_seen_through() {
        let text = "The café was closed.\nThe bridge fell.\n";
        let recorded = SourceText::new(text.into());
        for (saved, differences) in [
            (text.replace('\n', "\r\n"), "with Windows line ends"),
            (format!("\u{FEFF}{text}"), "with a byte order mark"),
            (format!("{text}\n"), "with more line ends at its end"),
            (text.trim_end().to_owned(), "without its last line end"),
            (text.nfd().collect(), "in Unicode normal form D"),
            (format!("\u{FEFF}{}", text.replace('\n', "\r\n")), "with Windows line ends, with a byte order mark"),
        ] {
            let saved = SourceText::new(saved);
            let (view, told) = same_text(&saved, recorded.sha256(), recorded.length()).unwrap();
            assert_eq!((view.as_str(), told.as_str()), (text, differences));
            let bridge = text.find("bridge").unwrap();
            let bytes = view.original(bridge..bridge + 6).unwrap();
            assert_eq!(&saved.as_str()[bytes], "bridge");
            // And back: the old text is the one that was saved otherwise.
            assert!(same_text(&recorded, saved.sha256(), saved.length()).is_some());
        }
        let corrected = SourceText::new(text.replace("fell", "held"));
        assert!(same_text(&corrected, recorded.sha256(), recorded.length()).is_none());
    }
}
