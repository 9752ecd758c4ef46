//! What a map needs that makes records of somebody's table in the SQL of `DuckDB`: macros, others' codes with the words for
//! them, and the fields and words of the model.

mod model;
mod words;

/// The text of `standpoint.sql`.
pub(crate) fn text() -> String {
    let words = words::of_codes();
    [
        include_str!("head.sql").to_owned(),
        table("crosswalk", ["scheme", "code", "label", "field", "word", "how", "note"], &words),
        table("country_names", ["slug", "country"], &words::of_countries(&words)),
        table("model_fields", ["kind", "path", "required"], &model::fields()),
        table("model_words", ["kind", "path", "word"], &model::words()),
        include_str!("macros.sql").to_owned(),
        include_str!("checks.sql").to_owned(),
    ]
    .join("\n")
}

/// A table of texts. Its rows are lines of one text, because thousands of values would take longer to read than most tables
/// that a map is made for.
fn table<const N: usize>(name: &str, columns: [&str; N], rows: &[[String; N]]) -> String {
    let columns: Vec<String> =
        columns.iter().enumerate().map(|(index, column)| format!("cells[{}] AS {column}", index + 1)).collect();
    let lines: Vec<String> = rows.iter().map(|row| row.join("|").replace('\'', "''")).collect();
    format!(
        "CREATE TABLE {name} AS SELECT {} FROM (SELECT string_split(unnest(string_split('{}', chr(10))), '|') AS cells);\n",
        columns.join(", "),
        lines.join("\n"),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_holds_what_parts_cells() {
        let words = words::of_codes();
        assert!(words.len() > 1000);
        assert!(words.iter().flatten().all(|cell| !cell.contains(['|', '\n'])));
    }

    #[test]
    fn a_code_with_two_words_has_a_row_for_each() {
        let rows = words::of_codes();
        let fields: Vec<_> = rows.iter().filter(|row| row[0] == "ucdp-ged/type_of_violence" && row[1] == "3").collect();
        let pairs: Vec<_> = fields.iter().map(|row| (row[3].as_str(), row[4].as_str())).collect();
        assert_eq!(pairs, [("event.participants.role", "victim"), ("event.type", "attack")]);
    }

    #[test]
    fn names_of_countries_lead_to_their_codes() {
        let countries = words::of_countries(&words::of_codes());
        let of = |name: &str| countries.iter().find(|row| row[0] == name).map(|row| row[1].as_str());
        assert_eq!(of("syria"), Some("SYR"));
        assert_eq!(of("cote-d-ivoire"), of("ivory-coast"));
        assert_eq!(of("zanzibar"), None);
    }

    #[test]
    fn the_model_is_there_whole() {
        assert!(model::fields().contains(&["event".into(), "participants.role".into(), "false".into()]));
        assert!(model::fields().contains(&["event".into(), "type".into(), "true".into()]));
        assert!(model::words().contains(&["actor".into(), "basis.standpoints.stance".into(), "asserts".into()]));
    }
}
