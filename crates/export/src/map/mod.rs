//! The map of who stands how to whom, drawn.

mod layout;

use std::{collections::BTreeMap, io};

use maud::{Markup, PreEscaped, Render, html};
use standpoint_model::{Actor, Dataset, Family, Id, Modality, Relationship, RelationshipType};

use self::layout::{Extent, Point, layout};
use crate::{Format, Loss, Records, Write, prose};

pub(crate) const FORMAT: Format = Format {
    name: "svg",
    summary: "the map of actors and their ties as a drawing, for reports and slides",
    extension: "svg",
    media_type: "image/svg+xml",
    docs: include_str!("../../docs/svg.md"),
    losses: LOSSES,
    streams: false,
    write: Write::Stream(write),
    read: None,
};

const DRAWING: &str = "the map shows who stands how to whom and nothing else";

const LOSSES: &[Loss] = &[Loss::every("*", DRAWING)];

/// How the parts of a map look, for light and for dark surroundings.
pub(crate) const STYLE: &str = include_str!("map.css");

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = &*records.into_dataset()?;
    let map = Map::of(dataset, dataset.iter::<Relationship>());
    let drawing = map.draw(&|_| None, Some(STYLE)).into_string();
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>")?;
    writeln!(out, "{}", xml(&drawing))
}

/// The text without what XML 1.0 has no place for.
fn xml(text: &str) -> String {
    text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// A number of whole units, as a drawing has it.
struct Units(f64);

impl Render for Units {
    fn render_to(&self, buffer: &mut String) {
        use std::fmt::Write as _;
        // Writing to a string cannot fail.
        let _ = write!(buffer, "{:.0}", self.0 + 0.0);
    }
}

/// Some actors and the ties between them.
pub(crate) struct Map<'a> {
    dataset: &'a Dataset,
    nodes: Vec<ActorNode<'a>>,
    ties: Vec<Tie<'a>>,
}

struct ActorNode<'a> {
    id: &'a str,
    lines: Vec<String>,
    at: Point,
    extent: Extent,
}

struct Tie<'a> {
    relationship: &'a Relationship,
    from: usize,
    to: usize,
    /// How far its curve bends, so that several ties between two actors stand apart.
    bend: f64,
}

/// How wide and how high a letter and a line are, and what is free around them.
const LETTER: f64 = 6.8;
const LINE: f64 = 15.0;
const PADDING: f64 = 9.0;

/// The most letters on a line, and the most lines, of a name.
const LETTERS: usize = 18;
const LINES: usize = 3;

impl<'a> Map<'a> {
    /// The map of these ties and of whoever they tie.
    pub(crate) fn of(dataset: &'a Dataset, relationships: impl Iterator<Item = &'a Relationship>) -> Self {
        let relationships: Vec<&Relationship> = relationships.collect();
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for relationship in &relationships {
            for end in [&relationship.subject, &relationship.object] {
                let next = places.len();
                places.entry(end.as_str()).or_insert(next);
            }
        }
        let mut ids: Vec<(&str, usize)> = places.iter().map(|(&id, &place)| (id, place)).collect();
        ids.sort_by_key(|(_, place)| *place);
        let ends: Vec<(usize, usize)> = relationships
            .iter()
            .map(|relationship| (places[relationship.subject.as_str()], places[relationship.object.as_str()]))
            .collect();
        let labels: Vec<Vec<String>> =
            ids.iter().map(|(id, _)| lines(&prose::actor_name(dataset, id), LETTERS, LINES)).collect();
        let extents: Vec<Extent> = labels.iter().map(|lines| extent(lines)).collect();
        let points = layout(&extents, &ends);
        let nodes = ids
            .into_iter()
            .zip(labels)
            .zip(points.into_iter().zip(extents))
            .map(|(((id, _), lines), (at, extent))| ActorNode { id, lines, at, extent })
            .collect();
        let mut count: BTreeMap<(usize, usize), u32> = BTreeMap::new();
        let ties = relationships
            .into_iter()
            .zip(ends)
            .map(|(relationship, (from, to))| {
                let nth = count.entry((from.min(to), from.max(to))).or_default();
                *nth += 1;
                // A curve bends to the right of its own direction: two in opposite directions part by themselves.
                let bend = 10.0 + 22.0 * f64::from(*nth - 1);
                Tie { relationship, from, to, bend }
            })
            .collect();
        Self { dataset, nodes, ties }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.ties.is_empty()
    }

