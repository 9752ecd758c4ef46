//! The options for how findings are written.

use clap::{Args, builder::TypedValueParser};
use standpoint_validate::{RENDERERS, Renderer};

use super::input::one_of;

/// How findings are written.
#[derive(Debug, Args)]
pub(crate) struct Findings {
    /// The form of the findings: for people `full` and `concise`, for machines the others.
    #[arg(long, default_value = "full", value_parser = renderers())]
    pub(crate) format: &'static Renderer,
    /// List all findings. People see the first 20 of each code otherwise, and machines, of very many that `validate` finds,
    /// the first 1,000; the others are counted.
    #[arg(long)]
    pub(crate) all: bool,
}

pub(super) fn renderers() -> impl TypedValueParser<Value = &'static Renderer> {
    one_of(RENDERERS, |renderer| renderer.name)
}
