//! Diagnostics as text: one small file for each form.

mod concise;
mod full;
mod github;
mod json;
mod junit;
mod listing;
mod renderer;
mod sarif;

pub use json::{report_schema, schema_of_output};
pub use renderer::{Renderer, Style};

/// Every form.
pub static RENDERERS: &[Renderer] =
    &[full::RENDERER, concise::RENDERER, json::RENDERER, sarif::RENDERER, junit::RENDERER, github::RENDERER];

impl Renderer {
    /// The form of a given name.
    pub fn by_name(name: &str) -> Option<&'static Self> {
        RENDERERS.iter().find(|renderer| renderer.name == name)
    }
}
