//! What is wrong with one text, exactly where, and what to write instead.

pub(crate) mod exact;
pub(crate) mod lexical;
pub(crate) mod malformed;
pub(crate) mod meant;
pub(crate) mod names;
pub(crate) mod refusals;
pub(crate) mod schema;
pub(crate) mod syntax;
pub(crate) mod text_marks;
