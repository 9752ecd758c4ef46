//! Texts that are not JSON: what is wrong, where, and what to write instead.

mod broken_list;
mod fault;
mod finding;
mod other_text;
mod over_lines;
mod scan;
mod syntax;

pub(crate) use broken_list::broken_list;
pub(crate) use finding::finding;
pub(crate) use over_lines::OverLines;
