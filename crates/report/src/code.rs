//! The code of a finding: its name, which never changes, its level, its page, and whether it can be silenced.

use crate::Level;

/// A sort of mistake. All there is to know of it is in it, so that whoever reports needs no table of codes.
///
/// ```
/// use standpoint_report::{Code, Level};
///
/// static EMPTY_CELL: Code = Code::waivable("empty-cell", Level::Warning, "# empty-cell\n\nA cell that is needed is empty.");
/// assert_eq!(EMPTY_CELL.summary(), "A cell that is needed is empty.");
/// ```
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// The name, in kebab case. It never changes.
    pub name: &'static str,
    /// How bad a mistake of this sort is.
    pub level: Level,
    /// The page about it, in Markdown: what it means, an example, what to do.
    pub page: &'static str,
    /// Whether a caller may leave out findings with this code.
    pub can_be_allowed: bool,
    /// Whether a record may waive findings with this code.
    pub can_be_waived: bool,
}

impl Code {
    /// A code that nobody can silence, such as one that says that something could not be read: what is not read is never
    /// passed over in silence.
    pub const fn fixed(name: &'static str, level: Level, page: &'static str) -> Self {
        Self { name, level, page, can_be_allowed: false, can_be_waived: false }
    }

    /// A code that a caller may leave out, and that no record may waive, such as one about which records there are.
    pub const fn allowable(name: &'static str, level: Level, page: &'static str) -> Self {
        Self { name, level, page, can_be_allowed: true, can_be_waived: false }
    }

    /// A code that a caller may leave out and a record may waive, because it judges what a record says.
    pub const fn waivable(name: &'static str, level: Level, page: &'static str) -> Self {
        Self { name, level, page, can_be_allowed: true, can_be_waived: true }
    }

    /// The first line of the page after its heading: what the mistake is.
    pub fn summary(&self) -> &'static str {
        self.body().lines().next().unwrap_or_default()
    }

    /// The page after its heading.
    pub fn body(&self) -> &'static str {
        self.page.split_once('\n').map_or(self.page, |(_, body)| body).trim()
    }

    /// What the page says before its first section.
    pub fn explanation(&self) -> &'static str {
        self.body().split("\n## ").next().unwrap_or_default().trim_end()
    }

    /// The section "What to do" of the page; the whole page, if it has none.
    pub fn advice(&self) -> &'static str {
        self.page.rsplit("\n## What to do\n").next().unwrap_or_default().trim()
    }
}
