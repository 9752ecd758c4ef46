//! What a record rests on, and who takes which position on it.

use std::iter;

use standpoint_model::{Basis, Kind, Record, RecordId, Standpoint, Status};

use super::entity::{Entity, id_of, id_of_part};

/// The entity that a record becomes, and those that tie it to others.
pub(super) struct Sheet<'a> {
    record: &'a Record,
    pub(super) entity: Entity,
    ties: Vec<Entity>,
    /// How many bytes a text may have.
    most: usize,
}

impl<'a> Sheet<'a> {
    pub(super) fn thing(record: &'a Record, schema: &'static str, most: usize) -> Self {
        let entity = Entity::thing(schema, id_of(record.id()), most);
        Self { record, entity, ties: Vec::new(), most }
    }

    pub(super) fn link(record: &'a Record, schema: &'static str, most: usize) -> Self {
        let mut entity = Entity::link(schema, id_of(record.id()), most);
        entity.add("recordId", record.id());
        Self { record, entity, ties: Vec::new(), most }
    }

    /// Ties the record to others, each in one role.
    pub(super) fn ties<'i>(&mut self, role: &str, label: &str, others: impl IntoIterator<Item = &'i str>) {
        for (at, other) in others.into_iter().enumerate() {
            self.tie_to(role, label, at, other);
        }
    }

    /// Ties the record to another. Relationships cannot be tied to; they are named.
    pub(super) fn tie_to(&mut self, role: &str, label: &str, at: usize, other: &str) {
        if !self.entity.is_thing() || Kind::of_id(other) == Some(Kind::Relationship) {
            return self.entity.line(label, other);
        }
        let part = label.to_lowercase().replace(' ', "-");
        let mut tie = Entity::link("UnknownLink", id_of_part(&self.entity, &part, at), self.most);
        tie.add("subject", self.entity.id());
        tie.add("object", id_of(other));
        tie.add("role", role);
        tie.add("recordId", self.record.id());
        for citation in self.record.basis().into_iter().flat_map(|basis| basis.evidence.iter()) {
            tie.add("proof", id_of(citation.source.as_str()));
        }
        self.ties.push(tie);
    }

    /// What all records have, and with it the whole.
    pub(super) fn finish(mut self) -> Vec<Entity> {
        if let Some(basis) = self.record.basis() {
            self.basis(basis);
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
        self.ties("contradicts", "Contradicts", basis.contradicts.iter().map(RecordId::as_str));
        for (at, standpoint) in basis.standpoints.iter().enumerate() {
            self.ties.push(self.position(at, standpoint));
        }
    }

    /// A position on a record: a link from its holder; to a relationship, where no link goes, a note on the holder.
    fn position(&self, at: usize, standpoint: &Standpoint) -> Entity {
        let (id, holder) = (id_of_part(&self.entity, "standpoint", at), id_of(standpoint.holder.as_str()));
        let mut position = if self.entity.is_thing() {
            let mut link = Entity::link("UnknownLink", id, self.most);
            link.add("subject", holder);
            link.add("object", self.entity.id());
            link.add("role", standpoint.stance.as_str());
            link.add("recordId", self.record.id());
            if let Some(when) = &standpoint.when {
                link.when(when);
            }
            link
        } else {
            let mut note = Entity::thing("Note", id, self.most);
            note.add("entity", holder);
            note.add("keywords", standpoint.stance.as_str());
            note.add("description", format!("{}: {}", standpoint.stance, self.record.id()));
            if let Some(when) = &standpoint.when {
                note.line("When", when.as_str());
            }
            note
        };
        if let Some(via) = standpoint.via {
            position.line("Via", via.as_str());
        }
        position.evidence(standpoint.evidence.iter());
        position
    }
}
