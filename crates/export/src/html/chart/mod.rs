//! Dates and quantities as drawings, in which what is uncertain looks uncertain.
//!
//! Each is one SVG whose widths are shares of the room there is and whose heights and letters are not, so that it fits a
//! telephone as well as a desk. What a drawing shows, a list beside it says in words.

mod columns;
mod key;
mod over_time;
mod rows;
mod scale;
mod tolls;

use maud::Markup;
use standpoint_model::{Dataset, Event};

pub(super) use self::{over_time::over_time, scale::by_unit, tolls::tolls};

/// How many rows a drawing has at most, so that a reader still sees all of it.
const ROWS: usize = 60;

/// The events in time: each in a row of its own or, where they are many, how many there were when.
///
/// `address` says where the event that is the `nth` of them is told of.
pub(super) fn timeline(dataset: &Dataset, events: &[&Event], address: &dyn Fn(usize) -> String) -> Option<Markup> {
    let dated = events.iter().filter(|event| event.when.is_some()).count();
    if dated > ROWS { columns::draw(events, address) } else { rows::draw(dataset, events, address) }
}
