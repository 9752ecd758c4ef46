//! The text underlined, as the Rust compiler does it and by its own renderer.

use std::{io, ops::Range};

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Rank, Renderer as Painter, Snippet, renderer::DecorStyle,
};
use textwrap::{WordSeparator, WordSplitter, WrapAlgorithm, core::Word};

use super::{
    listing::shown,
    renderer::{Renderer, Style},
};
use crate::{Diagnostic, Document, Level, Location, Report, printable};

pub(super) const RENDERER: Renderer = Renderer { name: "full", for_machines: false, render };

fn render(report: &Report, style: Style, out: &mut dyn io::Write) -> io::Result<()> {
    let painter = if style.color { Painter::styled() } else { Painter::plain() };
    let painter = painter.decor_style(DecorStyle::Ascii).term_width(style.width);
    let (diagnostics, more) = shown(report, style);
    for diagnostic in diagnostics {
        let text = own_places(&painter.render(&[group(report, diagnostic, style.width)]));
        write!(out, "{text}\n\n")?;
    }
    if more.is_empty() { Ok(()) } else { writeln!(out, "{more}") }
}

/// The fewest columns that a text is wrapped to; narrower ones read worse than what a terminal makes of a long line.
const NARROWEST: usize = 40;

/// A text in as many lines as the width asks for, beside `label` columns of its own.
fn wrapped(text: &str, label: usize, width: usize) -> String {
    let text = printable(text);
    match width.checked_sub(label) {
        Some(room) if room >= NARROWEST => {
            let options = textwrap::Options::new(room)
                .break_words(false)
                .word_separator(WordSeparator::Custom(words))
                .word_splitter(WordSplitter::NoHyphenation)
                .wrap_algorithm(WrapAlgorithm::FirstFit);
            textwrap::fill(&text, options)
        }
        _ => text,
    }
}

/// The words of a text. What stands in backticks is one, so that it can be copied.
fn words<'a>(text: &'a str) -> Box<dyn Iterator<Item = Word<'a>> + 'a> {
    let mut in_code = false;
    let ends = move |c| {
        in_code ^= c == '`';
        c == ' ' && !in_code
    };
    Box::new(text.split_inclusive(ends).map(Word::from))
}

/// Ends a path together with its place in the document. It can stand nowhere else, for control characters are escaped.
const PLACE: char = '\u{1}';

/// The text without the places that the painter adds after [`PLACE`], for it counts from the start of the window.
fn own_places(text: &str) -> String {
    let mut pieces = text.split(PLACE);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |text, piece| text + piece.trim_start_matches(|c: char| c == ':' || c.is_ascii_digit()))
}

fn group<'a>(report: &'a Report, diagnostic: &'a Diagnostic, width: usize) -> Group<'a> {
    let level = match diagnostic.level {
        Level::Error => Rank::ERROR,
        Level::Warning => Rank::WARNING,
        Level::Note => Rank::NOTE,
    };
    let label = format!("{}[{}]: ", diagnostic.level, diagnostic.code.name).len();
    let title = level.primary_title(wrapped(&diagnostic.message, label, width)).id(diagnostic.code.name);
    let mut group = title.elements(snippets(report, diagnostic));
    if let Some(help) = &diagnostic.help {
        group = group.element(Rank::HELP.message(wrapped(help, HELP, width)));
    }
    if diagnostic.fix.is_some() {
        group = group.element(Rank::HELP.message("can be fixed by `--fix`"));
    }
    group
}

/// How many columns stand before a help: the margin with numbers of up to four digits, and its label.
const HELP: usize = "     = help: ".len();

/// How many lines the places of one document may span to be shown together.
const NEAR: usize = 12;

/// How many bytes they may span.
const CLOSE: usize = 4_000;

/// How many characters of a line are shown on each side of a place, at most.
const AROUND: usize = 200;

/// How many bytes of a place are shown, at most.
const LONG: usize = 10_000;

