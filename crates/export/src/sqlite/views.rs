//! A text search over what has names, and views of the tables of a profile and of what records rest on.

use standpoint_model::Kind;

use super::quoted::quoted;
use crate::tables::Table;

/// Those whose statements do not follow from the tables. They ask those that do.
const VIEWS: &str = include_str!("views.sql");

pub(super) fn views() -> String {
    ["evidence", "standpoints", "tensions"].map(of_all_kinds).concat() + VIEWS
}

/// A view of the items that records of all kinds have in a list of their basis, but for retracted ones.
fn of_all_kinds(list: &str) -> String {
    let of_kind = |kind: &Kind| {
        let name = format!("{kind}_basis_{list}");
        let table = Table::all().iter().find(|table| table.name == name)?;
        let columns = table.columns[table.key_length..].iter().map(|column| format!("listed.{}", quoted(&column.name)));
        let columns = columns.collect::<Vec<_>>().join(", ");
        Some(format!(
            "SELECT listed.{kind}_id AS record, '{kind}' AS kind, {columns}\n  FROM {name} AS listed JOIN {kind} ON {kind}.id = \
             listed.{kind}_id WHERE {kind}.status IS NOT 'retracted'"
        ))
    };
    let kinds: Vec<String> = Kind::ALL.iter().filter_map(of_kind).collect();
    format!("CREATE VIEW basis_{list} AS\n  {};\n", kinds.join("\n  UNION ALL "))
}
