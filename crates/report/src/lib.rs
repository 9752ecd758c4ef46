#![doc = include_str!("../README.md")]

mod code;
mod counts;
mod coverage;
mod diagnostic;
mod document;
mod finding;
mod findings;
pub mod json_text;
mod level;
mod levels;
mod pace;
mod progress;
mod render;
mod repair;
mod report;
mod resolve;
mod scope;
mod tree;

pub use code::Code;
pub use counts::Counts;
pub use coverage::{Coverage, SectionCoverage, Sentence};
pub use diagnostic::{Diagnostic, Edit, Fix, Location, Related};
pub use document::{Document, LineColumn, Piece, Whereabouts};
pub use finding::{Change, Finding, Part, Place, RelatedPlace, Repair, Spot};
pub use findings::{Findings, NotKept};
pub use level::Level;
pub use levels::{FilePattern, FilePatternError, LevelByCode, Levels};
pub use pace::Pace;
pub use progress::Progress;
pub use render::{RENDERERS, Renderer, Style, report_schema, schema_of_output};
pub use report::Report;
pub use resolve::resolve;
pub use scope::Scope;
pub use standpoint_model::printable;
