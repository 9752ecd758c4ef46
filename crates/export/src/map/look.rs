//! What ties look like, and what that means.

use maud::{Markup, html};
use standpoint_model::{Modality, Relationship, RelationshipType};

use super::geometry::{Curve, Point};
use crate::{prose, svg::Units};

/// How a tie looks: its colour, its line and its tip each tell the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Look {
    Ally,
    Partner,
    Rival,
    Adversary,
    /// Any other tie, which leads from the one to the other.
    Directed,
    /// Any other tie that is the same from both sides.
    Mutual,
}

impl Look {
    pub(super) fn of(r#type: RelationshipType) -> Self {
        match r#type {
            RelationshipType::Ally => Self::Ally,
            RelationshipType::Partner => Self::Partner,
            RelationshipType::Rival => Self::Rival,
            RelationshipType::Adversary => Self::Adversary,
            other if other.rule().symmetric => Self::Mutual,
            _ => Self::Directed,
        }
    }

    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Ally => "ally",
            Self::Partner => "partner",
            Self::Rival => "rival",
            Self::Adversary => "adversary",
            Self::Directed | Self::Mutual => "structure",
        }
    }

    /// The tip at the end of a curve: a full arrow, an open one, a diamond, an arrow against a bar, a thin arrow. None if
    /// the tie is the same from both sides.
    pub(super) fn tip(self, curve: &Curve) -> Markup {
        let (end, direction) = (curve.end, curve.direction());
        // A point so far along the direction of the curve and so far to its right.
        let at = |along: f64, aside: f64| {
            let x = end.x + direction.x * along - direction.y * aside;
            let y = end.y + direction.y * along + direction.x * aside;
            format!("{x:.1} {y:.1}")
        };
        let arrow = |length: f64, half: f64| format!("M{}L{}L{}Z", at(length, 0.0), at(0.0, half), at(0.0, -half));
        let (class, path) = match self {
            Self::Ally => ("tip full", arrow(10.0, 6.0)),
            Self::Partner => ("tip hollow", arrow(9.0, 5.0)),
            Self::Rival => {
                ("tip hollow", format!("M{}L{}L{}L{}Z", at(0.0, 0.0), at(4.5, 4.5), at(9.0, 0.0), at(4.5, -4.5)))
            }
            Self::Adversary => ("tip full", format!("{}M{}L{}", arrow(7.5, 5.0), at(8.5, 6.0), at(8.5, -6.0))),
            Self::Mutual => return html! {},
            Self::Directed => ("tip thin", format!("M{}L{}L{}", at(0.0, 4.5), at(9.0, 0.0), at(0.0, -4.5))),
        };
        html! { path class=(class) d=(path) {} }
    }
}

/// A sign on a tie that is not simply stated, or is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Former,
    Contested,
    Alleged,
    Reported,
    Estimated,
    Inferred,
}

impl Mark {
    /// The one mark that a tie has room for. That it is contested is seen from its line as well.
    pub(super) fn of(tie: &Relationship) -> Option<Self> {
        let basis = &tie.basis;
        match basis.modality {
            _ if tie.former => Some(Self::Former),
            _ if prose::is_contested(basis) => Some(Self::Contested),
            Modality::Stated => None,
            Modality::Reported => Some(Self::Reported),
            Modality::Alleged => Some(Self::Alleged),
            Modality::Estimated => Some(Self::Estimated),
            Modality::Inferred => Some(Self::Inferred),
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Former => "f",
            Self::Contested => "≠",
            Self::Alleged => "?",
            Self::Reported => "r",
            Self::Estimated => "e",
            Self::Inferred => "i",
        }
    }

