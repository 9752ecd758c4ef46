//! A timeline of many events: how many began when.

use std::collections::BTreeSet;

use maud::{Markup, html};
use standpoint_model::{Edtf, Event};

use super::{
    rows::anchor,
    scale::{Share, Time, months},
};
use crate::prose::{self, counted};

/// Heights: of the columns, and of the axis below them.
const HEIGHT: f64 = 150.0;
const AXIS: f64 = 22.0;
const TOP: f64 = 18.0;

/// How many columns there are at most.
const COLUMNS: i64 = 60;

/// The months that a column stands for, and what it is called.
const UNITS: [(i64, &str); 5] = [(1, "month"), (12, "year"), (120, "decade"), (1200, "century"), (12000, "millennium")];

/// The events that began in a stretch of time.
#[derive(Default)]
struct Column {
    /// Those whose date says so plainly, and those that are dated about then or possibly then.
    known: usize,
    about: usize,
    contested: usize,
    /// The first of them.
    first: Option<usize>,
}

/// When events began, in columns of one width.
struct Columns {
    all: Vec<Column>,
    /// The months of a column, and what it is called.
    unit: (i64, &'static str),
    /// The first month of the first column.
    origin: i64,
    /// How many events have a date, but not one that tells the column in which they began.
    vague: usize,
}

impl Columns {
    fn of(events: &[(usize, &Event)], beginnings: &[Option<Vec<Edtf>>], time: Time, unit: (i64, &'static str)) -> Self {
        let (start, end) = time.months();
        let origin = start.div_euclid(unit.0) * unit.0;
        let place = |month: i64| usize::try_from((month - origin).div_euclid(unit.0)).ok();
        let mut columns: Vec<Column> =
            (0..place(end - 1).map_or(0, |last| last + 1)).map(|_| Column::default()).collect();
        let mut vague = 0;
        for (&(nth, event), beginnings) in events.iter().zip(beginnings) {
            let Some(beginnings) = beginnings else { continue };
            let places: BTreeSet<Option<usize>> = beginnings
                .iter()
                .flat_map(|beginning| <[_; 2]>::from(months(beginning)))
                .map(|month| month.and_then(place))
                .collect();
            let only = places.first().copied().flatten().filter(|_| places.len() == 1);
            let Some(column) = only.and_then(|place| columns.get_mut(place)) else {
                vague += 1;
                continue;
            };
            let is_soft = beginnings.iter().any(|beginning| beginning.is_approximate() || beginning.is_uncertain());
            *if is_soft { &mut column.about } else { &mut column.known } += 1;
            column.contested += usize::from(prose::is_contested(&event.basis));
            column.first = column.first.or(Some(nth));
        }
        Self { all: columns, unit, origin, vague }
    }

    fn placed(&self) -> usize {
        self.all.iter().map(|column| column.known + column.about).sum()
    }
}

/// The dates on one of which something began, or nothing where the date does not tell.
fn beginnings(when: &Edtf) -> Vec<Edtf> {
    let start = |date: &Edtf| Edtf::new(date.as_str().split('/').next().unwrap_or_default()).ok();
    let members = when.members();
    // Of dates that are all meant, the first is the beginning.
    let first = if when.is_choice() { members.len() } else { 1 };
    let starts: Option<Vec<Edtf>> = members.iter().take(first).map(start).collect();
    starts.unwrap_or_default()
}

/// When events began, as far as their dates tell that to a month, a year or whatever a column stands for.
///
/// An event is in one column or in none, so that one that goes on for long, or may have begun at any time, makes no column
/// higher than what is known does. Only what happened, and happened once, is counted.
pub(super) fn draw(events: &[&Event], address: &dyn Fn(usize) -> String) -> Option<Markup> {
    let all = events.len();
    let events: Vec<(usize, &Event)> = events.iter().copied().enumerate().filter(|(_, event)| event.counts()).collect();
    let beginnings: Vec<Option<Vec<Edtf>>> =
        events.iter().map(|(_, event)| event.when.as_ref().map(self::beginnings)).collect();
    let undated = beginnings.iter().filter(|beginnings| beginnings.is_none()).count();
    let is_within_a_year = |date: &&Edtf| matches!(months(date), (Some(from), Some(to)) if to - from < 12);
    let time = Time::of(beginnings.iter().flatten().flatten().filter(is_within_a_year))?;
    let (start, end) = time.months();
    // As narrow as most events can be told apart in, if there is room for so many.
    let units = UNITS.into_iter().filter(|(unit, _)| (end - start) / unit <= COLUMNS);
    let mut drawings = units.map(|unit| Columns::of(&events, &beginnings, time, unit)).peekable();
    let dated = events.len() - undated;
    let Columns { all: columns, unit: (unit, name), origin, vague } = loop {
        let columns = drawings.next()?;
        if columns.placed() * 2 >= dated || drawings.peek().is_none_or(|wider| wider.placed() == columns.placed()) {
            break columns;
        }
    };
    let most = columns.iter().map(|column| column.known + column.about).max().unwrap_or_default();
    if most == 0 {
        return None;
    }
    let levels: &[usize] = if most > 1 { &[most, most / 2] } else { &[most] };
    let y = |number: usize| TOP + HEIGHT - height(number, most);
    let ticks = time.ticks();
    Some(html! {
        figure class="chart" {
            svg class="drawn" width="100%" height=(TOP + HEIGHT + AXIS) role="group"
                aria-label=(format!("How many of {} events began in each {name}", events.len())) {
                g class="axis" aria-hidden="true" {
                    @for (at, name) in &ticks {
                        line x1=(at) x2=(at) y1=(TOP) y2=(TOP + HEIGHT + 6.0) {}
                        text x=(at) y=(TOP + HEIGHT + 18.0) text-anchor=(anchor(*at)) { (name) }
                    }
                    @for &level in levels {
                        line x1="0" x2="100%" y1=(y(level)) y2=(y(level)) {}
                        text x="100%" y=(y(level) - 6.0) text-anchor="end" { (level) }
                    }
                    line class="base" x1="0" x2="100%" y1=(TOP + HEIGHT) y2=(TOP + HEIGHT) {}
                }
                @for (nth, column) in (0i64..).zip(&columns) {
                    @let (from, to) = ((origin + nth * unit).max(start), (origin + (nth + 1) * unit).min(end));
                    @if let Some(first) = column.first {
                        a href=(address(first)) { (column.draw((time.month(from), time.month(to)), most, &label(from, unit))) }
                    }
                }
            }
            figcaption {
                p { "Events by the " (name) " in which they began, however long they went on." }
                ul class="key" {
                    li { svg class="drawn" width="14" height="14" aria-hidden="true" {
                        rect class="throughout" width="14" height="14" {} } " began in the " (name) }
                    @if columns.iter().any(|column| column.about > 0) {
                        li { svg class="drawn" width="14" height="14" aria-hidden="true" {
                            rect class="within" x="1" y="1" width="12" height="12" {} } " began about then or possibly then" }
                    }
                }
                @if vague > 0 { p { (counted(vague, "event", "events")) " not shown: no " (name) " is known in which they began." } }
                @if undated > 0 { p { (counted(undated, "event", "events")) " without a date." } }
                @if all > events.len() {
                    p { (counted(all - events.len(), "event", "events")) " not counted: planned, called off, told as a series, or a whole conflict or process." }
                }
            }
        }
    })
}

/// How high so many are where the most are as high as the drawing.
fn height(number: usize, most: usize) -> f64 {
    let share =
        f64::from(u32::try_from(number).unwrap_or(u32::MAX)) / f64::from(u32::try_from(most).unwrap_or(u32::MAX));
    (share * HEIGHT * 10.0).round() / 10.0
}

impl Column {
    fn draw(&self, (from, to): (Share, Share), most: usize, name: &str) -> Markup {
        let (known, about) = (height(self.known, most), height(self.about, most));
        let gap = (to.0 - from.0) * 0.1;
        let (x, width) = (Share(from.0 + gap), Share(to.0 - from.0 - 2.0 * gap));
        html! {
            title { (self.tell(name)) }
            rect class="throughout" x=(x) width=(width) y=(TOP + HEIGHT - known) height=(known) {}
            rect class="within" x=(x) width=(width) y=(TOP + HEIGHT - known - about) height=(about) {}
        }
    }

