//! From paths and bytes to texts: files, their compression and encoding, and blocks of whole lines.

pub(crate) mod blocks;
pub(crate) mod digest;
pub(crate) mod encoding;
pub(crate) mod error;
pub(crate) mod extent;
pub(crate) mod files;
pub(crate) mod form;
pub(crate) mod input;
pub(crate) mod list;
pub(crate) mod pattern;
pub(crate) mod spool;
pub(crate) mod stretch;
pub(crate) mod temporary;
pub(crate) mod whole_text;
