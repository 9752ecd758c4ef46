//! A text to its sentences.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::view::View;

/// The length of a line, in characters, below which no text is wrapped.
const NARROWEST: usize = 40;

/// How much of the widest line of its block a wrapped line takes up at least, in per cent: a long word may not have fitted.
const FULL: usize = 60;

/// The same of a line in a block that is not wrapped as a whole.
const NEARLY_WHOLE: usize = 85;

/// The sentences of a text, in bytes: by the rules of Unicode (UAX #29), which also end a sentence with its line, but for lines
/// that are wrapped. What holds no letter, such as the number of a heading, is none.
pub(crate) fn sentences(text: &str) -> Vec<Range<usize>> {
    let view = unwrapped(text);
    let sentences = view.as_str().split_sentence_bound_indices();
    let with_letters = sentences.filter(|(_, sentence)| sentence.chars().any(char::is_alphabetic));
    let bytes = with_letters.filter_map(|(at, sentence)| {
        let start = at + sentence.len() - sentence.trim_start().len();
        view.original(start..at + sentence.trim_end().len())
    });
    bytes.collect()
}

/// A text in which the ends of wrapped lines are spaces.
fn unwrapped(text: &str) -> View {
    let mut view = View::default();
    let mut block: Vec<&str> = Vec::new();
    let mut at = 0;
    // An empty line ends a block, and so does the end of the text.
    for line in text.split_inclusive('\n').chain([""]) {
        if !line.trim().is_empty() {
            block.push(line);
            continue;
        }
        for piece in join(&std::mem::take(&mut block)) {
            push(&mut view, at, piece.0, piece.1);
            at += piece.0.len();
        }
        push(&mut view, at, line, false);
        at += line.len();
    }
    view
}

/// The lines of a block, and whether each goes on in the next. They all do in a block in which only the last line is short; in
/// another, such as one of several paragraphs, those that are long and go on with a small letter.
fn join<'t>(block: &[&'t str]) -> Vec<(&'t str, bool)> {
    let width = |line: &str| line.trim_end().chars().count();
    let widest = block.iter().map(|line| width(line)).max().unwrap_or_default();
    let is_full = |line: &str, percent: usize| width(line) * 100 >= widest * percent;
    let is_wrapped = block.iter().rev().skip(1).all(|line| is_full(line, FULL));
    let goes_on = |index: usize, line: &str| {
        let Some(next) = block.get(index + 1).map(|next| next.trim_start()) else { return false };
        let is_rest = || is_full(line, NEARLY_WHOLE) && !next.starts_with(char::is_uppercase);
        widest >= NARROWEST && !begins_item(next) && (is_wrapped || is_rest())
    };
    block.iter().enumerate().map(|(index, line)| (*line, goes_on(index, line))).collect()
}

/// Whether a line begins an item of a list.
fn begins_item(line: &str) -> bool {
    let word = line.split_whitespace().next().unwrap_or_default();
    let number = word.trim_end_matches(['.', ')']);
    let is_number =
        number.len() < word.len() && number.chars().count() <= 3 && number.chars().all(char::is_alphanumeric);
    is_number || matches!(word, "-" | "–" | "—" | "*" | "•" | "◦" | "▪")
}

fn push(view: &mut View, at: usize, line: &str, goes_on: bool) {
    let words = line.trim_end_matches(['\r', '\n']);
    words.char_indices().for_each(|(within, c)| view.push(c, at + within..at + within + c.len_utf8()));
    if goes_on {
        view.push(' ', at + words.len()..at + line.len());
    } else {
        let end = &line[words.len()..];
        end.char_indices()
            .for_each(|(within, c)| view.push(c, at + words.len() + within..at + words.len() + within + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text).into_iter().map(|bytes| &text[bytes]).collect()
    }

    #[test]
    fn sentences_end_with_their_line_and_not_inside_abbreviations() {
        let text = "1. Heading\n\nThe U.S. forces left. Others stayed\n";
        assert_eq!(split(text), ["Heading", "The U.S. forces left.", "Others stayed"]);
    }

    #[test]
    fn sentences_go_on_over_the_ends_of_wrapped_lines() {
        let text = "The Northern Front took the bridge at Velm\r\nin the night of the third and left it\r\nat dawn. The ministry denied it.\r\n\r\nAims\r\n\r\nPeace";
        let first = "The Northern Front took the bridge at Velm\r\nin the night of the third and left it\r\nat dawn.";
        assert_eq!(split(text), [first, "The ministry denied it.", "Aims", "Peace"]);
    }

    #[test]
    fn lines_of_a_list_are_sentences_of_their_own() {
        let list = "Allies\nThe Highland League\nThe River Brigade\n";
        assert_eq!(split(list), ["Allies", "The Highland League", "The River Brigade"]);
        let items =
            "- The Front took the bridge at Velm in the night of the third\n- The ministry denied it in the morning\n";
        assert_eq!(split(items).len(), 2);
        let names = "Islamic Republic of Iran and its Revolutionary Guards\nRussia\nChina\n";
        assert_eq!(split(names).len(), 3);
    }

    #[test]
    fn other_scripts_end_their_sentences_too() {
        for text in [
            "غادرت القوات المدينة. هل عادت؟ لا.",
            "نیروها شهر را ترک کردند. آیا برگشتند؟ نه.",
            "فوج شہر سے چلی گئی۔ کیا وہ واپس آئی؟ نہیں۔",
            "सेना चली गई। क्या वह लौटी? नहीं।",
            "部队离开了城市。他们回来了吗？没有。",
            "Войска ушли. Вернулись ли они? Нет.",
        ] {
            assert_eq!(split(text).len(), 3, "{text}");
        }
    }
}
