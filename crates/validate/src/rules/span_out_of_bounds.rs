//! A span lies within its source's text.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::view::Submission,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("span-out-of-bounds", Level::Error, include_str!("../../docs/span-out-of-bounds.md")),
    check: Check::Dataset(check),
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    for entry in &submission.entries {
        for (pointer, citation) in entry.citations() {
            let (Some(span), Some(source)) = (&citation.span, submission.get::<Source>(citation.source.as_str()))
            else {
                continue;
            };
            match &source.text {
                Some(text) if span.end() <= text.length.get() => {}
                Some(text) => findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("{pointer}/span/end")),
                        format!(
                            "the span ends at {}, but the text of `{}` has {} characters",
                            span.end(),
                            source.id,
                            text.length
                        ),
                    )
                    .help("let `standpoint cite` print the span of the words in the text"),
                ),
                None => findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.key(format!("{pointer}/span")),
                        format!("`{}` has no `text` that a span could count in", source.id),
                    )
                    .help("give the source its `text`, or cite it by `locator`"),
                ),
            }
        }
    }
}
