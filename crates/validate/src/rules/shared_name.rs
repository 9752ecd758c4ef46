//! No two actors of one type have one name.

use hashbrown::HashMap;
use standpoint_model::{Actor, ActorType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    diagnose::names::folded,
    rules::rule::{Check, Rule, distinct},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-name", Level::Warning, include_str!("../../docs/shared-name.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let mut named: HashMap<(ActorType, String), Vec<(&Entry, &Actor)>> = HashMap::new();
    for (entry, actor) in distinct::<Actor>(submission) {
        let others = named.entry((actor.r#type, folded(&actor.name))).or_default();
        let Some((first, other)) = others.iter().find(|(_, other)| may_share_country(actor, other)) else {
            others.push((entry, actor));
            continue;
        };
        findings.push(
            Finding::new(&RULE.code, entry.value("/name"), format!("`{}` has this name already", other.id))
                .related(first.value("/name"), "the other one")
                .help("if both are one actor, make one record of them; if not, add to each name what tells them apart"),
        );
    }
}

fn may_share_country(one: &Actor, other: &Actor) -> bool {
    one.country.zip(other.country).is_none_or(|(one, other)| one == other)
}
