//! The profile of an actor.

use standpoint_model::{Actor, Amount, Edtf, Interest, Observation, Record, Relationship};
use textwrap::core::display_width;

use super::{
    page::{Page, TIED, plain},
    positions,
    remarks::remarks,
};
use crate::prose::{self, COLUMNS, Row, Ties, capitalised, title};

pub(super) fn write(page: &mut Page<'_>, actor: &Actor, record: &Record) {
    let dataset = page.dataset;
    let id = actor.id.as_str();
    // The type stands below the name.
    let rows: Vec<Row<'_>> = prose::rows(dataset, record).into_iter().filter(|row| row.term != "Type").collect();
    page.rows(&rows);
    page.grounds(2, record, page.screen.evidence);

    let topics = prose::topics(dataset, id);
    if !topics.is_empty() {
        page.heading("Profile");
    }
    for (topic, statements) in topics {
        page.subheading(&title(topic.as_str()));
        for statement in statements {
            fact(page, 0, &page.line(&prose::claim(statement)), statement.id.as_str());
        }
    }

    let interests = dataset.interests_of(&actor.id);
    if !interests.is_empty() {
        page.heading("Interests");
    }
    for interest in interests {
        self::interest(page, interest);
    }

    positions::of_actor(page, actor);
    relationships(page, actor);
    figures(page, actor);
    timeline(page, actor);
    differing(page, actor);
}

/// A fact and what is said of it.
fn fact(page: &mut Page<'_>, indent: usize, says: &str, id: &str) {
    if let Some(record) = page.dataset.resolve(id) {
        page.fact(indent, says, record);
        remarks(page, indent + 2, id);
    }
}

fn interest(page: &mut Page<'_>, interest: &Interest) {
    let rank = interest.rank.map(|rank| format!("{rank}. ")).unwrap_or_default();
    page.subheading(&format!("{rank}{}", plain(interest.title.as_str())));
    let aims = page.line(&prose::interest_aims(interest));
    page.write("", "", &aims);
    let says = interest.summary.as_ref().unwrap_or(&interest.title);
    fact(page, 0, &plain(says.as_str()), interest.id.as_str());
    if !interest.supported_by.is_empty() {
        page.write("  ", "  ", "Shows in:");
    }
    for id in &interest.supported_by {
        let name = page.named(id.as_str());
        page.write("  – ", "    ", &name);
    }
}

