//! A position is somebody's.

use standpoint_model::{Position, PositionForm};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("held-by-nobody", Level::Warning, include_str!("../../docs/held-by-nobody.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(position) = entry.current::<Position>() else { return };
    // What is agreed is the parties', and who these are is for the agreement to say.
    if position.holders.is_empty() && position.form != PositionForm::Agreed && position.note.is_none() {
        findings.push(
            Finding::new(&RULE.code, entry.id(), format!("nothing says whose {} this is", position.form)).help(
                "name in `holders` those who took this position; if the source names nobody, say so in the `note`",
            ),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current()
        && record.form != Some(PositionForm::Agreed)
        && !record.has_note
        && record.items(Slot::HolderOfPosition).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_position_is_somebodys() {
        RULE.finds(
            r#"
            {"id":"position/a","form":"demand","holders":[]}
                  ^^^^^^^^^^^^ held-by-nobody: nothing says whose demand this is
            {"id":"position/held","form":"demand","holders":["actor/a"]}
            {"id":"position/noted","holders":[],"note":"The source names nobody."}
            {"id":"position/agreed","form":"agreed","in":"event/e","holders":[]}
            {"id":"position/retracted","holders":[],"status":"retracted"}
            "#,
        );
    }
}
