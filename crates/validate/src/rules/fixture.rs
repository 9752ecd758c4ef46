//! Fixtures of rules: small datasets, with carets under what the rule finds in them.
//!
//! ```text
//! {"id":"actor/a","name":"Reds"}
//! {"id":"actor/b","name":"Reds"}
//!                        ^^^^^^ shared-name: `actor/a` has this name
//! ```
//!
//! A line that begins with `{` is a record. It says what the test is about; whatever else its kind and the objects in it
//! need is put in: its kind, a basis that is stated, the role of an initiator or of a site … A record that says its kind has
//! all that it is to have. Actors, places, sources and issues that records name need no lines of their own: they are added at
//! the end, so that little but the rule has anything to say. A line of carets marks a finding in the record above it, by its
//! code and some words of its message or its help; above the first record it marks one about the dataset as a whole.
//!
//! Each finding of the rule must be marked, each of any code that a mark names, and each of a record that cannot be read.
//! What other rules find is the matter of their own fixtures. The dataset is validated small and large, on one thread and
//! on three, and all that is found must be the same.

use std::{collections::BTreeSet, ops::Range};

use serde_json::{Map, Value};
use standpoint_model::{Kind, Record};
use standpoint_report::{Diagnostic, Part, Report, json_text::locate};

use super::rule::Rule;
use crate::{Input, Validation, codes};

impl Rule {
    /// Asserts that the rule finds what is marked in the fixture, and nothing else.
    #[track_caller]
    pub(super) fn finds(&self, fixture: &str) {
        let faults = faults(self, fixture);
        assert!(faults.is_empty(), "{}", faults.join("\n\n"));
    }
}

/// The file that a fixture becomes, and what is marked in it.
#[derive(Default)]
struct Dataset {
    text: String,
    marks: Vec<Mark>,
}

struct Mark {
    bytes: Option<Range<usize>>,
    code: String,
    words: String,
}

/// Every difference between what is marked and what is found.
fn faults(rule: &Rule, fixture: &str) -> Vec<String> {
    let Dataset { text, mut marks } = Dataset::of(fixture);
    let run = |limit, threads| {
        let validation = Validation::new().in_memory_limit(limit).threads(threads);
        validation.run([Input::bytes("fixture.ndjson", text.clone())]).unwrap()
    };
    let small = run(u64::MAX, 1);
    let mut faults = Vec::new();
    for threads in [1, 3] {
        let large = run(0, threads);
        if large.diagnostics() != small.diagnostics() {
            let [small, large] = [&small, &large].map(|report| all_shown(&text, report));
            faults.push(format!("small:\n{small}\nlarge, on {threads} threads:\n{large}"));
        }
    }
    let is_marked = |code: &str| marks.iter().any(|mark| mark.code == code);
    let is_unread = |code: &str| codes::WITHOUT_RULE.iter().any(|one| one.name == code);
    let counts = |code: &str| code == rule.code.name || is_marked(code) || is_unread(code);
    for found in small.diagnostics().iter().filter(|found| counts(found.code.name)).collect::<Vec<_>>() {
        match marks.iter().position(|mark| mark.is_of(found)) {
            Some(at) => _ = marks.remove(at),
            None => faults.push(format!("not marked:\n{}", shown(&text, found))),
        }
    }
    let missed = |mark: &Mark| underlined(&text, mark.bytes.clone(), &format!("{}: {}", mark.code, mark.words));
    faults.extend(marks.iter().map(|mark| format!("not found:\n{}", missed(mark))));
    faults
}

fn all_shown(text: &str, report: &Report) -> String {
    report.diagnostics().iter().map(|found| shown(text, found)).collect::<Vec<_>>().join("\n")
}

fn shown(text: &str, found: &Diagnostic) -> String {
    let bytes = found.location.as_ref().map(|location| location.bytes.clone());
    let Diagnostic { code, message, help, related, fix, .. } = found;
    underlined(text, bytes, &format!("{}: {message}\n{help:?} {related:?} {fix:?}", code.name))
}

