//! No place lies within itself.

use standpoint_model::Place;

use crate::{
    Code, Level,
    finding::Finding,
    rules::{
        Rule,
        cycle::{Edge, cycles},
    },
    submission::Submission,
};

pub(super) static RULE: Rule = Rule {
    code: Code {
        name: "place-cycle",
        level: Level::Error,
        page: include_str!("../../docs/place-cycle.md"),
    },
    check,
};

fn check(submission: &Submission, findings: &mut Vec<Finding>) {
    let edges = submission.of::<Place>().flat_map(|(entry, place)| {
        place.within.iter().map(move |within| Edge {
            from: entry,
            to: within.as_str(),
            pointer: "/within".into(),
        })
    });
    for cycle in cycles(edges) {
        findings.push(
            Finding::new(
                &RULE.code,
                cycle.place(),
                format!("a place lies within itself: {}", cycle.path()),
            )
            .help("let the largest place lie within nothing"),
        );
    }
}
