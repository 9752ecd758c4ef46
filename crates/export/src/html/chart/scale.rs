//! Where days and quantities stand in a drawing.

use std::collections::BTreeMap;

use maud::Render;
use standpoint_model::{Amount, Bound, Day, Edtf, Estimate, Observation, Unit};

/// A share of the width of a drawing. Browsers stretch it to the room there is, so that letters keep their size.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub(super) struct Share(pub(super) f64);

impl Render for Share {
    fn render_to(&self, buffer: &mut String) {
        use std::fmt::Write as _;
        // Writing to a string cannot fail. A negative zero is zero.
        let _ = write!(buffer, "{:.2}%", (self.0 * 100.0).clamp(-100.0, 200.0) + 0.0);
    }
}

/// How an end of a stretch is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// It is within the stretch.
    Known,
    /// There is none: it went on before, or goes on after.
    Open,
    /// The source does not say.
    Unknown,
}

/// A stretch of the time that a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stretch {
    pub(super) from: Share,
    pub(super) to: Share,
    pub(super) start: End,
    pub(super) end: End,
}

impl Stretch {
    pub(super) fn width(&self) -> Share {
        Share(self.to.0 - self.from.0)
    }

    pub(super) fn middle(&self) -> Share {
        Share(f64::midpoint(self.from.0, self.to.0))
    }
}

/// What is free at both sides of a drawing.
const MARGIN: f64 = 0.012;

/// The time that a drawing shows: whole years or, of less than three years, whole months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    /// The first month and the one after the last, counted from January of the year 0.
    months: (i64, i64),
}

impl Time {
    /// The time that these dates lie in. What lies before the year 1 or after 9999 is left out.
    pub(super) fn of<'d>(dates: impl IntoIterator<Item = &'d Edtf>) -> Option<Self> {
        let days: Vec<Day> =
            dates.into_iter().flat_map(|date| [day(date.earliest()), day(date.latest())]).flatten().collect();
        let (first, last) = (month_of(*days.iter().min()?), month_of(*days.iter().max()?));
        let unit = if last - first < 36 { 1 } else { 12 };
        // An end that is open needs room to be seen.
        Some(Self { months: (first.div_euclid(unit) * unit, (last.div_euclid(unit) + 1) * unit) })
    }

    pub(super) fn months(self) -> (i64, i64) {
        self.months
    }

    /// Where a date stands.
    pub(super) fn stretch(self, date: &Edtf) -> Stretch {
        let end = |bound| match bound {
            Bound::Day(_) => End::Known,
            Bound::Open => End::Open,
            Bound::Unknown => End::Unknown,
        };
        let (earliest, latest) = (date.earliest(), date.latest());
        Stretch {
            from: day(earliest).map_or(Share(0.0), |day| self.share(day.unix_days())),
            to: day(latest).map_or(Share(1.0), |day| self.share(day.unix_days() + 1)),
            start: end(earliest),
            end: end(latest),
        }
    }

    /// Where the month begins that is the `month`-th from January of the year 0.
    pub(super) fn month(self, month: i64) -> Share {
        self.share(first_day(month))
    }

    fn share(self, day: i128) -> Share {
        let (first, end) = (first_day(self.months.0), first_day(self.months.1));
        let days = |from: i128, to: i128| f64::from(i32::try_from(to - from).unwrap_or(i32::MAX));
        Share(MARGIN + days(first, day) / days(first, end).max(1.0) * (1.0 - 2.0 * MARGIN))
    }

    /// At most seven marks of the axis, each with what stands there.
    pub(super) fn ticks(self) -> Vec<(Share, String)> {
        const STEPS: [i64; 14] = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000];
        let (first, end) = self.months;
        let step = STEPS.into_iter().find(|step| (end - first) / step < 7).unwrap_or(24000);
        let start = (first + step - 1).div_euclid(step) * step;
        let months = (0..7).map(|nth| start + nth * step).take_while(|&month| month < end);
        months.map(|month| (self.month(month), month_name(month, step))).collect()
    }
}

/// The month as an axis names it: the year in January, or both where months alone would not do.
fn month_name(month: i64, step: i64) -> String {
    const NAMES: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let year = month.div_euclid(12);
    let name = usize::try_from(month.rem_euclid(12)).map_or("", |nth| NAMES[nth]);
    if step % 12 == 0 { year.to_string() } else { format!("{name} {year}") }
}

fn month_of(day: Day) -> i64 {
    day.year() * 12 + i64::from(day.month()) - 1
}

/// The first day of a month, counted from 1970.
fn first_day(month: i64) -> i128 {
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    let first = Edtf::new(&format!("{year:04}-{month:02}-01")).ok().and_then(|date| date.earliest().day());
    // The year after 9999 is the only one that has no such date.
    first.map_or(2_932_897, Day::unix_days)
}

fn day(bound: Bound) -> Option<Day> {
    bound.day().filter(|day| (1..=9999).contains(&day.year()))
}

/// The months that a date may lie in, from the first to the last.
pub(super) fn months(date: &Edtf) -> (Option<i64>, Option<i64>) {
    (day(date.earliest()).map(month_of), day(date.latest()).map(month_of))
}

