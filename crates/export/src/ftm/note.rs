//! The records that become notes: what `FollowTheMoney` has no schema for.

use standpoint_model::{
    Edtf, Estimate, Firmness, Id, Identity, IdentityGround, Importance, Interest, InterestCategory, Issue, Kind,
    Observation, Position, RecordId, ScaleEnd, Statement, Status, Text, Unit, Verdict,
};

use super::{entity::Entity, ground::Sheet};

pub(super) fn of_interest(interest: &Interest, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.name("name", interest.title.as_str());
    if let Some(summary) = &interest.summary {
        entity.text("description", summary.as_str());
    }
    let words = [interest.category.map(InterestCategory::as_str), interest.importance.map(Importance::as_str)];
    for word in words.into_iter().flatten() {
        entity.add("keywords", word);
    }
    entity.about(interest.actor.as_str());
    entity.optional_line("Rank", interest.rank.map(|rank| rank.to_string()).as_deref());
    sheet.ties("about", "Issue", interest.about.iter().map(Id::as_str));
    sheet.ties("towards", "Towards", interest.towards.iter().map(Id::as_str));
    sheet.ties("supported by", "Supported by", interest.supported_by.iter().map(RecordId::as_str));
}

pub(super) fn of_issue(issue: &Issue, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.name("name", issue.title.as_str());
    entity.add("keywords", "issue");
    if let Some(question) = &issue.question {
        entity.text("description", question.as_str());
    }
    if let Some(scale) = &issue.scale {
        entity.optional_line("Unit of the scale", scale.unit.as_ref().map(Unit::as_str));
        for (label, ScaleEnd { value, words, .. }) in [("from", &scale.from), ("to", &scale.to)] {
            entity.line(&format!("Scale {label}"), &value.get().to_string());
            entity.line(&format!("Scale {label}, in words"), words.as_str());
        }
    }
    sheet.ties("part of", "Part of", issue.part_of.iter().map(Id::as_str));
}

pub(super) fn of_position(position: &Position, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.text("description", position.text.as_str());
    entity.add("keywords", position.form.as_str());
    for holder in &position.holders {
        entity.about(holder.as_str());
    }
    entity.optional_line("Firmness", position.firmness.map(Firmness::as_str));
    entity.optional_line("Label", position.label.as_ref().map(Text::as_str));
    entity.optional_line("In confidence", position.private.then_some("true"));
    for (label, value) in [("At", &position.at), ("Salience", &position.salience)] {
        if let Some(value) = value {
            estimate(entity, label, value);
        }
    }
    entity.optional_line("Due", position.due.as_ref().map(Edtf::as_str));
    entity.optional_line("When", position.when.as_ref().map(Edtf::as_str));
    sheet.ties("on", "Issue", position.issue.iter().map(Id::as_str));
    sheet.ties("in", "In", position.r#in.iter().map(Id::as_str));
    sheet.ties("answers", "Answers", position.answers.iter().map(Id::as_str));
    sheet.ties("owed by", "Owed by", position.owed_by.iter().map(Id::as_str));
    sheet.ties("owed to", "Owed to", position.owed_to.iter().map(Id::as_str));
    sheet.ties("addressed to", "Addressed to", position.addressed_to.iter().map(Id::as_str));
    sheet.ties("carried by", "Carried by", position.carried_by.iter().map(Id::as_str));
    sheet.ties("part of", "Part of", position.part_of.iter().map(Id::as_str));
    sheet.ties("serves", "Serves", position.serves.iter().map(Id::as_str));
}

pub(super) fn of_observation(observation: &Observation, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    let unit = observation.unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
    entity.text("description", &format!("{}: {}{unit}", observation.measure, observation.value));
    entity.add("keywords", observation.measure.as_str());
    entity.about(observation.about.as_str());
    entity.optional_line("Unit", observation.unit.as_ref().map(Unit::as_str));
    entity.optional_line("Population", observation.population.as_ref().map(Text::as_str));
    estimate(entity, "Value", &observation.value);
    entity.optional_line("When", observation.when.as_ref().map(Edtf::as_str));
    sheet.ties("of", "Of", observation.of.iter().map(Id::as_str));
    sheet.ties("part of", "Part of", observation.part_of.iter().map(Id::as_str));
}

/// The numbers and the words of an estimate, each with its label.
fn estimate(entity: &mut Entity, of: &str, value: &Estimate) {
    for (label, amount) in [("low", value.low()), ("best", value.best()), ("high", value.high())] {
        entity.optional_line(&format!("{of}, {label}"), amount.map(|amount| amount.get().to_string()).as_deref());
    }
    entity.optional_line(&format!("{of}, approximate"), value.is_approximate().then_some("true"));
    entity.optional_line(&format!("{of}, in words"), value.words().map(Text::as_str));
}

pub(super) fn of_statement(statement: &Statement, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.text("description", statement.text.as_str());
    entity.add("keywords", statement.topic.as_str());
    entity.about(statement.about.as_str());
    entity.optional_line("Rank", statement.rank.map(|rank| rank.to_string()).as_deref());
    entity.optional_line("When", statement.when.as_ref().map(Edtf::as_str));
    sheet.ties("mentions", "Mentions", statement.mentions.iter().map(RecordId::as_str));
    sheet.ties("caused by", "Caused by", statement.caused_by.iter().map(Id::as_str));
}

/// A note on the records and, where they are one thing, links between them. They stay apart, so that nothing is lost by it.
pub(super) fn of_identity(identity: &Identity, sheet: &mut Sheet<'_>) {
    let entity = &mut sheet.entity;
    entity.add("keywords", identity.verdict.as_str());
    for member in &identity.members {
        entity.about(member.as_str());
    }
    entity.optional_line("What shows it", identity.how.map(IdentityGround::as_str));
    entity.optional_line("Decided by", identity.by.as_ref().map(Text::as_str));
    entity.optional_line("Decided", identity.decided.as_ref().map(Edtf::as_str));
    entity.evidence(&identity.evidence);
    let is_link = |id: &RecordId| id.kind() == Kind::Relationship;
    let standing = identity.verdict == Verdict::Same && identity.status == Status::Current;
    let Some((first, others)) = identity.members.split_first().filter(|_| standing) else { return };
    for (at, other) in others.iter().enumerate() {
        if other != first && !is_link(other) && !is_link(first) {
            sheet.same(at, first.as_str(), other.as_str());
        }
    }
}
