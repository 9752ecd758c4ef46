//! No text stands in for one that is still to be written.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    diagnose::text_marks::is_placeholder,
    recognise::Sketch,
    rules::{
        rule::{Check, Rule},
        texts::visit_texts,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("placeholder-text", Level::Warning, include_str!("../../docs/placeholder-text.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    visit_texts(entry, &mut |pointer, text| {
        if is_placeholder(text.as_str()) {
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), "this text is still to be written")
                    .help("write what belongs here, or leave the field out if the record can do without it"),
            );
        }
    });
}

/// Wider than `check`: the text may be untidy, or a quote.
pub(super) fn doubt(record: &Sketch) -> bool {
    record.has_marked_text
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_text_stands_in_for_another() {
        RULE.finds(
            r#"
            {"id":"event/a","title":"TBD","note":"n/a"}
                                    ^^^^^ placeholder-text
                                                 ^^^^^ placeholder-text
            {"id":"event/b","note":"TODO: see the annex"}
                                   ^^^^^^^^^^^^^^^^^^^^^ placeholder-text
            {"id":"event/c","note":"Lorem ipsum dolor"}
                                   ^^^^^^^^^^^^^^^^^^^ placeholder-text
            {"id":"event/d","note":"???","basis":{"evidence":[{"source":"source/page","locator":"Unknown"}]}}
                                   ^^^^^ placeholder-text
                                                                                                ^^^^^^^^^ placeholder-text
            {"id":"event/e","note":"It is unknown who did it."}
            {"id":"event/f","note":"Todorov"}
            {"id":"event/g","basis":{"evidence":[{"source":"source/page","locator":"1","quote":"TBD"}]}}
            "#,
        );
    }
}
