//! The crosswalks lead from codes of known schemes to words that are there.

#![expect(clippy::disallowed_methods, reason = "the tables are files beside the model")]

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use standpoint_model::{
    Kind,
    shape::{Form, Object, Shape},
};

/// A row of a table.
#[derive(Debug)]
struct Row {
    scheme: String,
    code: String,
    vocabulary: String,
    word: String,
    fit: String,
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

fn rows() -> Vec<Row> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("crosswalks");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "csv"));
    files.sort();
    let mut rows = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).expect("a table");
        let mut lines = text.lines();
        assert_eq!(lines.next(), Some("scheme,code,label,vocabulary,word,fit"), "{}", file.display());
        for line in lines {
            let [scheme, code, label, vocabulary, word, fit] = cells(line).try_into().expect("six cells");
            assert!(!label.is_empty(), "{line}");
            rows.push(Row { scheme, code, vocabulary, word, fit });
        }
    }
    rows
}

/// Every vocabulary of the records, by its name.
fn vocabularies() -> BTreeMap<String, BTreeSet<String>> {
    fn collect(object: &Object, found: &mut BTreeMap<String, BTreeSet<String>>) {
        for field in &object.fields {
            match &field.r#type.form {
                Form::Object(object) => collect(object, found),
                Form::Word(vocabulary) => {
                    let words = vocabulary.words.iter().map(|word| word.word.clone());
                    found.entry(vocabulary.name.clone()).or_default().extend(words);
                }
                _ => {}
            }
        }
    }
    let mut found = BTreeMap::new();
    for &kind in Kind::ALL {
        collect(&Shape::of(kind).object, &mut found);
    }
    found
}

#[test]
fn each_code_leads_to_a_word_that_is_there() {
    let vocabularies = vocabularies();
    let mut seen = BTreeSet::new();
    for row in rows() {
        assert!(vocabularies.get(&row.vocabulary).is_some_and(|words| words.contains(&row.word)), "{row:?}");
        assert!(["exact", "coarser", "none"].contains(&row.fit.as_str()), "{row:?}");
        assert_eq!(row.word == "other", row.fit == "none", "{row:?}");
        assert!(standpoint_model::CodingScheme::new(&row.scheme).is_ok(), "{row:?}");
        assert!(seen.insert((row.scheme.clone(), row.code.clone())), "{row:?} stands twice");
    }
}

#[test]
fn under_one_code_in_ten_has_no_word() {
    let mut schemes: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    for row in rows() {
        schemes.entry(row.scheme.clone()).or_default().push(row);
    }
    for (scheme, rows) in schemes {
        let none = rows.iter().filter(|row| row.fit == "none").count();
        assert!(none * 10 <= rows.len(), "{scheme}: {none} of {} codes have no word", rows.len());
    }
}

#[test]
fn an_exact_word_means_one_code() {
    let rows = rows();
    for row in rows.iter().filter(|row| row.fit == "exact") {
        let same = rows.iter().filter(|other| {
            other.scheme == row.scheme
                && other.vocabulary == row.vocabulary
                && other.word == row.word
                && other.fit == "exact"
        });
        assert_eq!(same.count(), 1, "{row:?}");
    }
}
