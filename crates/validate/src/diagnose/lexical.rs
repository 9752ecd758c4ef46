//! The definitions of the schemas that have a type of their own in the model, which refuses more than a schema can.

use serde::de::DeserializeOwned;
use serde_json::Value;
use standpoint_model as model;
use standpoint_report::{Change, Code};

use crate::{
    codes,
    diagnose::meant::{self, did_you_mean},
};

/// A definition whose values one of the model's types checks.
pub(crate) struct Lexical {
    /// The name of the definition in the schemas.
    pub(crate) definition: &'static str,
    /// The code of a value that the type refuses.
    pub(crate) code: &'static Code,
    /// Why the type refuses a value, if it does.
    pub(crate) refuse: fn(&Value) -> Option<String>,
    /// What to write instead.
    pub(crate) help: fn(&Value) -> Option<String>,
    /// What most of its values look like.
    pub(crate) form: Form,
    /// The only thing that a text without blanks around it can mean, if the type refuses it for its form.
    only: fn(&str) -> Option<String>,
    /// What names the record that a text may mean, if it names one: its kind, a slash and a name.
    pub(crate) record: fn(&str) -> Option<String>,
}

/// What the fast path can tell at sight. Of what it cannot tell it asks the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// Prose.
    Text,
    /// A short name.
    Slug,
    /// Hexadecimal digits.
    Digest,
    /// An EDTF date.
    Date,
    /// A whole number from 0.
    Count,
    /// A number from 0, whole or not.
    Amount,
    /// An object whose type checks its fields against one another, and always accepts numbers that ascend.
    Ascending,
    /// Something else.
    Other,
}

const CITE: &str = "let `standpoint cite` print the span of the words in the text";

const DEGREES: &str =
    "the latitude says how far north, -90 to 90; the longitude how far east, -180 to 180: are they exchanged?";

const A_DIGIT: &str = "is there a digit too many?";

/// The help for a number that is no latitude. One that can be a longitude is mostly that.
fn latitude(value: &Value) -> String {
    match value.as_f64().filter(|degrees| degrees.abs() <= 180.0) {
        Some(degrees) => {
            format!("if the two are exchanged, write `\"longitude\": {degrees}`, and the other number as the latitude")
        }
        None => DEGREES.into(),
    }
}

