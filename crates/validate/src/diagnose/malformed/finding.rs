//! What is said of a text that a parser refused.

use standpoint_report::{Change, Finding};

use super::{
    scan::{Cause, scan},
    syntax,
};
use crate::read::stretch::Stretch;

/// The finding for a text that a parser refused as JSON.
pub(crate) fn finding(stretch: Stretch<'_>) -> Box<Finding> {
    // The scan refuses whatever the parser refuses, as a test makes sure.
    let (at, cause) = scan(stretch.text).unwrap_or((stretch.text.len(), Cause::End));
    let fault = syntax::fault(stretch.text, at, cause);
    let place = stretch.place(fault.at);
    // Whoever writes a file in another form writes all of it so.
    let group = format!("{} {}", fault.message, fault.help);
    let finding = Finding::new(fault.code, place.clone(), fault.message).help(fault.help).of_group(group);
    let finding = if fault.is_surplus { finding.repair(place, Change::Remove) } else { finding };
    Box::new(match fault.related {
        Some((at, what)) => finding.related(stretch.place(at), what),
        None => finding,
    })
}
