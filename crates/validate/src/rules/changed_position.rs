//! Who takes another position than before says which one it takes the place of.

use standpoint_model::Position;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        relation::Group,
        relations::{Held, amounts, ends},
        rule::{Check, Rule},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("changed-position", Level::Note, include_str!("../../docs/changed-position.md")),
    check: Check::Groups,
};

pub(super) fn check(held: &Held<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let positions: Vec<(&Entry, &Position)> = group.distinct::<Position>().collect();
    let (Held::OnIssue([holder, on]) | Held::Answer([holder, on])) = held;
    for (entry, position) in &positions {
        let is_changed = |(_, other): &&(&Entry, &Position)| {
            let differs = match held {
                Held::OnIssue(_) => lie_apart(position, other),
                Held::Answer(_) => position.form != other.form,
            };
            differs && before(other.when.as_ref(), position.when.as_ref())
        };
        // Only the last one before it: what that one took the place of is its own matter.
        let earlier = positions.iter().filter(is_changed);
        let Some((other, last)) =
            earlier.max_by_key(|(_, other)| other.when.as_ref().and_then(|when| when.latest().day()))
        else {
            continue;
        };
        if position.answers.contains(&last.id) || last.answers.contains(&position.id) {
            continue;
        }
        let message =
            format!("`{holder}` held something else of `{on}` before, and this does not say that it changed its mind");
        findings.push(
            Finding::new(&RULE.code, entry.id(), message).related(other.id(), "what it held before").help(format!(
                "if it did, name `{}` in `answers`; if it holds both, nothing needs to be done",
                last.id
            )),
        );
    }
}

/// Whether no point of the scale is in both.
fn lie_apart(one: &Position, other: &Position) -> bool {
    let ends = |position: &Position| position.at.as_ref().map(amounts).and_then(ends);
    ends(one)
        .zip(ends(other))
        .is_some_and(|((least, most), (other_least, other_most))| most < other_least || other_most < least)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn who_moves_on_a_scale_says_so() {
        RULE.finds(
            r#"
            {"id":"issue/i","scale":{"from":{"value":0},"to":{"value":100}}}
            {"id":"position/one","at":{"best":80},"when":"2020"}
            {"id":"position/two","at":{"best":60},"when":"2021"}
                  ^^^^^^^^^^^^^^ changed-position: `actor/a` held something else of `issue/i` before
            {"id":"position/around-both","at":{"low":60,"high":90},"when":"2022"}
            {"id":"position/of-another","holders":["actor/b"],"at":{"best":10},"when":"2022"}
            {"id":"position/on-another","issue":"issue/j","at":{"best":10},"when":"2022"}
            {"id":"position/undated","at":{"best":10}}
            {"id":"position/worded","at":{"words":"less"},"when":"2022"}
            {"id":"position/open","at":{"low":95},"when":"2022"}
            {"id":"position/retracted","at":{"best":10},"when":"2022","status":"retracted"}
            "#,
        );
    }

    #[test]
    fn only_the_last_position_before_it_counts() {
        RULE.finds(
            r#"
            {"id":"position/one","at":{"best":80},"when":"2020"}
            {"id":"position/two","at":{"best":60},"when":"2021","answers":["position/one"]}
            {"id":"position/three","at":{"best":40},"when":"2022","answers":["position/one"]}
                  ^^^^^^^^^^^^^^^^ changed-position: if it did, name `position/two` in `answers`
            {"id":"position/four","at":{"best":20},"when":"2023","answers":["position/three"]}
            {"id":"position/later","holders":["actor/b"],"at":{"best":60},"when":"2021"}
            {"id":"position/earlier","holders":["actor/b"],"at":{"best":80},"when":"2020","answers":["position/later"]}
            "#,
        );
    }

    #[test]
    fn of_one_time_nobody_knows_which_came_first() {
        RULE.finds(
            r#"
            {"id":"position/one","at":{"best":80},"when":"2020"}
            {"id":"position/two","at":{"best":60},"when":"2020"}
            {"id":"position/three","at":{"best":40},"when":"2020/2021"}
            "#,
        );
    }

    #[test]
    fn who_accepts_what_it_refused_says_so() {
        RULE.finds(
            r#"
            {"id":"position/offer","holders":["actor/b"],"form":"offer"}
            {"id":"position/no","form":"refusal","answers":["position/offer"],"when":"2020"}
            {"id":"position/yes","form":"acceptance","answers":["position/offer"],"when":"2021"}
                  ^^^^^^^^^^^^^^ changed-position: `actor/a` held something else of `position/offer` before
            {"id":"position/reconsidered","form":"acceptance","answers":["position/offer","position/no"],"when":"2021"}
            {"id":"position/of-another","holders":["actor/c"],"form":"acceptance","answers":["position/offer"],"when":"2021"}
            {"id":"position/still","form":"refusal","answers":["position/draft"],"when":"2020"}
            {"id":"position/again","form":"refusal","answers":["position/draft"],"when":"2021"}
            {"id":"position/back","form":"withdrawal","answers":["position/draft"],"when":"2022"}
            "#,
        );
    }
}
