//! What drawings have in common.

use maud::Render;
use standpoint_model::is_direction_mark;

/// The text without what XML 1.0 has no place for.
pub(crate) fn xml(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// A number of whole units, as a drawing has it.
pub(crate) struct Units(pub(crate) f64);

impl Render for Units {
    fn render_to(&self, buffer: &mut String) {
        use std::fmt::Write as _;
        // Writing to a string cannot fail. A negative zero is zero.
        let _ = write!(buffer, "{:.0}", self.0.round() + 0.0);
    }
}

/// The direction of a text that is written from right to left, as its first letter tells. A program that draws does not find it out.
pub(crate) fn direction(text: &str) -> Option<&'static str> {
    let first = text.chars().find(|c| c.is_alphabetic())?;
    let is_from_right = matches!(first, '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}');
    is_from_right.then_some("rtl")
}

/// `text` in at most so many lines of so many letters, cut where it does not fit. A letter twice as wide counts twice.
///
/// What reverses the direction of writing would reach beyond the text, since nothing in a drawing isolates it.
pub(crate) fn lines(text: &str, letters: usize, most: usize) -> Vec<String> {
    let text = text.replace(is_direction_mark, "\u{FFFD}");
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut lines: Vec<String> =
        textwrap::wrap(&words.join(" "), letters).into_iter().take(most + 1).map(String::from).collect();
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while textwrap::core::display_width(last) + 1 > letters {
                last.pop();
            }
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::{direction, lines};

    #[test]
    fn the_first_letter_tells_the_direction() {
        for (text, expected) in [("امارت", Some("rtl")), ("2 – כוח", Some("rtl")), ("Emirate امارت", None), ("1", None)]
        {
            assert_eq!(direction(text), expected, "{text}");
        }
    }

    #[test]
    fn names_are_broken_between_words_and_cut_at_the_end() {
        assert_eq!(lines("Taliban", 18, 3), ["Taliban"]);
        assert_eq!(lines("Islamic State Khorasan Province", 18, 3), ["Islamic State", "Khorasan Province"]);
        assert_eq!(lines(&"x".repeat(10_000), 4, 2), ["xxxx", "xxx…"]);
        assert_eq!(lines("a b c d e", 1, 3), ["a", "b", "…"]);
        assert_eq!(lines("呼羅珊省", 6, 3), ["呼羅珊", "省"]);
        assert_eq!(lines(" ", 18, 3), [""]);
        assert_eq!(lines("\u{202E}lubaK", 18, 3), ["\u{FFFD}lubaK"]);
    }
}
