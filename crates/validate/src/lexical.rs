//! The definitions of the schemas that have a type of their own in the model, which refuses more than a schema can.

use serde::de::DeserializeOwned;
use serde_json::Value;
use standpoint_model as model;

use crate::{Code, code, finding::Change, plain_date};

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
    /// The only thing that a text without blanks around it can mean, if the type refuses it for its form.
    only: fn(&str) -> Option<String>,
    /// What most of its values look like.
    pub(crate) form: Form,
}

/// What the fast path can tell at sight. Of what it cannot tell it asks the type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// An id of one of these kinds.
    Id(&'static [model::Kind]),
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
    /// Something else.
    Other,
}

const CITE: &str = "let `standpoint cite` print the span of the words in the text";

const DEGREES: &str =
    "the latitude says how far north, -90 to 90; the longitude how far east, -180 to 180: are they exchanged?";

static LEXICAL: &[Lexical] = &[
    row::<model::Edtf>("Edtf", &code::INVALID_DATE, |value| Some(date(value.as_str()?)))
        .of_form(Form::Date)
        .only(plain_date::only_reading),
    row::<model::CountryCode>("CountryCode", &code::UNKNOWN_COUNTRY, |value| value.as_str().and_then(country))
        .only(only_country),
    row::<model::LanguageTag>("LanguageTag", &code::UNKNOWN_LANGUAGE, |value| value.as_str().and_then(language))
        .only(only_language),
    row::<model::License>("License", &code::UNKNOWN_LICENSE, license),
    row::<model::Text>("Text", &code::INVALID_TEXT, text).of_form(Form::Text),
    row::<model::Slug>("Slug", &code::INVALID_FORMAT, |value| did_you_mean(&slug(value.as_str()?))).of_form(Form::Slug),
    row::<model::WebAddress>("WebAddress", &code::INVALID_FORMAT, |_| {
        Some("copy the whole address from the browser, such as `https://example.org/report`".into())
    }),
    row::<model::Sha256>("Sha256", &code::INVALID_FORMAT, |_| Some(CITE.into())).of_form(Form::Digest),
    row::<model::Version>("Version", &code::INVALID_FORMAT, no_help),
    row::<model::Count>("Count", &code::NUMBER_OUT_OF_RANGE, no_help).of_form(Form::Count),
    row::<model::Rank>("Rank", &code::NUMBER_OUT_OF_RANGE, no_help),
    row::<model::Longitude>("Longitude", &code::NUMBER_OUT_OF_RANGE, |_| Some(DEGREES.into())),
    row::<model::Latitude>("Latitude", &code::NUMBER_OUT_OF_RANGE, |_| Some(DEGREES.into())),
    row::<model::Estimate>("Estimate", &code::ESTIMATE_ORDER, |_| {
        Some(
            "a single number is `best`, a range is `low` and `high`, the smaller number first; figures that disagree \
             are two observations"
                .into(),
        )
    }),
    row::<model::Span>("Span", &code::REVERSED_SPAN, |_| Some(CITE.into())),
    id::<model::Manifest>("DatasetId"),
    id::<model::Source>("SourceId"),
    id::<model::Actor>("ActorId"),
    id::<model::Place>("PlaceId"),
    id::<model::Event>("EventId"),
    id::<model::Relationship>("RelationshipId"),
    id::<model::Interest>("InterestId"),
    id::<model::Observation>("ObservationId"),
    id::<model::Statement>("StatementId"),
    id::<model::ActorOrEvent>("ActorEventId"),
    id::<model::ActorOrPlace>("ActorPlaceId"),
    id::<model::AnyRecord>("RecordId"),
];

const fn row<T: DeserializeOwned>(
    definition: &'static str,
    code: &'static Code,
    help: fn(&Value) -> Option<String>,
) -> Lexical {
    Lexical { definition, code, refuse: refuse::<T>, help, only: |_| None, form: Form::Other }
}

const fn id<K: model::Kinds>(definition: &'static str) -> Lexical {
    row::<model::Id<K>>(definition, &code::INVALID_ID, id_help::<K>).of_form(Form::Id(K::KINDS))
}

