//! Nothing is both the same and different.

use standpoint_model::{Identity, Verdict};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    relations::Ones,
    rule::{Check, Rule},
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable(
        "contradictory-identities",
        Level::Error,
        include_str!("../../docs/contradictory-identities.md"),
    ),
    check: Check::Groups,
};

pub(super) fn check((): &(), group: &Group<'_>, findings: &mut Vec<Finding>) {
    let of = |verdict: Verdict| group.distinct::<Identity>().filter(move |(_, identity)| identity.verdict == verdict);
    let mut ones: Ones<&str> = Ones::default();
    for (_, identity) in of(Verdict::Same) {
        let members = &identity.members;
        members.iter().skip(1).for_each(|other| ones.join(members[0].as_str(), other.as_str()));
    }
    for (entry, identity) in of(Verdict::Different) {
        let one = ones.one(identity.members[0].as_str());
        let mut others = identity.members.iter().skip(1);
        let Some(other) = others.find(|other| ones.one(other.as_str()) == one) else { continue };
        // Of all that make them one, the first that names either.
        let names = |same: &Identity| same.members.contains(other) || same.members.contains(&identity.members[0]);
        let reason = of(Verdict::Same).find(|(_, same)| names(same));
        let message =
            format!("`{}` and `{other}` are said to be the same, and here to be different", identity.members[0]);
        let finding = Finding::new(&RULE.code, entry.value("/verdict"), message)
            .help("correct the verdict that is wrong; where nobody can tell, it is `unsure`");
        findings.push(
            reason.into_iter().fold(finding, |finding, (same, _)| finding.related(same.value("/verdict"), "the same")),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn what_is_the_same_by_a_detour_is_not_different() {
        RULE.finds(
            r#"
            {"id":"identity/xy","members":["actor/x","actor/y"]}
            {"id":"identity/zy","members":["actor/z","actor/y","actor/w"]}
            {"id":"identity/differ","members":["actor/z","actor/x"],"verdict":"different"}
                                                                              ^^^^^^^^^^^ contradictory-identities: `actor/z` and `actor/x` are said to be the same, and here to be different
            {"id":"identity/wx","members":["actor/x","actor/w"],"verdict":"different"}
                                                                          ^^^^^^^^^^^ contradictory-identities
            "#,
        );
    }

    #[test]
    fn what_is_decided_otherwise_contradicts_nothing() {
        RULE.finds(
            r#"
            {"id":"identity/xy","members":["actor/x","actor/y"]}
            {"id":"identity/xz","members":["actor/x","actor/z"],"verdict":"different"}
            {"id":"identity/zy","members":["actor/z","actor/y"],"verdict":"unsure"}
            {"id":"identity/same-retracted","members":["actor/y","actor/z"],"status":"retracted"}
            {"id":"identity/differ-retracted","members":["actor/y","actor/x"],"verdict":"different","status":"retracted"}
            {"id":"identity/xy","members":["actor/x","actor/y"],"verdict":"different"}
            "#,
        );
    }
}
