//! The profile of an actor.

use standpoint_model::{Actor, Count, Edtf, Event, Interest, Observation, Record};
use textwrap::core::display_width;

use super::{
    page::{Page, TIED, plain},
    remarks::remarks,
};
use crate::prose::{self, COLUMNS, Row, Ties, capitalised, title};

pub(super) fn write(page: &mut Page<'_>, actor: &Actor, record: &Record) {
    let dataset = page.dataset;
    let id = actor.id.as_str();
    // The type stands below the name.
    let rows: Vec<Row<'_>> = prose::rows(record).into_iter().filter(|row| row.term != "Type").collect();
    page.rows(&rows);
    page.grounds(2, record, page.screen.evidence);

    let topics = prose::topics(dataset, id);
    if !topics.is_empty() {
        page.heading("Profile");
    }
    for (topic, statements) in topics {
        page.subheading(&title(topic));
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
    page.subheading(&format!("{}. {}", interest.rank, plain(interest.title.as_str())));
    let aims = page.line(&prose::interest_aims(interest));
    page.write("", "", &aims);
    fact(page, 0, &plain(interest.summary.as_str()), interest.id.as_str());
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
        let entry = |tie: &&standpoint_model::Relationship| {
            let when = tie.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
            format!("{}{when}{}", page.name(tie.object.as_str()), page.doubts(&tie.basis))
        };
        let names: Vec<String> = column.iter().map(entry).collect();
        let says = if names.is_empty() { ties.none(*r#type).into() } else { names.join("; ") };
        page.beside(16.min(page.screen.width / 3), heading, &says);
    }
    let listed = ties.columns.iter().flatten().filter(|_| page.screen.evidence);
    for (heading, ties) in
        [("What the table rests on", listed.collect::<Vec<_>>()), ("Other ties", ties.others.iter().collect())]
    {
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
        if figures.len() > 1 {
            bars(page, &figures);
            page.blank();
        }
        for figure in figures {
            fact(page, 0, &page.line(&prose::amount(figure)), figure.id.as_str());
        }
    }
}

/// Quantities as bars: full up to what each is at least, pale up to what it is at most.
fn bars(page: &mut Page<'_>, figures: &[&Observation]) {
    let get = |count: Option<Count>| count.map(Count::get);
    let ends = |figure: &Observation| {
        let value = &figure.value;
        let least = get(value.low()).or(get(value.best())).unwrap_or_default();
        (least, get(value.high()).or(get(value.best())).unwrap_or(least).max(least))
    };
    let most = figures.iter().map(|figure| ends(figure).1).max().unwrap_or_default().max(1);
    let when = |figure: &Observation| figure.when.as_ref().map_or("undated".into(), Edtf::english);
    let dates: Vec<String> = figures.iter().map(|figure| prose::brief(&when(figure), 24)).collect();
    let column = dates.iter().map(|date| display_width(date)).max().unwrap_or_default() + 4;
    let value = |figure: &&Observation| {
        format!("{}{}", figure.value, page.doubts(&figure.basis)).replace(' ', &TIED.to_string())
    };
    let values: Vec<String> = figures.iter().map(value).collect();
    let longest = values.iter().map(|value| display_width(value)).max().unwrap_or_default();
    let room = page.screen.width.saturating_sub(column + longest + 2).min(60);
    if room < 10 {
        return;
    }
    let cells = |quantity: u64| {
        let share = u128::from(quantity) * u128::try_from(room).unwrap_or_default() / u128::from(most);
        usize::try_from(share).unwrap_or(room)
    };
    for ((figure, date), value) in figures.iter().zip(&dates).zip(&values) {
        let (least, most) = ends(figure);
        let (full, open) = (cells(least), cells(most) - cells(least));
        let bar = format!("{}{}", "█".repeat(full), "░".repeat(open));
        let blank = TIED.to_string().repeat(room - full - open);
        page.beside(column, date, &format!("{bar}{blank}{TIED}{TIED}{value}"));
    }
}

fn timeline(page: &mut Page<'_>, actor: &Actor) {
    let events = prose::in_time(page.dataset.events_with(&actor.id));
    if !events.is_empty() {
        page.heading("Timeline");
    }
    let when = |event: &Event| event.when.as_ref().map_or("Undated".into(), |when| capitalised(&when.english()));
    let widest = events.iter().map(|event| display_width(&when(event))).max().unwrap_or_default();
    let column = (widest + 4).min(28).min(page.screen.width * 2 / 5);
    for event in events {
        let Some(record) = page.dataset.resolve(event.id.as_str()) else { continue };
        let says = format!("{}{}", page.line(&[prose::Piece::Text(event.title.as_str())]), page.signs(record));
        page.beside(column, &when(event), &says);
        for figure in prose::figures(page.dataset, event.id.as_str()) {
            let figure = page.line(&prose::figure(figure, event.when.as_ref())) + &page.doubts(&figure.basis);
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
