//! No document is listed as two sources.

use standpoint_model::Source;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    decided::is_decided,
    relation::Group,
    relations::Common,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("duplicate-source", Level::Warning, include_str!("../../docs/duplicate-source.md")),
    check: Check::Groups,
};

pub(super) fn check(common: &Common<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let mut sources = group.distinct::<Source>();
    let Some((first, original)) = sources.next() else { return };
    let (what, pointer) = match common {
        Common::Text(_) => ("text", "/text/sha256"),
        Common::Address(_) => ("address", "/url"),
    };
    // Two texts from one address are two states of a page; one text is reported as such.
    let states =
        |source: &Source| matches!(common, Common::Address(_)) && source.text.is_some() && original.text.is_some();
    for (entry, _) in sources.filter(|(entry, source)| !states(source) && !is_decided(group, entry, first)) {
        let message = format!("this source has the same {what} as `{}`", original.id);
        findings.push(
            Finding::new(&RULE.code, entry.value(pointer), message)
                .related(first.value(pointer), "the other one")
                .help("if both are one document, say so in an `identity`, or make one record of them; if not, correct the one that is wrong"),
        );
    }
}
