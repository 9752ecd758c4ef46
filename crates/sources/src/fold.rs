//! What texts may differ in and still say the same words.

use std::ops::Range;

use standpoint_validate::plain_digit;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

use crate::view::View;

/// A text without what people do not see or do not type alike: letters are small and decomposed (NFKD), quotation marks
/// and dashes are plain, white space is one space, and marks that have no shape are gone. Between letters, dashes go, with
/// the space around them: at the end of a line nobody can tell a hyphen of the word from one of the typesetter.
pub(crate) fn fold(text: &str) -> View {
    folded(text, false)
}

/// The same for whoever looks for a name: accents and apostrophes are gone too, dashes are spaces, digits are those of ASCII,
/// and letters that keyboards for Arabic and Persian write differently are one.
pub(crate) fn fold_loosely(text: &str) -> View {
    folded(text, true)
}

fn folded(text: &str, is_loose: bool) -> View {
    let mut folding = Folding { is_loose, view: View::default(), last: None, gap: None };
    for (start, c) in text.char_indices() {
        folding.take(c, start..start + c.len_utf8());
    }
    // A dash at the end is one of the words; white space is not.
    if let Some(Gap { is_dash: true, bytes }) = folding.gap.take() {
        folding.view.push('-', bytes);
    }
    folding.view
}

struct Folding {
    is_loose: bool,
    view: View,
    /// The last character that is no gap.
    last: Option<char>,
    /// White space or a dash that was met since.
    gap: Option<Gap>,
}

struct Gap {
    is_dash: bool,
    bytes: Range<usize>,
}

impl Folding {
    fn take(&mut self, c: char, bytes: Range<usize>) {
        if is_shapeless(c) || self.is_loose && plain(c) == '\'' {
            return;
        }
        if is_dash(c) || c.is_whitespace() {
            let is_dash = is_dash(c) && !self.is_loose;
            let gap = self.gap.get_or_insert(Gap { is_dash, bytes: bytes.clone() });
            gap.is_dash |= is_dash;
            gap.bytes.end = bytes.end;
            return;
        }
        self.close_gap(c);
        decompose_compatible(plain(c), |part| {
            if self.is_loose && is_accent(part) {
                return;
            }
            let part = if self.is_loose { common(part) } else { part };
            for small in part.to_lowercase() {
                self.view.push(if small == 'ς' { 'σ' } else { small }, bytes.clone());
            }
        });
        if !is_combining_mark(c) {
            self.last = Some(c);
        }
    }

    fn close_gap(&mut self, next: char) {
        let Some(Gap { is_dash, bytes }) = self.gap.take() else { return };
        match (is_dash, self.last) {
            (true, Some(last)) if last.is_alphabetic() && next.is_alphabetic() => {}
            (true, _) => self.view.push('-', bytes),
            (false, Some(_)) => self.view.push(' ', bytes),
            (false, None) => {}
        }
    }
}

/// Soft hyphens, marks of direction, joiners and the like.
fn is_shapeless(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{640}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206F}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}')
}

/// Quotation marks as a keyboard has them.
fn plain(c: char) -> char {
    match c {
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{2039}' | '\u{203A}' | '\u{2BC}' | '`' | '´' => '\'',
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '«' | '»' | '\u{300C}'..='\u{300F}' => '"',
        other => other,
    }
}

/// Accents, and the vowel signs and points of Hebrew and Arabic, which are mostly not written. Signs of other scripts are letters.
fn is_accent(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}'
        | '\u{6D6}'..='\u{6ED}' | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{2B0}'..='\u{2C1}')
}

/// The one letter or digit for several that mean the same.
fn common(c: char) -> char {
    match c {
        'ي' | 'ى' => 'ی',
        'ك' => 'ک',
        'ة' | 'ە' | 'ہ' => 'ه',
        'ø' | 'Ø' => 'o',
        'ł' | 'Ł' => 'l',
        'đ' | 'Đ' => 'd',
        'ı' => 'i',
        _ => plain_digit(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fold_alike_however_they_are_written() {
        for (one, other) in [
            ("Jam\u{101}\u{2BF}at al-An\u{1E63}\u{101}r", "jamaat al ansar"),
            ("Zainab\u{2019}s caf\u{E9}", "zainabs cafe"),
            ("\u{622}\u{64A}\u{629}", "\u{627}\u{6CC}\u{647}"),
            ("\u{643}\u{640}\u{627}\u{628}\u{644}", "\u{6A9}\u{627}\u{628}\u{644}"),
            ("\u{6F1}\u{6F3}\u{6F7}\u{6F7}", "1377"),
            ("\u{661}\u{660}\u{A0}Apr", "10 apr"),
            ("Lod\u{17A}\u{142}", "lodzl"),
            ("Al\u{2010}Shabaab", "al shabaab"),
        ] {
            assert_eq!(fold_loosely(one).as_str(), fold_loosely(other).as_str(), "{one:?} {other:?}");
        }
        assert_ne!(fold_loosely("\u{92C}\u{93E}").as_str(), fold_loosely("\u{92C}\u{93F}").as_str());
    }

    #[test]
    fn what_says_the_same_folds_alike() {
        for (one, other) in [
            ("The\r\n  Front", "the front"),
            ("nego-\n    tiated", "negotiated"),
            ("a well-\nknown man", "a well-known man"),
            ("co\u{AD}operation", "cooperation"),
            ("“the group’s”", "\"the group's\""),
            ("400–600", "400 - 600"),
            ("came — late", "came--late"),
            ("Kabul\u{A0}fell", "Kabul fell"),
            ("Cafe\u{301}", "CAFÉ"),
            ("e\u{FB03}cient", "efficient"),
            ("\u{200F}كابول\u{640}", "كابول"),
        ] {
            assert_eq!(fold(one).as_str(), fold(other).as_str(), "{one:?} {other:?}");
        }
        assert_ne!(fold("to gether").as_str(), fold("together").as_str());
        assert_ne!(fold("café").as_str(), fold("cafe").as_str());
        assert_ne!(fold("1990-1995").as_str(), fold("19901995").as_str());
    }
}
