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
