//! No two actors have one code.

use standpoint_model::Actor;
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("shared-code", Level::Warning, include_str!("../../docs/shared-code.md")),
    check: Check::Groups,
};

pub(super) fn check((scheme, value): &(&str, &str), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let codes = group.distinct::<Actor>().flat_map(|(entry, actor)| {
        let codes = actor.codes.iter().enumerate();
        codes
            .filter(|(_, code)| code.scheme.as_str() == *scheme && code.value.as_str() == *value)
            .map(move |(index, _)| (entry, index))
    });
    let mut codes = codes.map(|(entry, index)| (entry, entry.value(format!("/codes/{index}/value"))));
    let Some((first, given)) = codes.next() else { return };
    for (entry, again) in codes {
        let help = if std::ptr::eq(first, entry) {
            "remove one of the two"
        } else {
            "if both are one actor, make one record of them; if not, correct one code"
        };
        let message = format!("`{}` has the code `{value}` of the scheme `{scheme}` already", first.record.id());
        findings
            .push(Finding::new(&RULE.code, again, message).related(given.clone(), "it is given here first").help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn no_two_actors_have_one_code() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"},{"scheme":"pax","value":"1"}]}
                                                                                          ^^^ shared-code: remove one of the two
            {"id":"actor/b","codes":[{"scheme":"pax","value":"2"},{"scheme":"pax","value":"1"}]}
                                                                                          ^^^ shared-code: `actor/a` has the code `1` of the scheme `pax` already
            {"id":"actor/c","codes":[{"scheme":"anp","value":"1"}]}
            {"id":"actor/retracted","codes":[{"scheme":"pax","value":"1"}],"status":"retracted"}
            {"id":"actor/c","codes":[{"scheme":"pax","value":"1"}]}
            "#,
        );
    }

    #[test]
    fn two_actors_with_one_code_may_be_one() {
        RULE.finds(
            r#"
            {"id":"actor/a","codes":[{"scheme":"pax","value":"1"}]}
            {"id":"actor/b","codes":[{"scheme":"pax","value":"1"}]}
                                                             ^^^ shared-code: if both are one actor, make one record of them
            "#,
        );
    }
}
