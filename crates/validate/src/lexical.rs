//! The definitions of the schemas that have a type of their own in the model, which refuses more than a schema can.

use serde::de::DeserializeOwned;
use serde_json::Value;
use standpoint_model as model;

use crate::{Code, code, nearest::nearest};

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
}

static LEXICAL: &[Lexical] = &[
    row::<model::Edtf>("Edtf", &code::INVALID_DATE, |_| {
        Some(
            "write a day as `2021-08-26`, a month as `2021-08`, a year as `2021`, early 2015 as `2015-37`, about 2015 as \
             `2015~`, one of two days as `[2022-04-18,2023-04-18]`"
                .into(),
        )
    }),
    row::<model::CountryCode>("CountryCode", &code::UNKNOWN_COUNTRY, |value| {
        value.as_str().and_then(country)
    }),
    row::<model::LanguageTag>("LanguageTag", &code::UNKNOWN_LANGUAGE, no_help),
    row::<model::License>("License", &code::UNKNOWN_LICENSE, no_help),
    row::<model::Text>("Text", &code::INVALID_TEXT, no_help),
    row::<model::Slug>("Slug", &code::INVALID_FORMAT, no_help),
    row::<model::WebAddress>("WebAddress", &code::INVALID_FORMAT, no_help),
    row::<model::Sha256>("Sha256", &code::INVALID_FORMAT, |_| {
        Some("`standpoint cite` prints the digest of a span".into())
    }),
    row::<model::Version>("Version", &code::INVALID_FORMAT, no_help),
    row::<model::Count>("Count", &code::NUMBER_OUT_OF_RANGE, no_help),
    row::<model::Rank>("Rank", &code::NUMBER_OUT_OF_RANGE, no_help),
    row::<model::Longitude>("Longitude", &code::NUMBER_OUT_OF_RANGE, no_help),
    row::<model::Latitude>("Latitude", &code::NUMBER_OUT_OF_RANGE, no_help),
    row::<model::Estimate>("Estimate", &code::ESTIMATE_ORDER, no_help),
    row::<model::Span>("Span", &code::REVERSED_SPAN, no_help),
    row::<model::Id<model::Manifest>>("DatasetId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Source>>("SourceId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Actor>>("ActorId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Place>>("PlaceId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Event>>("EventId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Relationship>>("RelationshipId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Interest>>("InterestId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Observation>>("ObservationId", &code::INVALID_ID, no_help),
    row::<model::Id<model::Statement>>("StatementId", &code::INVALID_ID, no_help),
    row::<model::Id<model::ActorOrEvent>>("ActorEventId", &code::INVALID_ID, no_help),
    row::<model::Id<model::ActorOrPlace>>("ActorPlaceId", &code::INVALID_ID, no_help),
    row::<model::RecordId>("RecordId", &code::INVALID_ID, no_help),
];

const fn row<T: DeserializeOwned>(
    definition: &'static str,
    code: &'static Code,
    help: fn(&Value) -> Option<String>,
) -> Lexical {
    Lexical {
        definition,
        code,
        refuse: refuse::<T>,
        help,
    }
}

fn refuse<T: DeserializeOwned>(value: &Value) -> Option<String> {
    T::deserialize(value).err().map(|error| error.to_string())
}

/// The country whose code or name is most like `word`.
fn country(word: &str) -> Option<String> {
    let named = |name: &str| model::CountryCode::all().find(|country| country.name() == name);
    let country = model::CountryCode::all()
        .find(|country| country.alpha2().eq_ignore_ascii_case(word) || country.as_str().eq_ignore_ascii_case(word))
        .or_else(|| nearest(word, model::CountryCode::all().map(|country| country.name())).and_then(named))?;
    Some(format!("did you mean `{country}` ({})?", country.name()))
}

fn no_help(_: &Value) -> Option<String> {
    None
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
            assert!(
                named.contains(lexical.definition),
                "{} is in no schema",
                lexical.definition
            );
        }
    }
}
