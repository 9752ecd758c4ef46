//! Every table: what follows from the fields of the kinds.

use std::sync::LazyLock;

use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape, Vocabulary},
};

use super::table::{Column, ColumnType, ForeignKey, Origin, Table};
use crate::bounds;

impl Table {
    /// Every table: `record`, then those of each kind, each before those that hang on it.
    pub(crate) fn all() -> &'static [Self] {
        &TABLES.tables
    }

    /// The table of a kind.
    pub(super) fn of(kind: Kind) -> usize {
        // In the order of the kinds.
        TABLES.of_kind[kind as usize]
    }
}

/// The column with the place of an item in its list. No field and no kind has this name, as `position` and `place` are.
const ITEM: &str = "item";

/// The table that lists every record.
pub(super) const RECORD: usize = 0;

static TABLES: LazyLock<Tables> = LazyLock::new(Tables::new);

struct Tables {
    tables: Vec<Table>,
    of_kind: Vec<usize>,
}

impl Tables {
    fn new() -> Self {
        let mut all = Self { tables: vec![record_table()], of_kind: Vec::new() };
        for shape in Shape::all() {
            all.of_kind.push(all.tables.len());
            all.add_kind(shape);
        }
        all
    }

    fn add_kind(&mut self, shape: &'static Shape) {
        let table = Table {
            name: shape.kind.as_str().into(),
            description: shape.description.clone(),
            columns: Vec::new(),
            key_length: 1,
            foreign_keys: vec![ForeignKey::new(&["id"], "record", &["id"])],
            path: Vec::new(),
            children: Vec::new(),
        };
        let index = self.tables.len();
        self.tables.push(table);
        self.add_fields(index, shape.fields(), &Path::default());
    }

    fn add_fields(&mut self, table: usize, fields: &'static [Field], path: &Path) {
        for field in fields {
            let path = path.then(field);
            match &field.r#type.form {
                _ if field.is_list => self.add_list(table, field, &path),
                Form::Object(object) => self.add_fields(table, &object.fields, &path),
                _ => self.tables[table].add_field(field, &path, &path.fields.join("_")),
            }
        }
    }

    fn add_list(&mut self, parent: usize, field: &'static Field, path: &Path) {
        let index = self.tables.len();
        let table = self.tables[parent].child(field, path);
        self.tables[parent].children.push(index);
        self.tables.push(table);
        let item = Path { fields: Vec::new(), required: true };
        match &field.r#type.form {
            Form::Object(object) => self.add_fields(index, &object.fields, &item),
            Form::Id(kinds) if kinds.len() == 1 => {
                self.tables[index].add_field(field, &item, kinds[0].as_str());
            }
            _ => self.tables[index].add_field(field, &item, "value"),
        }
    }
}

/// The fields from what a row stands for to a value.
#[derive(Clone, Default)]
struct Path {
    fields: Vec<&'static str>,
    required: bool,
}

impl Path {
    fn then(&self, field: &'static Field) -> Self {
        let mut fields = self.fields.clone();
        fields.push(&field.name);
        Self { fields, required: field.required && (self.fields.is_empty() || self.required) }
    }
}

