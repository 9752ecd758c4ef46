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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_interests_of_an_actor_have_one_rank() {
        RULE.finds(
            r#"
            {"id":"interest/a","rank":1}
            {"id":"interest/b","rank":1}
                                      ^ interest-ranks: another interest of `actor/a` has the rank 1 already
            {"id":"interest/c","rank":4}
            {"id":"interest/of-another","actor":"actor/b","rank":1}
            {"id":"interest/a","rank":1}
            "#,
        );
    }

    #[test]
    fn the_first_gap_is_told_of() {
        RULE.finds(
            r#"
            {"id":"interest/c","rank":6}
            {"id":"interest/b","rank":3}
                                      ^ interest-ranks: this one is 3 where 2 comes next
            {"id":"interest/a","rank":1}
            {"id":"interest/of-another","actor":"actor/b","rank":2}
                                                                 ^ interest-ranks: this one is 2 where 1 comes next
            "#,
        );
    }

    #[test]
    fn interests_that_do_not_count_may_fill_gaps() {
        RULE.finds(
            r#"
            {"id":"interest/a","rank":1}
            {"id":"interest/retracted","rank":2,"status":"retracted"}
            {"id":"interest/c","rank":3}
            {"id":"interest/d","actor":"actor/b","rank":1}
            {"id":"interest/a","actor":"actor/b","rank":2}
            {"id":"interest/e","actor":"actor/b","rank":3}
            {"id":"interest/f","actor":"actor/c","rank":1}
            {"id":"interest/looked-at-for-another-reason","actor":"actor/c","rank":2,"supported_by":["event/gone"]}
            "#,
        );
    }

    #[test]
    fn an_interest_that_is_refused_may_fill_any_gap() {
        RULE.finds(
            r#"
            {"id":"interest/a","rank":1}
            {"id":"interest/b","rank":0}
                                      ^ number-out-of-range
            {"id":"interest/c","rank":3}
            "#,
        );
    }

    #[test]
    fn what_cannot_be_read_may_fill_any_gap() {
        RULE.finds(
            r#"
            {"id":"interest/a","rank":2}
            {x}
             ^ invalid-json
            "#,
        );
    }
}
