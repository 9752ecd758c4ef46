//! A body has one head at a time.

use standpoint_model::Relationship;
use standpoint_report::{Code, Finding, Level};

use crate::{
    dataset::entry::Entry,
    rules::{
        contradiction::linked,
        relation::Group,
        relations::Tenure,
        rule::{Check, Rule},
        time::{gives_way, may_overlap},
    },
};

pub(super) static RULE: Rule = Rule {
    code: Code::waivable("two-heads", Level::Note, include_str!("../../docs/two-heads.md")),
    check: Check::Groups,
};

pub(super) fn check(tenure: &Tenure<'_>, group: &Group<'_>, findings: &mut Vec<Finding>) {
    let Tenure::Head(body) = tenure else { return };
    let mut earlier: Vec<(&Entry, &Relationship)> = Vec::new();
    for (entry, tie) in group.distinct::<Relationship>().filter(|(_, tie)| !tie.former) {
        let rival = earlier.iter().find(|(other, tenure)| may_hold_at_once(tie, tenure) && !linked(entry, other));
        if let Some((other, holder)) = rival {
            let message = format!("`{}` is the head of `{body}` too, at a time that may be the same", holder.subject);
            findings.push(
                Finding::new(&RULE.code, entry.value("/subject"), message).related(other.value("/subject"), "the other one").help(
                    "give each the `when` of its tenure, or mark the one that is over as `former`; where sources disagree, \
                     say so in the `tensions` of one; if both lead it together, nothing needs to be done",
                ),
            );
        }
        earlier.push((entry, tie));
    }
}

/// Whether two may be heads at one time, of one post as far as the records say.
fn may_hold_at_once(one: &Relationship, other: &Relationship) -> bool {
    let (when, then) = (one.when.as_ref(), other.when.as_ref());
    one.subject != other.subject
        && one.role.as_ref().zip(other.role.as_ref()).is_none_or(|(one, other)| one == other)
        && may_overlap(when, then)
        && !gives_way(when, then)
        && !gives_way(then, when)
}

#[cfg(test)]
mod tests {
    use super::RULE;

    #[test]
    fn a_body_has_one_head_at_a_time() {
        RULE.finds(
            r#"
            {"id":"relationship/p","type":"holds-post","head":true,"subject":"actor/p","object":"actor/a"}
            {"id":"relationship/q","type":"holds-post","head":true,"subject":"actor/q","object":"actor/a"}
                                                                             ^^^^^^^^^ two-heads: `actor/p` is the head of `actor/a` too, at a time that may be the same
            {"id":"relationship/r","type":"holds-post","subject":"actor/r","object":"actor/a"}
            {"id":"relationship/b","type":"holds-post","head":true,"subject":"actor/p","object":"actor/b","when":"2019"}
            {"id":"relationship/c","type":"holds-post","head":true,"subject":"actor/q","object":"actor/b","when":"2018/2020"}
                                                                             ^^^^^^^^^ two-heads
            "#,
        );
    }

    #[test]
    fn heads_follow_one_another() {
        RULE.finds(
            r#"
            {"id":"relationship/p","type":"holds-post","head":true,"subject":"actor/p","object":"actor/a","when":"2018"}
            {"id":"relationship/q","type":"holds-post","head":true,"subject":"actor/q","object":"actor/a","when":"2019/"}
            {"id":"relationship/r","type":"holds-post","head":true,"subject":"actor/r","object":"actor/a","when":"2021"}
            {"id":"relationship/former","type":"holds-post","head":true,"former":true,"subject":"actor/s","object":"actor/a"}
            {"id":"relationship/again","type":"holds-post","head":true,"subject":"actor/p","object":"actor/a","when":"2018-05"}
            {"id":"relationship/linked","type":"holds-post","head":true,"subject":"actor/t","object":"actor/a","when":"2018","basis":{"tensions":[{"with":"relationship/p"},{"with":"relationship/again"}]}}
            {"id":"relationship/retracted","type":"holds-post","head":true,"subject":"actor/u","object":"actor/a","status":"retracted"}
            {"id":"relationship/emir","type":"holds-post","head":true,"role":"Emir","subject":"actor/p","object":"actor/b"}
            {"id":"relationship/commander","type":"holds-post","head":true,"role":"Commander","subject":"actor/q","object":"actor/b"}
            "#,
        );
    }
}
