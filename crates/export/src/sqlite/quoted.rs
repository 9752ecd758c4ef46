//! A name in SQL.

/// Names of fields hold no quotation marks, but some are words of SQL.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{name}\"")
}
