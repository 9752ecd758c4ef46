//! The text underlined, as the Rust compiler does it and by its own renderer.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Rank, Renderer as Painter, Snippet, renderer::DecorStyle,
};

use super::{Renderer, Style};
use crate::{Diagnostic, Document, Level, Location, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "full", render };

fn render(report: &Report, style: Style) -> String {
    let painter = if style.color {
        Painter::styled()
    } else {
        Painter::plain()
    };
    let painter = painter.decor_style(DecorStyle::Ascii).term_width(style.width);
    let mut text = String::new();
    for diagnostic in report.diagnostics() {
        text.push_str(&painter.render(&[group(report, diagnostic)]));
        text.push_str("\n\n");
    }
    text
}

fn group<'a>(report: &'a Report, diagnostic: &'a Diagnostic) -> Group<'a> {
    let level = match diagnostic.level {
        Level::Error => Rank::ERROR,
        Level::Warning => Rank::WARNING,
    };
    let title = level.primary_title(&diagnostic.message).id(diagnostic.code.name);
    let mut group = title.elements(snippets(report, diagnostic));
    if let Some(help) = &diagnostic.help {
        group = group.element(Rank::HELP.message(help));
    }
    group
}

/// A snippet for the place itself, and one for each related place that the snippet of the same document cannot show
/// beside it.
fn snippets<'a>(report: &'a Report, diagnostic: &'a Diagnostic) -> Vec<Snippet<'a, Annotation<'a>>> {
    let primary = diagnostic
        .location
        .iter()
        .map(|location| (location, AnnotationKind::Primary, ""));
    let related = diagnostic
        .related
        .iter()
        .map(|related| (&related.location, AnnotationKind::Context, related.message.as_str()));
    primary
        .chain(related)
        .map(|(location, kind, label)| {
            let document = &report.documents()[location.document];
            let window = Window::around(document, location);
            let annotation = kind.span(window.inside(location));
            let annotation = if label.is_empty() {
                annotation
            } else {
                annotation.label(label)
            };
            Snippet::source(window.text)
                .line_start(window.first_line)
                .path(document.path().to_string_lossy())
                .annotation(annotation)
        })
        .collect()
}

/// The lines that a place touches: all that a snippet needs of a document that may be large.
struct Window<'a> {
    text: &'a str,
    start: usize,
    first_line: usize,
}

impl<'a> Window<'a> {
    fn around(document: &'a Document, location: &Location) -> Self {
        let text = document.text();
        let first_line = document.line_column(location.bytes.start).line;
        let start = document.line_start(first_line);
        let end = text[location.bytes.end..].find('\n').map_or(text.len(), |newline| location.bytes.end + newline);
        Self { text: &text[start..end], start, first_line }
    }

    fn inside(&self, location: &Location) -> std::ops::Range<usize> {
        location.bytes.start - self.start..location.bytes.end - self.start
    }
}