static LEXICAL: &[Lexical] = &[
    row::<model::Edtf>("Edtf", &codes::INVALID_DATE, |value| Some(meant::date::help(value.as_str()?)))
        .of_form(Form::Date)
        .only(meant::date::only),
    row::<model::CountryCode>("CountryCode", &codes::UNKNOWN_COUNTRY, |value| {
        Some(meant::country::help(value.as_str()?))
    })
    .only(meant::country::only),
    row::<model::LanguageTag>("LanguageTag", &codes::UNKNOWN_LANGUAGE, |value| {
        Some(meant::language::help(value.as_str()?))
    })
    .only(meant::language::only),
    row::<model::License>("License", &codes::UNKNOWN_LICENSE, |value| Some(meant::license::help(value.as_str()?))),
    row::<model::Text>("Text", &codes::INVALID_TEXT, text).of_form(Form::Text),
    row::<model::Slug>("Slug", &codes::INVALID_FORMAT, |value| {
        Some(meant::id::slug(value.as_str()?)).filter(|slug| !slug.is_empty()).map(did_you_mean)
    })
    .of_form(Form::Slug),
    row::<model::WebAddress>("WebAddress", &codes::INVALID_FORMAT, |value| Some(meant::address::help(value.as_str()?)))
        .only(meant::address::only),
    row::<model::Sha256>("Sha256", &codes::INVALID_FORMAT, digest).of_form(Form::Digest),
    row::<model::Version>("Version", &codes::INVALID_FORMAT, version),
    row::<model::Count>("Count", &codes::NUMBER_OUT_OF_RANGE, |value| {
        Some(if value.as_f64()? < 0.0 { "what is counted is never less than none" } else { A_DIGIT }.into())
    })
    .of_form(Form::Count),
    row::<model::Amount>("Amount", &codes::NUMBER_OUT_OF_RANGE, |value| {
        Some(if value.as_f64()? < 0.0 { "what is counted or measured is never less than none" } else { A_DIGIT }.into())
    })
    .of_form(Form::Amount),
    row::<model::Rank>("Rank", &codes::NUMBER_OUT_OF_RANGE, |value| {
        Some(if value.as_f64()? < 1.0 { "the first has the rank 1" } else { A_DIGIT }.into())
    }),
    row::<model::Duration>("Duration", &codes::INVALID_FORMAT, |value| Some(meant::duration::help(value.as_str()?))),
    row::<model::Unit>("Unit", &codes::INVALID_FORMAT, |value| Some(meant::unit::help(value.as_str()?))),
    row::<model::CodingScheme>("CodingScheme", &codes::INVALID_FORMAT, |_| {
        Some("write the dataset, a slash and its column, as in `ucdp-ged/type_of_violence`".into())
    }),
    row::<model::FieldPath>("FieldPath", &codes::INVALID_FORMAT, |_| {
        Some(
            "write the name of the field, as in `when`; an item of a list by its id, as in `participants[actor/x]`"
                .into(),
        )
    }),
    row::<model::MediaType>("MediaType", &codes::INVALID_FORMAT, |_| Some("for example: `application/pdf`".into())),
    row::<model::Longitude>("Longitude", &codes::NUMBER_OUT_OF_RANGE, |_| Some(DEGREES.into())),
    row::<model::Latitude>("Latitude", &codes::NUMBER_OUT_OF_RANGE, |value| Some(latitude(value))),
    row::<model::Estimate>("Estimate", &codes::ESTIMATE_ORDER, |value| Some(estimate(value))).of_form(Form::Ascending),
    row::<model::Span>("Span", &codes::REVERSED_SPAN, |_| Some(CITE.into())).of_form(Form::Ascending),
    id::<model::Manifest>("DatasetId"),
    id::<model::Source>("SourceId"),
    id::<model::Actor>("ActorId"),
    id::<model::Place>("PlaceId"),
    id::<model::Event>("EventId"),
    id::<model::Relationship>("RelationshipId"),
    id::<model::Interest>("InterestId"),
    id::<model::Issue>("IssueId"),
    id::<model::Position>("PositionId"),
    id::<model::Observation>("ObservationId"),
    id::<model::Statement>("StatementId"),
    id::<model::Identity>("IdentityId"),
    id::<model::EventOrPosition>("EventPositionId"),
    id::<model::EventOrStatement>("EventStatementId"),
    id::<model::ActorOrPlace>("ActorPlaceId"),
    id::<model::AnyRecord>("RecordId"),
];

const fn row<T: DeserializeOwned>(
    definition: &'static str,
    code: &'static Code,
    help: fn(&Value) -> Option<String>,
) -> Lexical {
    Lexical { definition, code, refuse: refuse::<T>, help, form: Form::Other, only: |_| None, record: |_| None }
}

const fn id<K: model::Kinds>(definition: &'static str) -> Lexical {
    Lexical {
        record: meant::id::record::<K>,
        ..row::<model::Id<K>>(definition, &codes::INVALID_ID, |value| Some(meant::id::help::<K>(value.as_str()?)))
    }
}

impl Lexical {
    /// What becomes of a value that the type refuses, where nothing else can be meant.
    pub(crate) fn mended(&self, value: &Value) -> Option<Change> {
        let text = value.as_str()?.trim();
        let accepted = |text: &str| (self.refuse)(&text.into()).is_none();
        // Blanks around prose are its author's, and say nothing of what else is wrong with it.
        if accepted(text) && self.code != &codes::INVALID_TEXT {
            return Some(Change::text(text));
        }
        (self.only)(text).filter(|only| accepted(only)).map(|only| Change::text(&only))
    }

    const fn of_form(self, form: Form) -> Self {
        Self { form, ..self }
    }

    const fn only(self, only: fn(&str) -> Option<String>) -> Self {
        Self { only, ..self }
    }
}

fn refuse<T: DeserializeOwned>(value: &Value) -> Option<String> {
    T::deserialize(value).err().map(|error| error.to_string())
}

fn digest(value: &Value) -> Option<String> {
    let lower = value.as_str()?.trim().to_lowercase();
    let meant = model::Sha256::new(&lower).ok();
    meant.map(did_you_mean).or_else(|| computed("Sha256").map(str::to_owned))
}

/// The version that a string becomes with three numbers.
fn version(value: &Value) -> Option<String> {
    let text = value.as_str()?.trim().trim_start_matches(['v', 'V']);
    let whole = [text.to_owned(), format!("{text}.0"), format!("{text}.0.0")];
    let meant = whole.into_iter().find(|version| model::Version::new(version).is_ok());
    Some(did_you_mean(meant.as_deref().unwrap_or("1.0.0")))
}

