//! No actor is there after it merged into another or was killed.

use standpoint_model::Kind;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        contradiction::linked,
        lifetime::{ends, visit_signs},
        rule::{Check, Rule},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("after-end", Level::Warning, include_str!("../../docs/after-end.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let ends = ends(submission);
    visit_signs(submission, |actor, when, entry, pointer| {
        let turns = ends.get(actor).into_iter().flatten();
        let passed = turns.copied().find(|(end, ended)| before(*ended, Some(when)) && !linked(entry, end));
        if let Some((end, _)) = passed {
            let how = if end.record.kind() == Kind::Event { "was killed" } else { "merged into another" };
            let message = format!("this is about a time after `{actor}` {how}");
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                    .related(end.value("/when"), "when that was")
                    .help("name its successor, or correct the date that is wrong; where sources disagree, link the records"),
            );
        }
    });
}
