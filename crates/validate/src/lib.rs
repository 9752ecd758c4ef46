#![doc = include_str!("../README.md")]

mod blocks;
mod bulk;
mod checked;
mod cite;
mod code;
mod diagnostic;
mod digest;
mod document;
mod encoding;
mod error;
mod exact;
mod fast;
mod finding;
mod findings;
mod form;
#[cfg(feature = "fuzzing")]
#[doc(hidden)]
pub mod fuzzing;
mod hedge;
mod levels;
mod lexical;
mod malformed;
mod meant;
mod pace;
mod pattern;
mod reader;
mod render;
mod report;
mod rules;
mod schema;
mod source_text;
mod spool;
mod stream;
mod submission;
mod syntax;
mod validation;
mod verify;

pub use checked::Checked;
pub use cite::{Found, Occurrences, find, read_source_text};
pub use code::Code;
pub use diagnostic::{Diagnostic, Level, Location, Related};
pub use digest::sha256;
pub use document::{Document, LineColumn};
pub use error::Error;
pub use levels::Levels;
pub use meant::word::did_you_mean_id;
pub use pace::Pace;
pub use pattern::expand;
pub use render::{RENDERERS, Renderer, Style, printable, report_schema};
pub use report::{InvalidError, Loaded, Report, ValidPart, load, validate};
pub use source_text::SourceText;
pub use stream::{places, stream};
pub use validation::{Progress, Validation};
pub use verify::{Coverage, Sentence, Verification, verify};
