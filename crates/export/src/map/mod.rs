//! The map of who stands how to whom, drawn.

mod geometry;
mod layout;
mod look;
mod style;

use std::{collections::BTreeMap, io};

use maud::{Markup, PreEscaped, html};
use standpoint_model::{Dataset, Kind, Relationship};

pub(crate) use self::style::STYLE;
use self::{
    geometry::{Area, Curve, Extent, Point, curves, marks},
    look::{Legend, Look, Mark},
};
use crate::{
    Format, Loss, Records, Write, prose,
    svg::{Units, direction, lines, xml},
};

pub(crate) const FORMAT: Format = Format {
    name: "svg",
    summary: "the map of actors and their ties as a drawing, for reports and slides",
    extension: "svg",
    media_type: "image/svg+xml",
    docs: include_str!("../../docs/svg.md"),
    losses: LOSSES,
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

const DRAWING: &str = "the map shows who stands how to whom and nothing else";

const LOSSES: &[Loss] = &[Loss::every("*", DRAWING)];

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let whole = records.into_dataset()?;
    let united = whole.united();
    let dataset = united.dataset();
    out.write_all(Map::of(dataset, dataset.iter::<Relationship>()).alone(&|_| None).as_bytes())
}

/// Some actors and the ties between them.
pub(crate) struct Map<'a> {
    dataset: &'a Dataset,
    nodes: Vec<Node<'a>>,
    ties: Vec<Tie<'a>>,
}

struct Node<'a> {
    id: &'a str,
    lines: Vec<String>,
    area: Area,
}

struct Tie<'a> {
    relationship: &'a Relationship,
    from: usize,
    to: usize,
    curve: Curve,
    mark: Option<(Mark, Point)>,
}

/// How wide and how high a letter and a line are, and what is free around them.
const LETTER: f64 = 6.9;
const LINE: f64 = 15.0;
const PADDING: f64 = 9.0;

/// What is free around the drawing.
const MARGIN: f64 = 24.0;

/// The most letters on a line, and the most lines, of a name.
const LETTERS: usize = 18;
const LINES: usize = 3;

impl<'a> Map<'a> {
    /// The map of those of these ties that are between actors, and of whoever they tie.
    pub(crate) fn of(dataset: &'a Dataset, relationships: impl Iterator<Item = &'a Relationship>) -> Self {
        let relationships: Vec<&Relationship> = relationships.filter(|tie| is_between_actors(tie)).collect();
        let mut ids: Vec<&str> = Vec::new();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        let mut place = |id: &'a str| {
            *places.entry(id).or_insert_with(|| {
                ids.push(id);
                ids.len() - 1
            })
        };
        let ends: Vec<(usize, usize)> =
            relationships.iter().map(|tie| (place(tie.subject.as_str()), place(tie.object.as_str()))).collect();
        let labels: Vec<Vec<String>> =
            ids.iter().map(|id| lines(&prose::name_of(dataset, id), LETTERS, LINES)).collect();
        let extents: Vec<Extent> = labels.iter().map(|lines| extent(lines)).collect();
        let points = layout::layout(&extents, &ends);
        let areas: Vec<Area> = points.into_iter().zip(extents).map(|(at, extent)| Area { at, extent }).collect();
        let curves = curves(&areas, &ends);
        let signs: Vec<Option<Mark>> = relationships.iter().map(|tie| Mark::of(tie)).collect();
        let mut spots =
            marks(curves.iter().zip(&signs).filter(|(_, sign)| sign.is_some()).map(|(curve, _)| curve), &areas)
                .into_iter();
        let ties = relationships
            .into_iter()
            .zip(ends)
            .zip(curves.iter().zip(signs))
            .map(|((relationship, (from, to)), (curve, sign))| {
                let mark = sign.and_then(|sign| Some((sign, spots.next()?)));
                Tie { relationship, from, to, curve: *curve, mark }
            })
            .collect();
        let nodes =
            ids.into_iter().zip(labels).zip(areas).map(|((id, lines), area)| Node { id, lines, area }).collect();
        Self { dataset, nodes, ties }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// The map as a file of its own. `link` says where a record's page is.
    pub(crate) fn alone(&self, link: &dyn Fn(&str) -> Option<String>) -> String {
        let drawing = self.draw(link, Some(&STYLE)).into_string();
        format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{}\n", xml(&drawing))
    }