/// Allies, partners, rivals and adversaries, then the actor's other ties. Where there are none, the page says that none is recorded.
fn relationships(page: &mut Page<'_>, actor: &Actor) {
    let dataset = page.dataset;
    let ties = Ties::of(dataset, actor);
    if ties.is_empty() && dataset.interests_of(&actor.id).is_empty() {
        return;
    }
    page.heading("Relationships");
    for ((r#type, heading), column) in COLUMNS.iter().zip(&ties.columns) {
        let entry = |tie: &&Relationship| page.line(&prose::entry(tie)) + &page.doubts(tie.id.as_str());
        let names: Vec<String> = column.iter().map(entry).collect();
        let says = if names.is_empty() { page.line(&ties.none(*r#type)) } else { names.join("; ") };
        page.beside(16.min(page.screen.width / 3), heading, &says);
    }
    if ties.columns.iter().any(|column| !column.is_empty()) {
        page.write("  ", "  ", prose::TABLE);
    }
    let listed: Vec<&Relationship> = ties.columns.iter().flatten().copied().filter(|_| page.screen.evidence).collect();
    for (heading, ties) in std::iter::once(("What the table rests on", listed)).chain(ties.others) {
        if !ties.is_empty() {
            page.subheading(heading);
        }
        for tie in ties {
            fact(page, 0, &page.line(&prose::tie(tie, actor)), tie.id.as_str());
        }
    }
}

fn figures(page: &mut Page<'_>, actor: &Actor) {
    let figures = prose::figures(page.dataset, actor.id.as_str());
    if !figures.is_empty() {
        page.heading("Strength and other figures");
    }
    for (measure, figures) in prose::by_measure(figures) {
        page.subheading(&title(measure.as_str()));
        bars(page, &figures);
        for figure in figures {
            fact(page, 0, &page.line(&prose::amount(figure)), figure.id.as_str());
        }
    }
}

/// Quantities of one unit as bars: full up to what each is at least, pale up to what it is at most.
fn bars(page: &mut Page<'_>, figures: &[&Observation]) {
    let figures: Vec<&Observation> = figures.iter().copied().filter(|figure| figure.value.has_number()).collect();
    if figures.len() < 2 || figures.iter().any(|figure| figure.unit() != figures[0].unit()) {
        return;
    }
    let get = |amount: Option<Amount>| amount.map(Amount::get);
    let ends = |figure: &Observation| {
        let value = &figure.value;
        let least = get(value.low()).or(get(value.best())).unwrap_or_default();
        (least, get(value.high()).or(get(value.best())).unwrap_or(least).max(least))
    };
    let greatest = figures.iter().map(|figure| ends(figure).1).fold(0.0, f64::max);
    let when = |figure: &Observation| figure.when.as_ref().map_or("undated".into(), Edtf::english);
    let dates: Vec<String> = figures.iter().map(|figure| prose::brief(&when(figure), 24)).collect();
    let column = dates.iter().map(|date| display_width(date)).max().unwrap_or_default() + 4;
    let value = |figure: &&Observation| {
        format!("{}{}", plain(&prose::value(figure)), page.doubts(figure.id.as_str())).replace(' ', &TIED.to_string())
    };
    let values: Vec<String> = figures.iter().map(value).collect();
    let longest = values.iter().map(|value| display_width(value)).max().unwrap_or_default();
    let room = page.screen.width.saturating_sub(column + longest + 2).min(60);
    if room < 10 || greatest <= 0.0 {
        return;
    }
    for ((figure, date), value) in figures.iter().zip(&dates).zip(&values) {
        let (least, most) = ends(figure);
        let (least, most) = (cells(least, greatest, room), cells(most, greatest, room));
        let bar = format!("{}{}", "█".repeat(least), "░".repeat(most - least));
        let blank = TIED.to_string().repeat(room - most);
        page.beside(column, date, &format!("{bar}{blank}{TIED}{TIED}{value}"));
    }
    page.blank();
}

/// How many of so many cells a quantity fills, of which the greatest fills all.
fn cells(quantity: f64, greatest: f64, room: usize) -> usize {
    let reached = |cells: &usize| {
        f64::from(u32::try_from(*cells).unwrap_or(u32::MAX))
            <= quantity / greatest * f64::from(u32::try_from(room).unwrap_or(u32::MAX))
    };
    (1..=room).take_while(reached).last().unwrap_or_default()
}

fn timeline(page: &mut Page<'_>, actor: &Actor) {
    let events = prose::in_time(page.dataset.events_with(&actor.id));
    if !events.is_empty() {
        page.heading("Timeline");
    }
    let dates: Vec<String> = events.iter().map(|event| capitalised(&page.line(&prose::event_date(event)))).collect();
    let widest = dates.iter().map(|date| display_width(date)).max().unwrap_or_default();
    let column = (widest + 4).min(28).min(page.screen.width * 2 / 5);
    for (event, date) in events.into_iter().zip(dates) {
        let Some(record) = page.dataset.resolve(event.id.as_str()) else { continue };
        let says = format!("{}{}", page.line(&[prose::Piece::Text(event.title.as_str())]), page.signs(record));
        page.beside(column, &date, &says);
        for figure in prose::figures(page.dataset, event.id.as_str()) {
            let figure = page.line(&prose::figure(figure, event.when.as_ref())) + &page.doubts(figure.id.as_str());
            page.write(&" ".repeat(column), &" ".repeat(column + 2), &figure);
        }
        page.grounds(column, record, page.screen.evidence);
    }
}

fn differing(page: &mut Page<'_>, actor: &Actor) {
    let records = prose::differing(page.dataset, actor);
    if records.is_empty() {
        return;
    }
    page.heading("Where accounts differ");
    for record in records {
        let says = format!("{}{}", page.name(record.id()), page.signs(record));
        page.write("• ", "  ", &says);
    }
}
