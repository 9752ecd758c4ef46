//! Prints, of the dataset in the file that is named, who holds which position on each issue, the adversaries of the actor that is
//! named, and who denies what: the example of the README.
#![allow(clippy::print_stdout, clippy::disallowed_methods, reason = "an example prints and reads a file")]

use standpoint_model::{Actor, Dataset, Id, Issue, Record, RelationshipType, Stance};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(file), Some(actor)) = (arguments.next(), arguments.next()) else {
        return Err("usage: adversaries FILE.ndjson ACTOR".into());
    };
    let text = std::fs::read_to_string(file)?;
    let records = text.lines().map(serde_json::from_str).collect::<Result<Vec<Record>, _>>()?;
    let dataset = Dataset::new(records)?;

    for issue in dataset.iter::<Issue>() {
        for position in dataset.positions_on(&issue.id) {
            for holder in dataset.holders_of(position) {
                println!("{}: {holder} ({}): {}", issue.title, position.form, position.text);
            }
        }
    }
    let actor: Id<Actor> = actor.parse()?;
    for tie in dataset.relationships_of(&actor).filter(|tie| tie.subject == actor) {
        if tie.r#type == RelationshipType::Adversary {
            println!("{actor} {} {}", tie.phrases().forward, tie.object);
        }
    }
    for record in dataset.records() {
        for held in dataset.standpoints_on(record.id()).filter(|held| held.standpoint.stance == Stance::Denies) {
            println!("{} is denied by {}", record.id(), held.standpoint.holder);
        }
    }
    Ok(())
}
