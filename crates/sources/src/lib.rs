#![doc = include_str!("../README.md")]

mod document;
mod find;
mod fold;
mod hedge;
mod reanchor;
mod record;
mod search;
mod sentences;
mod source_text;
mod start;
mod texts;
mod verify;
mod view;
mod words;

#[cfg(feature = "pdf")]
pub use document::PDF_THREAD;
pub use document::{Decoded, Document, DocumentError, Heading, LARGEST_DOCUMENT, Reading, decode};
pub use find::{Found, Occurrences, Places, find};
pub use reanchor::{fix_anchors, reanchor};
pub use record::{Draft, NewText, Recorded};
pub use search::{Hit, HitPlace, nearest_names, search, search_by_name};
pub use source_text::SourceText;
pub use start::{TEXTS_FOLDER, start_dataset};
pub use texts::{find_source_text, read_source_text};
pub use verify::{Verification, fix, verify};
