//! A reading names a field of the record, and no word of a vocabulary.

use serde_json::Value;
use standpoint_model::{
    FieldPath,
    shape::{Field, Form, Object, Shape},
};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::meant::word::did_you_mean,
    recognise::{Reference, Sketch},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("misplaced-reading", Level::Error, include_str!("../../docs/misplaced-reading.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let readings = entry.record.basis().map(|basis| &*basis.readings).unwrap_or_default();
    if readings.is_empty() {
        return;
    }
    let Ok(record) = serde_json::to_value(&entry.record) else { return };
    for (index, reading) in readings.iter().enumerate() {
        for (at, path) in reading.fields.iter().enumerate() {
            if let Some((message, help)) = fault(entry, &record, path) {
                let place = entry.value(format!("/basis/readings/{index}/fields/{at}"));
                findings.push(Finding::new(&RULE.code, place, message).help(help));
            }
        }
    }
}

/// Wider than `check`, which looks up every path: only of the commonest is it known here that they lead to something.
pub(super) fn doubt(record: &Sketch) -> bool {
    !record.read_fields.iter().all(|path| is_surely_there(record, *path))
}

fn is_surely_there(record: &Sketch, path: u64) -> bool {
    let is_field = |field| record.hash_of_field(field) == path;
    let is_item = |list, item, after| record.hash_of_item(list, item, after) == path;
    let is_reference = |reference: &Reference| {
        reference.slot.field().is_some_and(|field| is_field(field) || is_item(field, reference.id, ""))
    };
    let facts = [
        ("country", record.country.is_some()),
        ("name", record.name != 0),
        ("when", record.when.is_some()),
        ("due", record.due.is_some()),
        ("overlaps", !record.overlaps.is_empty()),
        ("conditions", !record.conditions.is_empty()),
    ];
    let mut dated = record.standpoints.iter().filter(|standpoint| standpoint.when.is_some());
    facts.iter().any(|(field, is_there)| *is_there && is_field(field))
        || record.named.iter().chain(&record.listed).any(is_reference)
        || record.aliases.iter().any(|alias| is_item("aliases", alias.spelling, ""))
        || record.codes.iter().any(|code| is_item("codes", code.scheme, ""))
        || record.parties.iter().any(|party| is_item("participants", party.actor, ""))
        || record.places.iter().any(|place| is_item("places", place.place, ""))
        || dated.any(|standpoint| is_item("basis.standpoints", standpoint.holder, ".when"))
}

/// What is wrong with a path, and what to do.
fn fault(entry: &Entry, record: &Value, path: &FieldPath) -> Option<(String, String)> {
    let fields = &Shape::of(entry.record.kind()).object;
    let mut object = Some(fields);
    let mut values = vec![record];
    let mut last: Option<&Field> = None;
    for (name, item) in path.steps() {
        let names = || object.into_iter().flat_map(|object| &object.fields).map(|field| field.name.as_str());
        let Some(field) = object.and_then(|object| object.field(name)) else {
            let of_basis = || {
                let basis = fields.field("basis").and_then(inside)?;
                basis.field(name).map(|_| format!("did you mean `basis.{path}`?"))
            };
            let help = (last.is_none().then(of_basis).flatten())
                .or_else(|| did_you_mean(name, names()))
                .unwrap_or_else(|| "name the field in which what was read in stands".into());
            return Some((format!("there is no field `{name}` that this could be a reading of"), help));
        };
        values = values.iter().filter_map(|value| value.get(name)).flat_map(items).collect();
        if let Some(item) = item {
            values.retain(|value| is_item(value, item));
        }
        if values.is_empty() {
            let what = item.map_or_else(|| format!("`{name}`"), |item| format!("`{item}` in its `{name}`"));
            return Some((
                format!("the record has no {what}"),
                "name what the record has, or leave the reading out".into(),
            ));
        }
        object = inside(field);
        last = Some(field);
    }
    let field = last?;
    if path.steps().any(|(name, _)| NO_FACTS.contains(&name)) {
        return Some((
            format!("`{}` holds no fact that could be read into a source", field.name),
            "leave it out of the readings, or name the field that holds the fact: `when`, `country`, `value.best` …"
                .into(),
        ));
    }
    is_word(field).then(|| {
        (
            format!("choosing a word for `{}` is no reading", field.name),
            "leave it out of the readings; why the word was chosen can stand in the `note`".into(),
        )
    })
}

/// The fields that hold the record's own name and words, and what it rests on.
const NO_FACTS: [&str; 9] = ["kind", "id", "title", "note", "status", "handling", "allow", "evidence", "readings"];

/// The object that a field holds, or a list of such.
fn inside(field: &Field) -> Option<&Object> {
    match &field.r#type.form {
        Form::Object(object) => Some(object),
        _ => None,
    }
}

/// The items of a list, or the one value.
fn items(value: &Value) -> Vec<&Value> {
    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
}

/// Whether an item of a list is the one that is meant: by its text, or by an id or a text in it or in a list in it.
fn is_item(value: &Value, item: &str) -> bool {
    match value {
        Value::Object(fields) => fields.values().flat_map(items).any(|field| field == item),
        value => value == item,
    }
}

