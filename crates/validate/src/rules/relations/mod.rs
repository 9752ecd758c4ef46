//! The relations, one file each. [`relations`](crate::rules::relations) lists them with the rules over them.

mod chains;
mod changes;
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
mod postures;
mod ranks;
mod scales;
mod shared;
mod sources;
mod talks;
mod tenures;
mod ties;
mod tolls;
mod totals;
mod verdicts;

pub(crate) use self::{
    chains::{Chains, Lead, needs, steps},
    changes::{Changes, Held, ends},
    chronology::{Chronology, is_toll},
    codes::Codes,
    copies::{Common, Copies},
    dates::Dates,
    enclosure::Enclosure,
    endpoints::{Endpoints, actors},
    facts::{Fact, Facts, amounts},
    figures::{Figures, Quantity, bounds},
    ids::{IdTrace, Ids},
    lifetimes::Lifetimes,
    meetings::{Meeting, Meetings},
    names::Names,
    postures::Postures,
    ranks::{Ranks, Series},
    scales::Scales,
    sources::Sources,
    talks::{Talks, makes_agreements},
    tenures::{Tenure, Tenures},
    ties::Ties,
    tolls::{Tolls, is_number},
    totals::Totals,
    verdicts::{Ones, Verdicts, is_person, takes_two},
};
