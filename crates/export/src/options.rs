//! How an export is wanted.

/// How an export is wanted. [`Records::with`](crate::Records::with) says so to any format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Whether to leave out what is not public, as [`Dataset::public`](standpoint_model::Dataset::public) does. If it is not
    /// said, [`Format::public`](crate::Format::public) decides.
    pub public: Option<bool>,
}
