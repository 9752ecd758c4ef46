//! Whatever is wrong with records: what has a fix is fixed and nothing else is touched, and what was spoiled in a way that
//! can mean only one thing is as it was.

#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail by panicking, and makes its own input"
)]

use std::{collections::BTreeSet, fs, path::Path};

use proptest::{collection::vec, prelude::*, sample::Index};
use serde_json::{Value, json};
use standpoint_model::{CountryCode, Record, generate};
use standpoint_validate::{Levels, Report, Validation, validate};

fn cases(number: u32) -> ProptestConfig {
    // A failure prints what it takes to repeat it.
    ProptestConfig { cases: number, failure_persistence: None, ..ProptestConfig::default() }
}

/// The lines of a file of records after its fixes, and the report on them.
fn fixed(file: &Path) -> (Vec<String>, Report) {
    let fixed = Validation::new().fix([file]).unwrap();
    fixed.write().unwrap();
    (lines(&fs::read_to_string(file).unwrap()), fixed.report().clone())
}

fn lines(text: &str) -> Vec<String> {
    text.split_inclusive('\n').map(str::to_owned).collect()
}

/// The lines in which something can be fixed, from 0.
fn fixable(report: &Report) -> BTreeSet<usize> {
    let with_fix = report.diagnostics().iter().filter(|diagnostic| diagnostic.fix.is_some());
    with_fix
        .filter_map(|it| it.location.as_ref())
        .map(|at| report.documents()[at.document].line_column(at.bytes.start).line - 1)
        .collect()
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn only_what_has_a_fix_changes_and_then_nothing_has(
        records in vec(generate::record().prop_flat_map(|record| generate::mutated(&record)), 1..6),
        ending in prop::sample::select(&["\n", "\r\n", "\n\n"][..]),
    ) {
        let mut text = records.iter().map(Value::to_string).collect::<Vec<_>>().join(ending);
        text.push_str(ending);
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("a.ndjson");
        fs::write(&file, &text)?;
        let report = validate(&[&file], &Levels::default())?;
        let fixable = fixable(&report);
        let (after, left) = fixed(&file);
        let before = lines(&text);
        prop_assert_eq!(before.len(), after.len());
        for (at, (before, after)) in before.iter().zip(&after).enumerate() {
            prop_assert_eq!(before == after, !fixable.contains(&at), "{}{}", before, after);
        }
        // There may be more findings than before: of a record whose kind is wrong nothing else is looked at.
        prop_assert!(self::fixable(&left).is_empty(), "{text}");
        let again = validate(&[&file], &Levels::default())?;
        prop_assert_eq!(again.diagnostics(), left.diagnostics());
        prop_assert_eq!(fixed(&file).0, after, "once is enough");
    }

    #[test]
    fn a_record_is_what_it_was_before_it_was_spoiled(
        record in generate::record(),
        spoils in vec((any::<Index>(), any::<Index>()), 1..8),
        pretty in any::<bool>(),
    ) {
        let folder = tempfile::tempdir()?;
        let file = folder.path().join("a.json");
        let read = || serde_json::from_str::<Value>(&fs::read_to_string(&file).unwrap());
        // A list of a record may name another twice.
        fs::write(&file, json!(record).to_string())?;
        fixed(&file);
        let record = read()?;
        let mut spoiled = record.clone();
        for (site, way) in spoils {
            spoil(&mut spoiled, site, way);
        }
        fs::write(&file, if pretty { format!("{spoiled:#}") } else { spoiled.to_string() })?;
        fixed(&file);
        prop_assert_eq!(read()?, record.clone(), "{:#}", spoiled);
        prop_assert!(serde_json::from_value::<Record>(record).is_ok());
    }
}

const WORDS: [&str; 13] = [
    "kind",
    "type",
    "modality",
    "stance",
    "via",
    "outcome",
    "category",
    "measure",
    "status",
    "reliability",
    "verdict",
    "how",
    "form",
];
const IDS: [&str; 9] = ["id", "source", "holder", "subject", "object", "within", "about", "part_of", "actor"];
const LISTS: [&str; 7] = ["issues", "holders", "follows", "towards", "supported_by", "mentions", "answers"];

/// Spoils one of the places of a record that can be spoiled and mended.
fn spoil(record: &mut Value, site: Index, way: Index) {
    let mut sites = Vec::new();
    collect(record, "", &mut sites);
    let (pointer, spoilt) = site.get(&sites).clone();
    let spoilt = way.get(&spoilt).clone();
    *record.pointer_mut(&pointer).unwrap() = spoilt;
}

fn has_three_decimals(number: &serde_json::Number) -> bool {
    number.to_string().split_once('.').is_some_and(|(_, decimals)| decimals.len() == 3)
}

/// Adds the places that can be spoiled, and what may stand there then.
fn collect(value: &Value, pointer: &str, sites: &mut Vec<(String, Vec<Value>)>) {
    let name = pointer.rsplit('/').find(|segment| segment.parse::<usize>().is_err()).unwrap_or_default();
    let spoilt: Vec<Value> = match value {
        Value::String(word) if WORDS.contains(&name) => {
            vec![json!(word.to_uppercase()), json!(word.to_lowercase()), json!(format!("\u{a0}{word}\n"))]
        }
        Value::String(id) if IDS.contains(&name) || LISTS.contains(&name) => {
            vec![json!(format!(" {id}")), json!(format!("{id}\u{2003}"))]
        }
        Value::String(code) if matches!(name, "country" | "overlaps") => match CountryCode::new(code) {
            Ok(country) => {
                // The letters of these two say that there is none.
                let alpha2 = country.alpha2().filter(|code| !matches!(*code, "NA" | "NO"));
                alpha2.map(|code| json!(code)).into_iter().chain([json!(format!("{country} "))]).collect()
            }
            Err(_) => Vec::new(),
        },
        // A quantity with three figures behind its point may have a point between its thousands.
        Value::Number(number) if matches!(name, "low" | "best" | "high") && has_three_decimals(number) => Vec::new(),
        Value::Number(number) => vec![json!(number.to_string()), json!(format!(" {number} "))],
        Value::Array(items) if LISTS.contains(&name) && !items.is_empty() => {
            let again = |at: usize| items.iter().chain(&items[at..=at]).cloned().collect();
            vec![again(0), again(items.len() - 1)]
        }
        Value::Object(fields) if pointer.is_empty() && !fields.contains_key("note") => {
            let with_null = |value: &Value| {
                let mut fields = fields.clone();
                fields.insert("note".into(), value.clone());
                fields.into()
            };
            vec![with_null(&Value::Null)]
        }
        _ => Vec::new(),
    };
    if !spoilt.is_empty() {
        sites.push((pointer.to_owned(), spoilt));
    }
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(at, item)| collect(item, &format!("{pointer}/{at}"), sites));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| collect(field, &format!("{pointer}/{name}"), sites));
        }
        _ => {}
    }
}