/// Whether a field holds words of a vocabulary of the model. Codes of countries are facts.
fn is_word(field: &Field) -> bool {
    let Form::Word(vocabulary) = &field.r#type.form else { return false };
    vocabulary.words.iter().any(|word| word.meaning.is_some())
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_reading_names_a_field_that_the_record_has() {
        RULE.finds(
            r#"
            {"id":"event/e","when":"2020","participants":[{"actor":"actor/a"}],"basis":{"readings":[{"fields":["when","due"]},{"fields":["wen","participants[actor/b]"]}]}}
                                                                                                                      ^^^^^ misplaced-reading: the record has no `due`
                                                                                                                                         ^^^^^ misplaced-reading: did you mean `when`
                                                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: the record has no `actor/b` in its `participants`
            {"id":"event/f","basis":{"standpoints":[{"holder":"actor/a","when":"2020"}],"readings":[{"fields":["standpoints[actor/a].when"]}]}}
                                                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: did you mean `basis.standpoints[actor/a].when`
            {"id":"observation/o","basis":{"readings":[{"fields":["value.low"]},{"fields":["value.most"]}]}}
                                                                  ^^^^^^^^^^^ misplaced-reading: the record has no `low`
                                                                                           ^^^^^^^^^^^^ misplaced-reading: there is no field `most` that this could be a reading of
            "#,
        );
    }

    #[test]
    fn what_other_records_have_is_not_there() {
        RULE.finds(
            r#"
            {"id":"place/p","basis":{"readings":[{"fields":["country","within"]}]}}
                                                            ^^^^^^^^^ misplaced-reading: the record has no `country`
                                                                      ^^^^^^^^ misplaced-reading: the record has no `within`
            {"id":"event/g","basis":{"standpoints":[{"holder":"actor/a"}],"readings":[{"fields":["when","basis.standpoints[actor/a].when","name"]}]}}
                                                                                                 ^^^^^^ misplaced-reading: the record has no `when`
                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: the record has no `when`
                                                                                                                                          ^^^^^^ misplaced-reading: there is no field `name`
            {"id":"place/r","basis":{"readings":[{"fields":["overlaps"]}]}}
                                                            ^^^^^^^^^^ misplaced-reading: the record has no `overlaps`
            {"id":"event/i","issues":["issue/i"],"basis":{"readings":[{"fields":["issues[issue/i]","issues[issue/k]"]}]}}
                                                                                                   ^^^^^^^^^^^^^^^^^ misplaced-reading: the record has no `issue/k` in its `issues`
            {"id":"actor/b","basis":{"readings":[{"fields":["seat"]}]}}
                                                            ^^^^^^ misplaced-reading: the record has no `seat`
            {"id":"actor/c","aliases":[{"text":"Reds"}],"basis":{"readings":[{"fields":["aliases[Reds]","aliases[REDS]"]}]}}
                                                                                                        ^^^^^^^^^^^^^^^ misplaced-reading: the record has no `REDS` in its `aliases`
            {"id":"actor/a","codes":[{"scheme":"s","value":"1"}],"basis":{"readings":[{"fields":["codes[s]","codes[t]"]}]}}
                                                                                                            ^^^^^^^^^^ misplaced-reading: the record has no `t` in its `codes`
            {"id":"event/h","places":[{"place":"place/p"}],"basis":{"readings":[{"fields":["places[place/p]","places[place/q]"]}]}}
                                                                                                             ^^^^^^^^^^^^^^^^^ misplaced-reading: the record has no `place/q` in its `places`
            "#,
        );
    }

    #[test]
    fn choosing_a_word_is_no_reading() {
        RULE.finds(
            r#"
            {"id":"event/e","participants":[{"actor":"actor/a"}],"basis":{"readings":[{"fields":["type","participants[actor/a].role"]}]}}
                                                                                                 ^^^^^^ misplaced-reading: choosing a word for `type` is no reading
                                                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: choosing a word for `role` is no reading
            {"id":"place/p","country":"AFG","basis":{"readings":[{"fields":["country"]}]}}
            "#,
        );
    }

    #[test]
    fn the_name_and_the_words_of_a_record_are_no_facts() {
        RULE.finds(
            r#"
            {"id":"event/e","title":"A raid","note":"So it is.","basis":{"readings":[{"fields":["id","kind","title","note","basis.evidence"]}]}}
                                                                                                ^^^^ misplaced-reading: `id` holds no fact
                                                                                                     ^^^^^^ misplaced-reading: `kind` holds no fact
                                                                                                            ^^^^^^^ misplaced-reading: `title` holds no fact
                                                                                                                    ^^^^^^ misplaced-reading: `note` holds no fact
                                                                                                                           ^^^^^^^^^^^^^^^^ misplaced-reading: `evidence` holds no fact
            "#,
        );
    }

    #[test]
    fn a_condition_is_named_by_what_it_is_on() {
        RULE.finds(
            r#"
            {"id":"event/e","occurrence":"planned","conditions":[{"type":"if","on":["event/x","event/f"],"once":"done"}],"basis":{"readings":[{"fields":["conditions[event/f]","conditions[event/g]","conditions[event/x].once"]}]}}
                                                                                                                                                                               ^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: the record has no `event/g` in its `conditions`
                                                                                                                                                                                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^ misplaced-reading: choosing a word for `once` is no reading
            "#,
        );
    }

    #[test]
    fn what_the_record_has_may_be_read_in() {
        RULE.finds(
            r#"
            {"id":"event/e","when":"2020","participants":[{"actor":"actor/a"}],"places":[{"place":"place/p"}],"basis":{"readings":[{"fields":["when","participants[actor/a]","participants[actor/a].actor","places[place/p]"]}]}}
            {"id":"event/f","follows":["event/e"],"basis":{"standpoints":[{"holder":"actor/a","when":"2020"}],"readings":[{"fields":["follows[event/e]","basis.standpoints[actor/a].when"]}]}}
            {"id":"observation/o","basis":{"readings":[{"fields":["value.best"]}]}}
            {"id":"event/none"}
            "#,
        );
    }
}
