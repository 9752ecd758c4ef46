//! What all records have: what they rest on, who says that it is so or not, on what it depends, what others call it.

use std::iter;

use standpoint_model::{
    Aspect, Basis, Channel, Condition, Duration, Handling, Id, Kind, Match, Occurrence, Record, Stage, Standpoint,
    Status, Tension, Text,
};

use super::entity::{Entity, Names};

/// The entity that a record becomes, and those that tie it to others.
pub(super) struct Sheet<'a> {
    record: &'a Record,
    pub(super) entity: Entity<'a>,
    ties: Vec<Entity<'a>>,
}

impl<'a> Sheet<'a> {
    pub(super) fn thing(record: &'a Record, schema: &'static str, names: Names<'a>, most: usize) -> Self {
        Self { record, entity: Entity::thing(schema, record.id(), names, most), ties: Vec::new() }
    }

    pub(super) fn link(record: &'a Record, schema: &'static str, names: Names<'a>, most: usize) -> Self {
        let mut entity = Entity::link(schema, record.id(), names, most);
        entity.add("recordId", record.id());
        Self { record, entity, ties: Vec::new() }
    }

    /// Ties the record to others, each in one role.
    pub(super) fn ties<'i>(&mut self, role: &str, label: &str, others: impl IntoIterator<Item = &'i str>) {
        for (at, other) in others.into_iter().enumerate() {
            self.tie_to(role, label, at, other);
        }
    }

    /// Says of two other records that they are one thing.
    pub(super) fn same(&mut self, at: usize, one: &str, other: &str) {
        let mut tie = self.entity.link_of_part("UnknownLink", "same", at);
        tie.add("subject", self.entity.id_of(one));
        tie.add("object", self.entity.id_of(other));
        tie.add("role", "same");
        tie.add("recordId", self.record.id());
        self.ties.push(tie);
    }

    /// Ties the record to another. Relationships cannot be tied to; they are named.
    pub(super) fn tie_to(&mut self, role: &str, label: &str, at: usize, other: &str) {
        if !self.entity.is_thing() || Kind::of_id(other) == Some(Kind::Relationship) {
            return self.entity.line(label, other);
        }
        let part = label.to_lowercase().replace(' ', "-");
        let mut tie = self.entity.link_of_part("UnknownLink", &part, at);
        tie.add("subject", self.entity.id());
        tie.add("object", self.entity.id_of(other));
        // Nobody has a part yet in what has not happened.
        match self.record {
            Record::Event(event) if event.occurrence != Occurrence::Happened => {
                tie.add("role", format!("{role} ({})", event.occurrence));
                tie.line(role, event.occurrence.as_str());
            }
            _ => tie.add("role", role),
        }
        tie.add("recordId", self.record.id());
        for citation in self.record.basis().into_iter().flat_map(|basis| basis.evidence.iter()) {
            tie.add("proof", self.entity.id_of(citation.source.as_str()));
        }
        self.ties.push(tie);
    }

    /// What all records have, and with it the whole.
    pub(super) fn finish(mut self) -> Vec<Entity<'a>> {
        if let Some(basis) = self.record.basis() {
            self.basis(basis);
        }
        self.names();
        for (at, condition) in self.record.conditions().iter().enumerate() {
            self.condition(&format!("Condition {}", at + 1), condition);
        }
        if self.record.handling() != Handling::Public {
            self.entity.line("Handling", self.record.handling().as_str());
        }
        if let Some(note) = self.record.note() {
            self.entity.line("Note", note.as_str());
        }
        if self.record.status() == Status::Retracted {
            self.entity.line("Status", "retracted");
        }
        iter::once(self.entity).chain(self.ties).map(Entity::finish).collect()
    }

    fn basis(&mut self, basis: &Basis) {
        self.entity.line("Modality", basis.modality.as_str());
        self.entity.evidence(basis.evidence.iter());
        for (at, reading) in basis.readings.iter().enumerate() {
            let label = format!("Reading {}", at + 1);
            for field in &reading.fields {
                self.entity.line(&label, field.as_str());
            }
            self.entity.line(&format!("{label}, why"), reading.why.as_str());
        }
        for (at, tension) in basis.tensions.iter().enumerate() {
            self.tension(at, tension);
        }
        for (at, standpoint) in basis.standpoints.iter().enumerate() {
            self.ties.push(self.standpoint(at, standpoint));
        }
    }

    /// What others call it, and how they classify it.
    fn names(&mut self) {
        for alias in self.record.aliases() {
            let language =
                alias.language.as_ref().map(|language| format!(" {}", language.as_str())).unwrap_or_default();
            self.entity.line(&format!("Alias {}{language}", alias.r#type), alias.text.as_str());
        }
        for code in self.record.codes() {
            self.entity.line(&format!("Code {}", code.scheme), code.value.as_str());
        }
        for coding in self.record.codings() {
            self.entity.line(&format!("Coding {}", coding.scheme), coding.value.as_str());
            if let Some(version) = &coding.version {
                self.entity.line(&format!("Version of {}", coding.scheme), version.as_str());
            }
        }
    }

    fn condition(&mut self, label: &str, condition: &Condition) {
        let any = condition.r#match == Match::Any;
        for (part, value) in [
            ("type", Some(condition.r#type.as_str())),
            ("match", any.then(|| condition.r#match.as_str())),
            ("once", condition.once.map(Stage::as_str)),
            ("within", condition.within.as_ref().map(Duration::as_str)),
            ("in words", condition.words.as_ref().map(Text::as_str)),
        ] {
            if let Some(value) = value {
                self.entity.line(&format!("{label}, {part}"), value);
            }
        }
        self.ties(condition.r#type.as_str(), label, condition.on.iter().map(Id::as_str));
        self.entity.evidence(&condition.evidence);
    }

    fn tension(&mut self, at: usize, tension: &Tension) {
        self.tie_to(tension.how.as_str(), &format!("Tension {}", tension.how), at, tension.with.as_str());
        for holder in &tension.holders {
            self.entity.line(&format!("Tension with what is said of {} by", tension.with), holder.as_str());
        }
        if let Some(note) = &tension.note {
            self.entity.line(&format!("Tension with {}", tension.with), note.as_str());
        }
    }

    /// A word on whether a record is true: a link from its holder; to a relationship, where no link goes, a note on the holder.
    fn standpoint(&self, at: usize, standpoint: &Standpoint) -> Entity<'a> {
        let holder = self.entity.id_of(standpoint.holder.as_str());
        let mut said = if self.entity.is_thing() {
            let mut link = self.entity.link_of_part("UnknownLink", "standpoint", at);
            link.add("subject", holder);
            link.add("object", self.entity.id());
            link.add("role", standpoint.stance.as_str());
            link.add("recordId", self.record.id());
            if let Some(when) = &standpoint.when {
                link.when(when);
            }
            link
        } else {
            let mut note = self.entity.thing_of_part("Note", "standpoint", at);
            note.add("entity", holder);
            note.add("keywords", standpoint.stance.as_str());
            note.add("description", format!("{}: {}", standpoint.stance, self.record.id()));
            if let Some(when) = &standpoint.when {
                note.line("When", when.as_str());
            }
            note
        };
        for (label, value) in [
            ("Spoken for by", standpoint.by.as_ref().map(Id::as_str)),
            ("On", standpoint.on.map(Aspect::as_str)),
            ("Via", standpoint.via.map(Channel::as_str)),
        ] {
            if let Some(value) = value {
                said.line(label, value);
            }
        }
        said.evidence(standpoint.evidence.iter());
        said
    }
}
