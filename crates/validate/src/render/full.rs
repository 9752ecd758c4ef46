//! The text underlined, as the Rust compiler does it and by its own renderer.

use annotate_snippets::{
    Annotation, AnnotationKind, Group, Level as Rank, Renderer as Painter, Snippet, renderer::DecorStyle,
};

use super::{Renderer, Style};
use crate::{Diagnostic, Document, Level, Location, Report};

pub(super) const RENDERER: Renderer = Renderer { name: "full", render };

fn render(report: &Report, style: Style) -> String {
    let painter = if style.color { Painter::styled() } else { Painter::plain() };
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

/// How many lines the places of one document may span to be shown together.
const NEAR: usize = 12;

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
            let snippet = Snippet::source(window.text)
                .line_start(window.first_line)
                .path(window.document.path().to_string_lossy());
            annotations.into_iter().fold(snippet, |snippet, (location, kind, label)| {
                let annotation = kind.span(window.inside(location));
                snippet.annotation(if label.is_empty() { annotation } else { annotation.label(label) })
            })
        })
        .collect()
}

/// The lines that places touch: all that a snippet needs of a document that may be large.
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
        (line(both.end) - line(both.start) < NEAR).then(|| Self::over(self.document, &both))
    }

    fn over(document: &'a Document, bytes: &std::ops::Range<usize>) -> Self {
        let text = document.text();
        let first_line = document.line_column(bytes.start).line;
        let start = document.line_start(first_line);
        let end = text[bytes.end..].find('\n').map_or(text.len(), |newline| bytes.end + newline);
        Self { document, text: &text[start..end], start, first_line }
    }

    fn inside(&self, location: &Location) -> std::ops::Range<usize> {
        location.bytes.start - self.start..location.bytes.end - self.start
    }
}
