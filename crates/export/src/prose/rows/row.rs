//! A field as a term and what it says.

use std::borrow::Cow;

use standpoint_model::{Edtf, Id, Reading, Text};

use crate::prose::{
    line::{Line, Piece, records, words as say},
    words::title,
};

/// A field: what it is called, what it says, and why it was read into the source if it was.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    /// The field of the record.
    pub(crate) field: &'static str,
    pub(crate) term: Cow<'static, str>,
    pub(crate) says: Line<'a>,
    /// The dataset's readings of it.
    pub(crate) readings: Vec<&'a Reading>,
}

impl<'a> Row<'a> {
    /// The row with those of these readings that are of it.
    pub(super) fn read_in(mut self, readings: &'a [Reading]) -> Self {
        self.readings = readings.iter().filter(|reading| self.is_read_in(reading)).collect();
        self
    }

    /// Whether a reading is of this field and, if it is of one item of a list, of an item that stands here.
    fn is_read_in(&self, reading: &Reading) -> bool {
        let has = |item: &str| {
            self.says.iter().any(|piece| match piece {
                Piece::Record(text) | Piece::Short(text) | Piece::Text(text) | Piece::Foreign(text, _) => *text == item,
                _ => false,
            })
        };
        reading
            .fields
            .iter()
            .filter_map(|path| path.steps().next())
            .any(|(field, item)| field == self.field && item.is_none_or(has))
    }
}

pub(super) fn row<'a>(field: &'static str, term: impl Into<Cow<'static, str>>, says: Line<'a>) -> Option<Row<'a>> {
    (!says.is_empty()).then(|| Row { field, term: term.into(), says, readings: Vec::new() })
}

pub(super) fn date<'a>(field: &'static str, term: &'static str, when: Option<&'a Edtf>) -> Option<Row<'a>> {
    row(field, term, when.map(Piece::When).into_iter().collect())
}

pub(super) fn text<'a>(field: &'static str, term: &'static str, text: Option<&'a Text>) -> Option<Row<'a>> {
    row(field, term, text.map(|text| Piece::Text(text.as_str())).into_iter().collect())
}

/// A word of a vocabulary.
pub(super) fn word(field: &'static str, term: &'static str, word: &str) -> Option<Row<'static>> {
    row(field, term, vec![say(title(word))])
}

/// Records by name.
pub(super) fn named<'a, K: 'a>(
    field: &'static str,
    term: impl Into<Cow<'static, str>>,
    ids: impl IntoIterator<Item = &'a Id<K>>,
) -> Option<Row<'a>> {
    row(field, term, records(ids.into_iter().map(AsRef::as_ref)))
}
