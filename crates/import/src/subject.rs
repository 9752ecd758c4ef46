//! What the rows of a table are, by its name.

use std::sync::LazyLock;

use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape},
};

/// What the rows of a table are.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Subject {
    /// Records, of this kind unless a row says another.
    Records(Option<Kind>),
    /// Items of a list within records of a kind.
    Items(&'static List),
    /// No data: a list of all records, or help.
    NoData,
}

/// A list within the records of a kind, or within the items of another list.
#[derive(Debug)]
pub(crate) struct List {
    /// The kind of the records.
    pub(crate) kind: Kind,
    /// The name of its table, such as `event_basis_evidence`.
    name: String,
    /// From the record to the list: the fields to each list on the way, of which this is the last.
    pub(crate) way: Vec<Vec<&'static str>>,
    /// The field that is the list.
    pub(crate) field: &'static Field,
}

/// Names of sheets that hold no data: the list of all records that exports have, and what a template explains.
const NO_DATA: [&str; 4] = ["record", "help", "words", "datapackage"];

static LISTS: LazyLock<Vec<List>> = LazyLock::new(|| {
    let mut lists = Vec::new();
    for shape in Shape::all() {
        let record = Within { kind: shape.kind, name: shape.kind.as_str().into(), way: Vec::new(), open: Vec::new() };
        record.add_lists(shape.fields(), &mut lists);
    }
    lists
});

/// An object within records of a kind.
struct Within {
    kind: Kind,
    name: String,
    /// The way to the last list that it is in.
    way: Vec<Vec<&'static str>>,
    /// The fields from an item of that list to the object.
    open: Vec<&'static str>,
}

impl Within {
    fn add_lists(&self, fields: &'static [Field], lists: &mut Vec<List>) {
        for field in fields {
            let (kind, name) = (self.kind, format!("{}_{}", self.name, field.name));
            let (mut way, mut open) = (self.way.clone(), [&self.open[..], &[&field.name]].concat());
            if field.is_list {
                way.push(std::mem::take(&mut open));
                lists.push(List { kind, name: name.clone(), way: way.clone(), field });
            }
            if let Form::Object(object) = &field.r#type.form {
                Self { kind, name, way, open }.add_lists(&object.fields, lists);
            }
        }
    }
}

impl Subject {
    /// What the rows of a table are that is called so. Nothing, if its name does not say.
    pub(crate) fn of(name: &str) -> Option<Self> {
        // A spreadsheet that saves a sheet as CSV may put the name of the workbook before that of the sheet.
        name.rsplit_once(" - ")
            .and_then(|(_, sheet)| Self::of_plain(&plain(sheet)))
            .or_else(|| Self::of_plain(&plain(name)))
    }

    fn of_plain(name: &str) -> Option<Self> {
        if NO_DATA.contains(&name) {
            return Some(Self::NoData);
        }
        let kind = Kind::ALL.iter().find(|kind| name == kind.as_str() || name == kind.plural());
        if let Some(kind) = kind {
            return Some(Self::Records(Some(*kind)));
        }
        LISTS.iter().find(|list| list.name == name || shortened(&list.name) == name).map(Self::Items)
    }
}

/// A name in small letters, with underscores for whatever joins its words.
pub(crate) fn plain(name: &str) -> String {
    let words = name.trim().to_lowercase().replace("...", "\u{2026}");
    let words: Vec<&str> =
        words.split(|c: char| !c.is_alphanumeric() && c != '\u{2026}').filter(|word| !word.is_empty()).collect();
    words.join("_")
}

/// The name of a table as it is shortened to be the name of a sheet, which has at most 31 characters.
fn shortened(name: &str) -> String {
    let (path, last) = name.rsplit_once('_').unwrap_or((name, ""));
    let start = path.rsplit_once('_').map_or(path, |(start, _)| start);
    format!("{start}_\u{2026}_{last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_known_by_kinds_and_lists_however_they_are_written() {
        for name in ["actor", "Actors", " ACTOR ", "My book - Actors"] {
            assert!(matches!(Subject::of(name), Some(Subject::Records(Some(Kind::Actor)))), "{name}");
        }
        assert!(matches!(Subject::of("identities"), Some(Subject::Records(Some(Kind::Identity)))));
        for (name, way) in [
            ("Event participants", &[&["participants"][..]][..]),
            ("actor_basis_standpoints_evidence", &[&["basis", "standpoints"], &["evidence"]]),
            ("relationship_basis_\u{2026}_evidence", &[&["basis", "standpoints"], &["evidence"]]),
        ] {
            let Some(Subject::Items(list)) = Subject::of(name) else { panic!("{name}") };
            assert_eq!(list.way, way, "{name}");
        }
        assert!(matches!(Subject::of("record"), Some(Subject::NoData)));
        assert!(Subject::of("Sheet1").is_none());
    }
}
