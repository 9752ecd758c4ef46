//! No actor is there before it came into being.

use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::{
        contradiction::linked,
        lifetime::{foundings, visit_signs},
        rule::{Check, Rule},
        time::before,
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("before-founding", Level::Warning, include_str!("../../docs/before-founding.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let foundings = foundings(submission);
    visit_signs(submission, |actor, when, entry, pointer| {
        let Some(turns) = foundings.get(actor).filter(|_| submission.has_foundings_of(actor)) else { return };
        // Where it came into being more than once, before all of them.
        if turns.iter().all(|(founding, founded)| before(Some(when), *founded) && !linked(entry, founding))
            && let [(founding, _), ..] = turns[..]
        {
            let message = format!("this is about a time before `{actor}` came into being");
            findings.push(
                Finding::new(&RULE.code, entry.value(pointer.to_string()), message)
                    .related(founding.value("/when"), "when it did")
                    .help("name its forerunner, or correct the date that is wrong; where sources disagree, link the records"),
            );
        }
    });
}
