//! Events that nobody saw, coded by machines and by hand as the large collections of them are.

use std::io::{self, Write};

use fastrand::Rng;
use serde_json::{Value, json};

/// How often events are told again.
pub(crate) struct Again {
    /// Of a hundred events, those that are tellings of one that is told more than once.
    percent: usize,
    /// How often those are told; the more often a number stands here, the more events are told so often.
    tellings: &'static [usize],
    /// Whether every other telling names another party as the one that was affected.
    other_parties: bool,
}

/// As it was counted in a month of ICEWS.
pub(crate) static SOME_AGAIN: Again = Again {
    percent: 48,
    tellings: &[2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 3, 4, 5, 5, 6, 8, 10],
    other_parties: true,
};

pub(crate) static ALL_AGAIN: Again =
    Again { percent: 100, tellings: &[10, 10, 10, 12, 15, 20, 50, 200], other_parties: false };

impl Again {
    /// About how many happenings so many events are.
    fn happenings(&self, events: usize) -> usize {
        let again = events * self.percent / 100;
        events - again + again * self.tellings.len() / self.tellings.iter().sum::<usize>()
    }
}

/// How many events a day has at most, all tellings counted.
const EVENTS_OF_A_DAY: usize = 2_000;
const OUTLETS: usize = 300;
const CODES: &[(&str, &str)] = &[
    ("communication", "Make statement"),
    ("meeting", "Host a visit"),
    ("negotiation", "Express intent to meet"),
    ("attack", "Use conventional military force"),
    ("killing", "Carry out targeted killing"),
    ("detention", "Arrest, detain, or charge with legal action"),
    ("protest", "Demonstrate or rally"),
];

/// Writes `number` events of one source with the parties and places that they name. Those of one day stand together, in
/// no order.
pub(crate) fn events(number: usize, again: &Again, out: &mut dyn Write) -> io::Result<()> {
    let mut rng = Rng::with_seed(number as u64);
    let a_day = EVENTS_OF_A_DAY.min(number.div_ceil(4)).max(1);
    // No place has two happenings on one day, so that nothing is suspect by chance; each has several in all.
    let places = (2 * again.happenings(a_day)).max(again.happenings(number) / 20).max(1);
    let actors = places;
    line(out, &manifest("coded-events", "Coded events"))?;
    line(out, &source("coded-events", "Coded events of all countries", "dataset"))?;
    for outlet in 0..OUTLETS {
        line(out, &source(&format!("outlet-{outlet}"), &format!("Outlet number {outlet}"), "other"))?;
    }
    parties_and_places("coded-events", actors, places, out)?;
    let (mut happening, mut told, mut told_again) = (0, 0, 0);
    for day in 0.. {
        let mut of_the_day = Vec::new();
        while of_the_day.len() < a_day && told + of_the_day.len() < number {
            let is_again = told_again * 100 < again.percent * (told + of_the_day.len() + 1);
            let tellings = if is_again { again.tellings[rng.usize(..again.tellings.len())] } else { 1 };
            told_again += if is_again { tellings } else { 0 };
            let event = Happening::new(happening, day, actors, places, &mut rng);
            let outlet = rng.usize(..OUTLETS);
            of_the_day.extend((0..tellings).map(|nth| {
                let affected = if again.other_parties { event.affected + nth % 2 } else { event.affected };
                (Happening { affected: affected % actors, ..event }, (outlet + nth) % OUTLETS)
            }));
            happening += 1;
        }
        if of_the_day.is_empty() {
            break;
        }
        rng.shuffle(&mut of_the_day);
        for (event, outlet) in &of_the_day {
            told += 1;
            line(out, &event.telling(told, *outlet))?;
        }
    }
    Ok(())
}

/// What happened, however often it is told.
#[derive(Clone, Copy)]
struct Happening {
    day: usize,
    code: (&'static str, &'static str),
    agent: usize,
    affected: usize,
    place: usize,
}

impl Happening {
    fn new(nth: usize, day: usize, actors: usize, places: usize, rng: &mut Rng) -> Self {
        let affected = nth % actors;
        let agent = frequent(actors, rng);
        let agent = if agent == affected { (agent + 1) % actors } else { agent };
        Self { day, code: CODES[rng.usize(..CODES.len())], agent, affected, place: nth % places }
    }

