//! No list names a record twice.

use hashbrown::HashMap;

use crate::{
    Code, Level,
    finding::Finding,
    rules::{Check, Rule},
    submission::Entry,
};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "repeated-item", level: Level::Error, page: include_str!("../../docs/repeated-item.md") },
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    // Of the list that is looked at, where each record is named first.
    let mut seen: HashMap<&str, usize> = HashMap::new();
    entry.record.visit_references(|id, pointer| {
        let Some(position) = pointer.position() else { return };
        if position == 0 {
            seen.clear();
        }
        let Some(first) = seen.insert(id, position) else { return };
        seen.insert(id, first);
        let at = pointer.to_string();
        let list = at.rsplit_once('/').map_or("", |(list, _)| list);
        findings.push(
            Finding::new(&RULE.code, entry.value(&*at), format!("`{id}` is in this list already"))
                .related(entry.value(format!("{list}/{first}")), "here")
                .help("remove one of the two"),
        );
    });
}
