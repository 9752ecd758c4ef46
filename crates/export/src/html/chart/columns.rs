//! A timeline of many events: how many there were when.

use maud::{Markup, html};
use standpoint_model::Event;

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

#[derive(Default)]
struct Column {
    /// Events that can only have been in this stretch, and those that may have been in it.
    certain: usize,
    possible: usize,
    contested: usize,
    /// The first event that may have been in it.
    first: Option<usize>,
}

pub(super) fn draw(events: &[&Event], address: &dyn Fn(usize) -> String) -> Option<Markup> {
    let time = Time::of(events.iter().filter_map(|event| event.when.as_ref()))?;
    let (start, end) = time.months();
    let (unit, name) = UNITS.into_iter().find(|(unit, _)| (end - start) / unit <= COLUMNS).unwrap_or(UNITS[4]);
    let origin = start.div_euclid(unit) * unit;
    let place = |month: i64| usize::try_from((month - origin).div_euclid(unit)).unwrap_or_default();
    let mut columns: Vec<Column> = (0..=place(end - 1)).map(|_| Column::default()).collect();
    let last = columns.len() - 1;
    let mut undated = 0;
    for (nth, event) in events.iter().enumerate() {
        let Some((from, to)) = event.when.as_ref().map(months).filter(|bounds| *bounds != (None, None)) else {
            undated += 1;
            continue;
        };
        let (from, to) = (from.map_or(0, &place), to.map_or(last, &place));
        for column in &mut columns[from..=to] {
            *if from == to { &mut column.certain } else { &mut column.possible } += 1;
            column.contested += usize::from(prose::is_contested(&event.basis));
            column.first = Some(column.first.unwrap_or(nth));
        }
    }
    let most = columns.iter().map(|column| column.certain + column.possible).max().unwrap_or_default().max(1);
    let ticks = time.ticks();
    Some(html! {
        figure class="chart" {
            svg class="drawn" width="100%" height=(TOP + HEIGHT + AXIS) role="group"
                aria-label=(format!("How many of {} events there were in each {name}", events.len())) {
                g class="axis" aria-hidden="true" {
                    @for (at, name) in &ticks {
                        line x1=(at) x2=(at) y1=(TOP) y2=(TOP + HEIGHT + 6.0) {}
                        text x=(at) y=(TOP + HEIGHT + 18.0) text-anchor=(anchor(*at)) { (name) }
                    }
                    line x1="0" x2="100%" y1=(TOP) y2=(TOP) {}
                    text x="100%" y=(TOP - 6.0) text-anchor="end" { (most) }
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
                ul class="key" {
                    li { svg class="drawn" width="14" height="14" aria-hidden="true" {
                        rect class="throughout" width="14" height="14" {} } " events in the " (name) }
                    li { svg class="drawn" width="14" height="14" aria-hidden="true" {
                        rect class="within" x="1" y="1" width="12" height="12" {} } " events that may have been in it, each counted in all that it may have been in" }
                }
                @if undated > 0 { p { (counted(undated, "event", "events")) " without a date." } }
            }
        }
    })
}

impl Column {
    fn draw(&self, (from, to): (Share, Share), most: usize, name: &str) -> Markup {
        let height = |number: usize| {
            let share = f64::from(u32::try_from(number).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(most).unwrap_or(u32::MAX));
            (share * HEIGHT * 10.0).round() / 10.0
        };
        let (certain, possible) = (height(self.certain), height(self.possible));
        let gap = (to.0 - from.0) * 0.1;
        let (x, width) = (Share(from.0 + gap), Share(to.0 - from.0 - 2.0 * gap));
        html! {
            title { (self.tell(name)) }
            rect class="throughout" x=(x) width=(width) y=(TOP + HEIGHT - certain) height=(certain) {}
            rect class="within" x=(x) width=(width) y=(TOP + HEIGHT - certain - possible) height=(possible) {}
        }
    }

    fn tell(&self, name: &str) -> String {
        let number = match self.possible {
            0 => counted(self.certain, "event", "events"),
            possible => format!("{} to {} events", self.certain, self.certain + possible),
        };
        let contested = if self.contested > 0 { format!(", {} contested", self.contested) } else { String::new() };
        format!("{name}: {number}{contested}")
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
