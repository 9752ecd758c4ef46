//! The codes of what is wrong with tables, beside those of a validation.

use standpoint_report::{Code, Level};

macro_rules! codes {
    ($(#[doc = $doc:literal] $name:ident = $word:literal $silence:ident $level:ident;)+) => {
        $(
            #[doc = $doc]
            pub(crate) static $name: Code =
                Code::$silence($word, Level::$level, include_str!(concat!("../docs/", $word, ".md")));
        )+

        static ALL: &[&Code] = &[$(&$name),+];
    };
}

codes! {
    /// A table that is for no kind of record.
    UNKNOWN_TABLE = "unknown-table" allowable Error;
    /// A column that no record has a field for.
    UNKNOWN_COLUMN = "unknown-column" allowable Error;
    /// A second column for what another column says, or for a part of it.
    REPEATED_COLUMN = "repeated-column" fixed Error;
    /// A cell of which nobody can tell what stood in it.
    UNREADABLE_CELL = "unreadable-cell" fixed Error;
    /// A row that belongs to no record, or that has the place of another.
    MISPLACED_ROW = "misplaced-row" fixed Error;
    /// A file of text in an encoding that had to be guessed.
    GUESSED_ENCODING = "guessed-encoding" allowable Warning;
}

/// Every code of what is wrong with tables, beside those of a validation. Their pages say what to do.
///
/// ```
/// let code = standpoint_import::import_codes().find(|code| code.name == "unknown-column").ok_or("no such code")?;
/// assert!(code.advice().contains("name"));
/// # Ok::<(), &str>(())
/// ```
pub fn import_codes() -> impl Iterator<Item = &'static Code> {
    ALL.iter().copied()
}