impl Table {
    /// The table of a list that the rows of this one hold.
    fn child(&self, field: &'static Field, path: &Path) -> Self {
        let mut columns: Vec<Column> = Vec::new();
        for (index, column) in self.key().iter().enumerate() {
            let name = match (column.name.as_str(), self.key_length) {
                ("id", 1) => format!("{}_id", self.name),
                // The place within the list of which the parent is an item.
                (ITEM, _) => format!("{}_{ITEM}", self.path.last().copied().unwrap_or_default()),
                (name, _) => name.to_owned(),
            };
            columns.push(Column {
                name,
                origin: Origin::Key(index),
                ..Column::key(column.r#type, &column.description)
            });
        }
        let refers_to = self.key().iter().map(|column| column.name.clone()).collect();
        let own_columns = columns.iter().map(|column| column.name.clone()).collect();
        let foreign_key = ForeignKey { columns: own_columns, table: self.name.clone(), refers_to };
        let about = "The place in the list, from 1.";
        columns.push(Column { origin: Origin::Key(columns.len()), ..Column::key(ColumnType::Integer, about) });
        Self {
            name: format!("{}_{}", self.name, path.fields.join("_")),
            description: field.description.clone(),
            key_length: columns.len(),
            columns,
            foreign_keys: vec![foreign_key],
            path: path.fields.clone(),
            children: Vec::new(),
        }
    }

    fn add_field(&mut self, field: &'static Field, path: &Path, name: &str) {
        let r#type = match &field.r#type.form {
            Form::Id(kinds) => {
                let table = if let [kind] = kinds.as_slice() { kind.as_str() } else { "record" };
                if name != "id" {
                    self.foreign_keys.push(ForeignKey::new(&[name], table, &["id"]));
                }
                ColumnType::Text
            }
            Form::Word(vocabulary) => ColumnType::Word(vocabulary),
            Form::Integer { .. } => ColumnType::Integer,
            Form::Number { .. } => ColumnType::Number,
            Form::Boolean => ColumnType::Boolean,
            Form::Date | Form::Text | Form::WebAddress | Form::Token | Form::String | Form::Object(_) => {
                ColumnType::Text
            }
        };
        let value = Origin::Value(path.fields.clone());
        let description = field.description.clone();
        self.columns.push(Column { name: name.into(), description, required: path.required, r#type, origin: value });
        if field.r#type.form == Form::Date {
            self.add_bounds(path, name);
        }
    }

    fn add_bounds(&mut self, path: &Path, name: &str) {
        let columns = [
            (ColumnType::Day, Origin::Earliest as fn(_) -> _),
            (ColumnType::Day, Origin::Latest),
            (ColumnType::Integer, Origin::DatePrec),
        ];
        for ((suffix, description), (r#type, origin)) in bounds::COLUMNS.into_iter().zip(columns) {
            self.columns.push(Column {
                name: bounds::column_name(name, suffix),
                description: description.into(),
                required: false,
                r#type,
                origin: origin(path.fields.clone()),
            });
        }
    }
}

impl Column {
    fn key(r#type: ColumnType, description: &str) -> Self {
        Self { name: ITEM.into(), description: description.into(), required: true, r#type, origin: Origin::Key(0) }
    }
}

impl ForeignKey {
    fn new(columns: &[&str], table: &str, refers_to: &[&str]) -> Self {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Self { columns: owned(columns), table: table.into(), refers_to: owned(refers_to) }
    }
}

fn record_table() -> Table {
    static KINDS: LazyLock<Vocabulary> = LazyLock::new(Kind::vocabulary);
    let column = |name: &'static str, description: &str, r#type| Column {
        name: name.into(),
        origin: Origin::Value(vec![name]),
        ..Column::key(r#type, description)
    };
    Table {
        name: "record".into(),
        description: "Every record, of whatever kind.".into(),
        columns: vec![
            column("id", "The id of the record.", ColumnType::Text),
            column("kind", "Its kind, which is the name of the table that has the rest.", ColumnType::Word(&KINDS)),
        ],
        key_length: 1,
        foreign_keys: Vec::new(),
        path: Vec::new(),
        children: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::Table;

    #[test]
    fn names_are_unique_and_foreign_keys_lead_to_primary_keys() {
        let names: BTreeSet<&str> = Table::all().iter().map(|table| table.name.as_str()).collect();
        assert_eq!(names.len(), Table::all().len());
        for table in Table::all() {
            let columns: BTreeSet<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
            assert_eq!(columns.len(), table.columns.len(), "{}", table.name);
            for foreign in &table.foreign_keys {
                let other = Table::all().iter().find(|other| other.name == foreign.table).unwrap();
                assert!(other.key().iter().map(|column| &column.name).eq(&foreign.refers_to), "{}", table.name);
                assert!(foreign.columns.iter().all(|column| columns.contains(column.as_str())), "{}", table.name);
            }
        }
    }

    #[test]
    fn lists_within_lists_carry_the_whole_key() {
        let name = "event_basis_standpoints_evidence";
        let table = Table::all().iter().find(|table| table.name == name).unwrap();
        let key: Vec<&str> = table.key().iter().map(|column| column.name.as_str()).collect();
        assert_eq!(key, ["event_id", "standpoints_item", "item"]);
        assert_eq!(table.foreign_keys[0].table, "event_basis_standpoints");
        assert_eq!(table.foreign_keys[0].refers_to, ["event_id", "item"]);
    }
}