    /// The drawing. `link` says where a record's page is; a drawing that stands alone brings its style along.
    pub(crate) fn draw(&self, link: &dyn Fn(&str) -> Option<String>, style: Option<&str>) -> Markup {
        const MARGIN: f64 = 24.0;
        let edge = |side: fn(&ActorNode<'_>) -> f64, choose: fn(f64, f64) -> f64| {
            self.nodes.iter().map(side).reduce(choose).unwrap_or_default()
        };
        let left = edge(|node| node.at.x - node.extent.width, f64::min) - MARGIN;
        let top = edge(|node| node.at.y - node.extent.height, f64::min) - MARGIN;
        let width = edge(|node| node.at.x + node.extent.width, f64::max) + MARGIN - left;
        let height = edge(|node| node.at.y + node.extent.height, f64::max) + MARGIN - top;
        let types = RelationshipType::ALL
            .iter()
            .filter(|r#type| self.ties.iter().any(|tie| tie.relationship.r#type == **r#type));
        let legend = legend(types.copied());
        let legend_height = 24.0 * f64::from(u32::try_from(legend.len() + 2).unwrap_or_default()) + 8.0;
        let (width, total) = (width.max(380.0), height + legend_height);
        html! {
            svg xmlns="http://www.w3.org/2000/svg" class="map" role="group"
                aria-label=(format!("Map of {} actors and {} ties", self.nodes.len(), self.ties.len()))
                viewBox=(format!("{left:.0} {top:.0} {width:.0} {total:.0}"))
                width=(Units(width)) height=(Units(total)) {
                @if let Some(style) = style {
                    style { (PreEscaped(style)) }
                    rect class="ground" x=(Units(left)) y=(Units(top)) width=(Units(width)) height=(Units(total)) {}
                }
                @for tie in &self.ties { (self.tie(tie)) }
                @for node in &self.nodes { (node.draw(link(node.id))) }
                g class="legend" aria-hidden="true" {
                    @for (row, (class, words)) in (0u32..).zip(&legend) {
                        @let y = top + height + 24.0 * f64::from(row);
                        path class=(class) d=(format!("M{:.0} {y:.0}h56", left + 24.0)) {}
                        text x=(Units(left + 92.0)) y=(Units(y + 4.0)) { (words) }
                    }
                    @let y = top + height + 24.0 * f64::from(u32::try_from(legend.len()).unwrap_or_default());
                    (mark("doubt", "?", Point { x: left + 52.0, y }))
                    text x=(Units(left + 92.0)) y=(Units(y + 4.0)) {
                        "not in the source's own voice: reported, alleged, estimated, inferred"
                    }
                    (mark("contested", "≠", Point { x: left + 52.0, y: y + 24.0 }))
                    text x=(Units(left + 92.0)) y=(Units(y + 28.0)) { "contested: somebody denies or disputes it" }
                }
            }
        }
    }

    fn tie(&self, tie: &Tie<'_>) -> Markup {
        let Curve { path, tip, middle } = self.curve(tie);
        let relationship = tie.relationship;
        let (modality, contested) = (relationship.basis.modality, prose::is_contested(&relationship.basis));
        html! {
            g class="tie" data-from=(self.nodes[tie.from].id) data-to=(self.nodes[tie.to].id) {
                title { (self.tell(relationship)) }
                path class=(class(relationship.r#type)) d=(path) {}
                path class=(format!("{} tip", class(relationship.r#type))) d=(tip) {}
                @if contested { (mark("contested", "≠", middle)) }
                @else if modality != Modality::Stated { (mark("doubt", "?", middle)) }
            }
        }
    }

    /// A tie in words.
    fn tell(&self, relationship: &Relationship) -> String {
        let name = |id: &Id<Actor>| prose::actor_name(self.dataset, id.as_str());
        let when = relationship.when.as_ref().map(|when| format!(", {}", when.english())).unwrap_or_default();
        let contested = if prose::is_contested(&relationship.basis) { ", contested" } else { "" };
        format!(
            "{} → {}: {}{when} ({}{contested})",
            name(&relationship.subject),
            name(&relationship.object),
            prose::words(relationship.r#type.as_str()),
            relationship.basis.modality,
        )
    }

    fn curve(&self, tie: &Tie<'_>) -> Curve {
        let (from, to) = (&self.nodes[tie.from], &self.nodes[tie.to]);
        if tie.from == tie.to {
            let (x, y) = (from.at.x + from.extent.width, from.at.y);
            let path = format!("M{x:.0} {y:.0}c30 -30 30 30 0 8");
            return Curve { path, tip: String::new(), middle: Point { x: x + 22.0, y } };
        }
        let (dx, dy) = (to.at.x - from.at.x, to.at.y - from.at.y);
        let length = dx.hypot(dy).max(1.0);
        let control = Point {
            x: f64::midpoint(from.at.x, to.at.x) - dy / length * tie.bend,
            y: f64::midpoint(from.at.y, to.at.y) + dx / length * tie.bend,
        };
        let (start, end) = (from.border(control, 2.0), to.border(control, 8.0));
        let toward = Point { x: end.x - control.x, y: end.y - control.y };
        let reach = toward.x.hypot(toward.y).max(1.0);
        let (ux, uy) = (toward.x / reach, toward.y / reach);
        // The tip goes on from where the line ends.
        let tip = format!(
            "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z",
            end.x + ux * 7.0,
            end.y + uy * 7.0,
            end.x - uy * 4.5,
            end.y + ux * 4.5,
            end.x + uy * 4.5,
            end.y - ux * 4.5
        );
        let path =
            format!("M{:.0} {:.0}Q{:.0} {:.0} {:.0} {:.0}", start.x, start.y, control.x, control.y, end.x, end.y);
        let middle =
            Point { x: (start.x + 2.0 * control.x + end.x) / 4.0, y: (start.y + 2.0 * control.y + end.y) / 4.0 };
        Curve { path, tip, middle }
    }
}

struct Curve {
    path: String,
    tip: String,
    middle: Point,
}

impl ActorNode<'_> {
    /// Where the line from the middle of the node to `toward` leaves the node, `gap` further out.
    fn border(&self, toward: Point, gap: f64) -> Point {
        let (dx, dy) = (toward.x - self.at.x, toward.y - self.at.y);
        let (width, height) = (self.extent.width + gap, self.extent.height + gap);
        let scale = (width / dx.abs().max(0.001)).min(height / dy.abs().max(0.001)).min(1.0);
        Point { x: self.at.x + dx * scale, y: self.at.y + dy * scale }
    }

    fn draw(&self, link: Option<String>) -> Markup {
        let Extent { width, height } = self.extent;
        let first = self.at.y - height + PADDING + LINE * 0.75;
        let node = html! {
            rect x=(Units(self.at.x - width)) y=(Units(self.at.y - height)) width=(Units(width * 2.0))
                height=(Units(height * 2.0)) rx="6" {}
            text text-anchor="middle" {
                @for (row, line) in (0u32..).zip(&self.lines) {
                    tspan x=(Units(self.at.x)) y=(Units(first + LINE * f64::from(row))) { (line) }
                }
            }
        };
        html! {
            g class="actor" data-id=(self.id) {
                @match link {
                    Some(link) => a href=(link) { (node) },
                    None => (node),
                }
            }
        }
    }
}

/// Which lines mean what: those that look alike on one row.
fn legend(types: impl Iterator<Item = RelationshipType>) -> Vec<(&'static str, String)> {
    let mut rows: Vec<(&str, String)> = Vec::new();
    for r#type in types {
        let (class, words) = (class(r#type), prose::words(r#type.as_str()));
        match rows.last_mut() {
            Some((last, all)) if *last == class => {
                all.push_str(", ");
                all.push_str(&words);
            }
            _ => rows.push((class, words)),
        }
    }
    rows
}

/// A sign on a tie.
fn mark(class: &str, sign: &str, at: Point) -> Markup {
    html! {
        g class=(format!("mark {class}")) {
            circle cx=(Units(at.x)) cy=(Units(at.y)) r="8" {}
            text x=(Units(at.x)) y=(Units(at.y + 4.0)) text-anchor="middle" { (sign) }
        }
    }
}

fn class(r#type: RelationshipType) -> &'static str {
    match (r#type, r#type.rule().family) {
        (RelationshipType::Ally, _) => "ally",
        (RelationshipType::Partner, _) => "partner",
        (RelationshipType::Rival, _) => "rival",
        (RelationshipType::Adversary, _) => "adversary",
        (_, Family::Posture | Family::Structure) => "structure",
    }
}

fn extent(lines: &[String]) -> Extent {
    let letters = lines.iter().map(|line| line.chars().count()).max().unwrap_or_default();
    let count = |count: usize| f64::from(u32::try_from(count).unwrap_or_default());
    Extent {
        width: count(letters.max(3)) * LETTER / 2.0 + PADDING,
        height: count(lines.len().max(1)) * LINE / 2.0 + PADDING,
    }
}

/// `text` in lines, cut where it does not fit.
fn lines(text: &str, letters: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        loop {
            let room = lines.last().map_or(0, |line| letters.saturating_sub(line.chars().count() + 1));
            let (line, taken) = match lines.last_mut() {
                Some(line) if word.len() <= room => {
                    line.push(' ');
                    (line, word.len())
                }
                _ => {
                    lines.push(String::new());
                    let Some(line) = lines.last_mut() else { break };
                    (line, word.len().min(letters))
                }
            };
            line.extend(word.drain(..taken));
            if word.is_empty() || lines.len() > most {
                break;
            }
        }
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            let kept: String = last.chars().take(letters - 1).collect();
            *last = kept + "…";
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::lines;

    #[test]
    fn names_are_broken_between_words_and_cut_at_the_end() {
        assert_eq!(lines("Taliban", 18, 3), ["Taliban"]);
        assert_eq!(lines("Islamic State Khorasan Province", 18, 3), ["Islamic State", "Khorasan Province"]);
        assert_eq!(lines(&"x".repeat(10_000), 4, 2), ["xxxx", "xxx…"]);
        assert_eq!(lines("a b c d e", 1, 3), ["a", "b", "…"]);
        assert_eq!(lines(" ", 18, 3), [""; 0]);
    }
}