    /// The drawing. `link` says where a record's page is; a drawing that stands alone brings its style along.
    pub(crate) fn draw(&self, link: &dyn Fn(&str) -> Option<String>, style: Option<&str>) -> Markup {
        let legend = Legend::of(self.ties.iter().map(|tie| tie.relationship));
        let drawn = self.edges();
        let (left, top) = (drawn.at.x - drawn.extent.width, drawn.at.y - drawn.extent.height);
        let width = (drawn.extent.width * 2.0).max(Legend::WIDTH);
        let map_height = drawn.extent.height * 2.0;
        let height = map_height + legend.height(width);
        html! {
            svg xmlns="http://www.w3.org/2000/svg" class="map" role="group"
                aria-label=(format!("Map of {} actors and {} ties", self.nodes.len(), self.ties.len()))
                viewBox=(format!("{left:.0} {top:.0} {width:.0} {height:.0}"))
                width=(Units(width)) height=(Units(height)) {
                @if let Some(style) = style {
                    style { (PreEscaped(style)) }
                    rect class="ground" x=(Units(left)) y=(Units(top)) width=(Units(width)) height=(Units(height)) {}
                }
                @for tie in &self.ties { (self.tie(tie)) }
                @for (nth, node) in self.nodes.iter().enumerate() { (node.draw(nth, link(node.id))) }
                @for (nth, tie) in self.ties.iter().enumerate() {
                    @if let Some((mark, at)) = tie.mark { (mark.draw(at, nth)) }
                }
                (legend.draw(Point { x: left + MARGIN, y: top + map_height }, width))
            }
        }
    }

    /// The room that all nodes and curves take, and what is free around them.
    fn edges(&self) -> Area {
        let corners = self.nodes.iter().flat_map(|node| {
            let Area { at, extent } = node.area;
            [
                Point { x: at.x - extent.width, y: at.y - extent.height },
                Point { x: at.x + extent.width, y: at.y + extent.height },
            ]
        });
        let bends = self.ties.iter().flat_map(|tie| [0.25, 0.5, 0.75].map(|share| tie.curve.at(share)));
        let points: Vec<Point> = corners.chain(bends).collect();
        let edge = |side: fn(&Point) -> f64, choose: fn(f64, f64) -> f64| {
            points.iter().map(side).reduce(choose).unwrap_or_default()
        };
        let (left, right) = (edge(|point| point.x, f64::min) - MARGIN, edge(|point| point.x, f64::max) + MARGIN);
        let (top, bottom) = (edge(|point| point.y, f64::min) - MARGIN, edge(|point| point.y, f64::max) + MARGIN);
        Area {
            at: Point { x: f64::midpoint(left, right), y: f64::midpoint(top, bottom) },
            extent: Extent { width: (right - left) / 2.0, height: (bottom - top) / 2.0 },
        }
    }

    fn tie(&self, tie: &Tie<'_>) -> Markup {
        let Curve { start, control, end } = tie.curve;
        let path =
            format!("M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}", start.x, start.y, control.x, control.y, end.x, end.y);
        let look = Look::of(tie.relationship.r#type);
        let contested = prose::is_contested(&tie.relationship.basis);
        html! {
            g class=(format!("tie {}", look.class())) data-from=(tie.from) data-to=(tie.to) {
                title { (self.tell(tie.relationship)) }
                path class=[contested.then_some("split")] d=(path) {}
                @if contested { path class="core" d=(path) {} }
                (look.tip(&tie.curve))
            }
        }
    }

    /// A tie in words.
    fn tell(&self, tie: &Relationship) -> String {
        let contested = if prose::is_contested(&tie.basis) { ", contested" } else { "" };
        let says = prose::brief(&prose::name_of(self.dataset, tie.id.as_str()), 240);
        format!("{says} ({}{contested})", tie.basis.modality)
    }
}

/// Whether a tie is one between actors, and not of an actor to a place, which the map has no room for.
pub(crate) fn is_between_actors(tie: &Relationship) -> bool {
    tie.object.kind() == Kind::Actor
}

impl Node<'_> {
    fn draw(&self, nth: usize, link: Option<String>) -> Markup {
        let Area { at, extent: Extent { width, height } } = self.area;
        let first = at.y - height + PADDING + LINE * 0.75;
        let node = html! {
            rect x=(Units(at.x - width)) y=(Units(at.y - height)) width=(Units(width * 2.0)) height=(Units(height * 2.0)) rx="6" {}
            text text-anchor="middle" direction=[self.lines.first().and_then(|line| direction(line))] {
                @for (row, line) in (0u32..).zip(&self.lines) {
                    tspan x=(Units(at.x)) y=(Units(first + LINE * f64::from(row))) { (line) }
                }
            }
        };
        html! {
            g class="actor" data-id=(nth) {
                @match link {
                    Some(link) => a href=(link) { (node) },
                    None => (node),
                }
            }
        }
    }
}