impl Lexical {
    /// What becomes of a value that the type refuses, where nothing else can be meant.
    pub(crate) fn meant(&self, value: &Value) -> Option<Change> {
        let text = value.as_str()?.trim();
        let accepted = |text: &str| (self.refuse)(&text.into()).is_none();
        // Blanks around prose are its author's, and say nothing of what else is wrong with it.
        if accepted(text) && self.code != &code::INVALID_TEXT {
            return Some(Change::text(text));
        }
        (self.only)(text).filter(|only| accepted(only)).map(|only| Change::text(&only))
    }

    const fn only(self, only: fn(&str) -> Option<String>) -> Self {
        Self { only, ..self }
    }

    const fn of_form(self, form: Form) -> Self {
        Self { form, ..self }
    }
}

fn refuse<T: DeserializeOwned>(value: &Value) -> Option<String> {
    T::deserialize(value).err().map(|error| error.to_string())
}

/// The dates that were meant, if they can be read; else the forms that dates have.
fn date(text: &str) -> String {
    match &plain_date::readings(text)[..] {
        [] => "write a day as `2021-08-26`, a month as `2021-08`, a year as `2021`, early 2015 as `2015-37`, about 2015 as \
               `2015~`, one of two days as `[2022-04-18,2023-04-18]`"
            .into(),
        dates => {
            let dates: Vec<String> = dates.iter().map(|date| format!("`{date}`")).collect();
            format!("did you mean {}?", dates.join(" or "))
        }
    }
}

/// The country that has `word` as a code or a name, or whose name is all but the same. A wrong country is worse than
/// none, so that nothing looser is tried.
fn country(word: &str) -> Option<String> {
    const ALIKE: f64 = 0.85;
    let wanted = word.to_lowercase();
    let has_code = |country: &model::CountryCode| {
        country.alpha2().eq_ignore_ascii_case(word) || country.as_str().eq_ignore_ascii_case(word)
    };
    let country = model::CountryCode::all().find(has_code).or_else(|| {
        let likeness =
            |country: &model::CountryCode| strsim::normalized_levenshtein(&short_name(country.name()), &wanted);
        model::CountryCode::all()
            .filter(|country| likeness(country) >= ALIKE)
            .max_by(|a, b| likeness(a).total_cmp(&likeness(b)))
    })?;
    Some(format!("did you mean `{country}` ({})?", country.name()))
}

/// A country's name without the rest of a formal name, which ISO 3166-1 puts into brackets or behind a comma.
fn short_name(name: &str) -> String {
    name.split([',', '(']).next().unwrap_or(name).trim().to_lowercase()
}

/// The country that has `word` as its alpha-2 code, or as its whole name while no other has it as part of its name.
fn only_country(word: &str) -> Option<String> {
    // Namibia and Norway: nobody knows, for the same letters say that there is no country to name.
    if matches!(word, "NA" | "NO") {
        return None;
    }
    let name = word.to_lowercase();
    let is_other = |country: &model::CountryCode| short_name(country.name()) == name;
    let mut countries = model::CountryCode::all();
    let country = countries.find(|it| it.alpha2() == word || it.name().to_lowercase() == name)?;
    let only = model::CountryCode::all().filter(|other| *other != country).all(|other| !is_other(&other));
    only.then(|| country.to_string())
}

/// The tag of the language whose English name is `word`.
fn language(word: &str) -> Option<String> {
    did_you_mean(&languages_called(word).next()?)
}

/// The tag of the only language whose English name is `word`.
fn only_language(word: &str) -> Option<String> {
    let mut languages = languages_called(word);
    languages.next().filter(|_| languages.next().is_none())
}

fn languages_called(name: &str) -> impl Iterator<Item = String> {
    isolang::languages()
        .filter(move |language| language.to_name().eq_ignore_ascii_case(name))
        .map(|language| language.to_639_1().unwrap_or(language.to_639_3()).to_owned())
}

