//! Quantities and spans: what stands in order is accepted, and nothing else.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use standpoint_model::{Amount, Count, Duration, Estimate, Sha256, Span, Text, Unit, UnitSystem, generate};

use crate::cases;

const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn count(number: u64) -> Count {
    Count::new(number).unwrap_or_else(|error| unreachable!("{error}"))
}

fn amount(number: u64) -> Amount {
    count(number).into()
}

fn estimate(low: Option<u64>, best: Option<u64>, high: Option<u64>, approximate: bool) -> String {
    match Estimate::new([low, best, high].map(|value| value.map(amount)), approximate, None) {
        Ok(estimate) => estimate.to_string(),
        Err(error) => error.to_string(),
    }
}

proptest! {
    #![proptest_config(cases(3000))]

    #[test]
    fn an_estimate_does_not_decrease(
        bounds in prop::array::uniform3(prop::option::of(prop_oneof![0..3_u64, 0..=Count::MAX])),
        approximate in any::<bool>(),
    ) {
        let given: Vec<u64> = bounds.iter().copied().flatten().collect();
        let [low, best, high] = bounds.map(|bound| bound.map(amount));
        let made = Estimate::new([low, best, high], approximate, None);
        prop_assert_eq!(made.is_ok(), !given.is_empty() && given.is_sorted());
        let mut fields: Map<String, Value> = ["low", "best", "high"]
            .into_iter()
            .zip(bounds)
            .filter_map(|(name, bound)| Some((name.to_owned(), json!(bound?))))
            .collect();
        fields.insert("approximate".into(), approximate.into());
        let read = serde_json::from_value::<Estimate>(fields.into());
        prop_assert_eq!(read.map_err(|error| error.to_string()), made.clone().map_err(|error| error.to_string()));
        if let Ok(made) = made {
            prop_assert_eq!((made.low(), made.best(), made.high(), made.is_approximate()), (low, best, high, approximate));
            let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
            let mut written: Vec<String> = given.iter().map(u64::to_string).collect();
            // The best value comes first, then the bounds.
            if best.is_some() && low.is_some() {
                written.swap(0, 1);
            }
            prop_assert_eq!(digits(&made.to_string()), written.concat());
        }
    }

    #[test]
    fn a_span_ends_after_it_starts(start in 0..4_u64, end in 0..4_u64, span in generate::span()) {
        let made = Span::new(count(start), count(end), Sha256::new(DIGEST)?);
        prop_assert_eq!(made.is_ok(), start < end);
        let read = serde_json::from_value::<Span>(json!({ "start": start, "end": end, "sha256": DIGEST }));
        prop_assert_eq!(read.map_err(|error| error.to_string()), made.map_err(|error| error.to_string()));
        prop_assert!(span.start() < span.end());
    }
}

#[test]
fn estimates_read_as_a_person_would_say_them() {
    let sayings = [
        (estimate(None, Some(180), None, true), "about 180"),
        (estimate(Some(1500), None, Some(2000), false), "1,500–2,000"),
        (estimate(Some(1500), Some(1700), Some(2000), false), "1,700 (1,500–2,000)"),
        (estimate(Some(1), Some(2), None, false), "2 (at least 1)"),
        (estimate(None, Some(2), Some(3), true), "about 2 (at most 3)"),
        (estimate(Some(1_234_567), None, None, false), "at least 1,234,567"),
        (estimate(None, None, Some(999), false), "at most 999"),
        (estimate(None, Some(0), None, false), "0"),
        (estimate(None, None, None, true), "an estimate needs at least one of `low`, `best`, `high` and `words`"),
        (estimate(Some(3), Some(2), None, false), "`low` is 3, which is more than the 2 of `best`"),
        (estimate(Some(3), None, Some(2), false), "`low` is 3, which is more than the 2 of `high`"),
        (estimate(Some(1), Some(3), Some(2), false), "`best` is 3, which is more than the 2 of `high`"),
    ];
    for (said, expected) in sayings {
        assert_eq!(said, expected);
    }
}

