//! Krippendorff's alpha of nominal data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

/// How many times the units are drawn anew for the interval.
const DRAWS: usize = 2_000;

/// The seed of the draws, so that the same units have the same interval.
const SEED: u64 = 2011;

/// The share of the draws that lies on each side of the interval.
const TAIL: f64 = 0.025;

/// How far coders agree beyond chance: Krippendorff's alpha of nominal data.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[non_exhaustive]
pub struct Alpha {
    /// How many units have at least two values.
    pub units: usize,
    /// In how many of these all values are the same.
    pub agreeing: usize,
    /// Alpha: 1 if all agree, 0 if they agree as often as by chance, and less if they agree less often. Left out if it has no
    /// value: there are no units, or all values are one, so that nothing tells agreement from habit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// The interval in which alpha lies with a probability of 95 %. Left out if alpha is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<[f64; 2]>,
}

impl Alpha {
    /// Krippendorff's alpha of units, each with the values that coders gave it. A coder who gave none is left out of the unit,
    /// and a unit with less than two values counts for nothing.
    ///
    /// Alpha is 1 − *observed* / *expected* disagreement, as in K. Krippendorff, “Computing Krippendorff's Alpha-Reliability”
    /// (2011). The interval is a percentile bootstrap: the units are drawn 2,000 times with replacement, by random numbers of a
    /// fixed seed. Draws in which alpha has no value are left out. If all coders agree the interval is 1 to 1, however few the
    /// units are.
    ///
    /// Time grows with 2,000 times the units.
    ///
    /// ```
    /// use standpoint_edit::Alpha;
    ///
    /// let alpha = Alpha::of([vec!["event", "event"], vec!["event", "statement"], vec!["place", "place"], vec!["place"]]);
    /// assert_eq!((alpha.units, alpha.agreeing), (3, 2));
    /// assert_eq!(alpha.value, Some(1.0 - 5.0 * 2.0 / 22.0));
    /// assert_eq!(Alpha::of([["event", "event"]]).value, None);
    /// ```
    pub fn of<V: Ord>(units: impl IntoIterator<Item = impl IntoIterator<Item = V>>) -> Self {
        let (units, values) = counted(units);
        let value = alpha(units.iter(), values);
        let agreeing = units.iter().filter(|unit| unit.counts.len() == 1).count();
        Self { units: units.len(), agreeing, value, interval: value.and_then(|_| interval(&units, values)) }
    }
}

/// A unit with at least two values.
struct Unit {
    /// How often each value was given, by its number.
    counts: Vec<(usize, f64)>,
    /// What it adds to the disagreement that was observed.
    disagreement: f64,
}

/// The units, and how many different values they have.
fn counted<V: Ord>(units: impl IntoIterator<Item = impl IntoIterator<Item = V>>) -> (Vec<Unit>, usize) {
    let mut numbers = BTreeMap::new();
    let mut counted = Vec::new();
    for unit in units {
        let mut counts: BTreeMap<usize, f64> = BTreeMap::new();
        for value in unit {
            let next = numbers.len();
            *counts.entry(*numbers.entry(value).or_insert(next)).or_default() += 1.0;
        }
        let all: f64 = counts.values().sum();
        if all >= 2.0 {
            let alike: f64 = counts.values().map(|count| count * count).sum();
            let disagreement = (all * all - alike) / (all - 1.0);
            counted.push(Unit { counts: counts.into_iter().collect(), disagreement });
        }
    }
    (counted, numbers.len())
}

fn alpha<'u>(units: impl Iterator<Item = &'u Unit>, values: usize) -> Option<f64> {
    let (mut totals, mut observed) = (vec![0.0; values], 0.0);
    for unit in units {
        observed += unit.disagreement;
        for (value, count) in &unit.counts {
            totals[*value] += count;
        }
    }
    let all: f64 = totals.iter().sum();
    let expected = all * all - totals.iter().map(|total| total * total).sum::<f64>();
    (expected > 0.0).then(|| 1.0 - (all - 1.0) * observed / expected)
}

fn interval(units: &[Unit], values: usize) -> Option<[f64; 2]> {
    let mut random = fastrand::Rng::with_seed(SEED);
    let mut draw = || alpha((0..units.len()).map(|_| &units[random.usize(..units.len())]), values);
    let mut drawn: Vec<f64> = (0..DRAWS).filter_map(|_| draw()).collect();
    drawn.sort_by(f64::total_cmp);
    Some([quantile(&drawn, TAIL)?, quantile(&drawn, 1.0 - TAIL)?])
}

/// The value below which this share of the sorted values lies, between two of them by how near it is to each.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "there are few draws")]
    let place = share * sorted.len().checked_sub(1)? as f64;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is the place of one of few draws")]
    let below = place.floor() as usize;
    let (low, high) = (sorted[below], sorted[(below + 1).min(sorted.len() - 1)]);
    Some(low + (high - low) * place.fract())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp, reason = "a test may fail by panicking, and knows what comes out")]

    use super::*;

    /// Four observers of twelve units, as Krippendorff prints them in the paper of 2011. A full stop is a value that is missing.
    const OBSERVERS: [&str; 4] = ["123321412...", "1233224125.3", ".3332342251.", "12332441251."];

    fn of(observers: &[&str]) -> Alpha {
        let units = (0..observers[0].len()).map(|unit| {
            let values = observers.iter().map(move |values| values.as_bytes()[unit]);
            values.filter(|value| *value != b'.').collect::<Vec<_>>()
        });
        Alpha::of(units)
    }

    #[test]
    fn the_examples_of_the_paper_come_out() {
        let rounded = |alpha: Alpha| format!("{:.3}", alpha.value.unwrap());
        assert_eq!(rounded(of(&OBSERVERS)), "0.743");
        assert_eq!(of(&OBSERVERS).units, 11, "one unit has a single value");
        assert_eq!(rounded(of(&["aabbdcccedda", "babbbccceddd"])), "0.692");
        assert_eq!(rounded(of(&["0100000010", "1110010000"])), "0.095");
    }

    #[test]
    fn without_units_or_with_one_value_there_is_no_alpha() {
        for observers in [&["", ""], &["a.", ".a"], &["aaa", "aaa"]] {
            let alpha = of(observers);
            assert_eq!((alpha.value, alpha.interval), (None, None), "{observers:?}");
        }
        let alpha = of(&["a", "b"]);
        assert_eq!((alpha.value, alpha.interval), (Some(0.0), Some([0.0, 0.0])));
    }

    #[test]
    fn the_interval_is_around_alpha_and_always_the_same() {
        let alpha = of(&OBSERVERS);
        let [low, high] = alpha.interval.unwrap();
        assert!(low < 0.743 && 0.744 < high && high <= 1.0, "{low} to {high}");
        assert_eq!(of(&OBSERVERS), alpha);
        assert_eq!(of(&["abc", "abc"]).interval, Some([1.0, 1.0]));
    }

    #[test]
    fn quantiles_lie_between_values() {
        assert_eq!(quantile(&[0.0, 1.0, 2.0, 3.0, 4.0], 0.125), Some(0.5));
        assert_eq!(quantile(&[7.0], 0.975), Some(7.0));
        assert_eq!(quantile(&[], 0.5), None);
    }
}
