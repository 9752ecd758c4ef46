//! Who claims an event takes part in it.

use standpoint_model::{Event, Role, Stance};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Standpoint},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("claimant-without-part", Level::Warning, include_str!("../../docs/claimant-without-part.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(event) = entry.current::<Event>() else { return };
    let claims = event.basis.standpoints.iter().enumerate();
    for (index, claim) in claims.filter(|(_, position)| position.stance == Stance::ClaimsResponsibility) {
        let takes_part = event.participants.iter().any(|part| part.actor == claim.holder && is_active(part.role));
        if !takes_part {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/basis/standpoints/{index}/holder")),
                    format!("`{}` claims this event, but takes no active part in it", claim.holder),
                )
                .help("add it to the `participants`; how sure the source is of its part, the `modality` says"),
            );
        }
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    let is_there =
        |claimant: u64| record.parties.iter().any(|party| party.actor == claimant && party.role.is_some_and(is_active));
    let claims = |position: &&Standpoint| position.stance == Some(Stance::ClaimsResponsibility);
    record.is_current() && record.standpoints.iter().filter(claims).any(|claim| !is_there(claim.holder))
}

fn is_active(role: Role) -> bool {
    match role {
        Role::Initiator
        | Role::Party
        | Role::Supporter
        | Role::Associate
        | Role::Leader
        | Role::Mediator
        | Role::Host
        | Role::Guarantor
        | Role::Signatory
        | Role::Speaker => true,
        Role::Target | Role::Victim | Role::Witness | Role::Observer | Role::Subject => false,
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn who_claims_an_event_has_an_active_part_in_it() {
        RULE.finds(
            r#"
            {"id":"event/a","participants":[{"actor":"actor/a","role":"victim"},{"actor":"actor/b","role":"initiator"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
                                                                                                                                                          ^^^^^^^^^ claimant-without-part: `actor/a` claims this event
            {"id":"event/b","participants":[{"actor":"actor/a","role":"subject"}],"basis":{"standpoints":[{"holder":"actor/b","stance":"asserts"},{"holder":"actor/a","stance":"claims-responsibility"}]}}
                                                                                                                                                            ^^^^^^^^^ claimant-without-part
            {"id":"event/c","participants":[{"actor":"actor/a","role":"target"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
                                                                                                                   ^^^^^^^^^ claimant-without-part
            {"id":"event/d","participants":[{"actor":"actor/a","role":"witness"},{"actor":"actor/a","role":"observer"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
                                                                                                                                                          ^^^^^^^^^ claimant-without-part
            {"id":"event/retracted","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]},"status":"retracted"}
            {"id":"relationship/r","basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            "#,
        );
    }

    #[test]
    fn every_deed_is_an_active_part() {
        RULE.finds(
            r#"
            {"id":"event/a","participants":[{"actor":"actor/a","role":"initiator"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/b","participants":[{"actor":"actor/b","role":"victim"},{"actor":"actor/a","role":"party"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/c","participants":[{"actor":"actor/a","role":"supporter"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/d","participants":[{"actor":"actor/a","role":"associate"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/e","participants":[{"actor":"actor/a","role":"leader"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/f","participants":[{"actor":"actor/a","role":"mediator"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/g","participants":[{"actor":"actor/a","role":"host"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/h","participants":[{"actor":"actor/a","role":"guarantor"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/i","participants":[{"actor":"actor/a","role":"signatory"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            {"id":"event/j","participants":[{"actor":"actor/a","role":"speaker"}],"basis":{"standpoints":[{"holder":"actor/a","stance":"claims-responsibility"}]}}
            "#,
        );
    }
}
