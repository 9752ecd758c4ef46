//! Prints the adversaries of an actor with their codes, and who denies an event: the example of the README.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example prints and reads a file")]

use standpoint_model::{Actor, Dataset, Id, Record, RelationshipType, Stance};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string("iskp.ndjson")?;
    let records = text.lines().map(serde_json::from_str).collect::<Result<Vec<Record>, _>>()?;
    let dataset = Dataset::new(records)?;

    let iskp: Id<Actor> = "actor/iskp".parse()?;
    for tie in dataset.relationships_of(&iskp).filter(|tie| tie.subject == iskp) {
        if let (RelationshipType::Adversary, Some(actor)) = (tie.r#type, dataset.get(&tie.object)) {
            let codes: Vec<String> = actor.codes.iter().map(|code| format!("{}:{}", code.scheme, code.value)).collect();
            println!("adversary: {} {}", actor.name, codes.join(" "));
        }
    }
    for position in dataset.standpoints_on("event/rocket-attack-on-uzbekistan") {
        if position.standpoint.stance == Stance::Denies {
            println!("denied by: {}", position.standpoint.holder);
        }
    }
    Ok(())
}
