//! The claims about something under a heading are numbered from 1 without gaps.

use standpoint_model::{Kind, Statement};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    rank::{Numbered, check_ranks},
    relation::Group,
    relations::Series,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("statement-ranks", Level::Warning, include_str!("../../docs/statement-ranks.md")),
    check: Check::Groups,
};

pub(super) fn check(series: &Series<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Series::Claims(about, topic) = series else { return };
    let numbered = Numbered {
        code: &RULE.code,
        kind: Kind::Statement,
        one: "statement",
        all: "statements",
        of: format!("about `{about}` under `{topic}`"),
    };
    let claims = group.distinct::<Statement>().filter_map(|(entry, claim)| Some((entry, claim.rank?)));
    check_ranks(&numbered, claims.collect(), group, findings);
}