/// The quantities from nothing to the most that a drawing shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amounts {
    most: f64,
}

/// What a source says of a quantity: from the least to the most it may be. An end that is open has no number.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Range {
    pub(super) least: Option<f64>,
    pub(super) most: Option<f64>,
}

impl Range {
    pub(super) fn of(estimate: &Estimate) -> Self {
        let [low, best, high] = numbers(estimate);
        // "24" is from 24 to 24; "at least 24" has no end; "24, at least 20" has none either.
        match (low, best, high) {
            (None, Some(best), None) => Self { least: Some(best), most: Some(best) },
            (None, Some(best), Some(high)) => Self { least: Some(best), most: Some(high) },
            (low, _, high) => Self { least: low, most: high },
        }
    }

    /// The greatest number that is named.
    pub(super) fn greatest(self) -> f64 {
        self.most.or(self.least).unwrap_or_default()
    }
}

/// The low, the best and the high value.
fn numbers(estimate: &Estimate) -> [Option<f64>; 3] {
    [estimate.low(), estimate.best(), estimate.high()].map(|value| value.map(Amount::get))
}

impl Amounts {
    pub(super) fn of<'e>(estimates: impl IntoIterator<Item = &'e Estimate>) -> Option<Self> {
        let all = estimates.into_iter().flat_map(|estimate| numbers(estimate).into_iter().flatten());
        all.reduce(f64::max).filter(|&most| most > 0.0).map(|most| Self { most })
    }

    /// The next even round number above all of them.
    pub(super) fn rounded(self) -> Self {
        let power = 10_f64.powf(self.most.log10().floor());
        let round = [2.0, 4.0, 6.0, 8.0, 10.0, 12.0].into_iter().map(|times| power * times);
        Self { most: round.into_iter().find(|&round| round > self.most).unwrap_or(self.most) }
    }

    pub(super) fn most(self) -> f64 {
        self.most
    }

    /// How large a quantity is, as a share of the most.
    pub(super) fn share(self, quantity: f64) -> Share {
        Share(Self::share_of(quantity, self.most))
    }

    pub(super) fn share_of(part: f64, whole: f64) -> f64 {
        if whole > 0.0 { part / whole } else { 0.0 }
    }
}

/// Quantities of one unit together, for no drawing shows two.
pub(in super::super) fn by_unit<'a>(figures: &[&'a Observation]) -> Vec<Vec<&'a Observation>> {
    let mut units: BTreeMap<Option<Unit>, Vec<&Observation>> = BTreeMap::new();
    for figure in figures {
        units.entry(figure.unit()).or_default().push(figure);
    }
    units.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        Edtf::new(text).unwrap()
    }

    #[test]
    fn time_runs_over_whole_years_or_months() {
        let time = |texts: &[&str]| Time::of(&texts.iter().map(|text| date(text)).collect::<Vec<_>>());
        let marks = |time: Time| time.ticks().into_iter().map(|(_, name)| name).collect::<Vec<_>>();
        let years = time(&["2014-06", "2023-04-18"]).unwrap();
        assert_eq!(marks(years), ["2014", "2016", "2018", "2020", "2022"]);
        assert_eq!(marks(time(&["2021-08-26", "2021-11"]).unwrap()), ["Aug 2021", "Sep 2021", "Oct 2021", "Nov 2021"]);
        assert_eq!(marks(time(&["0001", "9999"]).unwrap()), ["2000", "4000", "6000", "8000"]);
        assert_eq!(time(&["Y12345", "-0044"]), None);
    }

    #[test]
    fn a_stretch_says_how_its_ends_are_known() {
        let all = [date("2014"), date("2023")];
        let time = Time::of(&all).unwrap();
        let year = time.stretch(&all[0]);
        assert!((year.from.0 - MARGIN).abs() < 1e-9 && (year.width().0 * 10.0 - 0.976).abs() < 0.01, "{year:?}");
        assert_eq!(
            (time.stretch(&date("/2019")).start, time.stretch(&date("../2019")).start),
            (End::Unknown, End::Open)
        );
        assert_eq!(time.stretch(&date("2021-08/..")).to, Share(1.0));
    }

    #[test]
    fn quantities_are_as_open_as_their_source() {
        let range = |json: &str| Range::of(&serde_json::from_str(json).unwrap());
        let is = |least, most| Range { least, most };
        assert_eq!(range(r#"{"best":24}"#), is(Some(24.0), Some(24.0)));
        assert_eq!(range(r#"{"low":1500,"high":2000}"#), is(Some(1500.0), Some(2000.0)));
        assert_eq!(range(r#"{"low":20,"best":24}"#), is(Some(20.0), None));
        assert_eq!(range(r#"{"high":10.5}"#), is(None, Some(10.5)));
        assert_eq!(range(r#"{"words":"dozens"}"#), is(None, None));
        let rounded = |most| Amounts { most }.rounded().most();
        assert!((rounded(6_000.0) - 8_000.0).abs() < 1e-6 && (rounded(0.3) - 0.4).abs() < 1e-9);
        assert!(rounded(Amount::MAX) > Amount::MAX);
    }
}
