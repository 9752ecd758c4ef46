//! The profile of an actor.

use maud::{Markup, html};
use standpoint_model::{Actor, Event, Interest, Measure, Observation, Occurrence, Record, Relationship, Statement};

use super::{
    chart,
    event::event,
    grounds,
    list::{List, SOME},
    mapped::{Mapped, TIES, ties_around},
    page::{Page, anchor, nothing, text},
    position, signs,
};
use crate::prose::{self, COLUMNS, Line, Row, Ties, counted, title};

/// What is told of an actor, in lists each of which may be too long for one page.
pub(super) struct Profile<'a> {
    page: Page<'a>,
    actor: &'a Actor,
    ties: Ties<'a>,
    figures: Vec<&'a Observation>,
    events: Vec<&'a Event>,
    lists: Lists<'a>,
    /// The positions in which it has another part, each sort under a heading.
    other_positions: Vec<(&'static str, Vec<Markup>)>,
}

struct Lists<'a> {
    statements: List<'a>,
    ties: List<'a>,
    figures: List<'a>,
    positions: List<'a>,
    events: List<'a>,
}

impl<'a> Profile<'a> {
    pub(super) fn of(page: Page<'a>, actor: &'a Actor) -> Self {
        let dataset = page.dataset;
        let id = actor.id.as_str();
        let positions = position::of_actor(&page, actor);
        let (own, others): (Vec<_>, Vec<_>) =
            positions.into_iter().partition(|(heading, _)| *heading == prose::OWN_POSITIONS);
        let (ties, figures) = (Ties::of(dataset, actor), prose::figures(dataset, id));
        let events = prose::in_time(dataset.events_with(&actor.id));
        let list = |what: &str, class, items| List {
            page,
            path: format!("{id}_{}", what.to_lowercase()),
            title: format!("{what}: {}", actor.name),
            heading: html! { (what) ": " (page.link(id)) },
            class,
            items,
        };
        let topics = prose::topics(dataset, id).into_iter().flat_map(|(_, statements)| statements);
        let statements = topics.map(|statement| statement_with_remarks(&page, statement)).collect();
        let fact = |line: Line<'_>, id: &str| with_remarks(&page, &page.line(&line), id);
        let lists = Lists {
            statements: list("Statements", "plain", statements),
            ties: list("Ties", "plain", ties.all().map(|tie| fact(prose::tie(tie, actor), tie.id.as_str())).collect()),
            figures: list(
                "Figures",
                "plain",
                figures.iter().map(|figure| fact(prose::figure(figure, None), figure.id.as_str())).collect(),
            ),
            positions: list("Positions", "plain", own.into_iter().flat_map(|(_, items)| items).collect()),
            events: list("Events", "timeline", events.iter().map(|happened| event(&page, happened)).collect()),
        };
        Self { page, actor, ties, figures, events, lists, other_positions: others }
    }

    /// What stands on the page of the actor.
    pub(super) fn main(&self, record: &Record) -> Markup {
        let sections: Vec<(&str, &str, Markup)> = [
            ("profile", "Profile", self.topics()),
            ("interests", "Interests", self.interests()),
            ("positions", "Positions", self.positions()),
            ("relationships", "Relationships", self.relationships()),
            ("figures", "Strength and other figures", self.strength()),
            ("timeline", "Timeline", self.timeline()),
            ("differing", "Where accounts differ", self.differing()),
        ]
        .into_iter()
        .filter(|(.., section)| !section.0.is_empty())
        .collect();
        html! {
            @if let Some(lead) = prose::lead(record) { div class="lead" { (text(lead)) } }
            (self.glance())
            // The type stands above the name.
            @let rows: Vec<Row<'_>> = prose::rows(self.page.dataset, record).into_iter().filter(|row| row.term != "Type").collect();
            (self.page.rows(&rows, Some(&self.page.evidence(record, grounds::Place::Profile))))
            (self.page.sides(record))
            @if sections.len() > 1 {
                nav class="contents" aria-label="On this page" {
                    ul { @for (id, title, _) in &sections { li { a href=(format!("#{id}")) { (title) } } } }
                }
            }
            @for (id, title, section) in &sections {
                section class=(id) aria-labelledby=(id) { h2 id=(id) { (title) } (section) }
            }
        }
    }

    /// The pages of the lists that are too long for the profile.
    pub(super) fn more(&self) -> Vec<(String, Markup)> {
        let Lists { statements, ties, figures, positions, events } = &self.lists;
        let above = if events.is_long() { self.drawn_timeline() } else { nothing() };
        let lists =
            [(statements, nothing()), (ties, nothing()), (figures, nothing()), (positions, nothing()), (events, above)];
        lists.into_iter().filter(|(list, _)| list.is_long()).flat_map(|(list, above)| list.pages(&above)).collect()
    }

