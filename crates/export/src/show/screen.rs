//! The terminal that a record is shown in.

/// How a record is shown in a terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// How many columns there are. Fewer than twenty are taken for twenty.
    pub width: usize,
    /// Whether the text may hold the escape sequences that colour a terminal.
    pub color: bool,
    /// Whether each fact of a profile says where its sources say so, and what its id is.
    pub evidence: bool,
}
