//! Maps that stand on pages.

use std::collections::BTreeSet;

use maud::{Markup, html};
use standpoint_model::{Actor, Dataset, Relationship};

use super::page::Page;
use crate::map::{self, Map};

/// How many ties a map has at most: on the page of an actor, and on its own.
pub(super) const TIES: [usize; 2] = [60, 1000];

/// The ties of an actor and, if there is room, those that the others have among themselves.
pub(super) fn ties_around<'a>(dataset: &'a Dataset, actor: &Actor) -> Vec<&'a Relationship> {
    let own: Vec<&Relationship> =
        dataset.relationships_of(&actor.id).filter(|tie| map::is_between_actors(tie)).collect();
    let around: BTreeSet<&str> = own.iter().flat_map(|tie| [tie.subject.as_str(), tie.object.as_str()]).collect();
    let is_around = |tie: &&Relationship| around.contains(tie.subject.as_str()) && around.contains(tie.object.as_str());
    let all: Vec<&Relationship> = dataset.iter::<Relationship>().filter(is_around).collect();
    if all.len() <= TIES[0] { all } else { own }
}

/// A map that stands on a page.
pub(super) struct Mapped<'a> {
    pub(super) map: Map<'a>,
    /// How many ties there are, shown or not.
    all: usize,
    most: usize,
}

impl<'a> Mapped<'a> {
    /// The map of at most so many of these ties, if there are any.
    pub(super) fn of(dataset: &'a Dataset, mut ties: Vec<&'a Relationship>, most: usize) -> Option<Self> {
        ties.retain(|tie| map::is_between_actors(tie));
        let all = ties.len();
        let map = Map::of(dataset, map::busiest(ties, most).into_iter());
        (!map.is_empty()).then_some(Self { map, all, most })
    }

    /// The drawing, its actors linked to their pages.
    pub(super) fn figure(&self, page: &Page<'_>) -> Markup {
        html! {
            figure class="mapped" {
                section class="drawing" tabindex="0" aria-label="Map of relationships" {
                    (self.map.draw(&|id| page.address(id), None))
                }
                @if self.all > self.most {
                    figcaption { (self.most) " of " (self.all) " ties: those between the actors that have the most." }
                }
            }
        }
    }
}