/// A snippet for the place itself and the related places near it, and one for each other related place.
fn snippets<'a>(report: &'a Report, diagnostic: &'a Diagnostic) -> Vec<Snippet<'a, Annotation<'a>>> {
    let Some(primary) = &diagnostic.location else {
        return Vec::new();
    };
    let mut windows = vec![(Window::around(report, primary), vec![(primary, AnnotationKind::Primary, "")])];
    for related in &diagnostic.related {
        let annotation = (&related.location, AnnotationKind::Context, related.message.as_str());
        if related.location.document == primary.document
            && let Some(wider) = windows[0].0.with(&related.location)
        {
            windows[0].0 = wider;
            windows[0].1.push(annotation);
        } else {
            windows.push((Window::around(report, &related.location), vec![annotation]));
        }
    }
    windows
        .into_iter()
        .map(|(window, annotations)| {
            let snippet =
                Snippet::source(window.text).line_start(window.first_line).path(window.place(annotations[0].0));
            annotations.into_iter().fold(snippet, |snippet, (location, kind, label)| {
                let annotation = kind.span(window.inside(location));
                snippet.annotation(if label.is_empty() { annotation } else { annotation.label(printable(label)) })
            })
        })
        .collect()
}

/// The lines that places touch, of long lines what is near the places: all that a snippet needs of a document that may
/// be large.
struct Window<'a> {
    document: &'a Document,
    text: &'a str,
    start: usize,
    first_line: usize,
}

impl<'a> Window<'a> {
    fn around(report: &'a Report, location: &Location) -> Self {
        Self::over(&report.documents()[location.document], &location.bytes)
    }

    /// A window that shows a place of the same document besides what this one shows, if it is near.
    fn with(&self, location: &Location) -> Option<Self> {
        let end = self.start + self.text.len();
        let both = self.start.min(location.bytes.start)..end.max(location.bytes.end);
        let line = |offset| self.document.line_column(offset).line;
        let is_near = both.len() < CLOSE && line(both.end) - line(both.start) < NEAR;
        let in_one_piece = self.document.slice(both.clone()).len() == both.len();
        (is_near && in_one_piece).then(|| Self::over(self.document, &both))
    }

    fn over(document: &'a Document, bytes: &Range<usize>) -> Self {
        let Some(piece) = document.piece(bytes.start) else {
            return Self { document, text: "", start: 0, first_line: 1 };
        };
        let first_line = document.line_column(bytes.start).line;
        let before = document.slice(piece.line_start(bytes.start)..bytes.start);
        let start = bytes.start - before.chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
        let text = &piece.text()[piece.inside(start)..];
        let until = bytes.start - start;
        let shown = text.floor_char_boundary((bytes.end - start).min(until + LONG));
        let rest = text[shown..].split('\n').next().unwrap_or_default();
        let after: usize = rest.chars().take(AROUND).map(char::len_utf8).sum();
        let text = &text[..shown + after];
        Self { document, text: text.strip_suffix('\r').unwrap_or(text), start, first_line }
    }

    fn inside(&self, location: &Location) -> Range<usize> {
        let inside = |offset: usize| (offset - self.start).min(self.text.len());
        inside(location.bytes.start)..inside(location.bytes.end)
    }

    /// The path and the place in the document, for the painter.
    fn place(&self, location: &Location) -> String {
        let path = self.document.path().to_string_lossy();
        let at = self.document.place(location.bytes.start).to_string();
        format!("{}:{}{PLACE}", printable(&path), printable(&at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Finding, Place};

    static UNKNOWN_KIND: Code = Code::fixed("unknown-kind", Level::Error, "");

    /// What is shown of a document in which the value `"sorce"` is wrong.
    fn shown(text: &str) -> String {
        let at = text.find("\"sorce\"").expect("the value");
        let finding = Finding::new(&UNKNOWN_KIND, Place::bytes(0, at..at + "\"sorce\"".len()), "`sorce` is no kind");
        let report = Report::of(vec![Document::new("a.json", text)], [finding]);
        let mut shown = Vec::new();
        render(&report, Style::default(), &mut shown).expect("a list takes all bytes");
        String::from_utf8(shown).expect("text")
    }

    #[test]
    fn of_a_long_line_only_what_is_near_the_place_is_shown_and_its_column_is_right() {
        let long = "ä".repeat(100_000);
        let shown = shown(&format!(r#"{{"title": "{long}", "kind": "sorce", "note": "{long}"}}"#));
        assert!(shown.contains("a.json:1:100023\n"), "{shown}");
        assert!(shown.contains(r#""kind": "sorce", "note""#), "{shown}");
        assert!(shown.contains("^^^^^^^\n"), "{shown}");
        assert!(shown.len() < 2_000, "{shown}");
    }

    #[test]
    fn the_ends_of_lines_of_windows_are_not_shown() {
        let shown = shown("{\r\n  \"kind\": \"sorce\"\r\n}\r\n");
        assert!(shown.contains("a.json:2:11\n"), "{shown}");
        assert!(!shown.contains(['␍', '\r']), "{shown}");
    }
}