    fn telling(&self, id: usize, outlet: usize) -> Value {
        let Self { day, code: (r#type, words), agent, affected, place } = self;
        let story = 40_000_000 + id / 3;
        json!({
            "kind": "event",
            "id": format!("event/coded-{id}"),
            "type": r#type,
            "title": format!("{words}: {} to {}", party(*agent), party(*affected)),
            "when": date(*day),
            "places": [{ "place": format!("place/p{place}"), "role": "site" }],
            "participants": [
                { "actor": format!("actor/a{agent}"), "role": "initiator" },
                { "actor": format!("actor/a{affected}"), "role": "target" },
            ],
            "basis": {
                "modality": "reported",
                "evidence": [
                    { "source": "source/coded-events", "locator": format!("event_id {id}") },
                    { "source": format!("source/outlet-{outlet}"), "locator": format!("story {story}, sentence 1") },
                ],
            },
            "note": format!("{words}. The collection does not say whose word it is."),
        })
    }
}

/// Writes `number` records, about a quarter of them events, each with the article on which it rests and with its tolls.
pub(crate) fn articles(number: usize, out: &mut dyn Write) -> io::Result<()> {
    let mut rng = Rng::with_seed(number as u64);
    let (actors, places) = ((number / 160).max(4), (number / 30).max(4));
    line(out, &manifest("fatal-events", "Fatal events"))?;
    line(out, &source("fatal-events", "Fatal events of all countries", "dataset"))?;
    parties_and_places("fatal-events", actors, places, out)?;
    // All of them within the years that there are.
    let a_day = (number / 40_000).max(10);
    let mut written = 2 + actors + places;
    let mut nth = 0;
    while written < number {
        let event = Happening::new(nth, nth / a_day, actors, places, &mut rng);
        let Happening { agent, affected, place, .. } = event;
        let when = date(event.day);
        let cited = |locator: &str| json!([{ "source": "source/fatal-events", "locator": locator }]);
        let mut article = source(
            &format!("article-{nth}"),
            &format!("Clashes of {} and {}, number {nth}", party(agent), party(affected)),
            "news-article",
        );
        article["published"] = date(event.day + 1).into();
        line(out, &article)?;
        line(
            out,
            &json!({
                "kind": "event",
                "id": format!("event/fatal-{nth}"),
                "type": "clash",
                "title": format!("State-based violence: {} - {}", party(agent), party(affected)),
                "when": when,
                "places": [{ "place": format!("place/p{place}"), "role": "site" }],
                "participants": [
                    { "actor": format!("actor/a{agent}"), "role": "party" },
                    { "actor": format!("actor/a{affected}"), "role": "party" },
                ],
                "basis": {
                    "modality": "stated",
                    "evidence": [
                        { "source": "source/fatal-events", "locator": format!("row {nth}") },
                        { "source": format!("source/article-{nth}"), "locator": "article as a whole" },
                    ],
                },
            }),
        )?;
        let (soldiers, others) = (rng.usize(1..20), rng.usize(1..20));
        let tolls = [("total", None, soldiers + others), ("soldiers", Some("soldiers"), soldiers)];
        for (column, population, best) in tolls {
            let mut toll = json!({
                "kind": "observation",
                "id": format!("observation/fatal-{nth}-{column}"),
                "about": format!("event/fatal-{nth}"),
                "measure": "killed",
                "value": { "best": best },
                "when": when,
                "basis": { "modality": "stated", "evidence": cited(&format!("row {nth}, {column}")) },
            });
            if let Some(population) = population {
                toll["population"] = population.into();
            }
            line(out, &toll)?;
        }
        written += 4;
        nth += 1;
    }
    Ok(())
}

fn parties_and_places(dataset: &str, actors: usize, places: usize, out: &mut dyn Write) -> io::Result<()> {
    let basis = |column: &str, nth: usize| {
        let locator = format!("{column}, row {nth}");
        json!({ "modality": "stated", "evidence": [{ "source": format!("source/{dataset}"), "locator": locator }] })
    };
    for nth in 0..actors {
        let types = ["government", "state-forces", "armed-group", "population", "organisation", "state"];
        line(
            out,
            &json!({
                "kind": "actor",
                "id": format!("actor/a{nth}"),
                "type": types[nth % types.len()],
                "name": party(nth),
                "codes": [{ "scheme": dataset, "value": nth.to_string() }],
                "basis": basis("parties", nth),
            }),
        )?;
    }
    for nth in 0..places {
        line(
            out,
            &json!({
                "kind": "place",
                "id": format!("place/p{nth}"),
                "type": "city",
                "name": format!("City number {nth}"),
                "location": { "longitude": nth % 180, "latitude": nth % 80 + 1 },
                "basis": basis("places", nth),
            }),
        )?;
    }
    Ok(())
}

fn manifest(name: &str, title: &str) -> Value {
    json!({
        "kind": "dataset",
        "id": format!("dataset/{name}"),
        "format": "0.2",
        "title": title,
        "description": "Made up from beginning to end.",
        "version": "1.0.0",
        "license": "CC0-1.0",
        "publisher": "Nobody",
        "base_iri": format!("https://example.org/{name}/"),
        "created": "2026-01-01",
    })
}

fn source(name: &str, title: &str, r#type: &str) -> Value {
    json!({ "kind": "source", "id": format!("source/{name}"), "title": title, "type": r#type })
}

/// An actor, the first ones far more often than the last.
fn frequent(actors: usize, rng: &mut Rng) -> usize {
    let among = rng.usize(1..=actors);
    let fewer = rng.usize(1..=among);
    rng.usize(..fewer)
}

fn party(nth: usize) -> String {
    let names = ["Ministry of the Interior", "Northern Front", "Border Guard", "Citizens", "Union of Cantons"];
    format!("{} {nth}", names[nth % names.len()])
}

/// A day from 1990 on; years have twelve months of 28 days here.
fn date(day: usize) -> String {
    let (year, month) = (1990 + day / 336 % 36, day / 28 % 12 + 1);
    format!("{year}-{month:02}-{:02}", day % 28 + 1)
}

fn line(out: &mut dyn Write, record: &Value) -> io::Result<()> {
    writeln!(out, "{record}")
}
