//! What to write for a value of another sort than its field takes.

use serde_json::{Number, Value, json};
use standpoint_model::{Amount, Estimate, EventOrPosition, Id, Text, shape::Form};
use standpoint_report::Change;

use super::site::{Site, inline};
use crate::diagnose::meant::{LEFT_OUT, did_you_mean_one_of, number};

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
    if value.as_str().is_some_and(|text| text.trim().is_empty()) && !site.is_required() {
        return Some(LEFT_OUT.into());
    }
    if unquoted(site, value).is_some() {
        return Some(QUOTED.into());
    }
    if let Some(two) = value.as_str().filter(|_| site.json_type() == "number").and_then(|text| two_readings(site, text))
    {
        return did_you_mean_one_of(&two.map(|number| format!("`{number}`")));
    }
    if let Some(meant) = meant(site, value).and_then(|value| shown(&value)) {
        return Some(with_unit(format!("write `{meant}`"), site, value));
    }
    match (site.json_type(), value) {
        ("string", Value::Array(items)) if items.len() > 1 => Some("one may stand here, not several".into()),
        // What the field's type says to the same value in quotation marks.
        ("string", Value::Number(number)) => (site.lexical()?.help)(&number.to_string().into()),
        ("number", _) if site.is_in("Estimate") => {
            if whole_unit(value).is_some() {
                return whole_unit(value);
            }
            let words = || Text::new(value.as_str()?).ok().map(Estimate::worded);
            let whole = estimate(value).map(|estimate| on_its_side(site, estimate)).or_else(words);
            Some(match whole.as_ref().and_then(as_json).and_then(|value| shown(&value)) {
                Some(estimate) => with_unit(format!("write the whole estimate as `{estimate}`"), site, value),
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
        _ if unquoted(site, value).is_some() => Some(Change::Replace(value.as_str()?.trim().to_owned())),
        (_, Value::String(text)) if text.trim().is_empty() => without_blank(site, value),
        ("integer" | "number", Value::String(text)) if two_readings(site, text).is_none() => {
            let number: Number = serde_json::from_str(text.trim()).ok()?;
            fits(site, &Value::Number(number)).then(|| Change::Replace(text.trim().to_owned()))
        }
        _ => None,
    }
}

/// The two numbers that a text may be, with a point between its thousands or before a fraction, if the site takes both.
fn two_readings(site: Site<'_>, text: &str) -> Option<[String; 2]> {
    let takes = |number: &String| serde_json::from_str(number).is_ok_and(|number| fits(site, &Value::Number(number)));
    number::two_readings(text).filter(|two| two.iter().all(takes))
}

/// What becomes of a text that holds nothing, where the field says no more without it.
pub(super) fn without_blank(site: Site<'_>, value: &Value) -> Option<Change> {
    let is_blank = value.as_str().is_some_and(|text| text.trim().is_empty());
    (is_blank && site.name().is_some() && !site.is_required() && site.implied().is_none()).then_some(Change::Remove)
}

/// What tables make of lists and objects, whose cells hold texts alone.
const QUOTED: &str = "write it without the quotation marks around it, and without the backslashes: a program for tables made a text of it";

/// The list or the object that a text holds as JSON, where one belongs.
pub(super) fn unquoted(site: Site<'_>, value: &Value) -> Option<Value> {
    let json: Value = serde_json::from_str(value.as_str()?).ok()?;
    match site.json_type() {
        "array" => json.is_array(),
        "object" => json.is_object(),
        _ => false,
    }
    .then_some(json)
}

/// The help, and where the unit of a quantity is said.
fn with_unit(help: String, site: Site<'_>, value: &Value) -> String {
    let is_quantity = site.is_in("Estimate") || site.is_of("Estimate");
    match value.as_str().filter(|_| is_quantity).and_then(number::quantity).and_then(|quantity| quantity.unit) {
        Some(unit) => format!("{help}, and `\"unit\": \"{unit}\"` beside the `value`"),
        None => help,
    }
}

/// What to write for a number beside which something stands that is no unit.
fn whole_unit(value: &Value) -> Option<String> {
    let text = value.as_str().filter(|text| number::quantity(text).is_none())?;
    let number = serde_json::to_value(number::only_number(text)?).ok()?;
    Some(format!(
        "write `{number}`, and what it counts or measures beside the `value`, as in `\"unit\": \"USD\"` or `\"unit\": \"{{houses}}\"`"
    ))
}

/// A single figure as the bound as which it is written: what is about the least is not about the best.
fn on_its_side(site: Site<'_>, estimate: Estimate) -> Estimate {
    let Some(best) = estimate.best().filter(|_| estimate.low().is_none() && estimate.high().is_none()) else {
        return estimate;
    };
    let figures = match site.name() {
        Some("low") => [Some(best), None, None],
        Some("high") => [None, None, Some(best)],
        _ => return estimate,
    };
    Estimate::new(figures, estimate.is_approximate(), None).unwrap_or(estimate)
}

/// A value as the help shows it, if it is not too long for that.
fn shown(value: &Value) -> Option<String> {
    Some(inline(value)).filter(|text| text.len() <= SHOWN)
}

/// The value that was meant, if the field takes it.
pub(super) fn meant(site: Site<'_>, value: &Value) -> Option<Value> {
    let meant = match (site.json_type(), value) {
        ("array", Value::String(_) | Value::Number(_) | Value::Object(_)) => Value::Array(vec![value.clone()]),
        ("string", Value::Number(number)) => Value::String(number.to_string()),
        ("string", Value::Array(items)) => <&[Value; 1]>::try_from(items.as_slice()).ok()?[0].clone(),
        ("string", Value::Object(fields)) => fields.get("id")?.clone(),
        ("integer", Value::String(text)) => exact(&number::estimate(text)?)?,
        ("number", Value::String(text)) => {
            let number = serde_json::from_str(text).ok().filter(Value::is_number);
            number.or_else(|| exact(&number::quantity(text)?.estimate))?
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
            let quantity = number::quantity(&value.as_str().map_or_else(|| value.to_string(), str::to_owned));
            quantity.map(|quantity| quantity.estimate)
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
pub(super) fn filled(site: Site<'_>, text: &Value) -> Option<Value> {
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