fn underlined(text: &str, bytes: Option<Range<usize>>, label: &str) -> String {
    let Some(bytes) = bytes else { return format!("^ {label}") };
    let start = text[..bytes.start].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let (before, marked) = (text[start..bytes.start].chars().count(), text[bytes].chars().count());
    format!("{line}\n{}{} {label}", " ".repeat(before), "^".repeat(marked.max(1)))
}

impl Mark {
    /// A mark of these bytes, from what stands after its carets.
    fn new(bytes: Option<Range<usize>>, label: &str) -> Self {
        let (code, words) = label.trim().split_once(": ").unwrap_or((label.trim(), ""));
        Self { bytes, code: code.into(), words: words.into() }
    }

    fn is_of(&self, found: &Diagnostic) -> bool {
        let texts = [Some(&found.message), found.help.as_ref()];
        self.bytes.as_ref() == found.location.as_ref().map(|location| &location.bytes)
            && self.code == found.code.name
            && texts.into_iter().flatten().any(|text| text.contains(&self.words))
    }
}

impl Dataset {
    fn of(fixture: &str) -> Self {
        let mut dataset = Self::default();
        let mut last: Option<(&str, Filled, usize)> = None;
        for line in fixture.lines().filter(|line| !line.trim().is_empty()) {
            let written = line.trim();
            if written.starts_with('{') {
                let filled = Filled::of(written);
                last = Some((line, filled.clone(), dataset.text.len()));
                dataset.add(&filled.text);
                continue;
            }
            let label = written.trim_start_matches('^');
            assert!(label.len() < written.len(), "neither a record nor carets: {line}");
            let bytes = last.as_ref().map(|(record, filled, start)| {
                let byte = |column: usize| {
                    let byte = record.char_indices().map(|(byte, _)| byte).chain([record.len()]).nth(column);
                    let indented = record.len() - record.trim_start().len();
                    byte.and_then(|byte| byte.checked_sub(indented)).expect("carets stand under the record")
                };
                let column = line.find('^').unwrap_or_default();
                let columns = byte(column)..byte(column + written.len() - label.len());
                let bytes = filled.bytes(columns);
                start + bytes.start..start + bytes.end
            });
            dataset.marks.push(Mark::new(bytes, label));
        }
        dataset.add_what_is_named();
        dataset
    }

    fn add(&mut self, record: &str) {
        self.text += record;
        self.text.push('\n');
    }

