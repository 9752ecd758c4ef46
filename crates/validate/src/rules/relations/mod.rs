//! The relations, one file each. [`relations`](crate::rules::relations) lists them with the rules over them.

mod chains;
mod chronology;
mod codes;
mod contradictions;
mod copies;
mod dates;
mod enclosure;
mod endpoints;
mod facts;
mod ids;
mod lifetimes;
mod meetings;
mod names;
mod once;
mod postures;
mod ranks;
mod sources;
mod ties;
mod tolls;

pub(crate) use self::{
    chains::{Chains, Lead},
    chronology::Chronology,
    codes::Codes,
    contradictions::Contradictions,
    copies::{Common, Copies},
    dates::Dates,
    enclosure::Enclosure,
    endpoints::Endpoints,
    facts::{Fact, Facts},
    ids::{IdTrace, Ids},
    lifetimes::Lifetimes,
    meetings::{Meeting, Meetings},
    names::Names,
    once::Once,
    postures::Postures,
    ranks::Ranks,
    sources::Sources,
    ties::Ties,
    tolls::Tolls,
};
use super::{
    log::{Log, part_of},
    relation::{Hasher, Relation, Trace, Traces, Whole},
};
use crate::{
    dataset::view::Entry,
    diagnose::exact::Refusals,
    recognise::{Days, Sketch, Slot},
};

/// The first and the last day of a time to which others are compared. Days so far away that they are not told apart may
/// always be before or after others.
fn far_ends(when: Days) -> (i32, i32) {
    let [past, future] = Days::FAR;
    let first = if when.first == past { past + 1 } else { when.first };
    let last = if when.last == future { future - 1 } else { when.last };
    (first, last)
}