    /// What an analyst looks for first, in numbers.
    fn glance(&self) -> Markup {
        let latest = self.figures.iter().rev().find(|figure| figure.measure == Measure::Fighters);
        let differing = prose::differing(self.page.dataset, self.actor).len();
        let postures = COLUMNS.iter().zip(&self.ties.columns).filter(|(_, ties)| !ties.is_empty());
        html! {
            ul class="glance" {
                @if let Some(figure) = latest {
                    li { a href="#figures" {
                        strong { (prose::value(figure)) } " fighters"
                        @if let Some(when) = &figure.when { ", " (when.english()) }
                        (signs::doubts(self.page.dataset, figure.id.as_str()))
                    } }
                }
                @for ((r#type, heading), ties) in postures {
                    li { a href="#relationships" {
                        strong { (prose::others_of(ties)) } " "
                        @if prose::others_of(ties) == 1 { (r#type) } @else { (heading.to_lowercase()) }
                        (prose::doubted_ties(self.page.dataset, ties))
                    } }
                }
                @if !self.lists.positions.items.is_empty() {
                    li { a href="#positions" {
                        (counted(self.lists.positions.items.len(), "position", "positions")) (self.doubted_positions())
                    } }
                }
                @if !self.events.is_empty() { li { a href="#timeline" { (self.counted_events()) } } }
                @if differing > 0 {
                    li { a class="against" href="#differing" {
                        "≠ " strong { (differing) } @if differing == 1 { " account differs" } @else { " accounts differ" }
                    } }
                }
            }
        }
    }

    /// How many events are told of: those that are one each and happened, and how many others of which sort.
    fn counted_events(&self) -> Markup {
        let count = |is: fn(&Event) -> bool| self.events.iter().filter(|event| is(event)).count();
        let single = count(Event::counts);
        let counted = self.events.iter().filter(|event| event.counts()).map(|event| event.id.as_str());
        let doubted = prose::doubted(self.page.dataset, counted);
        let others = [
            (count(|event| event.occurrence == Occurrence::Happened && !event.counts()), "told as a whole"),
            (count(|event| event.occurrence == Occurrence::Planned), "planned"),
            (count(|event| event.occurrence == Occurrence::CalledOff), "called off"),
        ];
        let others = others.into_iter().filter(|(count, _)| *count > 0);
        let others = others.map(|(count, sort)| format!("{count} {sort}")).collect::<Vec<_>>().join(", ");
        html! {
            @if single > 0 {
                strong { (single) } @if single == 1 { " event" } @else { " events" } (doubted)
            } @else { "Events: " }
            @if single > 0 && !others.is_empty() { @if doubted.is_empty() { ", " } @else { "; " } }
            (others)
        }
    }

    fn doubted_positions(&self) -> String {
        let groups = prose::positions_of(self.page.dataset, &self.actor.id).into_iter();
        let own = groups.filter(|(heading, _)| *heading == prose::OWN_POSITIONS).flat_map(|(_, positions)| positions);
        prose::doubted(self.page.dataset, own.map(|position| position.id.as_str()))
    }

    fn positions(&self) -> Markup {
        let own = &self.lists.positions;
        html! {
            @if !own.items.is_empty() { (own.some("positions")) }
            @for (heading, items) in &self.other_positions {
                h3 { (heading) }
                ul class="plain" { @for item in items.iter().take(SOME) { li { (item) } } }
                @if items.len() > SOME { p { "and " (items.len() - SOME) " more" } }
            }
        }
    }

    fn topics(&self) -> Markup {
        if self.lists.statements.is_long() {
            return self.lists.statements.some("statements");
        }
        html! {
            @for (topic, statements) in prose::topics(self.page.dataset, self.actor.id.as_str()) {
                div class="topic" {
                    h3 { (title(topic.as_str())) }
                    div { @for statement in statements { (statement_with_remarks(&self.page, statement)) } }
                }
            }
        }
    }

    fn interests(&self) -> Markup {
        let interests = self.page.dataset.interests_of(&self.actor.id);
        html! {
            @for interest in interests { (self::interest(&self.page, interest)) }
        }
    }

    /// The table of allies, partners, rivals and adversaries, the map, and each tie with what it rests on.
    fn relationships(&self) -> Markup {
        let dataset = self.page.dataset;
        if self.ties.is_empty() && dataset.interests_of(&self.actor.id).is_empty() {
            return nothing();
        }
        html! {
            (self.table())
            @if let Some(mapped) = Mapped::of(dataset, ties_around(dataset, self.actor), TIES[0]) { (mapped.figure(&self.page)) }
            @if !self.ties.is_empty() {
                (self.other_ties())
                details class="ties" {
                    summary { "Each tie with what it rests on" }
                    (self.lists.ties.some("ties"))
                }
            }
        }
    }

    /// The ties that the table does not have, each sort in a list.
    fn other_ties(&self) -> Markup {
        let dataset = self.page.dataset;
        html! {
            @for (heading, ties) in &self.ties.others {
                h3 { (heading) }
                ul class="plain" {
                    @for tie in ties.iter().take(SOME) {
                        li { (self.page.line(&prose::tie(tie, self.actor))) (signs::doubts(dataset, tie.id.as_str())) }
                    }
                }
                @if ties.len() > SOME { p { "and " (ties.len() - SOME) " more below" } }
            }
        }
    }

    fn table(&self) -> Markup {
        let dataset = self.page.dataset;
        html! {
            @if self.ties.columns.iter().any(|ties| !ties.is_empty()) { p class="none" { (prose::TABLE) } }
            div class="columns" role="group" aria-label="Allies, partners, rivals and adversaries" {
                @for ((r#type, heading), ties) in COLUMNS.iter().zip(&self.ties.columns) {
                    section class=(format!("column {type}")) {
                        h3 { (heading) @if !ties.is_empty() { " " span class="count" { (prose::others_of(ties)) (prose::doubted_ties(dataset, ties)) } } }
                        @if ties.is_empty() { p class="none" { (self.page.line(&self.ties.none(*r#type))) "." } }
                        @else { ul { @for tie in ties.iter().take(SOME * 2) { li class=(tie.basis.modality) { (self.entry(tie)) } } } }
                        @if ties.len() > SOME * 2 { p { "and " (ties.len() - SOME * 2) " more below" } }
                    }
                }
            }
        }
    }

    fn entry(&self, tie: &Relationship) -> Markup {
        html! { (self.page.line(&prose::entry(tie))) (signs::doubts(self.page.dataset, tie.id.as_str())) }
    }

    fn strength(&self) -> Markup {
        if self.figures.is_empty() {
            return nothing();
        }
        let list = &self.lists.figures;
        html! {
            @for (measure, figures) in prose::by_measure(self.figures.iter().copied()) {
                @for drawing in chart::by_unit(&figures).iter().filter_map(|figures| chart::over_time(self.page.dataset, figures)) {
                    figure class="chart" { figcaption { (title(measure.as_str())) " over time" } (drawing) }
                }
                @if !list.is_long() {
                    h3 { (title(measure.as_str())) }
                    ul class="plain" { @for figure in figures { li { (self.figure(figure)) } } }
                }
            }
            @if list.is_long() { (list.some("figures")) }
        }
    }

    fn figure(&self, figure: &Observation) -> Markup {
        with_remarks(&self.page, &self.page.line(&prose::amount(figure)), figure.id.as_str())
    }

    fn timeline(&self) -> Markup {
        if self.events.is_empty() {
            return nothing();
        }
        let drawn = self.drawn_timeline();
        let tolls = chart::tolls(self.page.dataset, &self.events, &|id| self.page.address(id));
        html! {
            (drawn)
            @if let Some(tolls) = tolls { (tolls) }
            h3 { "Event by event" }
            (self.lists.events.some("events"))
        }
    }

    fn drawn_timeline(&self) -> Markup {
        let list = &self.lists.events;
        let address = |nth: usize| {
            let anchor = anchor(self.events[nth].id.as_str());
            if list.is_long() { list.address(nth, &anchor) } else { format!("#{anchor}") }
        };
        chart::timeline(self.page.dataset, &self.events, &address).unwrap_or_else(nothing)
    }

    fn differing(&self) -> Markup {
        let records = prose::differing(self.page.dataset, self.actor);
        html! {
            @if !records.is_empty() {
                ul class="plain" {
                    @for record in records.iter().take(SOME) { li { (self.page.entry(record)) } }
                }
                @if records.len() > SOME { p { "and " (counted(records.len() - SOME, "record", "records")) " more" } }
            }
        }
    }
}

fn with_remarks(page: &Page<'_>, says: &Markup, id: &str) -> Markup {
    html! {
        @if let Some(record) = page.dataset.resolve(id) { (page.fact(says, record)) }
        (remarks(page, id))
    }
}

fn statement_with_remarks(page: &Page<'_>, statement: &Statement) -> Markup {
    with_remarks(page, &page.line(&prose::claim(statement)), statement.id.as_str())
}

fn interest(page: &Page<'_>, interest: &Interest) -> Markup {
    let says = html! { bdi { (interest.summary.as_ref().unwrap_or(&interest.title)) } };
    let aims = prose::interest_aims(interest);
    html! {
        article class="interest" {
            h3 { @if let Some(rank) = interest.rank { span class="rank" { (rank) "." } " " } bdi { (interest.title) } }
            @if !aims.is_empty() { p class="category" { (page.line(&aims)) } }
            (with_remarks(page, &says, interest.id.as_str()))
            @if !interest.supported_by.is_empty() {
                details class="shows-in" {
                    summary { "Shows in " (counted(interest.supported_by.len(), "record", "records")) }
                    ul { @for id in &interest.supported_by { li { (page.link(id.as_str())) } } }
                }
            }
        }
    }
}

/// The figures and statements about a record. What is said of these in turn stands on their own pages.
pub(super) fn remarks(page: &Page<'_>, id: &str) -> Markup {
    let remarks = prose::remarks(page.dataset, id, None);
    html! {
        @if !remarks.is_empty() {
            div class="remarks" { @for (line, record) in &remarks { (page.fact(&page.line(line), record)) } }
        }
    }
}