    fn words(self) -> &'static str {
        match self {
            Self::Former => "former: told of as over",
            Self::Contested => "contested: somebody denies or disputes it",
            Self::Alleged => "alleged",
            Self::Reported => "reported by others",
            Self::Estimated => "estimated",
            Self::Inferred => "inferred from what the source says",
        }
    }

    fn class(self) -> &'static str {
        match self {
            Self::Contested => "mark contested",
            Self::Alleged => "mark alleged",
            Self::Former | Self::Reported | Self::Estimated | Self::Inferred => "mark",
        }
    }

    /// The mark of the tie that is the `nth`.
    pub(super) fn draw(self, at: Point, nth: usize) -> Markup {
        html! { g class=(self.class()) data-tie=(nth) { (self.shape(at)) } }
    }

    fn shape(self, at: Point) -> Markup {
        html! {
            circle cx=(Units(at.x)) cy=(Units(at.y)) r="8" {}
            text x=(Units(at.x)) y=(Units(at.y + 4.0)) text-anchor="middle" { (self.sign()) }
        }
    }
}

/// What the ties and the marks of a map mean: those that it has.
pub(super) struct Legend {
    looks: Vec<(Look, String)>,
    marks: Vec<Mark>,
}

/// Heights and widths of the rows of a legend.
const ROW: f64 = 22.0;
const SAMPLE: f64 = 56.0;

impl Legend {
    /// The least that a legend is wide, and how wide it is with two columns.
    pub(super) const WIDTH: f64 = 360.0;

    pub(super) fn of<'r>(ties: impl Iterator<Item = &'r Relationship>) -> Self {
        let ties: Vec<&Relationship> = ties.collect();
        let mut looks: Vec<(Look, String)> = Vec::new();
        for &r#type in RelationshipType::ALL.iter().filter(|&&r#type| ties.iter().any(|tie| tie.r#type == r#type)) {
            let (look, words) = (Look::of(r#type), prose::words(r#type.as_str()));
            match looks.last_mut() {
                Some((last, all)) if *last == look => *all = format!("{all}, {words}"),
                _ => looks.push((look, words)),
            }
        }
        let mut marks: Vec<Mark> = ties.iter().filter_map(|tie| Mark::of(tie)).collect();
        marks.sort();
        marks.dedup();
        Self { looks, marks }
    }

    /// Beside the ties, if there is room; below them, if there is not.
    fn is_wide(width: f64) -> bool {
        width >= 2.0 * Self::WIDTH
    }

    fn rows(&self, width: f64) -> usize {
        if Self::is_wide(width) { self.looks.len().max(self.marks.len()) } else { self.looks.len() + self.marks.len() }
    }

    pub(super) fn height(&self, width: f64) -> f64 {
        ROW * f64::from(u32::try_from(self.rows(width)).unwrap_or_default()) + 20.0
    }

    pub(super) fn draw(&self, at: Point, width: f64) -> Markup {
        let row = |nth: usize| at.y + 8.0 + ROW * f64::from(u32::try_from(nth).unwrap_or_default());
        let (aside, skipped) = if Self::is_wide(width) { (width / 2.0, 0) } else { (0.0, self.looks.len()) };
        html! {
            g class="legend" aria-hidden="true" {
                @for (nth, (look, words)) in self.looks.iter().enumerate() {
                    @let y = row(nth);
                    @let end = Point { x: at.x + SAMPLE - 10.0, y };
                    @let line = Curve { start: Point { x: at.x, y }, control: Point { x: at.x + 20.0, y }, end };
                    g class=(format!("tie {}", look.class())) {
                        path d=(format!("M{:.0} {y:.0}H{:.0}", at.x, end.x)) {}
                        (look.tip(&line))
                    }
                    text x=(Units(at.x + SAMPLE + 10.0)) y=(Units(y + 4.0)) { (words) }
                }
                @for (nth, mark) in self.marks.iter().enumerate() {
                    @let y = row(skipped + nth);
                    g class=(mark.class()) { (mark.shape(Point { x: at.x + aside + SAMPLE - 10.0, y })) }
                    text x=(Units(at.x + aside + SAMPLE + 10.0)) y=(Units(y + 4.0)) { (mark.words()) }
                }
            }
        }
    }
}
