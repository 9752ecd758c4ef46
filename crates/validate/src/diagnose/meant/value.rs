//! From values as people write them to those of fields.

use serde_json::Value;
use standpoint_model::{
    CountryCode, Duration, LanguageTag, Unit,
    shape::{Form, Type, Vocabulary},
};

use super::{
    country, date, did_you_mean, did_you_mean_one_of, digit::plain_digit, duration, language, number, unit, word,
};

/// The value of a type that `text` says, as people write it, or else what to write: `early 2015` is the date `2015-37`, `about 180` an
/// estimate, `Armed group` the word `armed-group`.
///
/// What may mean several things is refused, with all of them. Objects are written as JSON, but for estimates; `words=dozens` is one
/// without a number.
///
/// ```
/// use standpoint_model::{Kind, shape::Shape};
/// use standpoint_validate::value_as_written;
///
/// let event = &Shape::of(Kind::Event).object;
/// let when = &event.field("when").ok_or("no such field")?.r#type;
/// assert_eq!(value_as_written(when, "10 avril 1998"), Ok("1998-04-10".into()));
/// assert!(value_as_written(when, "7/11/2015").is_err_and(|help| help.contains("`2015-07-11`")));
/// # Ok::<(), &str>(())
/// ```
///
/// # Errors
///
/// What to write instead, in a sentence.
pub fn value_as_written(of: &Type, text: &str) -> Result<Value, String> {
    let text = text.trim();
    match &of.form {
        Form::Date => date::as_written(text).map(Value::from),
        Form::Word(_) if of.name == "CountryCode" => country_code(text).map(Value::from),
        Form::Word(vocabulary) => known_word(vocabulary, text).map(Value::from),
        Form::Object(_) if of.name == "Estimate" => estimate(text),
        Form::Object(_) => match serde_json::from_str(text) {
            Ok(Value::Object(fields)) => Ok(fields.into()),
            _ => Err(format!("write a JSON object, such as `{}`", of.example().unwrap_or_default())),
        },
        Form::Boolean => match text.to_lowercase().as_str() {
            "true" | "yes" | "1" => Ok(true.into()),
            "false" | "no" | "0" => Ok(false.into()),
            _ => Err("write `yes` or `no`".into()),
        },
        Form::Integer { minimum, maximum } => {
            let plain: String = text.replace([',', '\u{A0}'], "").chars().map(plain_digit).collect();
            let number = plain.parse().ok().filter(|n| (minimum..=maximum).contains(&n));
            number.map(|number: u64| number.into()).ok_or_else(|| format!("write a whole number, {minimum} or more"))
        }
        Form::Number { minimum, maximum } => {
            let number = text.parse().ok().or_else(|| number::exact(text)).filter(|n| (minimum..=maximum).contains(&n));
            number.map(|number: f64| number.into()).ok_or_else(|| format!("write a number from {minimum} to {maximum}"))
        }
        Form::Token => token(&of.name, text).map(Value::from),
        Form::Id(_) | Form::Text | Form::WebAddress | Form::String => Ok(text.into()),
    }
}

/// A string with rules of its own, as far as there is more to say of it than that it is none.
fn token<'t>(name: &str, text: &'t str) -> Result<&'t str, String> {
    let (is_right, help): (bool, fn(&str) -> String) = match name {
        "Unit" => (Unit::new(text).is_ok(), unit::help),
        "Duration" => (Duration::new(text).is_ok(), duration::help),
        "LanguageTag" => (LanguageTag::new(text).is_ok(), language::help),
        _ => return Ok(text),
    };
    if is_right { Ok(text) } else { Err(help(text)) }
}

fn country_code(text: &str) -> Result<String, String> {
    let upper = text.to_uppercase();
    let code = CountryCode::new(&upper).map(|_| upper).ok();
    code.or_else(|| country::only(text)).ok_or_else(|| country::help(text))
}

fn known_word(vocabulary: &Vocabulary, text: &str) -> Result<String, String> {
    let words = || vocabulary.words.iter().map(|word| word.word.as_str());
    let written = text.replace([' ', '_'], "-");
    if let Some(word) = word::same_word(&written, words()) {
        return Ok(word.to_owned());
    }
    let all: Vec<String> = words().map(|word| format!("`{word}`")).collect();
    let meant = word::nearest(text, words()).map(|word| did_you_mean(word) + " ").unwrap_or_default();
    Err(format!("{meant}the words are {}", all.join(", ")))
}

fn estimate(text: &str) -> Result<Value, String> {
    if let Some(words) = text.strip_prefix("words=") {
        return Ok(serde_json::json!({ "words": words }));
    }
    if let Some(readings) = number::two_readings(text) {
        return Err(did_you_mean_one_of(&readings.map(|number| format!("`{number}`"))).unwrap_or_default());
    }
    let estimate = number::estimate(text).and_then(|estimate| serde_json::to_value(estimate).ok());
    estimate.ok_or_else(|| {
        "write a number that the source gives, as in `180`, `about 180`, `at least 20` or `20-30`; where it gives none, write its \
         words, as in `words=dozens`"
            .into()
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use standpoint_model::{Kind, shape::Shape};

    use super::*;

    fn written(kind: Kind, field: &str, text: &str) -> Result<Value, String> {
        value_as_written(&Shape::of(kind).object.field(field).unwrap().r#type, text)
    }

    #[test]
    fn values_are_taken_as_people_write_them() {
        for (kind, field, text, expected) in [
            (Kind::Actor, "type", "Armed group", json!("armed-group")),
            (Kind::Actor, "country", "afghanistan", json!("AFG")),
            (Kind::Actor, "country", "afg", json!("AFG")),
            (Kind::Observation, "value", "about 1,200", json!({ "best": 1200, "approximate": true })),
            (Kind::Observation, "value", "between 20 and 30", json!({ "low": 20, "high": 30 })),
            (Kind::Observation, "value", "at least ۲۰", json!({ "low": 20 })),
            (Kind::Observation, "value", "words=dozens", json!({ "words": "dozens" })),
            (Kind::Relationship, "head", "yes", json!(true)),
            (Kind::Interest, "rank", "2", json!(2)),
            (Kind::Interest, "rank", "۲", json!(2)),
        ] {
            assert_eq!(written(kind, field, text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_refused_is_told_what_to_write() {
        for (kind, field, text, expected) in [
            (Kind::Event, "type", "airstrike", "did you mean `bombardment`? the words are `attack`, "),
            (Kind::Actor, "country", "Congo", "did you mean `COG`"),
            (Kind::Observation, "value", "dozens", "write a number that the source gives"),
            (Kind::Observation, "value", "1.200", "did you mean `1200` or `1.2`?"),
            (Kind::Event, "when", "12/05/2021", "did you mean `2021-05-12` (12 May 2021) or "),
            (Kind::Relationship, "head", "maybe", "write `yes` or `no`"),
            (Kind::Interest, "rank", "0", "write a whole number, 1 or more"),
            (Kind::Observation, "unit", "dollars", "did you mean `USD`?"),
            (Kind::Actor, "language", "klingonish", ""),
            (Kind::Place, "location", "12, 5", "write a JSON object, such as `{"),
        ] {
            let help = written(kind, field, text).unwrap_err();
            assert!(help.starts_with(expected), "{text}: {help}");
        }
    }
}
