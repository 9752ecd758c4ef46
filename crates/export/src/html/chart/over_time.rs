//! Quantities over time. Each is a box: as wide as its date is uncertain, as high as its range.

use std::iter;

use maud::{Markup, html};
use standpoint_model::{Amount, Dataset, Modality, Observation};

use super::{
    rows::anchor,
    scale::{Amounts, End, Range, Share, Stretch, Time},
};
use crate::prose::{self, Sign};

const HEIGHT: f64 = 190.0;
const TOP: f64 = 26.0;
const AXIS: f64 = 22.0;

/// The least that a box measures, so that it is seen: its height, and its width as a share.
const THIN: f64 = 5.0;
const NARROW: f64 = 0.014;

/// How much room a number takes: its height, and its width as a share of a narrow screen.
const LETTERS: f64 = 15.0;
const WORD: f64 = 0.3;

/// How many numbers are written beside their boxes at most.
const NUMBERS: usize = 24;

struct Spot<'a> {
    figure: &'a Observation,
    stretch: Stretch,
    /// The upper and the lower side of its box.
    sides: (f64, f64),
    range: Range,
}

/// The quantities that have a date and a number, if there are at least two. They are of one unit.
pub(in super::super) fn over_time(dataset: &Dataset, figures: &[&Observation]) -> Option<Markup> {
    let numbered = figures.iter().filter(|figure| figure.value.has_number());
    let dated: Vec<(&Observation, &standpoint_model::Edtf)> =
        numbered.filter_map(|figure| Some((*figure, figure.when.as_ref()?))).collect();
    if dated.len() < 2 {
        return None;
    }
    let time = Time::of(dated.iter().map(|(_, when)| *when))?;
    let amounts = Amounts::of(dated.iter().map(|(figure, _)| &figure.value))?.rounded();
    let y = |amount: f64| ((TOP + HEIGHT * (1.0 - amounts.share(amount).0)) * 10.0).round() / 10.0;
    let spots: Vec<Spot<'_>> = dated
        .iter()
        .flat_map(|(figure, when)| {
            let range = Range::of(&figure.value);
            let (low, high) = (range.least.map_or(y(0.0), y), range.most.map_or(TOP, y));
            let sides = if low - high < THIN { (high - THIN / 2.0, high + THIN / 2.0) } else { (high, low) };
            when.members().into_iter().map(move |member| Spot { figure, stretch: time.stretch(&member), sides, range })
        })
        .collect();
    let numbers = numbers(&spots);
    Some(html! {
        svg class="drawn" width="100%" height=(TOP + HEIGHT + AXIS) role="img"
            aria-label=(format!("{} over time; the list below says the same in words", prose::counted(dated.len(), "quantity", "quantities"))) {
            g class="axis" {
                @for (at, name) in &time.ticks() {
                    line x1=(at) x2=(at) y1=(TOP) y2=(TOP + HEIGHT + 6.0) {}
                    text x=(at) y=(TOP + HEIGHT + 18.0) text-anchor=(anchor(*at)) { (name) }
                }
                @for level in [amounts.most(), amounts.most() / 2.0] {
                    line x1="0" x2="100%" y1=(y(level)) y2=(y(level)) {}
                    text x="0" y=(y(level) - 4.0) { (Amount::new(level).map(|level| level.to_string()).unwrap_or_default()) }
                }
                line class="base" x1="0" x2="100%" y1=(TOP + HEIGHT) y2=(TOP + HEIGHT) {}
            }
            @for spot in &spots { (spot.draw(dataset)) }
            @for (at, y, number) in numbers {
                text class="value" x=(at) y=(y) text-anchor=(anchor_of_number(at)) { (number) }
            }
        }
    })
}

impl Spot<'_> {
    fn draw(&self, dataset: &Dataset) -> Markup {
        let basis = &self.figure.basis;
        let class = match (prose::is_contested(basis), basis.modality) {
            (true, _) => "spot contested",
            (false, Modality::Stated) => "spot",
            (false, _) => "spot unsure",
        };
        let when = self.figure.when.as_ref();
        let soft =
            self.figure.value.is_approximate() || when.is_some_and(|when| when.is_approximate() || when.is_uncertain());
        let (upper, lower) = self.sides;
        let width = self.stretch.width().0.max(NARROW);
        let from = self.stretch.middle().0 - width / 2.0;
        let rect = |class: &str, by: f64| {
            html! {
                rect class=(class) x=(Share(from - by * 0.004)) y=(upper - by * 2.0) width=(Share(width + by * 0.008))
                    height=(lower - upper + by * 4.0) rx=(1.0 + by) {}
            }
        };
        let open = self.range.most.is_none() || self.stretch.start != End::Known || self.stretch.end != End::Known;
        html! {
            g class=(class) {
                title { (tell(dataset, self.figure)) }
                @if soft { (rect("halo", 3.0)) (rect("halo", 1.5)) }
                (rect(if open { "box open" } else { "box" }, 0.0))
                @if let (Some(best), true) = (self.figure.value.best(), self.range.least != self.range.most) {
                    @let y = self.sides.1 - (self.sides.1 - self.sides.0) * share_between(self.range, best.get());
                    line class="best" x1=(Share(from)) x2=(Share(from + width)) y1=(y) y2=(y) {}
                }
            }
        }
    }
}

fn share_between(range: Range, best: f64) -> f64 {
    let (least, most) = (range.least.unwrap_or_default(), range.most.unwrap_or(best));
    Amounts::share_of(best - least, most - least)
}

/// A quantity in words.
fn tell(dataset: &Dataset, figure: &Observation) -> String {
    let when = figure.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
    let population = figure.population.as_ref().map(|text| format!(" {text}")).unwrap_or_default();
    let modality = Sign::Modality(figure.basis.modality);
    let others = prose::doubts(dataset, figure.id.as_str()).filter(|&sign| sign != modality);
    let signs: Vec<&str> = iter::once(modality).chain(others).map(Sign::word).collect();
    format!("{}{population}{when} ({})", prose::value(figure), signs.join(", "))
}

/// Where the numbers stand: above their boxes or, where another is in the way, below or higher; or not at all.
fn numbers(spots: &[Spot<'_>]) -> Vec<(Share, f64, String)> {
    let mut placed: Vec<(Share, f64, String)> = Vec::new();
    let mut last: Option<&str> = None;
    for spot in spots {
        // One of several days has one number.
        if placed.len() == NUMBERS || last == Some(spot.figure.id.as_str()) {
            continue;
        }
        last = Some(spot.figure.id.as_str());
        let at = spot.stretch.middle();
        let (upper, lower) = spot.sides;
        let free =
            [upper - 6.0, lower + LETTERS, upper - 6.0 - LETTERS, lower + 2.0 * LETTERS].into_iter().find(|&y| {
                y > 10.0
                    && y < TOP + HEIGHT
                    && placed
                        .iter()
                        .all(|(other, taken, _)| (other.0 - at.0).abs() > WORD || (taken - y).abs() >= LETTERS)
            });
        if let Some(y) = free {
            placed.push((at, y, prose::value(spot.figure)));
        }
    }
    placed
}

fn anchor_of_number(at: Share) -> &'static str {
    match at.0 {
        ..0.15 => "start",
        0.85.. => "end",
        _ => "middle",
    }
}
