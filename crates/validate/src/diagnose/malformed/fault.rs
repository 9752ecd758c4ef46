//! What keeps a text from being JSON.

use std::ops::Range;

use standpoint_report::Code;

use crate::codes;

/// What keeps a text from being JSON.
pub(super) struct Fault {
    pub(super) at: Range<usize>,
    pub(super) code: &'static Code,
    pub(super) message: String,
    pub(super) help: String,
    /// Another place that has to do with it, and what is there.
    pub(super) related: Option<(Range<usize>, &'static str)>,
    /// Whether what is there can only be too much.
    pub(super) is_surplus: bool,
}

impl Fault {
    pub(super) fn new(at: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        let message = format!("this is not JSON: {}", message.into());
        Self { at, code: &codes::INVALID_JSON, message, help: help.into(), related: None, is_surplus: false }
    }
}