/// The licence whose identifier the words make when they are joined by hyphens.
fn license(value: &Value) -> Option<String> {
    let joined = value.as_str()?.split_whitespace().collect::<Vec<_>>().join("-");
    match model::License::new(&joined) {
        Ok(license) => did_you_mean(license.as_str()),
        Err(_) => Some("the identifiers are in the SPDX License List, spdx.org/licenses".into()),
    }
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

/// The id that a string becomes when it is written as ids are.
fn id_help<K: model::Kinds>(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let meant = match (text.split_once('/'), K::KINDS) {
        (Some((kind, name)), _) => format!("{}/{}", kind.to_lowercase(), slug(name)),
        (None, [kind]) => format!("{kind}/{}", slug(text)),
        (None, _) => return None,
    };
    model::Id::<K>::new(&meant).ok().and_then(|id| did_you_mean(id.as_str()))
}

/// `text` as a short name: lower-case letters and digits, with a hyphen for whatever stands between them.
fn slug(text: &str) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_ascii_lowercase).collect();
    words.join("-")
}

fn did_you_mean(word: &str) -> Option<String> {
    (!word.is_empty()).then(|| format!("did you mean `{word}`?"))
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
            assert!(named.contains(lexical.definition), "{} is in no schema", lexical.definition);
        }
    }

    #[test]
    fn only_what_cannot_be_read_otherwise_is_meant() {
        let meant = |definition, value: &str| match by_definition(definition).unwrap().meant(&value.into()) {
            Some(Change::Replace(json)) => serde_json::from_str::<String>(&json).unwrap(),
            other => format!("{other:?}"),
        };
        for (definition, value, change) in [
            ("CountryCode", "Afghanistan", "AFG"),
            ("CountryCode", " afghanistan", "AFG"),
            ("CountryCode", "AF", "AFG"),
            ("CountryCode", "AFG ", "AFG"),
            ("CountryCode", "Iran (Islamic Republic of)", "IRN"),
            ("CountryCode", "Iran", "None"),
            ("CountryCode", "af", "None"),
            ("CountryCode", "NA", "None"),
            ("CountryCode", "NO", "None"),
            ("CountryCode", "Congo", "None"),
            ("CountryCode", "Niger", "NER"),
            ("CountryCode", "Afganistan", "None"),
            ("LanguageTag", "English", "en"),
            ("LanguageTag", "persian ", "fa"),
            ("LanguageTag", "en ", "en"),
            ("LanguageTag", "Englisch", "None"),
            ("ActorId", " actor/river-brigade\u{a0}\n", "actor/river-brigade"),
            ("ActorId", " event/velm", "None"),
            ("ActorId", "Actor/River_Brigade", "None"),
            ("WebAddress", " https://example.org/ ", "https://example.org/"),
            ("Text", "\r\nprose", "None"),
            ("Edtf", "circa 1980", "1980~"),
            ("Edtf", " 1980 ", "1980"),
            ("Edtf", "12/05/2021", "None"),
            ("Slug", "Peace talks!", "None"),
            ("License", "CC BY 4.0", "None"),
        ] {
            assert_eq!(meant(definition, value), change, "{definition} {value:?}");
        }
    }

    #[test]
    fn help_is_a_value_that_the_type_accepts() {
        let help = |definition, value: &str| (by_definition(definition).unwrap().help)(&value.into());
        let meant = |word: &str| Some(format!("did you mean `{word}`?"));
        assert_eq!(help("ActorId", "Actor/River_Brigade "), meant("actor/river-brigade"));
        assert_eq!(help("ActorId", "River Brigade"), meant("actor/river-brigade"));
        assert_eq!(help("ActorId", "event/velm"), None);
        assert_eq!(help("RecordId", "River Brigade"), None);
        assert_eq!(help("CountryCode", "Iran"), Some("did you mean `IRN` (Iran (Islamic Republic of))?".into()));
        assert_eq!(help("CountryCode", "Afganistan"), Some("did you mean `AFG` (Afghanistan)?".into()));
        assert_eq!(help("CountryCode", "UAE"), None);
        assert_eq!(help("CountryCode", "Turkey"), None);
        assert_eq!(help("LanguageTag", "english"), meant("en"));
        assert_eq!(help("Slug", "Peace talks!"), meant("peace-talks"));
        assert_eq!(help("License", "CC BY 4.0"), meant("CC-BY-4.0"));
        assert_eq!(help("LanguageTag", "klingonese"), None);
        assert_eq!(help("CountryCode", "che"), Some("did you mean `CHE` (Switzerland)?".into()));
    }
}
