//! The ends of a scale are apart.

use standpoint_model::Issue;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    recognise::Sketch,
    rules::rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("scale-without-extent", Level::Error, include_str!("../../docs/scale-without-extent.md")),
    check: Check::Record(check),
};

fn check(entry: &Entry, findings: &mut Vec<Finding>) {
    let scale = entry.current::<Issue>().and_then(|issue| issue.scale.as_ref());
    if let Some(scale) = scale.filter(|scale| scale.from.value == scale.to.value) {
        findings.push(
            Finding::new(
                &RULE.code,
                entry.value("/scale/to/value"),
                format!("both ends of the scale are {}, so that nothing can lie between them", scale.to.value),
            )
            .related(entry.value("/scale/from/value"), "the other end")
            .help("give each end the value that the source gives it; if the source has no scale, leave it out"),
        );
    }
}

pub(super) fn doubt(record: &Sketch) -> bool {
    record.is_current() && record.scale_from.is_some() && record.scale_from == record.scale_to
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn the_ends_of_a_scale_are_apart() {
        RULE.finds(
            r#"
            {"id":"issue/a","scale":{"from":{"value":1},"to":{"value":1.0}}}
                                                                      ^^^ scale-without-extent: both ends of the scale are 1
            {"id":"issue/b","scale":{"from":{"value":1},"to":{"value":0}}}
            {"id":"issue/c"}
            {"id":"issue/retracted","scale":{"from":{"value":1},"to":{"value":1}},"status":"retracted"}
            "#,
        );
    }
}
