//! No actor goes by the name under which another is listed.

use hashbrown::HashMap;
use standpoint_model::{Actor, AliasType};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::{entry::Entry, view::Submission},
    diagnose::names::folded,
    rules::rule::{Check, Rule, distinct},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("alias-of-another", Level::Warning, include_str!("../../docs/alias-of-another.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let named: HashMap<String, &Entry> =
        distinct::<Actor>(submission).map(|(entry, actor)| (folded(&actor.name), entry)).collect();
    for (entry, actor) in distinct::<Actor>(submission) {
        // A name that one party gave up another may take.
        let held = actor.aliases.iter().enumerate().filter(|(_, alias)| alias.r#type != AliasType::Former);
        for (index, alias) in held {
            let Some(other) = named.get(&folded(&alias.text)).filter(|other| other.record.id() != actor.id.as_str())
            else {
                continue;
            };
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.value(format!("/aliases/{index}/text")),
                    format!("`{}` is listed under this name", other.record.id()),
                )
                .related(other.value("/name"), "its name")
                .help("if both are one actor, make one record of them; if not, remove the alias or give it its exact form"),
            );
        }
    }
}
