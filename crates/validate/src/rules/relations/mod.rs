//! The relations, one file each. [`relations`](crate::rules::relations) lists them with the rules over them.

mod chains;
mod chronology;
mod codes;
mod copies;
mod dates;
mod enclosure;
mod endpoints;
mod facts;
mod figures;
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
    copies::{Common, Copies},
    dates::Dates,
    enclosure::Enclosure,
    endpoints::{Endpoints, actors},
    facts::{Fact, Facts},
    figures::{Figures, Quantity, bounds},
    ids::{IdTrace, Ids},
    lifetimes::Lifetimes,
    meetings::{Meeting, Meetings},
    names::Names,
    postures::Postures,
    ranks::{Ranks, Series},
    sources::Sources,
    ties::Ties,
    tolls::{Tolls, is_number},
};
