//! The crosswalks lead from codes of known schemes to words that are there.
//!
//! `crosswalks/README.md` says what the columns hold. How many rows of public data get an exact word, `.ci/crosswalks.py`
//! counts.

#![expect(clippy::disallowed_methods, reason = "the tables are files beside the model")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use standpoint_model::{
    CROSSWALKS, CodingScheme, Kind,
    shape::{Form, Object, Shape},
};

/// Schemes most of whose codes have no word, and why. Each is said in the README.
const WITHOUT_WORDS: [(&str, &str); 1] =
    [("atop/obligation", "what a treaty obliges to is a position in it: of the pair there is the treaty alone")];

/// Fields that may hold several words of one record.
const SEVERAL: [&str; 2] = ["event.participants.role", "position.form"];

/// A row of a table.
#[derive(Debug, Clone, PartialEq)]
struct Row {
    code: String,
    label: String,
    field: String,
    word: String,
    how: String,
    note: String,
}

impl Row {
    /// The word, its field, and whose field it is: a note that begins "of the source" is part of the word.
    fn target(&self) -> (&str, &str, Option<&str>) {
        let whose =
            ["of the source", "of the target", "of the recipient", "of a third party", "of side_a", "of side_b"];
        (&self.field, &self.word, whose.into_iter().find(|whose| self.note.starts_with(whose)))
    }

    /// Each word of the row with its field: `a + b` are two, and the note may name more, as `field=word`.
    fn words(&self) -> Vec<(&str, &str)> {
        let own = self.word.split(" + ").filter(|word| !word.is_empty()).map(|word| (self.field.as_str(), word));
        let noted = self.note.split([' ', ',', ';']).filter_map(|words| words.split_once('='));
        own.chain(noted).collect()
    }
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            _ => cells.last_mut().expect("a cell").push(c),
        }
    }
    cells
}

/// The tables, by scheme.
fn tables() -> BTreeMap<String, Vec<Row>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crosswalks");
    let mut tables = BTreeMap::new();
    for entry in fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.extension().is_none_or(|extension| extension != "csv") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("a table");
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("scheme,code,label,field,word,how,note"), "{}", path.display());
        let stem = path.file_stem().expect("a name").to_str().expect("in UTF-8");
        for line in lines {
            let [scheme, code, label, field, word, how, note] = cells(line).try_into().expect("seven cells");
            assert!(CodingScheme::new(&scheme).is_ok() && scheme.replace('/', "-") == stem, "{line}");
            let rows: &mut Vec<Row> = tables.entry(scheme).or_default();
            rows.push(Row { code, label, field, word, how, note });
        }
    }
    tables
}

/// Every vocabulary of the records, by its field: `event.type`, `event.participants.role`, `standpoints.stance`.
fn vocabularies() -> BTreeMap<String, BTreeSet<String>> {
    fn collect(path: &str, object: &Object, found: &mut BTreeMap<String, BTreeSet<String>>) {
        for field in &object.fields {
            let path = match field.name.as_str() {
                "basis" => String::new(),
                name if path.is_empty() => name.to_owned(),
                name => format!("{path}.{name}"),
            };
            match &field.r#type.form {
                Form::Object(object) => collect(&path, object, found),
                Form::Word(vocabulary) => {
                    let words = vocabulary.words.iter().map(|word| word.word.clone());
                    found.entry(path).or_default().extend(words);
                }
                _ => {}
            }
        }
    }
    let mut found = BTreeMap::new();
    for &kind in Kind::ALL {
        collect(kind.as_str(), &Shape::of(kind).object, &mut found);
    }
    found
}

/// CAMEO's 120 is its class 12 without more detail: whatever is below 12 is below 120.
fn class<'a>(scheme: &str, code: &'a str) -> &'a str {
    code.strip_suffix('0').filter(|class| scheme == "cameo/code" && class.len() == 2).unwrap_or(code)
}

/// Whether one of two codes is more specific than the other.
fn related(scheme: &str, one: &str, other: &str) -> bool {
    let (one, other) = (class(scheme, one), class(scheme, other));
    let below = |one: &str, other: &str| {
        one.strip_prefix(other).is_some_and(|rest| scheme == "cameo/code" || rest.starts_with('-'))
    };
    below(one, other) || below(other, one)
}

#[test]
fn each_code_leads_to_words_that_are_there() {
    let vocabularies = vocabularies();
    for (scheme, rows) in tables() {
        let mut seen = BTreeSet::new();
        for row in &rows {
            assert!(seen.insert(&row.code), "{scheme}: {row:?} stands twice");
            assert!(!row.code.is_empty() && (1..=80).contains(&row.label.chars().count()), "{scheme}: {row:?}");
            assert!(["exact", "coarser", "none"].contains(&row.how.as_str()), "{scheme}: {row:?}");
            assert_eq!(row.how == "none", row.word.is_empty(), "{scheme}: {row:?}");
            assert_eq!(row.field.is_empty(), row.word.is_empty(), "{scheme}: {row:?}");
            for (field, word) in row.words() {
                assert!(vocabularies.get(field).is_some_and(|words| words.contains(word)), "{scheme}: {row:?}");
            }
            let second =
                row.words().into_iter().skip(row.word.split(" + ").count()).any(|(field, _)| field == row.field);
            assert!(!second || SEVERAL.contains(&row.field.as_str()), "{scheme}: {row:?} has a second word");
        }
    }
}

#[test]
fn an_exact_word_means_one_code() {
    for (scheme, rows) in tables() {
        for row in rows.iter().filter(|row| row.how == "exact") {
            for other in rows.iter().filter(|other| *other != row && other.target() == row.target()) {
                let general = related(&scheme, &row.code, &other.code);
                let same = class(&scheme, &row.code) == class(&scheme, &other.code);
                assert!(
                    general && (same || other.how != "exact"),
                    "{scheme}: {row:?} is exact, and {other:?} has its word"
                );
            }
        }
    }
}

/// A code has no word if it has `none` or `other`, or a word that more than one code and over a quarter of the scheme have.
#[test]
fn at_most_one_code_in_ten_has_no_word() {
    for (scheme, rows) in tables() {
        let mut times: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        for row in &rows {
            *times.entry((&row.field, &row.word)).or_default() += 1;
        }
        let shared = |row: &Row| times[&(row.field.as_str(), row.word.as_str())];
        let none =
            |row: &&Row| row.how == "none" || row.word == "other" || (shared(row) > 1 && shared(row) * 4 > rows.len());
        let none = rows.iter().filter(none).count();
        let many = none > 1 && none * 10 > rows.len();
        let excepted = WITHOUT_WORDS.iter().any(|(excepted, _)| *excepted == scheme);
        assert_eq!(many, excepted, "{scheme}: {none} of {} codes have no word", rows.len());
    }
}

#[test]
fn every_table_is_listed() {
    let schemes: Vec<String> = tables().into_keys().map(|scheme| scheme.replace('/', "-")).collect();
    let listed: BTreeSet<&str> = CROSSWALKS.iter().map(|crosswalk| crosswalk.name).collect();
    assert_eq!(schemes.iter().map(String::as_str).collect::<BTreeSet<_>>(), listed);
}