#[test]
fn an_estimate_holds_words_and_decimals() {
    let said = |text: &str| serde_json::from_str::<Estimate>(text).map(|estimate| estimate.to_string());
    assert_eq!(said(r#"{ "words": "dozens" }"#).expect("words alone"), "“dozens”");
    assert_eq!(
        said(r#"{ "low": 24, "words": "two dozen or more" }"#).expect("both"),
        "at least 24 (“two dozen or more”)"
    );
    assert_eq!(said(r#"{ "best": 1234567.25, "approximate": true }"#).expect("decimals"), "about 1,234,567.25");
    assert_eq!(said(r#"{ "low": 0.5, "high": 2e3 }"#).expect("decimals"), "0.5–2,000");
    assert!(said(r#"{ "approximate": true }"#).is_err());
    assert!(said(r#"{ "best": -1 }"#).is_err() && said(r#"{ "best": "24" }"#).is_err());
    let dozens = Estimate::worded(Text::new("dozens").expect("a text"));
    assert!(!dozens.has_number());
    assert_eq!(dozens.words().map(Text::as_str), Some("dozens"));
}

#[test]
fn an_amount_that_is_whole_is_written_as_a_whole_number() {
    for (read, written) in [("24", "24"), ("24.0", "24"), ("-0.0", "0"), ("2.5e1", "25"), ("37.5", "37.5")] {
        let amount: Amount = serde_json::from_str(read).expect("an amount");
        assert_eq!(serde_json::to_string(&amount).expect("a number"), written);
    }
    assert_eq!(
        Amount::new(f64::NAN).map_err(|error| error.to_string()),
        Err("NaN is not between 0 and 9007199254740991".into())
    );
    assert_eq!(Amount::from(count(Count::MAX)).whole(), Some(Count::MAX));
}

#[test]
fn a_unit_is_one_that_somebody_defined() {
    let systems = [
        ("persons", UnitSystem::Persons),
        ("percent", UnitSystem::Percent),
        ("EUR", UnitSystem::Currency),
        ("YUM", UnitSystem::Currency),
        ("km2", UnitSystem::Ucum),
        ("m.s-2", UnitSystem::Ucum),
        ("t/a", UnitSystem::Ucum),
        ("kt_TNT", UnitSystem::Ucum),
        ("[mi_i]", UnitSystem::Ucum),
        ("{houses}", UnitSystem::Ucum),
        ("1/d", UnitSystem::Ucum),
        ("d", UnitSystem::Ucum),
        ("1", UnitSystem::Ucum),
    ];
    for (text, system) in systems {
        assert_eq!(Unit::new(text).map(|unit| Unit::system(&unit)), Ok(system), "{text}");
    }
    for text in [
        "", "person", "Persons", "euro", "EURO", "XXX", "km^2", "km²", "sq km", "2", "{}", "{a b}", "k", "m222", "kmo",
        "/d", "m.",
    ] {
        assert!(Unit::new(text).is_err(), "{text}");
    }
}

#[test]
fn durations_read_as_a_person_would_say_them() {
    let sayings = [
        ("P14M", "14 months"),
        ("P1Y6M", "1 year, 6 months"),
        ("P2W", "2 weeks"),
        ("PT48H", "48 hours"),
        ("P0D", "0 days"),
    ];
    for (text, english) in sayings {
        assert_eq!(Duration::new(text).map(|duration| Duration::english(&duration)), Ok(english.into()));
    }
    for text in [
        "",
        "P",
        "PT",
        "P1",
        "14M",
        "P1.5Y",
        "-P1D",
        "P1D2M",
        "P1W2D",
        "P1H",
        "PT1D",
        "P1DT",
        "p1d",
        "P1234567D",
        "P1D ",
    ] {
        assert!(Duration::new(text).is_err(), "{text}");
    }
}
