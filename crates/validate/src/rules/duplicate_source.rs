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

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_document_is_two_sources() {
        RULE.finds(
            r#"
            {"id":"source/a","url":"https://example.org/1"}
            {"id":"source/b","url":"https://example.org/1"}
                                   ^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source: the same address as `source/a`
            {"id":"source/c","url":"https://example.org/2"}
            {"id":"source/d","url":"https://example.org/1","status":"retracted"}
            {"id":"source/a","url":"https://example.org/1"}
            {"id":"source/e","text":{"length":3}}
            {"id":"source/f","text":{"sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","length":3}}
                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source: the same text as `source/e`
            "#,
        );
    }

    #[test]
    fn texts_from_one_address_are_states_of_a_page() {
        RULE.finds(
            r#"
            {"id":"source/a","url":"https://example.org/1","text":{"length":3}}
            {"id":"source/b","url":"https://example.org/1","text":{"sha256":"cb8379ac2098aa165029e3938a51da0bcecfc008fd6795f401178647f96c5b34","length":3}}
            {"id":"source/c","url":"https://example.org/1"}
                                   ^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source: the same address as `source/a`
            "#,
        );
    }

    #[test]
    fn sources_that_an_identity_names_are_decided() {
        RULE.finds(
            r#"
            {"id":"source/a","url":"https://example.org/1"}
            {"id":"source/b","url":"https://example.org/1"}
            {"id":"source/c","url":"https://example.org/1"}
                                   ^^^^^^^^^^^^^^^^^^^^^^^ duplicate-source: the same address as `source/a`
            {"id":"identity/ab","members":["source/b","source/a"]}
            "#,
        );
    }
}
