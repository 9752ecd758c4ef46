//! Tables, the same in each format.

use standpoint_model::shape::Vocabulary;

/// A table.
#[derive(Debug)]
pub(crate) struct Table {
    pub(crate) name: String,
    pub(crate) description: String,
    /// The columns of the primary key come first.
    pub(crate) columns: Vec<Column>,
    /// How many of them make the primary key.
    pub(crate) key_length: usize,
    pub(crate) foreign_keys: Vec<ForeignKey>,
    /// From the row that it hangs on to the list of which this table has the items.
    pub(super) path: Vec<&'static str>,
    /// The tables whose rows hang on a row of this one.
    pub(super) children: Vec<usize>,
}

#[derive(Debug)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) description: String,
    /// Whether every row has it.
    pub(crate) required: bool,
    pub(crate) r#type: ColumnType,
    pub(super) origin: Origin,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ColumnType {
    Text,
    /// A word of a closed vocabulary.
    Word(&'static Vocabulary),
    Integer,
    Number,
    Boolean,
    /// A day of the proleptic Gregorian calendar, from 0001-01-01 to 9999-12-31.
    Day,
}

/// Columns that hold the key of a row of another table, or of this one.
#[derive(Debug)]
pub(crate) struct ForeignKey {
    pub(crate) columns: Vec<String>,
    pub(crate) table: String,
    pub(crate) refers_to: Vec<String>,
}

/// Where the cells of a column come from.
#[derive(Debug)]
pub(super) enum Origin {
    /// The part of the row's key at this place.
    Key(usize),
    /// The value that these fields lead to, from what the row stands for.
    Value(Vec<&'static str>),
    Earliest(Vec<&'static str>),
    Latest(Vec<&'static str>),
    DatePrec(Vec<&'static str>),
}

impl Table {
    pub(crate) fn key(&self) -> &[Column] {
        &self.columns[..self.key_length]
    }
}
