//! From what people write for a field to its value.

use serde_json::{Map, Value};
use standpoint_model::{
    Kind,
    shape::{Field, Form, Type},
};

use super::value::value_as_written;

/// Gives the id of the record that a name means, of one of these kinds, or says why it cannot.
pub type Resolve<'r> = dyn Fn(&[Kind], &str) -> Result<String, String> + 'r;

/// The value of a field that is written so; of a list, an item a text. `resolve` finds the records that are named.
///
/// An object of two fields, one of them a word, may be written with an equals sign between them: `initiator=Northern Front`.
///
/// ```
/// use standpoint_model::{Kind, shape::Shape};
/// use standpoint_validate::field_value;
///
/// let participants = Shape::of(Kind::Event).object.field("participants").ok_or("no such field")?;
/// let resolve = |_: &[Kind], name: &str| Ok(format!("actor/{}", name.to_lowercase()));
/// let value = field_value(participants, &["initiator=Front"], &resolve)?;
/// assert_eq!(value, serde_json::json!([{ "actor": "actor/front", "role": "initiator" }]));
/// # Ok::<(), String>(())
/// ```
///
/// # Errors
///
/// The help for a value that is not right, in a sentence.
pub fn field_value(field: &Field, texts: &[impl AsRef<str>], resolve: &Resolve<'_>) -> Result<Value, String> {
    let mut values = texts.iter().map(|text| value_of(&field.r#type, text.as_ref().trim(), resolve));
    if field.is_list {
        return values.collect::<Result<Vec<_>, _>>().map(Value::Array);
    }
    match (values.next(), values.next()) {
        (Some(value), None) => value,
        _ => Err("give it once".into()),
    }
}

fn value_of(of: &Type, text: &str, resolve: &Resolve<'_>) -> Result<Value, String> {
    if let Form::Id(kinds) = &of.form {
        return resolve(kinds, text).map(Value::from);
    }
    match of.pair() {
        Some((word, thing)) if !text.starts_with('{') => {
            let (before, after) = text.split_once('=').ok_or_else(|| {
                let example = value_as_written(&word.r#type, "").err().unwrap_or_default();
                format!("write it as {}. Of `{}`, {example}", placeholder(of), word.name)
                    .trim_end_matches(", ")
                    .to_owned()
            })?;
            let mut object = Map::new();
            for (field, text) in [(thing, after), (word, before)] {
                object.insert(field.name.clone(), value_of(&field.r#type, text.trim(), resolve)?);
            }
            Ok(object.into())
        }
        _ => value_as_written(of, text),
    }
}

/// The word that stands for a value of a type in a help: `DATE`, `ACTOR`, `ROLE=ACTOR`.
///
/// ```
/// use standpoint_model::{Kind, shape::Shape};
/// use standpoint_validate::placeholder;
///
/// let fields = Shape::of(Kind::Event).fields();
/// let all: Vec<String> = fields.iter().map(|field| format!("{} {}", field.name, placeholder(&field.r#type))).collect();
/// for expected in ["title TEXT", "type WORD", "when DATE", "places ROLE=PLACE", "codes SCHEME=TEXT", "caused_by EVENT|STATEMENT"] {
///     assert!(all.iter().any(|line| line == expected), "{expected}: {all:?}");
/// }
/// ```
pub fn placeholder(of: &Type) -> String {
    if let Some((word, thing)) = of.pair() {
        return format!("{}={}", word.name.to_uppercase(), placeholder(&thing.r#type));
    }
    match &of.form {
        Form::Id(kinds) if kinds.len() > 3 => "RECORD".into(),
        Form::Id(kinds) => kinds.iter().map(|kind| kind.as_str().to_uppercase()).collect::<Vec<_>>().join("|"),
        Form::Date => "DATE".into(),
        Form::Word(_) if of.name == "CountryCode" => "COUNTRY".into(),
        Form::Word(_) => "WORD".into(),
        Form::Object(_) if of.name == "Estimate" => "QUANTITY".into(),
        Form::Object(_) => "JSON".into(),
        Form::Integer { .. } | Form::Number { .. } => "NUMBER".into(),
        Form::Boolean => "yes|no".into(),
        Form::WebAddress => "IRI".into(),
        Form::Text | Form::String => "TEXT".into(),
        Form::Token => of.name.to_uppercase(),
    }
}

#[cfg(test)]
mod tests {
    use standpoint_model::shape::Shape;

    use super::*;

    fn value(kind: Kind, name: &str, texts: &[&str]) -> Result<Value, String> {
        let record = &Shape::of(kind).object;
        let Form::Object(basis) = &record.field("basis").unwrap().r#type.form else { unreachable!() };
        let field = record.field(name).or_else(|| basis.field(name)).unwrap();
        field_value(field, texts, &|kinds, name| {
            if name == "?" { Err("which?".into()) } else { Ok(format!("{}/{name}", kinds[0])) }
        })
    }

    #[test]
    fn lists_and_pairs_are_written_in_words() {
        use serde_json::json;
        for (kind, name, texts, expected) in [
            (Kind::Event, "places", &["site=kabul"][..], json!([{ "place": "place/kabul", "role": "site" }])),
            (Kind::Event, "follows", &["a", "b"], json!(["event/a", "event/b"])),
            (Kind::Actor, "aliases", &["abbreviation=NF"], json!([{ "text": "NF", "type": "abbreviation" }])),
            (Kind::Actor, "codes", &["wikidata=Q1"], json!([{ "scheme": "wikidata", "value": "Q1" }])),
            (
                Kind::Event,
                "participants",
                &[r#"{"actor":"actor/a","role":"party","side":"a"}"#],
                json!([{ "actor": "actor/a", "role": "party", "side": "a" }]),
            ),
            (Kind::Observation, "modality", &["Estimated"], json!("estimated")),
        ] {
            assert_eq!(value(kind, name, texts), Ok(expected), "{texts:?}");
        }
    }

    #[test]
    fn what_cannot_be_taken_is_told_what_to_write() {
        let help = |kind, name, texts: &[&str]| value(kind, name, texts).unwrap_err();
        assert!(
            help(Kind::Event, "places", &["Kabul"])
                .starts_with("write it as ROLE=PLACE. Of `role`, the words are `site`")
        );
        assert!(help(Kind::Event, "participants", &["attacker=a"]).starts_with("did you mean `initiator`?"));
        assert_eq!(help(Kind::Event, "participants", &["party=?"]), "which?");
        assert_eq!(help(Kind::Event, "title", &["a", "b"]), "give it once");
    }
}
