//! The interests of an actor are numbered from 1 without gaps.

use standpoint_model::{Interest, Kind};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    rank::{Numbered, check_ranks},
    relation::Group,
    relations::Series,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("interest-ranks", Level::Error, include_str!("../../docs/interest-ranks.md")),
    check: Check::Groups,
};

pub(super) fn check(series: &Series<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Series::Interests(actor) = series else { return };
    let numbered = Numbered {
        code: &RULE.code,
        kind: Kind::Interest,
        one: "interest",
        all: "interests",
        of: format!("of `{actor}`"),
    };
    let interests = group.distinct::<Interest>().filter_map(|(entry, interest)| Some((entry, interest.rank?)));
    check_ranks(&numbered, interests.collect(), group, findings);
}
