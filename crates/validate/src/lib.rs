#![doc = include_str!("../README.md")]

mod cite;
mod code;
mod diagnostic;
mod digest;
mod document;
mod error;
mod finding;
mod levels;
mod lexical;
mod nearest;
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
mod verify;

pub use cite::{Found, Occurrences, find, read_source_text};
pub use code::Code;
pub use diagnostic::{Diagnostic, Level, Location, Related};
pub use digest::sha256;
pub use document::{Document, LineColumn};
pub use error::Error;
pub use levels::Levels;
pub use render::{RENDERERS, Renderer, Style, printable};
pub use report::{InvalidError, Report, ValidPart, validate};
pub use source_text::SourceText;
pub use stream::{places, stream};
pub use verify::{Coverage, Sentence, Verification, verify};
