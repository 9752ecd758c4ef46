//! Only a source that is quotable is quoted.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("forbidden-quote", Level::Error, include_str!("../../docs/forbidden-quote.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        for (pointer, citation) in entry.citations() {
            let Some(source) = submission.get::<Source>(citation.source.as_str()) else {
                continue;
            };
            if citation.quote.is_some() && !source.quotable {
                findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.key(format!("{pointer}/quote")),
                        format!("`{}` is not marked as a source that may be quoted", source.id),
                    )
                    .help(
                        "remove the quote: the citation is evidence without it; or, if the rights allow quoting, add \
                         `\"quotable\": true` to the source",
                    ),
                );
            }
        }
    }
}