    /// Adds the actors, places, sources and issues that records name, as bare as they can be.
    fn add_what_is_named(&mut self) {
        loop {
            let records: Vec<Record> = self.text.lines().filter_map(|line| serde_json::from_str(line).ok()).collect();
            let mut named = BTreeSet::new();
            for record in &records {
                record.visit_references(|id, _| _ = named.insert(id.to_owned()));
            }
            let has = |id: &str| self.text.contains(&format!(r#""id":"{id}""#));
            let is_bare =
                |id: &str| matches!(Kind::of_id(id), Some(Kind::Actor | Kind::Place | Kind::Source | Kind::Issue));
            named.retain(|id| is_bare(id) && !has(id));
            if named.is_empty() {
                return;
            }
            for id in named {
                self.add(&Filled::of(&format!(r#"{{"id":"{id}"}}"#)).text);
            }
        }
    }
}

/// A record with all that it needs.
#[derive(Clone)]
struct Filled {
    text: String,
    /// Where something was put in, in bytes of what was written, and how much.
    shifts: Vec<(usize, usize)>,
}

impl Filled {
    fn of(written: &str) -> Self {
        let value: Value = serde_json::from_str(written).unwrap_or_default();
        let id = value["id"].as_str().unwrap_or_default();
        let of_id = Kind::of_id(id).zip(id.split_once('/')).filter(|_| value.get("kind").is_none());
        let Some((kind, (_, name))) = of_id else {
            return Self { text: written.into(), shifts: Vec::new() };
        };
        let mut added = vec![(1, format!(r#""kind":"{kind}","#))];
        let mut add = |pointer: &str, object: &Map<String, Value>, needed: &[(&str, String)]| {
            let end = locate(written, pointer, Part::Value).end - 1;
            let missing = needed.iter().filter(|(field, _)| !object.contains_key(*field));
            added.extend(missing.map(|(field, value)| (end, format!(r#","{field}":{value}"#))));
        };
        visit_objects("", "", &value, &mut |pointer, field, object| match field {
            "" => add(pointer, object, &needed(kind, name)),
            _ => add(pointer, object, &needed_in(field)),
        });
        added.sort_by_key(|(at, _)| *at);
        let mut text = written.to_owned();
        added.iter().rev().for_each(|(at, more)| text.insert_str(*at, more));
        Self { text, shifts: added.into_iter().map(|(at, more)| (at, more.len())).collect() }
    }

    /// Where these bytes of what was written are now.
    fn bytes(&self, written: Range<usize>) -> Range<usize> {
        let shift = |is_before: &dyn Fn(usize) -> bool| -> usize {
            self.shifts.iter().filter(|(at, _)| is_before(*at)).map(|(_, length)| length).sum()
        };
        let Range { start, end } = written;
        start + shift(&|at| at <= start)..end + shift(&|at| at < end)
    }
}

/// Gives `visit` each object: its JSON Pointer, and the name of the field that holds it or the list it is in.
fn visit_objects(pointer: &str, field: &str, value: &Value, visit: &mut impl FnMut(&str, &str, &Map<String, Value>)) {
    match value {
        Value::Object(object) => {
            visit(pointer, field, object);
            object.iter().for_each(|(name, value)| visit_objects(&format!("{pointer}/{name}"), name, value, visit));
        }
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| visit_objects(&format!("{pointer}/{index}"), field, item, visit));
        }
        _ => {}
    }
}

/// A digest, which is that of `abc`.
const DIGEST: &str = r#""ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad""#;
const EVIDENCE: &str = r#"[{"source":"source/page","locator":"1"}]"#;

/// The fields that an object in a field must have, and some that most have.
fn needed_in(field: &str) -> Vec<(&'static str, String)> {
    let fields: &[_] = match field {
        "basis" => &[("modality", r#""stated""#), ("evidence", EVIDENCE)],
        "standpoints" => &[("stance", r#""asserts""#), ("evidence", EVIDENCE)],
        "readings" => &[("why", r#""So it must be.""#)],
        "tensions" => &[("how", r#""contradicts""#)],
        "participants" => &[("role", r#""initiator""#)],
        "places" => &[("role", r#""site""#)],
        "conditions" => &[("type", r#""if""#)],
        "from" | "to" => &[("words", r#""An end of the scale.""#)],
        "aliases" => &[("type", r#""translation""#)],
        "text" => &[("sha256", DIGEST), ("length", "3")],
        "span" => &[("start", "0"), ("end", "3"), ("sha256", DIGEST)],
        _ => &[],
    };
    fields.iter().map(|(field, value)| (*field, (*value).to_owned())).collect()
}

/// The fields that a record must have, with values to which no rule objects.
fn needed(kind: Kind, name: &str) -> Vec<(&'static str, String)> {
    let name = format!(r#""{name}""#);
    let fields: &[(&str, &str)] = match kind {
        Kind::Dataset => &[
            ("format", r#""0.2""#),
            ("title", &name),
            ("version", r#""1.0.0""#),
            ("license", r#""CC0-1.0""#),
            ("publisher", r#""P""#),
            ("base_iri", r#""https://example.org/""#),
            ("created", r#""2023""#),
        ],
        Kind::Source => &[("title", &name), ("type", r#""report""#)],
        Kind::Actor => &[("type", r#""network""#), ("name", &name)],
        Kind::Place => &[("type", r#""region""#), ("name", &name)],
        // With a place the event is not bare, which would have every rule look at it.
        Kind::Event => {
            &[("type", r#""attack""#), ("title", &name), ("places", r#"[{"place":"place/anywhere","role":"site"}]"#)]
        }
        Kind::Relationship => &[("subject", r#""actor/a""#), ("object", r#""actor/b""#), ("type", r#""ally""#)],
        Kind::Interest => &[("actor", r#""actor/a""#), ("title", &name)],
        Kind::Issue => &[("title", &name)],
        Kind::Position => {
            &[("issue", r#""issue/i""#), ("holders", r#"["actor/a"]"#), ("form", r#""demand""#), ("text", &name)]
        }
        Kind::Observation => &[("about", r#""event/e""#), ("measure", r#""killed""#), ("value", r#"{"best":1}"#)],
        Kind::Statement => &[("about", r#""actor/a""#), ("topic", r#""motive""#), ("text", &name)],
        Kind::Identity => &[("verdict", r#""same""#)],
    };
    let basis = ("basis", format!(r#"{{"modality":"stated","evidence":{EVIDENCE}}}"#));
    let basis = (!matches!(kind, Kind::Dataset | Kind::Source | Kind::Identity)).then_some(basis);
    fields.iter().map(|(field, value)| (*field, (*value).to_owned())).chain(basis).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use super::*;
    use crate::rules::{RULES, shared_name, stated_but_contested};

    /// What is wrong with a fixture, in the words of the first fault.
    fn fault(rule: &Rule, fixture: &str) -> String {
        let faults = faults(rule, fixture);
        faults.first().map_or_else(String::new, |fault| fault.lines().next().unwrap_or_default().to_owned())
    }

    const TWO: &str = r#"
        {"id":"actor/a","name":"Reds"}
        {"id":"actor/b","name":"Reds"}
    "#;

    #[test]
    fn every_finding_is_marked() {
        let rule = &shared_name::RULE;
        let marked = |mark: &str| fault(rule, &format!("{}{mark}", TWO.trim_end().to_owned() + "\n"));
        assert_eq!(marked("                               ^^^^^^ shared-name"), "");
        assert_eq!(marked("                               ^^^^^^ shared-name: `actor/a` has this name"), "");
        assert_eq!(marked("                               ^^^^^^ shared-name: add to each name"), "");
        assert_eq!(marked(""), "not marked:");
        assert_eq!(marked("                               ^^^^^^ shared-name: `actor/c`"), "not marked:");
        assert_eq!(marked("                               ^^^^^^ shared-alias"), "not marked:");
        assert_eq!(marked("                               ^^^^^ shared-name"), "not marked:");
        assert_eq!(marked("                                ^^^^^ shared-name"), "not marked:");
    }

    #[test]
    fn every_mark_is_of_a_finding() {
        let rule = &shared_name::RULE;
        let one = r#"{"id":"actor/a","name":"Reds"}"#;
        assert_eq!(fault(rule, one), "");
        assert_eq!(fault(rule, &format!("{one}\n                       ^^^^^^ shared-name")), "not found:");
        assert_eq!(fault(rule, &format!("^ missing-manifest\n{one}")), "");
        assert_eq!(fault(rule, &format!("^ missing-manifest\n^ missing-manifest\n{one}")), "not found:");
    }

    #[test]
    fn records_that_cannot_be_read_are_marked() {
        let refused = "{\"id\":\"actor/a\",\"type\":\"net\"}\n";
        assert_eq!(fault(&shared_name::RULE, refused), "not marked:");
        assert_eq!(fault(&shared_name::RULE, &format!("{refused}                       ^^^^^ unknown-value")), "");
    }

    #[test]
    fn columns_are_those_of_what_is_written() {
        stated_but_contested::RULE.finds(r#"
            {"id":"actor/a","basis":{"standpoints":[{"holder":"actor/ä","stance":"asserts"}]}}
                                                              ^^^^^^^^^ invalid-id
            {"id":"actor/c","basis":{"standpoints":[{"holder":"actor/b","stance":"denies"}],"modality":"stated"}}
                                                                                                       ^^^^^^^^ stated-but-contested
        "#);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "the test reads the sources")]
    fn every_rule_has_a_fixture_in_which_it_finds_something() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules");
        for rule in RULES {
            let name = rule.code.name;
            let file = fs::read_to_string(folder.join(format!("{}.rs", name.replace('-', "_")))).unwrap();
            assert!(file.contains(&format!("^ {name}")), "{name} has no fixture with a mark");
        }
    }
}
