//! Each lexical type prints what it read, and its schema says the same as the type, or less where it must.

use std::collections::BTreeSet;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use jsonschema::Validator;
use proptest::{prelude::*, sample::Index, sample::select};
use schemars::{JsonSchema, SchemaGenerator};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use standpoint_model::{
    Actor, ActorOrPlace, ActorType, Amount, Count, CountryCode, Edtf, Id, LanguageTag, Latitude, License, Longitude,
    Rank, RecordId, Reliability, Sha256, Slug, Text, Version, WebAddress, generate,
};

use crate::{cases, validator::compiled};

fn schema_of<T: JsonSchema>() -> Validator {
    compiled(&SchemaGenerator::default().into_root_schema_for::<T>().to_value())
}

/// Whether the schema says as much as the type, or only part of it.
#[derive(Clone, Copy, PartialEq)]
enum Schema {
    Exact,
    Wider,
}

/// Checks one value against a type and its schema.
fn agree<T: DeserializeOwned + Debug>(
    validator: &Validator,
    schema: Schema,
    value: &Value,
) -> Result<(), TestCaseError> {
    let by_type = serde_json::from_value::<T>(value.clone());
    let by_schema = validator.is_valid(value);
    prop_assert_eq!(serde_json::from_str::<T>(&value.to_string()).is_ok(), by_type.is_ok(), "{}", value);
    prop_assert!(by_schema || by_type.is_err(), "only the type accepts {value}: {by_type:?}");
    if schema == Schema::Exact {
        prop_assert!(!by_schema || by_type.is_ok(), "only the schema accepts {value}: {by_type:?}");
    }
    Ok(())
}

/// Characters at which a pattern and a function may part ways.
const STRAYS: &[char] = &[
    '\u{a0}',
    '\u{feff}',
    '\u{85}',
    '\u{7f}',
    '\u{80}',
    '\u{9f}',
    '\n',
    '\r',
    '\t',
    '\u{b}',
    '\u{c}',
    ' ',
    '\0',
    '\u{1f}',
    '\u{2028}',
    '\u{200b}',
    '\u{3000}',
    '-',
    '/',
    '.',
    '+',
    ':',
    '[',
    'A',
    'a',
    'f',
    'g',
    'z',
    '{',
    '0',
    '9',
    'é',
    'ſ',
    'K',
    '\u{661}',
    '０',
    '\u{10ffff}',
];

/// Valid strings with up to three characters added, dropped or replaced.
fn near(valid: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    let stray = prop_oneof![8 => select(STRAYS), 1 => any::<char>()];
    let edit = (any::<Index>(), 0..3_u8, stray);
    (valid, proptest::collection::vec(edit, 0..=3))
        .prop_map(|(text, edits)| {
            let mut text: Vec<char> = text.chars().collect();
            for (place, edit, stray) in edits {
                let at = place.index(text.len() + 1);
                if edit == 0 || at == text.len() {
                    text.insert(at, stray);
                } else if edit == 1 {
                    text[at] = stray;
                } else {
                    text.remove(at);
                }
            }
            text.into_iter().collect()
        })
        .boxed()
}

/// Checks a string type on its own values and on strings that are near to them.
fn strings<T>(valid: BoxedStrategy<T>, schema: Schema)
where
    T: FromStr + Display + PartialEq + Debug + JsonSchema + DeserializeOwned + serde::Serialize + Clone + 'static,
    T::Err: Debug,
{
    let validator = schema_of::<T>();
    let text = valid.clone().prop_map(|value| value.to_string());
    let candidates =
        prop_oneof![4 => near(text.clone()), 1 => (text.clone(), text).prop_map(|(a, b)| a + &b), 1 => ".*"];
    let mut runner = proptest::test_runner::TestRunner::new(cases(3000));
    runner
        .run(&(valid, candidates), |(value, candidate)| {
            prop_assert_eq!(value.to_string().parse::<T>().expect("what it prints"), value.clone());
            prop_assert_eq!(serde_json::from_value::<T>(json!(value))?, value.clone());
            agree::<T>(&validator, schema, &json!(value))?;
            agree::<T>(&validator, schema, &json!(candidate))?;
            prop_assert_eq!(candidate.parse::<T>().is_ok(), serde_json::from_value::<T>(json!(candidate)).is_ok());
            Ok(())
        })
        .unwrap_or_else(|failure| unreachable!("{failure}"));
}

