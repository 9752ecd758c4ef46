//! Only a source that is quotable is quoted.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("forbidden-quote", Level::Error, include_str!("../../docs/forbidden-quote.md")),
    check: Check::Groups,
};

pub(super) fn check(id: &&str, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Some(_) = group.named::<Source>(id).filter(|(_, source)| !source.quotable) else { return };
    for entry in group.entries() {
        for (pointer, _) in entry.citations_of(id).filter(|(_, citation)| citation.quote.is_some()) {
            findings.push(
                Finding::new(
                    &RULE.code,
                    entry.key(format!("{pointer}/quote")),
                    format!("`{id}` is not marked as a source that may be quoted"),
                )
                .help(
                    "remove the quote: the citation is evidence without it; or, if the rights allow quoting, add \
                     `\"quotable\": true` to the source",
                ),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn only_what_may_be_quoted_is_quoted() {
        RULE.finds(
            r#"
            {"id":"source/open","quotable":true}
            {"id":"source/shut"}
            {"id":"event/a","basis":{"evidence":[{"source":"source/open","quote":"X"},{"source":"source/shut","quote":"X"},{"source":"source/shut"}]}}
                                                                                                              ^^^^^^^ forbidden-quote: `source/shut` is not marked as a source that may be quoted
            {"id":"event/b","basis":{"standpoints":[{"holder":"actor/a","evidence":[{"source":"source/shut","quote":"X"}]}]}}
                                                                                                            ^^^^^^^ forbidden-quote
            {"id":"event/retracted","basis":{"evidence":[{"source":"source/shut","quote":"X"}]},"status":"retracted"}
                                                                                 ^^^^^^^ forbidden-quote
            "#,
        );
    }

    #[test]
    fn of_two_sources_with_one_id_the_first_counts() {
        RULE.finds(
            r#"
            {"id":"source/a","quotable":true}
            {"id":"source/a"}
            {"id":"event/a","basis":{"evidence":[{"source":"source/a","quote":"X"}]}}
            "#,
        );
    }
}
