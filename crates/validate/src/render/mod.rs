//! Diagnostics as text: one small file for each form.

mod concise;
mod full;
pub(crate) mod json;

pub use standpoint_model::printable;

use crate::Report;

/// A form in which a report can be written.
#[derive(Debug, Clone, Copy)]
pub struct Renderer {
    /// The name, by which `--format` asks for it.
    pub name: &'static str,
    /// Whether it is all that a reader wants on standard output, because the reader is a program.
    pub for_machines: bool,
    /// The diagnostics of a report as text, which ends with a line feed unless it is empty.
    pub render: fn(&Report, Style) -> String,
}

/// How a text may look where it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether the text may hold the escape sequences that colour a terminal.
    pub color: bool,
    /// How many columns there are.
    pub width: usize,
}

impl Default for Style {
    /// No colour, 120 columns: what a file or a pipe gets.
    fn default() -> Self {
        Self { color: false, width: 120 }
    }
}

/// Every form.
pub static RENDERERS: &[Renderer] = &[full::RENDERER, concise::RENDERER, json::RENDERER];

impl Renderer {
    /// The form of a given name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        RENDERERS.iter().find(|renderer| renderer.name == name)
    }
}
