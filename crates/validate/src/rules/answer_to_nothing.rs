//! An acceptance, a refusal and a withdrawal say what they answer.

use standpoint_model::{Position, PositionForm};
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::{Sketch, Slot},
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("answer-to-nothing", Level::Error, include_str!("../../docs/answer-to-nothing.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let Some(position) = entry.current::<Position>() else { return };
    if position.form.is_answer() && position.answers.is_empty() {
        findings.push(
            Finding::new(&RULE.code, entry.value("/form"), format!("nothing says what this {} answers", position.form))
                .help(
                    "name the demand, offer or proposal in `answers`; if the source tells of it only here, give it a record of \
                     its own, with the same evidence",
                ),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current()
        && record.form.is_some_and(PositionForm::is_answer)
        && record.items(Slot::Answered).next().is_none()
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn an_answer_says_what_it_answers() {
        RULE.finds(
            r#"
            {"id":"position/yes","form":"acceptance"}
                                        ^^^^^^^^^^^^ answer-to-nothing: nothing says what this acceptance answers
            {"id":"position/no","form":"refusal"}
                                       ^^^^^^^^^ answer-to-nothing
            {"id":"position/back","form":"withdrawal"}
                                         ^^^^^^^^^^^^ answer-to-nothing
            {"id":"position/answer","form":"refusal","answers":["position/view"]}
            {"id":"position/view","form":"view"}
            {"id":"position/agreed","form":"agreed"}
            {"id":"position/retracted","form":"refusal","status":"retracted"}
            "#,
        );
    }
}
