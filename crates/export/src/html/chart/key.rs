//! The marks of dates, and what they mean.

use maud::{Markup, html};
use standpoint_model::{Edtf, Precision};

use super::scale::{End, Share, Stretch, Time};

/// How high a mark is, and how wide a stretch is at least to be drawn as one.
pub(super) const HEIGHT: f64 = 10.0;
const NARROW: f64 = 0.012;

/// How far a mark fades out beyond where it may be, and on the last part of a stretch without a known end.
const BEYOND: f64 = 0.012;
const FADING: f64 = 0.14;

/// A way in which a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Form {
    Day,
    Within,
    Throughout,
    Open,
    Unknown,
    OneOf,
    Approximate,
    Uncertain,
}

impl Form {
    const ALL: [Self; 8] = [
        Self::Day,
        Self::Within,
        Self::Throughout,
        Self::Open,
        Self::Unknown,
        Self::OneOf,
        Self::Approximate,
        Self::Uncertain,
    ];

    fn words(self) -> &'static str {
        match self {
            Self::Day => "a known day",
            Self::Within => "some time within",
            Self::Throughout => "throughout",
            Self::Open => "goes on",
            Self::Unknown => "begins or ends at an unknown time",
            Self::OneOf => "one of these",
            Self::Approximate => "about then",
            Self::Uncertain => "possibly then",
        }
    }

    /// A date that has this form, to be drawn into the key.
    fn example(self) -> Edtf {
        let text = match self {
            Self::Day => "2000-07-01",
            Self::Within => "2000-38",
            Self::Throughout => "2000-03/2000-10",
            Self::Open => "2000-03/..",
            Self::Unknown => "2000-03/",
            Self::OneOf => "[2000-03-01,2000-10-01]",
            Self::Approximate => "2000-38~",
            Self::Uncertain => "2000-38?",
        };
        // Each of them is a date, which a test asserts.
        Edtf::new(text).unwrap_or_else(|error| unreachable!("{error}"))
    }
}

/// The forms that a date has.
fn forms(date: &Edtf, time: Time) -> Vec<Form> {
    let mut forms = Vec::new();
    if date.is_choice() {
        forms.push(Form::OneOf);
    }
    if date.is_approximate() {
        forms.push(Form::Approximate);
    }
    if date.is_uncertain() {
        forms.push(Form::Uncertain);
    }
    for member in date.members() {
        let stretch = time.stretch(&member);
        let ends = [stretch.start, stretch.end];
        forms.push(match (is_interval(&member), is_day(&member)) {
            _ if ends.contains(&End::Open) => Form::Open,
            _ if ends.contains(&End::Unknown) => Form::Unknown,
            (_, true) => Form::Day,
            (true, false) => Form::Throughout,
            (false, false) => Form::Within,
        });
    }
    forms
}

/// What the marks of these dates mean.
pub(super) fn key<'d>(dates: impl Iterator<Item = &'d Edtf>, time: Time) -> Markup {
    let present: Vec<Form> = dates.flat_map(|date| forms(date, time)).collect();
    html! {
        ul class="key" {
            @for form in Form::ALL.into_iter().filter(|form| present.contains(form)) {
                @let example = form.example();
                @if let Some(year) = Time::of(Edtf::new("2000").iter()) {
                    li {
                        svg class="drawn" width="44" height="14" aria-hidden="true" { (marks(&example, year, 7.0)) }
                        " " (form.words())
                    }
                }
            }
        }
    }
}

/// A date as marks: a dot for a day, a pale bar for some time within a stretch, a full one for all of it; several and
/// a dotted line between them for one of several; an arrow where it goes on, and a fading end that nobody knows.
pub(super) fn marks(date: &Edtf, time: Time, middle: f64) -> Markup {
    let members = date.members();
    let stretches: Vec<Stretch> = members.iter().map(|member| time.stretch(member)).collect();
    let is_choice = members.len() > 1 && date.is_choice();
    let first = stretches.iter().map(|stretch| stretch.to.0).fold(f64::INFINITY, f64::min);
    let last = stretches.iter().map(|stretch| stretch.from.0).fold(0.0, f64::max);
    html! {
        @if is_choice { line class="or" x1=(Share(first)) x2=(Share(last)) y1=(middle) y2=(middle) {} }
        @for (member, stretch) in members.iter().zip(&stretches) {
            @let soft = date.is_approximate() || date.is_uncertain();
            g class=(class(is_choice, soft)) { (mark(*stretch, member, soft, middle)) }
        }
    }
}

