#![doc = include_str!("../README.md")]

mod find;
mod fold;
mod hedge;
mod source_text;
mod texts;
mod verify;
mod view;
mod words;

pub use find::{Found, Occurrences, Places, find};
pub use source_text::SourceText;
pub use texts::read_source_text;
pub use verify::{Verification, fix, verify};
