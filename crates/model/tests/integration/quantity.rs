//! Quantities and spans: what stands in order is accepted, and nothing else.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use standpoint_model::{Count, Estimate, Sha256, Span, generate};

use crate::cases;

const DIGEST: &str = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

fn count(number: u64) -> Count {
    Count::new(number).unwrap_or_else(|error| unreachable!("{error}"))
}

fn estimate(low: Option<u64>, best: Option<u64>, high: Option<u64>, approximate: bool) -> String {
    match Estimate::new(low.map(count), best.map(count), high.map(count), approximate) {
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
        let [low, best, high] = bounds.map(|bound| bound.map(count));
        let made = Estimate::new(low, best, high, approximate);
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
        (estimate(None, None, None, true), "an estimate needs at least one of `low`, `best` and `high`"),
        (estimate(Some(3), Some(2), None, false), "`low` is 3, which is more than the 2 of `best`"),
        (estimate(Some(3), None, Some(2), false), "`low` is 3, which is more than the 2 of `high`"),
        (estimate(Some(1), Some(3), Some(2), false), "`best` is 3, which is more than the 2 of `high`"),
    ];
    for (said, expected) in sayings {
        assert_eq!(said, expected);
    }
}