    fn tell(&self, name: &str) -> String {
        let about = if self.about > 0 { format!(" and {} about or possibly then", self.about) } else { String::new() };
        let contested = if self.contested > 0 { format!(", {} contested", self.contested) } else { String::new() };
        format!("{name}: {} began{about}{contested}", counted(self.known, "event", "events"))
    }
}

/// What a column is called that begins with this month.
fn label(month: i64, unit: i64) -> String {
    let year = month.div_euclid(12);
    match unit {
        1 => format!("{year}-{:02}", month.rem_euclid(12) + 1),
        12 => year.to_string(),
        _ => format!("{year} to {}", (month + unit).div_euclid(12) - 1),
    }
}

#[cfg(test)]
mod tests {
    use standpoint_model::Record;

    use super::*;

    /// What the columns of events with these dates tell, and the words below them.
    fn drawn(dates: &[&str]) -> (Vec<String>, String) {
        let records: Vec<Record> = dates
            .iter()
            .map(|when| {
                let basis =
                    serde_json::json!({ "modality": "stated", "evidence": [{ "source": "source/a", "locator": "1" }] });
                let mut event = serde_json::json!({
                    "kind": "event", "id": "event/e", "type": "attack", "title": "An attack", "basis": basis,
                });
                if !when.is_empty() {
                    event["when"] = (*when).into();
                }
                serde_json::from_value(event).unwrap()
            })
            .collect();
        let events: Vec<&Event> = records
            .iter()
            .map(|record| if let Record::Event(event) = record { event } else { unreachable!() })
            .collect();
        let page = draw(&events, &|nth| format!("#{nth}")).map(Markup::into_string).unwrap_or_default();
        let titles = page.split("<title>").skip(1).map(|rest| rest.split("</title>").next().unwrap().to_owned());
        (titles.collect(), page.rsplit("<figcaption>").next().unwrap().to_owned())
    }

