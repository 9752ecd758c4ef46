//! When actors were there.

use hashbrown::HashMap;
use standpoint_model::{Actor, Certainty, Edtf, EventType, Record, RelationshipType, Role};

/// When actors began and ended, where a record says so.
#[derive(Default)]
pub(super) struct Lives<'d> {
    begun: HashMap<&'d str, &'d Edtf>,
    ended: HashMap<&'d str, &'d Edtf>,
}

impl<'d> Lives<'d> {
    pub(super) fn of(records: &[&'d Record]) -> Self {
        let mut lives = Self::default();
        for record in records {
            match (record, record.when()) {
                (Record::Event(event), Some(when)) if event.r#type == EventType::Formation => {
                    let formed = event.participants.iter().filter(|participant| participant.role == Role::Subject);
                    lives.begun.extend(formed.map(|participant| (participant.actor.as_str(), when)));
                }
                (Record::Relationship(tie), Some(when)) if tie.r#type == RelationshipType::MergedInto => {
                    lives.ended.insert(tie.subject.as_str(), when);
                }
                _ => {}
            }
        }
        lives
    }

    pub(super) fn is_apart(&self, one: &Actor, other: &Actor) -> bool {
        let is_before = |one: &Actor, other: &Actor| {
            let turns = self.ended.get(one.id.as_str()).zip(self.begun.get(other.id.as_str()));
            turns.is_some_and(|(end, begin)| end.is_before(begin) == Certainty::Certain)
        };
        is_before(one, other) || is_before(other, one)
    }
}