fn class(is_choice: bool, soft: bool) -> &'static str {
    match (is_choice, soft) {
        (true, _) => "mark either",
        (false, true) => "mark soft",
        (false, false) => "mark",
    }
}

fn mark(stretch: Stretch, date: &Edtf, soft: bool, middle: f64) -> Markup {
    let (start, end) = (stretch.start, stretch.end);
    // A month of a century is still to be seen.
    let width = stretch.width().0.max(NARROW);
    let (from, to) = (Share(stretch.middle().0 - width / 2.0), Share(stretch.middle().0 + width / 2.0));
    let bar = |class: &str, from: f64, to: f64| {
        html! {
            rect class=(class) x=(Share(from)) y=(middle - HEIGHT / 2.0) width=(Share((to - from).max(0.0)))
                height=(HEIGHT) {}
        }
    };
    if is_day(date) {
        return html! {
            @if soft { circle class="halo" cx=(stretch.middle()) cy=(middle) r="8" {} }
            circle class="day" cx=(stretch.middle()) cy=(middle) r="5" {}
        };
    }
    let fade = |near: f64, far: f64| {
        // From what is full to what is nothing, without a gradient, which would need a name of its own on the page.
        let step = (far - near) / 4.0;
        html! {
            @for (nth, class) in (0u8..).zip(["fade f1", "fade f2", "fade f3", "fade f4"]) {
                @let (a, b) = (near + step * f64::from(nth), near + step * f64::from(nth + 1));
                (bar(class, a.min(b), a.max(b)))
            }
        }
    };
    let faded = FADING.min(width * 0.6);
    let inner_from = if start == End::Unknown { from.0 + faded } else { from.0 };
    let inner_to = if end == End::Unknown { to.0 - faded } else { to.0 };
    html! {
        (bar(if is_interval(date) { "throughout" } else { "within" }, inner_from, inner_to.max(inner_from)))
        @if start == End::Unknown { (fade(inner_from, from.0)) }
        @if end == End::Unknown { (fade(inner_to, to.0)) }
        @if soft { (fade(from.0, from.0 - BEYOND)) (fade(to.0, to.0 + BEYOND)) }
        @if start == End::Open { (arrow(from, middle, -1.0)) }
        @if end == End::Open { (arrow(to, middle, 1.0)) }
    }
}

fn arrow(at: Share, middle: f64, towards: f64) -> Markup {
    html! {
        svg class="arrow" x=(at) y=(middle) overflow="visible" {
            path d=(format!("M0 -8L{} 0L0 8Z", 9.0 * towards)) {}
        }
    }
}

/// Whether a date is a day, or a time on one.
fn is_day(date: &Edtf) -> bool {
    matches!(date.precision(), Precision::Day | Precision::Second)
}

/// Whether a date is a stretch from one date to another, rather than some time within one.
fn is_interval(date: &Edtf) -> bool {
    date.as_str().contains('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(text: &str) -> String {
        let all = ["2014", "2023", text].map(|text| Edtf::new(text).unwrap());
        marks(&all[2], Time::of(&all[..2]).unwrap(), 7.0).into_string()
    }

    #[test]
    fn uncertain_dates_look_uncertain() {
        assert!(drawn("2015-37").contains("class=\"within\""));
        assert!(drawn("2015/2019").contains("class=\"throughout\""));
        let choice = drawn("[2022-04-18,2023-04-18]");
        assert_eq!((choice.matches("class=\"mark either\"").count(), choice.matches("class=\"or\"").count()), (2, 1));
        assert!(drawn("2021-08-26").contains("class=\"day\"") && !drawn("2021-08-26").contains("fade"));
        assert!(drawn("2021-08/..").contains("class=\"arrow\""));
        assert_eq!(drawn("/2019").matches("fade").count(), 4);
        assert_eq!(drawn("2015~").matches("fade").count(), 8);
        assert!(drawn("2015-05-01~").contains("class=\"halo\""));
    }

    #[test]
    fn every_form_has_an_example_that_has_it() {
        let year = Time::of(Edtf::new("2000").iter()).unwrap();
        for form in Form::ALL {
            assert!(forms(&form.example(), year).contains(&form), "{form:?}");
        }
    }
}
