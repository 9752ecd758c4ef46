//! No list names a record twice.

use std::collections::BTreeMap;

use crate::{Code, Level, finding::Finding, rules::Rule, submission::Submission};

pub(super) static RULE: Rule = Rule {
    code: Code { name: "repeated-item", level: Level::Error, page: include_str!("../../docs/repeated-item.md") },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        let mut seen: BTreeMap<(String, &str), String> = BTreeMap::new();
        for reference in entry.record.references() {
            let Some((list, index)) = reference.pointer.rsplit_once('/') else {
                continue;
            };
            if index.parse::<usize>().is_err() {
                continue;
            }
            let item = (list.to_owned(), reference.id);
            if let Some(first) = seen.get(&item) {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(&reference.pointer),
                        format!("`{}` is in this list already", reference.id),
                    )
                    .related(entry.value(first), "here")
                    .help("remove one of the two"),
                );
            } else {
                seen.insert(item, reference.pointer);
            }
        }
    }
}