#[test]
fn ids() {
    strings(generate::id::<Actor>(), Schema::Exact);
    strings(generate::id::<ActorOrPlace>(), Schema::Exact);
    let any: BoxedStrategy<RecordId> = generate::id();
    strings(any, Schema::Exact);
    let longest = format!("actor/{}", "a".repeat(Id::<Actor>::MAX_LENGTH - 6));
    assert!(Id::<Actor>::new(&longest).is_ok());
    assert!(Id::<Actor>::new(&(longest + "a")).is_err());
}

#[test]
fn slugs() {
    strings(generate::slug(), Schema::Exact);
}

#[test]
fn texts() {
    strings(generate::text(), Schema::Exact);
}

#[test]
fn digests() {
    strings(generate::sha256(), Schema::Exact);
}

#[test]
fn countries() {
    strings(generate::country_code(), Schema::Exact);
    for country in CountryCode::all() {
        assert_eq!(CountryCode::new(country.as_str()), Ok(country));
        assert_eq!(country.as_str().len(), 3);
        assert_eq!(country.alpha2().is_some(), country.years().is_none());
        assert!(country.alpha2().is_none_or(|code| code.len() == 2));
        assert!(country.years().is_none_or(|years| years.start() < years.end()));
        assert!(!country.name().is_empty());
    }
    let codes: BTreeSet<CountryCode> = CountryCode::all().collect();
    assert_eq!(codes.len(), CountryCode::all().count(), "no code twice");
    assert!(CountryCode::new("XKX").is_ok() && CountryCode::new("DDR").is_ok() && CountryCode::new("XXX").is_err());
}

#[test]
fn coding_schemes() {
    strings(generate::coding_scheme(), Schema::Exact);
}

#[test]
fn field_paths() {
    strings(generate::field_path(), Schema::Exact);
}

#[test]
fn media_types() {
    strings(generate::media_type(), Schema::Exact);
}

#[test]
fn durations() {
    strings(generate::duration(), Schema::Exact);
}

#[test]
fn units() {
    strings(generate::unit(), Schema::Wider);
}

#[test]
fn web_addresses() {
    strings(generate::web_address(), Schema::Wider);
}

#[test]
fn licenses() {
    strings(generate::license(), Schema::Wider);
}

#[test]
fn versions() {
    strings(generate::version(), Schema::Wider);
}

#[test]
fn language_tags() {
    strings(generate::language_tag(), Schema::Wider);
}

#[test]
fn dates() {
    strings(generate::edtf(), Schema::Wider);
}

/// JSON numbers in every spelling, around the bounds that the types have.
fn numbers() -> BoxedStrategy<Value> {
    let bounds = [0.0, 1.0, 90.0, 180.0, 65_535.0, 9_007_199_254_740_991.0, 1e19, 1e300, f64::MIN_POSITIVE];
    let near_bounds =
        (select(bounds.to_vec()), select(vec![-1.0, 1.0]), select(vec![-1.0, -0.5, -1e-9, 0.0, 1e-9, 0.5, 1.0]))
            .prop_map(|(bound, sign, offset)| json!(sign * bound + offset));
    prop_oneof![
        4 => near_bounds,
        2 => (0..=70_000_u64).prop_map(|number| json!(number)),
        1 => any::<u64>().prop_map(|number| json!(number)),
        1 => any::<i64>().prop_map(|number| json!(number)),
        1 => any::<f64>().prop_map(|number| json!(number)),
        1 => select(vec![(1_u64 << 53) - 1, 1 << 53, (1 << 53) + 1, u64::MAX]).prop_map(|number| json!(number)),
        1 => select(vec![json!("1"), json!(true), json!([1]), Value::Null]),
    ]
    .boxed()
}