    #[test]
    fn an_event_is_counted_where_it_began_and_nowhere_else() {
        let mut dates: Vec<String> =
            (1994..2024).flat_map(|year| [format!("{year}-05/.."), format!("{year}-06/")]).collect();
        dates.push("2001-02/2019".into());
        let (columns, _) = drawn(&dates.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(columns.len(), 30);
        assert_eq!((columns[0].as_str(), columns[29].as_str()), ("1994: 2 events began", "2023: 2 events began"));
        assert_eq!(columns[7], "2001: 3 events began");
    }

    #[test]
    fn what_is_not_known_is_told_apart() {
        let dates = [
            "1990",
            "2003-04-05",
            "2003~",
            "2003-07?/2009",
            "[2003-01-01,2003-05-01]",
            "{2003,2005}",
            "2010/..",
            "/2003",
            "../2003",
            "[2003,2004]",
            "200X",
            "2003/2004~",
            "2002-12/2003-02",
            "",
            "",
        ];
        let (columns, words) = drawn(&dates);
        assert_eq!(
            columns,
            [
                "1990: 1 event began",
                "2002: 1 event began",
                "2003: 4 events began and 2 about or possibly then",
                "2010: 1 event began",
            ]
        );
        assert!(words.contains("4 events not shown") && words.contains("2 events without a date"), "{words}");
    }

    #[test]
    fn columns_are_as_wide_as_most_dates_need() {
        let (columns, _) = drawn(&["2019", "2020", "2021", "2021"]);
        assert_eq!(columns, ["2019: 1 event began", "2020: 1 event began", "2021: 2 events began"]);
        let (columns, words) = drawn(&["2019-01", "2019-02-03", "2019-02", "2019"]);
        assert_eq!(columns, ["2019-01: 1 event began", "2019-02: 2 events began"]);
        assert!(words.contains("1 event not shown"), "{words}");
        assert_eq!(drawn(&["/2019", "", "18XX"]).0, [""; 0]);
    }
}
