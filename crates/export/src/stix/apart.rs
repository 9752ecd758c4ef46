//! Moments by which a platform tells objects apart.

use std::collections::HashSet;

use serde_json::Value;

/// `OpenCTI` takes opinions of one strength, notes of one content, and incidents and groupings of one name for one object if they were
/// created at one moment.
const TOLD_APART: [&str; 4] = ["opinion", "note", "incident", "grouping"];

const MILLISECONDS_OF_A_DAY: u32 = 24 * 60 * 60 * 1000;

/// Moments of a day, of which each object has one of its own.
#[derive(Debug, Default)]
pub(super) struct Moments {
    taken: HashSet<u32>,
}

impl Moments {
    /// Gives an object a moment of the day on which it was created. Its id decides it, so that it is the same in a later export.
    pub(super) fn tell_apart(&mut self, object: &mut Value) {
        let is_told_apart = object["type"].as_str().is_some_and(|kind| TOLD_APART.contains(&kind));
        let (Some(id), Some(created)) = (object["id"].as_str(), object["created"].as_str()) else { return };
        if !is_told_apart || self.taken.len() >= MILLISECONDS_OF_A_DAY as usize {
            return;
        }
        let digits = id.split_once("--").and_then(|(_, uuid)| uuid.get(..8)).unwrap_or_default();
        let mut moment = u32::from_str_radix(digits, 16).unwrap_or_default() % MILLISECONDS_OF_A_DAY;
        while !self.taken.insert(moment) {
            moment = (moment + 1) % MILLISECONDS_OF_A_DAY;
        }
        let Some((day, _)) = created.split_once('T') else { return };
        let (seconds, milliseconds) = (moment / 1000, moment % 1000);
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        let created = format!("{day}T{hours:02}:{minutes:02}:{seconds:02}.{milliseconds:03}Z");
        // Nothing is modified before it is created.
        if object["modified"].as_str() < Some(created.as_str()) {
            object["modified"] = created.clone().into();
        }
        object["created"] = created.into();
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn two_objects_of_one_hash_have_two_moments() {
        let of = |id: &str| {
            json!({ "type": "note", "id": format!("note--{id}-aaaa"), "created": "2024-05-01T00:00:00.000Z",
                "modified": "2024-05-01T00:00:00.000Z" })
        };
        let (mut first, mut second) = (of("05265bff"), of("05265bff"));
        let mut moments = Moments::default();
        moments.tell_apart(&mut first);
        moments.tell_apart(&mut second);
        assert_eq!(first["created"], "2024-05-01T23:59:59.999Z");
        assert_eq!(second["created"], "2024-05-01T00:00:00.000Z");
        assert_eq!(first["modified"], first["created"]);
    }
}
