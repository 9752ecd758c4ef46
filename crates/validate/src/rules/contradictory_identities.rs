//! Nothing is both the same and different, or the same as what it has a relationship with.

use standpoint_model::{Identity, Relationship, Verdict};
use standpoint_report::{Code, Finding, Level};

use crate::rules::{
    relation::Group,
    relations::{Ones, takes_two},
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
        let message =
            format!("`{}` and `{other}` are said to be the same, and here to be different", identity.members[0]);
        let help = "correct the verdict that is wrong; where nobody can tell, it is `unsure`";
        let finding = Finding::new(&RULE.code, entry.value("/verdict"), message).help(help);
        findings.push(with_reason(finding, group, [identity.members[0].as_str(), other.as_str()]));
    }
    let ties = group.distinct::<Relationship>().filter(|(_, tie)| takes_two(tie.r#type));
    for (entry, tie) in ties {
        let [subject, object] = [tie.subject.as_str(), tie.object.as_str()];
        if subject == object || ones.one(subject) != ones.one(object) {
            continue;
        }
        let message = format!(
            "`{subject}` and `{object}` are said to be the same, and here to have a relationship with one another: `{}`",
            tie.r#type
        );
        let help = "nothing has a relationship with itself: correct the verdict, or name the actor that is meant here";
        let finding = Finding::new(&RULE.code, entry.value("/type"), message).help(help);
        findings.push(with_reason(finding, group, [subject, object]));
    }
}

/// Adds where two records are said to be the same: of all that make them one, the first that names either.
fn with_reason(finding: Finding, group: &Group<'_>, both: [&str; 2]) -> Finding {
    let names = |same: &Identity| same.members.iter().any(|member| both.contains(&member.as_str()));
    let mut same = group.distinct::<Identity>().filter(|(_, identity)| identity.verdict == Verdict::Same);
    match same.find(|(_, same)| names(same)) {
        Some((entry, _)) => finding.related(entry.value("/verdict"), "the same"),
        None => finding,
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

    #[test]
    fn nothing_is_the_same_as_what_it_has_a_relationship_with() {
        RULE.finds(
            r#"
            {"id":"identity/xy","members":["actor/x","actor/y","actor/z"]}
            {"id":"relationship/rivals","subject":"actor/z","object":"actor/y","type":"rival"}
                                                                                      ^^^^^^^ contradictory-identities: `actor/z` and `actor/y` are said to be the same, and here to have a relationship with one another: `rival`
            {"id":"relationship/part","subject":"actor/x","object":"actor/z","type":"part-of"}
                                                                                    ^^^^^^^^^ contradictory-identities: nothing has a relationship with itself
            {"id":"relationship/successor","subject":"actor/x","object":"actor/z","type":"successor-of"}
            {"id":"relationship/other","subject":"actor/x","object":"actor/w","type":"rival"}
            {"id":"relationship/self","subject":"actor/x","object":"actor/x","type":"rival"}
            {"id":"relationship/retracted","subject":"actor/x","object":"actor/y","type":"rival","status":"retracted"}
            {"id":"identity/uv","members":["actor/u","actor/v"],"verdict":"unsure"}
            {"id":"relationship/unsure","subject":"actor/u","object":"actor/v","type":"rival"}
            "#,
        );
    }
}
