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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_statements_under_a_heading_have_one_rank() {
        RULE.finds(
            r#"
            {"id":"statement/a","rank":1}
            {"id":"statement/b","rank":1}
                                       ^ statement-ranks: another statement about `actor/a` under `motive` has the rank 1 already
            {"id":"statement/c","rank":3}
            {"id":"statement/other-topic","topic":"capacity","rank":1}
            {"id":"statement/about-another","about":"actor/b","rank":1}
            {"id":"statement/unranked"}
            "#,
        );
    }

    #[test]
    fn the_first_gap_is_told_of() {
        RULE.finds(
            r#"
            {"id":"statement/c","rank":5}
            {"id":"statement/b","rank":3}
                                       ^ statement-ranks: this one is 3 where 2 comes next
            {"id":"statement/a","rank":1}
            {"id":"statement/other-topic","topic":"capacity","rank":2}
                                                                    ^ statement-ranks: this one is 2 where 1 comes next
            "#,
        );
    }

    #[test]
    fn statements_that_do_not_count_may_fill_gaps() {
        RULE.finds(
            r#"
            {"id":"statement/a","rank":1}
            {"id":"statement/retracted","rank":2,"status":"retracted"}
            {"id":"statement/c","rank":3}
            {"id":"statement/unranked"}
            {"id":"statement/unranked-too","topic":"capacity"}
            "#,
        );
    }
}