fn extent(lines: &[String]) -> Extent {
    let letters = lines.iter().map(|line| textwrap::core::display_width(line)).max().unwrap_or_default();
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or_default());
    Extent {
        width: (count(letters.max(3)) * LETTER / 2.0 + PADDING).round(),
        height: (count(lines.len().max(1)) * LINE / 2.0 + PADDING).round(),
    }
}

/// At most so many of these ties: those among the actors that have the most of them.
pub(crate) fn busiest<'a>(ties: Vec<&'a Relationship>, most: usize) -> Vec<&'a Relationship> {
    if ties.len() <= most {
        return ties;
    }
    let mut degrees: BTreeMap<&str, usize> = BTreeMap::new();
    for tie in &ties {
        for end in [tie.subject.as_str(), tie.object.as_str()] {
            *degrees.entry(end).or_default() += 1;
        }
    }
    let mut actors: Vec<(&str, usize)> = degrees.into_iter().collect();
    actors.sort_by_key(|&(id, degree)| (std::cmp::Reverse(degree), id));
    let rank: BTreeMap<&str, usize> = actors.iter().enumerate().map(|(rank, (id, _))| (*id, rank)).collect();
    // A tie comes in with the one of its ends that comes later.
    let mut ties: Vec<(usize, &'a Relationship)> =
        ties.into_iter().map(|tie| (rank[tie.subject.as_str()].max(rank[tie.object.as_str()]), tie)).collect();
    ties.sort_by_key(|(rank, tie)| (*rank, tie.id.as_str()));
    ties.truncate(most);
    let mut ties: Vec<&Relationship> = ties.into_iter().map(|(_, tie)| tie).collect();
    ties.sort_by_key(|tie| tie.id.as_str());
    ties
}

#[cfg(test)]
impl Map<'_> {
    /// How many ties run behind the box of an actor that is not at their end.
    fn hidden_ties(&self) -> usize {
        let is_hidden = |tie: &&Tie<'_>| {
            let others = self.nodes.iter().enumerate().filter(|(nth, _)| *nth != tie.from && *nth != tie.to);
            tie.from != tie.to && tie.curve.hides_behind(others.map(|(_, node)| &node.area)) > 0
        };
        self.ties.iter().filter(is_hidden).count()
    }
}

#[cfg(test)]
mod tests {
    use standpoint_model::Record;

    use super::*;

    fn basis() -> serde_json::Value {
        serde_json::json!({ "modality": "stated", "evidence": [{ "source": "source/s" }] })
    }

    /// Actors and ties of a network that is like those that are found: a few hubs, many with a tie or two.
    fn network(actors: u32, ties: u32) -> Dataset {
        let actor = |nth: u32| {
            let name = ["Front", "Northern Brigade", "People's Liberation Movement", "ABC"][nth as usize % 4];
            serde_json::json!({ "kind": "actor", "id": format!("actor/a{nth}"), "type": "armed-group", "name": format!("{name} {nth}"), "basis": basis() })
        };
        let mut seed = 7_u64;
        let mut random = |below: u32| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(seed >> 33).unwrap() % below
        };
        let tie = |nth: u32| {
            let later = 1 + random(actors - 1);
            let earlier = random(later).min(random(later));
            let r#type = ["ally", "rival", "adversary", "partner", "member-of"][random(5) as usize];
            serde_json::json!({ "kind": "relationship", "id": format!("relationship/r{nth}"), "subject": format!("actor/a{later}"), "object": format!("actor/a{earlier}"), "type": r#type, "basis": basis() })
        };
        let records: Vec<serde_json::Value> = (0..actors).map(actor).chain((0..ties).map(tie)).collect();
        Dataset::new(records.into_iter().map(|record| serde_json::from_value::<Record>(record).unwrap())).unwrap()
    }

    #[test]
    fn ties_run_around_the_boxes_of_others() {
        for (actors, ties, most) in [(20, 30, 0), (60, 80, 2), (300, 400, 20)] {
            let dataset = network(actors, ties);
            let map = Map::of(&dataset, dataset.iter::<Relationship>());
            assert!(map.hidden_ties() <= most, "{} of {ties} ties among {actors} are hidden", map.hidden_ties());
        }
    }

    #[test]
    fn a_map_that_is_too_large_shows_the_busiest() {
        let dataset = network(60, 80);
        let ties: Vec<&Relationship> = dataset.iter().collect();
        let busiest = busiest(ties.clone(), 30);
        assert_eq!(busiest.len(), 30);
        let ends = |id: &str| busiest.iter().any(|tie| tie.subject.as_str() == id || tie.object.as_str() == id);
        assert!(ends("actor/a0"));
        assert_eq!(super::busiest(ties, 80).len(), 80);
    }
}
