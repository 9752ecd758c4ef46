#![doc = include_str!("../README.md")]

mod bulk;
mod cite;
mod code;
mod diagnostic;
mod digest;
mod document;
mod error;
mod exact;
mod fast;
mod finding;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod levels;
mod lexical;
mod nearest;
mod pattern;
mod plain_date;
mod reader;
mod render;
mod report;
mod rules;
mod schema;
mod source_text;
mod stream;
mod submission;
mod syntax;
mod validation;
mod verify;

pub use cite::{Found, Occurrences, find, read_source_text};
pub use code::Code;
pub use diagnostic::{Diagnostic, Level, Location, Related};
pub use digest::sha256;
pub use document::{Document, LineColumn};
pub use error::Error;
pub use levels::Levels;
pub use pattern::expand;
pub use render::{RENDERERS, Renderer, Style, printable, report_schema};
pub use report::{InvalidError, Loaded, Report, ValidPart, load, validate};
pub use source_text::SourceText;
pub use stream::stream;
pub use validation::{Progress, Validation};
pub use verify::{Coverage, Sentence, Verification, verify};