proptest! {
    #![proptest_config(cases(5000))]

    #[test]
    fn numbers_agree(
        value in numbers(),
        count in generate::count(),
        amount in generate::amount(),
        rank in generate::rank(),
        longitude in generate::longitude(),
        latitude in generate::latitude(),
    ) {
        thread_local! {
            static COUNT: Validator = schema_of::<Count>();
            static AMOUNT: Validator = schema_of::<Amount>();
            static RANK: Validator = schema_of::<Rank>();
            static LONGITUDE: Validator = schema_of::<Longitude>();
            static LATITUDE: Validator = schema_of::<Latitude>();
        }
        COUNT.with(|schema| agree::<Count>(schema, Schema::Exact, &value))?;
        AMOUNT.with(|schema| agree::<Amount>(schema, Schema::Exact, &value))?;
        RANK.with(|schema| agree::<Rank>(schema, Schema::Exact, &value))?;
        LONGITUDE.with(|schema| agree::<Longitude>(schema, Schema::Exact, &value))?;
        LATITUDE.with(|schema| agree::<Latitude>(schema, Schema::Exact, &value))?;
        prop_assert_eq!(serde_json::from_str::<Count>(&json!(count).to_string())?, count);
        prop_assert_eq!(serde_json::from_str::<Amount>(&json!(amount).to_string())?, amount);
        prop_assert_eq!(serde_json::from_str::<Rank>(&json!(rank).to_string())?, rank);
        prop_assert_eq!(serde_json::from_str::<Longitude>(&json!(longitude).to_string())?, longitude);
        prop_assert_eq!(serde_json::from_str::<Latitude>(&json!(latitude).to_string())?, latitude);
    }
}

#[test]
fn whole_numbers_may_be_written_as_json_likes() {
    let count = |text: &str| serde_json::from_str::<Count>(text).ok().map(Count::get);
    for (text, number) in [("24", 24), ("24.0", 24), ("2.4e1", 24), ("240E-1", 24), ("-0", 0), ("-0.0", 0), ("0e5", 0)]
    {
        assert_eq!(count(text), Some(number), "{text}");
    }
    assert_eq!(count("9007199254740991"), Some(Count::MAX));
    for text in ["9007199254740992", "24.5", "-1", "1e400", "1e16", "\"24\"", "024", "+1", "NaN"] {
        assert_eq!(count(text), None, "{text}");
    }
}

#[test]
fn words_are_those_of_the_schema() {
    let types = schema_of::<ActorType>();
    for &word in ActorType::ALL {
        assert_eq!(serde_json::from_value::<ActorType>(json!(word)).ok(), Some(word));
        assert_eq!(json!(word), json!(word.as_str()));
        assert!(types.is_valid(&json!(word)));
    }
    let letters = schema_of::<Reliability>();
    for word in ["a", "G", "", "A ", "state"] {
        assert!(serde_json::from_value::<Reliability>(json!(word)).is_err());
        assert!(!letters.is_valid(&json!(word)));
    }
}

#[test]
fn strings_that_look_valid_are_refused_for_a_reason() {
    assert_eq!(
        Text::new("a\rb").map_err(|error| error.to_string()),
        Err("the text holds the control character U+000D; only tabs and line feeds are allowed".into())
    );
    assert_eq!(Text::new(" \u{a0}\n").map_err(|error| error.to_string()), Err("the text is blank".into()));
    for address in [
        "example.org",
        "ftp://example.org",
        "http://",
        "https:///path",
        "https://exa mple.org",
        "HTTP://example.org",
        "mailto:a@example.org",
    ] {
        assert!(WebAddress::new(address).is_err(), "{address}");
    }
    for tag in ["", "english", "xx", "x-private", "i-klingon", "en-", "en_GB", "e"] {
        assert!(LanguageTag::new(tag).is_err(), "{tag}");
    }
    for license in ["", "CC", "MIT/Apache-2.0", "gpl", "MIT AND", "()"] {
        assert!(License::new(license).is_err(), "{license}");
    }
    for version in ["", "1", "1.0", "v1.0.0", "01.0.0", "1.0.0-", "1.0.0-01", "1.0.0+", "18446744073709551616.0.0"] {
        assert!(Version::new(version).is_err(), "{version}");
    }
    for digest in ["", &"A".repeat(64), &"0".repeat(63), &"0".repeat(65), &format!("{}\n", "0".repeat(64))] {
        assert!(Sha256::new(digest).is_err(), "{digest}");
    }
    for slug in ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "é"] {
        assert!(Slug::new(slug).is_err(), "{slug}");
    }
    assert_eq!(
        Edtf::new("2021-02-30").map_err(|error| error.to_string()),
        Err("`2021-02-30` is not an EDTF date: the month has fewer days".into())
    );
}
