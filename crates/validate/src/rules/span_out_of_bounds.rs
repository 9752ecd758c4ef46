//! A span lies within its source's text.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("span-out-of-bounds", Level::Error, include_str!("../../docs/span-out-of-bounds.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some((_, source)) = group.named::<Source>(id) else { return };
    for entry in group.entries() {
        for (pointer, citation) in entry.citations_of(id) {
            let Some(span) = &citation.span else { continue };
            match &source.text {
                Some(text) if span.end() <= text.length.get() => {}
                Some(text) => findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.value(format!("{pointer}/span/end")),
                        format!(
                            "the span ends at {}, but the text of `{id}` has {} characters",
                            span.end(),
                            text.length
                        ),
                    )
                    .help("let `standpoint cite` print the span of the words in the text"),
                ),
                None => findings.push(
                    Finding::new(
                        &RULE.code,
                        entry.key(format!("{pointer}/span")),
                        format!("`{id}` has no `text` that a span could count in"),
                    )
                    .help("give the source its `text`, or cite it by `locator`"),
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_span_lies_within_the_text_of_its_source() {
        RULE.finds(
            r#"
            {"id":"source/a","text":{"length":30}}
            {"id":"source/b"}
            {"id":"event/a","basis":{"evidence":[{"source":"source/a","span":{"end":30}},{"source":"source/a","span":{"end":31}}]}}
                                                                                                                            ^^ span-out-of-bounds: the span ends at 31, but the text of `source/a` has 30 characters
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/b","span":{"start":0,"end":1}}]}]}}
                                                                                                         ^^^^^^ span-out-of-bounds: `source/b` has no `text` that a span could count in
            {"id":"event/c","basis":{"evidence":[{"source":"source/b","locator":"1"}]}}
            {"id":"event/d","basis":{"evidence":[{"source":"source/a","locator":"1"}]}}
            {"id":"source/a"}
            "#,
        );
    }
}
