//! A timeline with a row for each event.

use maud::{Markup, html};
use standpoint_model::{Dataset, Edtf, Event};

use super::{
    key::{key, marks},
    scale::{Share, Time},
};
use crate::{prose, svg::lines};

/// How many letters stand on a line of a title, so that it fits its column, and a narrow screen.
const LETTERS: usize = 46;

/// Heights: of a line, and of the axis at the top.
const LINE: f64 = 16.0;
const AXIS: f64 = 24.0;

/// How a row is laid out. A page holds both and shows the one that fits.
#[derive(Clone, Copy)]
struct Layout {
    class: &'static str,
    /// Where titles and marks begin; dates begin at the left.
    title: Share,
    plot: Share,
    /// How much lower than the date the title stands, and than the last line of the title the marks.
    below: (f64, f64),
    /// What is free below a row.
    gap: f64,
}

/// The date, the title and the marks beside one another; or one below the other, on a narrow screen.
const LAYOUTS: [Layout; 2] = [
    Layout { class: "drawn wide", title: Share(0.18), plot: Share(0.52), below: (0.0, -4.0), gap: 12.0 },
    Layout { class: "drawn narrow", title: Share(0.0), plot: Share(0.0), below: (LINE, 11.0), gap: 8.0 },
];

struct Row<'a> {
    event: &'a Event,
    when: &'a Edtf,
    date: String,
    title: Vec<String>,
    /// How sure it is, to stand after the title.
    signs: String,
    address: String,
}

/// Each event in its time; one that is planned, in the time for which it is.
pub(super) fn draw(dataset: &Dataset, events: &[&Event], address: &dyn Fn(usize) -> String) -> Option<Markup> {
    let time = Time::of(events.iter().filter_map(|event| placed(event)))?;
    let rows: Vec<Row<'_>> = events
        .iter()
        .enumerate()
        .filter_map(|(nth, event)| Some((nth, *event, placed(event)?)))
        .map(|(nth, event, when)| {
            let signs = prose::marks(dataset, event.id.as_str());
            Row {
                event,
                when,
                date: prose::capitalised(&prose::brief(&when.english(), LETTERS)),
                title: lines(event.title.as_str(), LETTERS.saturating_sub(signs.len()), 2),
                signs,
                address: address(nth),
            }
        })
        .collect();
    let undated = events.len() - rows.len();
    Some(html! {
        figure class="chart" {
            @for layout in LAYOUTS { (layout.draw(&rows, time)) }
            figcaption {
                (key(rows.iter().map(|row| row.when), time))
                @if undated > 0 { p { (prose::counted(undated, "event", "events")) " without a date." } }
            }
        }
    })
}

/// When an event was, or for when it was planned.
fn placed(event: &Event) -> Option<&Edtf> {
    event.when.as_ref().or(event.due.as_ref())
}

impl Layout {
    fn draw(self, rows: &[Row<'_>], time: Time) -> Markup {
        let mut height = AXIS;
        let drawn: Vec<Markup> = rows
            .iter()
            .map(|row| {
                let first = height + LINE;
                let last = first + self.below.0 + LINE * (count(row.title.len()) - 1.0).max(0.0);
                height = last + self.below.1.max(0.0) + self.gap;
                self.row(row, time, first, last)
            })
            .collect();
        html! {
            svg class=(self.class) width="100%" height=(height) role="group"
                aria-label=(format!("Timeline of {}", prose::counted(rows.len(), "event", "events"))) {
                svg x=(self.plot) width=(Share(1.0 - self.plot.0)) height=(height) overflow="visible" {
                    g class="axis" aria-hidden="true" {
                        @for (at, name) in &time.ticks() {
                            line x1=(at) x2=(at) y1=(AXIS - 6.0) y2=(height) {}
                            text x=(at) y="12" text-anchor=(anchor(*at)) { (name) }
                        }
                    }
                }
                @for row in &drawn { (row) }
            }
        }
    }

    /// A row from its first line to the last one of its title.
    fn row(self, row: &Row<'_>, time: Time, first: f64, last: f64) -> Markup {
        let contested = prose::is_contested(&row.event.basis);
        let middle = if self.below.0 > 0.0 { last + self.below.1 } else { f64::midpoint(first, last) - 4.0 };
        html! {
            g class=(if contested { "row contested" } else { "row" }) {
                a href=(row.address) {
                    rect class="hit" x="0" y=(first - LINE + 3.0) width=(Share(if self.plot.0 > 0.0 { self.plot.0 } else { 1.0 }))
                        height=(last - first + LINE + 2.0) {}
                    text x="0" y=(first) class="date" { (row.date) }
                    text class="title" {
                        @for (nth, line) in row.title.iter().enumerate() {
                            tspan x=(self.title) y=(first + self.below.0 + LINE * count(nth)) {
                                (line)
                                @if nth + 1 == row.title.len() && !row.signs.is_empty() {
                                    tspan class="sign" dx="6" { (row.signs) }
                                }
                            }
                        }
                    }
                }
                svg x=(self.plot) width=(Share(1.0 - self.plot.0)) height=(middle + 10.0) overflow="visible" {
                    line class="rail" x1="0" x2="100%" y1=(middle) y2=(middle) {}
                    (marks(row.when, time, middle))
                }
            }
        }
    }
}

/// On which side of a mark its name stands, so that it stays within the drawing.
pub(super) fn anchor(at: Share) -> &'static str {
    match at.0 {
        ..0.06 => "start",
        0.94.. => "end",
        _ => "middle",
    }
}

fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}
