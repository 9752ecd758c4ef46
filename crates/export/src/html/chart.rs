//! Dates and quantities as bars, each beside what it is about.
//!
//! Every bar is a small drawing as wide as its row, so that a chart is a list that can be read, searched, printed and
//! spoken, on a narrow screen too.

use std::ops::RangeInclusive;

use maud::{Markup, html};
use standpoint_model::{Bound, Day, Edtf, Estimate};

/// How wide a drawing is, in units of its own.
const WIDTH: f64 = 1000.0;

/// The days from first to last of a timeline.
pub(super) struct Days {
    first: Day,
    last: Day,
}

impl Days {
    /// The years that these dates lie in. What lies before the year 1 or after 9999 is left out.
    pub(super) fn of<'d>(dates: impl Iterator<Item = &'d Edtf>) -> Option<Self> {
        let days: Vec<Day> = dates.flat_map(|date| [day(date.earliest()), day(date.latest())]).flatten().collect();
        Some(Self { first: *days.iter().min()?, last: *days.iter().max()? })
    }

    /// When something was: a mark for a day, a bar for a stretch, two for one of two; what has no end fades out.
    pub(super) fn bar(&self, when: &Edtf) -> Markup {
        let alternatives = alternatives(when);
        let several = alternatives.len() > 1;
        let vague = when.is_approximate() || when.is_uncertain();
        html! {
            svg class="bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                line class="axis" x1="0" y1="8" x2="1000" y2="8" {}
                @for date in &alternatives {
                    @let (from, to) = (self.x(date.earliest(), 0.0), self.x(date.latest(), WIDTH));
                    @let class = match (several, vague, to - from < 6.0) {
                        (true, _, _) => "either",
                        (_, true, _) => "vague",
                        (_, _, true) => "exact",
                        _ => "stretch",
                    };
                    rect class=(class) x=(format!("{:.1}", from.min(WIDTH - 6.0))) y="2"
                        width=(format!("{:.1}", (to - from).max(6.0))) height="12" {}
                }
            }
        }
    }

    /// The years below the bars.
    pub(super) fn axis(&self) -> String {
        format!("{} to {}", self.first.year(), self.last.year())
    }

    fn x(&self, bound: Bound, open: f64) -> f64 {
        let after = |day: Day| f64::from(i32::try_from(day.unix_days() - self.first.unix_days()).unwrap_or(i32::MAX));
        day(bound).map_or(open, |day| after(day) / after(self.last).max(1.0) * WIDTH)
    }
}

fn day(bound: Bound) -> Option<Day> {
    bound.day().filter(|day| (1..=9999).contains(&day.year()))
}

/// The dates of which one is meant; otherwise the date itself.
fn alternatives(when: &Edtf) -> Vec<Edtf> {
    let inside = when.as_str().strip_prefix('[').and_then(|text| text.strip_suffix(']')).filter(|_| when.is_choice());
    let each: Option<Vec<Edtf>> =
        inside.and_then(|inside| inside.split(',').map(|date| Edtf::new(date.trim()).ok()).collect());
    each.unwrap_or_else(|| vec![when.clone()])
}

/// The quantities from nothing to the most of a chart.
pub(super) struct Quantities {
    most: u64,
}

impl Quantities {
    pub(super) fn of<'e>(estimates: impl Iterator<Item = &'e Estimate>) -> Option<Self> {
        estimates.map(|estimate| *range(estimate).end()).max().filter(|&most| most > 0).map(|most| Self { most })
    }

    /// From the least to the most that it may be, with a stroke for the best; what is at least so much fades out.
    pub(super) fn bar(&self, estimate: &Estimate) -> Markup {
        let range = range(estimate);
        let (from, to) = (self.x(*range.start()), self.x(*range.end()));
        let class = match (estimate.is_approximate(), range.start() == range.end()) {
            (true, _) => "vague",
            (false, true) => "exact",
            (false, false) => "stretch",
        };
        html! {
            svg class="bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
                line class="axis" x1="0" y1="8" x2="1000" y2="8" {}
                rect class=(class) x=(format!("{:.1}", from.min(WIDTH - 6.0))) y="2"
                    width=(format!("{:.1}", (to - from).max(6.0))) height="12" {}
                @if let Some(best) = estimate.best() {
                    @let x = self.x(best.get());
                    line class="best" x1=(format!("{x:.1}")) y1="0" x2=(format!("{x:.1}")) y2="16" {}
                }
            }
        }
    }

    fn x(&self, quantity: u64) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "a share of a bar a thousand units wide")]
        let share = quantity as f64 / self.most as f64;
        share * WIDTH
    }
}

/// The least and the most that a quantity may be; where one is open, the best or the other.
fn range(estimate: &Estimate) -> RangeInclusive<u64> {
    let known = [estimate.low(), estimate.best(), estimate.high()];
    let mut known = known.into_iter().flatten().map(standpoint_model::Count::get);
    let first = known.next().unwrap_or_default();
    let last = known.next_back().unwrap_or(first);
    let first = if estimate.low().is_none() && estimate.best().is_none() { 0 } else { first };
    first..=last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        Edtf::new(text).unwrap()
    }

    #[test]
    fn uncertain_dates_look_uncertain() {
        let all = ["2015-37", "[2022-04-18,2023-04-18]", "2021-08/..", "2021-08-26", "2015~"].map(date);
        let days = Days::of(all.iter()).unwrap();
        let drawn = |at: usize| days.bar(&all[at]).into_string();
        assert!(drawn(0).contains("class=\"stretch\""));
        assert_eq!(drawn(1).matches("class=\"either\"").count(), 2);
        assert!(drawn(2).contains("class=\"stretch\""));
        assert!(drawn(3).contains("class=\"exact\""));
        assert!(drawn(4).contains("class=\"vague\""));
        assert_eq!(days.axis(), "2015 to 2023");
        assert!(Days::of(std::iter::empty()).is_none());
    }

    #[test]
    fn quantities_are_ranges() {
        let estimate = |json: &str| serde_json::from_str::<Estimate>(json).unwrap();
        let all = [r#"{"low":1500,"high":2000}"#, r#"{"best":300,"approximate":true}"#, r#"{"high":10}"#].map(estimate);
        let quantities = Quantities::of(all.iter()).unwrap();
        assert!(quantities.bar(&all[0]).into_string().contains("x=\"750.0\" y=\"2\" width=\"250.0\""));
        assert!(quantities.bar(&all[1]).into_string().contains("class=\"vague\""));
        assert!(quantities.bar(&all[2]).into_string().contains("x=\"0.0\""));
    }
}
