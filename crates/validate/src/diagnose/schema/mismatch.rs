//! What to write for a value of another sort than its field takes.

use serde_json::{Number, Value, json};
use standpoint_model::{Amount, Estimate, EventOrPosition, Id, Text, shape::Form};
use standpoint_report::Change;

use super::site::{Site, inline};
use crate::diagnose::meant::number;

/// The longest value that is worth showing.
const SHOWN: usize = 200;

/// The help for `value`, whose JSON type is not the one that belongs at the site.
pub(super) fn help(site: Site<'_>, value: &Value) -> Option<String> {
    if let (Value::Null, Some(implied)) = (value, site.implied()) {
        return Some(format!("write what is meant; a field that is left out says `{implied}`"));
    }
    if value.is_null() && !site.is_required() {
        return Some("what there is nothing to say about is left out, field and all".into());
    }
    if let Some(meant) = meant(site, value).and_then(|value| shown(&value)) {
        return Some(format!("write `{meant}`"));
    }
    match (site.json_type(), value) {
        ("string", Value::Array(items)) if items.len() > 1 => Some("one may stand here, not several".into()),
        // What the field's type says to the same value in quotation marks.
        ("string", Value::Number(number)) => (site.lexical()?.help)(&number.to_string().into()),
        ("number", _) if site.is_in("Estimate") => {
            Some(match estimate(value).as_ref().and_then(as_json).and_then(|value| shown(&value)) {
                Some(estimate) => format!("write the whole estimate as `{estimate}`"),
                None => {
                    "write the number in digits; what the source says in words alone, such as \"dozens\", is `words`"
                        .into()
                }
            })
        }
        _ => filled(site, value)
            .and_then(|value| shown(&value))
            .map(|filled| format!("for example: `{filled}`"))
            .or_else(|| site.advice()),
    }
}

/// What becomes of such a value, where nothing else can be meant.
pub(super) fn change(site: Site<'_>, value: &Value) -> Option<Change> {
    match (site.json_type(), value) {
        // A field that is left out may say something that nobody meant.
        (_, Value::Null) => {
            (site.name().is_some() && !site.is_required() && site.implied().is_none()).then_some(Change::Remove)
        }
        ("integer" | "number", Value::String(text)) => {
            let number: Number = serde_json::from_str(text.trim()).ok()?;
            fits(site, &Value::Number(number)).then(|| Change::Replace(text.trim().to_owned()))
        }
        _ => None,
    }
}

/// A value as the help shows it, if it is not too long for that.
fn shown(value: &Value) -> Option<String> {
    Some(inline(value)).filter(|text| text.len() <= SHOWN)
}

/// The value that was meant, if the field takes it.
fn meant(site: Site<'_>, value: &Value) -> Option<Value> {
    let meant = match (site.json_type(), value) {
        ("array", Value::String(_) | Value::Number(_) | Value::Object(_)) => Value::Array(vec![value.clone()]),
        ("string", Value::Number(number)) => Value::String(number.to_string()),
        ("string", Value::Array(items)) => <&[Value; 1]>::try_from(items.as_slice()).ok()?[0].clone(),
        ("string", Value::Object(fields)) => fields.get("id")?.clone(),
        ("integer", Value::String(text)) => exact(&number::estimate(text)?)?,
        ("number", Value::String(text)) => {
            let number = serde_json::from_str(text).ok().filter(Value::is_number);
            number.or_else(|| exact(&number::estimate(text)?))?
        }
        ("boolean", Value::String(text)) => match text.to_lowercase().as_str() {
            "true" | "yes" => true.into(),
            "false" | "no" => false.into(),
            _ => return None,
        },
        ("boolean", Value::Number(number)) => match number.as_u64()? {
            0 => false.into(),
            1 => true.into(),
            _ => return None,
        },
        ("object", Value::String(text)) if site.is_of("Estimate") => {
            let worded = || Text::new(text).ok().map(Estimate::worded);
            as_json(&estimate(value).or_else(worded)?)?
        }
        ("object", _) if site.is_of("Estimate") => as_json(&estimate(value)?)?,
        _ => return None,
    };
    fits(site, &meant).then_some(meant)
}

/// The number, where an estimate is nothing but one.
fn exact(estimate: &Estimate) -> Option<Value> {
    let best = estimate.best().filter(|best| *estimate == Estimate::exact(*best))?;
    serde_json::to_value(best).ok()
}

fn as_json(estimate: &Estimate) -> Option<Value> {
    serde_json::to_value(estimate).ok()
}

/// The estimate that a number, a text or a list of two numbers is.
fn estimate(value: &Value) -> Option<Estimate> {
    match value {
        Value::Number(number) if number.as_u64().is_none() => {
            Some(Estimate::exact(Amount::new(number.as_f64()?).ok()?))
        }
        Value::Number(_) | Value::String(_) => {
            number::estimate(&value.as_str().map_or_else(|| value.to_string(), str::to_owned))
        }
        Value::Array(ends) => match ends.as_slice() {
            [low, high] if low.is_number() && high.is_number() => number::estimate(&format!("{low}-{high}")),
            _ => None,
        },
        _ => None,
    }
}

/// The object that the schema gives as an example, or a list of one, with the text in the first of its fields that takes
/// it.
fn filled(site: Site<'_>, text: &Value) -> Option<Value> {
    if let Some(item) = site.item() {
        return Some(Value::Array(vec![filled(item, text)?]));
    }
    let takes = |name: &&str| site.field(name).is_some_and(|field| field.json_type() == "string" && fits(field, text));
    // A condition is on records, or told in words: neither field has to be there.
    if let Some(words) = text.as_str().filter(|_| site.is_of("Condition")) {
        let is_trigger = Id::<EventOrPosition>::new(words).is_ok();
        return Some(if is_trigger {
            json!({ "type": "if", "on": [text] })
        } else {
            json!({ "type": "if", "words": text })
        });
    }
    let name = site.required_fields().find(takes).filter(|_| text.is_string())?;
    let mut example = site.example()?;
    example.as_object_mut()?.insert(name.to_owned(), text.clone());
    Some(example)
}

/// Whether the model's type, if there is one, takes the value, and its items theirs.
fn fits(site: Site<'_>, value: &Value) -> bool {
    let refused = site.lexical().is_some_and(|lexical| (lexical.refuse)(value).is_some());
    let is_word = match (site.value_type().map(|of| &of.form), value) {
        (Some(Form::Word(vocabulary)), Value::String(text)) => vocabulary.words.iter().any(|known| known.word == *text),
        _ => true,
    };
    let items_fit = match (site.item(), value) {
        (Some(item), Value::Array(items)) => items.iter().all(|value| fits(item, value)),
        _ => true,
    };
    let same_type = match site.json_type() {
        "string" => value.is_string(),
        "object" => value.is_object(),
        _ => true,
    };
    !refused && is_word && items_fit && same_type
}
