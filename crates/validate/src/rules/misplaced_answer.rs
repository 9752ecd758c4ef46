//! Others answer a position, and its holders alone withdraw it.

use standpoint_model::{Actor, Id, Position, PositionForm};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("misplaced-answer", Level::Warning, include_str!("../../docs/misplaced-answer.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((other, answered)) = group.named::<Position>(id) else { return };
    if answered.holders.is_empty() || !answered.status.is_current() {
        return;
    }
    for (entry, position) in group.of::<Position>().filter(|(_, position)| !position.holders.is_empty()) {
        // Of several, some may be its own: who accepts an offer may so give up what it asked for before.
        if position.answers != [answered.id.clone()] || position.id == answered.id {
            continue;
        }
        let (message, help) = match position.form {
            PositionForm::Acceptance | PositionForm::Refusal if are_same(&position.holders, &answered.holders) => (
                format!("`{id}` has the same holders, who cannot give an answer to themselves"),
                "name the position of another that is answered; who takes back what it asked or offered has a `withdrawal`",
            ),
            PositionForm::Withdrawal if are_apart(&position.holders, &answered.holders) => (
                format!("`{id}` is held by others, who alone can withdraw it"),
                "name the position that is withdrawn; who rejects what another asks or offers has a `refusal`",
            ),
            _ => continue,
        };
        findings.push(
            Finding::new(&RULE.code, entry.value("/answers/0"), message)
                .related(other.value("/holders"), "who holds it")
                .help(help),
        );
    }
}

/// Whether both name the same actors, in whatever order.
fn are_same(one: &[Id<Actor>], other: &[Id<Actor>]) -> bool {
    one.iter().all(|actor| other.contains(actor)) && other.iter().all(|actor| one.contains(actor))
}

fn are_apart(one: &[Id<Actor>], other: &[Id<Actor>]) -> bool {
    !one.iter().any(|actor| other.contains(actor))
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn nobody_accepts_or_refuses_its_own_position() {
        RULE.finds(
            r#"
            {"id":"position/demand","holders":["actor/a"]}
            {"id":"position/yes","form":"acceptance","answers":["position/demand"]}
                                                                ^^^^^^^^^^^^^^^^^ misplaced-answer: `position/demand` has the same holders
            {"id":"position/no","form":"refusal","answers":["position/demand"]}
                                                            ^^^^^^^^^^^^^^^^^ misplaced-answer: who takes back what it asked or offered has a `withdrawal`
            {"id":"position/joint","holders":["actor/a","actor/b"]}
            {"id":"position/one-of-them","form":"refusal","answers":["position/joint"]}
            {"id":"position/both","form":"refusal","holders":["actor/b","actor/a"],"answers":["position/joint"]}
                                                                                              ^^^^^^^^^^^^^^^^ misplaced-answer
            {"id":"position/gives-up","form":"acceptance","answers":["position/joint","position/demand"]}
            {"id":"position/itself","form":"refusal","answers":["position/itself"]}
            {"id":"position/to-it","form":"refusal","holders":["actor/b"],"answers":["position/itself"]}
            {"id":"position/changed","form":"demand","answers":["position/demand"]}
            {"id":"position/back","form":"withdrawal","answers":["position/demand"]}
            {"id":"position/retracted","form":"refusal","answers":["position/demand"],"status":"retracted"}
            "#,
        );
    }

    #[test]
    fn nobody_withdraws_what_others_hold() {
        RULE.finds(
            r#"
            {"id":"position/offer","form":"offer","holders":["actor/b","actor/c"]}
            {"id":"position/a","form":"withdrawal","answers":["position/offer"]}
                                                              ^^^^^^^^^^^^^^^^ misplaced-answer: `position/offer` is held by others, who alone can withdraw it
            {"id":"position/c","form":"withdrawal","holders":["actor/c"],"answers":["position/offer"]}
            {"id":"position/no","form":"refusal","answers":["position/offer"]}
            {"id":"event/accord","type":"agreement","participants":[{"actor":"actor/b","role":"party"}]}
            {"id":"position/agreed","form":"agreed","in":"event/accord","holders":[]}
            {"id":"position/out","form":"withdrawal","answers":["position/agreed"]}
            "#,
        );
    }

    #[test]
    fn of_two_positions_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"position/offer","holders":["actor/b"]}
            {"id":"position/offer","holders":["actor/a"]}
            {"id":"position/own","holders":["actor/a"]}
            {"id":"position/own","holders":["actor/b"]}
            {"id":"position/no","form":"refusal","answers":["position/offer"]}
            {"id":"position/to-itself","form":"refusal","answers":["position/own"]}
                                                                   ^^^^^^^^^^^^^^ misplaced-answer: has the same holders
            {"id":"position/back","form":"withdrawal","answers":["position/offer"]}
                                                                 ^^^^^^^^^^^^^^^^ misplaced-answer
            "#,
        );
    }
}