/// The estimate with its ends exchanged, where that mends it; else what an estimate is.
fn estimate(value: &Value) -> String {
    let (low, high) = (value.get("low").and_then(Value::as_f64), value.get("high").and_then(Value::as_f64));
    if let (Some(low), Some(high), None) = (low, high, value.get("best"))
        && low > high
    {
        return did_you_mean(format_args!("\"low\": {high}, \"high\": {low}"));
    }
    "a single number is `best`, a range is `low` and `high`, the smaller number first; \"dozens\" is `words`; figures \
         that disagree are two observations"
        .into()
}

fn text(value: &Value) -> Option<String> {
    let blank = value.as_str()?.trim().is_empty();
    let help = if blank {
        "write something here, or leave the field out if the record can do without it"
    } else {
        "delete that character; it is invisible, and comes with text copied out of other programs"
    };
    Some(help.into())
}

/// How to come by a value that nobody writes by hand, of which an example would be of no use.
pub(crate) fn computed(definition: &str) -> Option<&'static str> {
    match definition {
        "Span" => Some(CITE),
        "Sha256" => Some("`standpoint cite` prints it with the span, `sha256sum` for a whole text"),
        "SourceText" => Some("`sha256sum` prints the digest of the text, `wc -m` its length"),
        _ => None,
    }
}

/// The row of a definition, if it has one.
pub(crate) fn by_definition(name: &str) -> Option<&'static Lexical> {
    LEXICAL.iter().find(|lexical| lexical.definition == name)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every definition of the schemas is one whose values a type checks, a vocabulary, or a plain object.
    #[test]
    fn no_definition_is_forgotten() {
        let mut named = BTreeSet::new();
        for &kind in model::Kind::ALL {
            let schema = model::schema::for_kind(kind);
            for (name, definition) in schema["$defs"].as_object().expect("every schema has definitions") {
                named.insert(name.clone());
                let plain = definition.get("enum").is_some() || definition.get("properties").is_some();
                assert!(plain || by_definition(name).is_some(), "{name} has no row");
            }
        }
        for lexical in LEXICAL {
            assert!(named.contains(lexical.definition), "{} is in no schema", lexical.definition);
        }
    }

    #[test]
    fn only_what_cannot_be_read_otherwise_is_mended() {
        let mended = |definition, value: &str| match by_definition(definition).unwrap().mended(&value.into()) {
            Some(Change::Replace(json)) => serde_json::from_str::<String>(&json).unwrap(),
            other => format!("{other:?}"),
        };
        for (definition, value, change) in [
            ("CountryCode", "Afghanistan", "AFG"),
            ("CountryCode", "AFG ", "AFG"),
            ("CountryCode", "Iran", "None"),
            ("LanguageTag", "persian ", "fa"),
            ("LanguageTag", "en ", "en"),
            ("ActorId", " actor/river-brigade\u{a0}\n", "actor/river-brigade"),
            ("ActorId", " event/velm", "None"),
            ("ActorId", "Actor/River_Brigade", "None"),
            ("WebAddress", " https://example.org/ ", "https://example.org/"),
            ("WebAddress", "www.example.org", "None"),
            ("WebAddress", "https://example.org/\u{202e}abc", "https://example.org/abc"),
            ("WebAddress", "https://example.org/100%_sure", "https://example.org/100%25_sure"),
            ("Text", "\r\nprose", "None"),
            ("Edtf", "circa 1980", "1980~"),
            ("Edtf", " 1980 ", "1980"),
            ("Edtf", "12/05/2021", "None"),
            ("Slug", "Peace talks!", "None"),
            ("License", "CC BY 4.0", "None"),
            ("Version", "v1.0", "None"),
        ] {
            assert_eq!(mended(definition, value), change, "{definition} {value:?}");
        }
    }

    #[test]
    fn help_is_a_value_that_the_type_accepts() {
        let help = |definition, value: &str| (by_definition(definition).unwrap().help)(&value.into());
        let meant = |word: &str| Some(did_you_mean(word));
        assert_eq!(help("Slug", "Peace talks!"), meant("peace-talks"));
        assert_eq!(help("Version", "v1.0"), meant("1.0.0"));
        let digest = "E4DC7286624B6177EF193B483DA843792FE5530410FA258DA7ECDE58C394C19C";
        assert_eq!(help("Sha256", digest), meant(&digest.to_lowercase()));
    }
}
