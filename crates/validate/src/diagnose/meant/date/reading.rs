//! A date that may have been meant.

use standpoint_model::Edtf;

/// A date that may have been meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reading {
    /// The date, in EDTF.
    pub(super) edtf: String,
    /// Whether it says all that was written.
    pub(super) whole: bool,
    /// How it was read, if not as people mostly write dates.
    pub(super) of: Option<&'static str>,
}

/// What stands for "it still goes on".
pub(super) const ONGOING: &[&str] = &["ongoing", "present", "now", "current", "today"];

impl Reading {
    pub(super) fn new(edtf: impl Into<String>) -> Self {
        Self { edtf: edtf.into(), whole: true, of: None }
    }

    /// The date and what it says in English, for one who has to choose.
    pub(super) fn explained(&self) -> String {
        match Edtf::new(&self.edtf) {
            Ok(date) => match self.of {
                Some(of) => format!("`{date}` ({}, {of})", date.english()),
                None => format!("`{date}` ({})", date.english()),
            },
            Err(_) => format!("`{}`", self.edtf),
        }
    }
}
