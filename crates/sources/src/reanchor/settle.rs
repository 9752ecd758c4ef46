//! Which of the places where words stand is the one that a span means.

use std::ops::Range;

/// A span of the old text, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Anchor {
    /// Where it began in the old text, in code points.
    pub(super) old: usize,
    /// Where its words stand in the new text, in code points.
    pub(super) places: Vec<Range<usize>>,
    pub(super) outcome: Outcome,
}

/// What became of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    /// It stands at this one of its places.
    At(usize),
    /// Its words stand at one place, but not in the order of the others: it may be a lookalike.
    OutOfOrder,
    /// Its words stand at several places, and which is meant nobody can tell.
    Several,
    /// Its words are gone.
    Gone,
}

/// Decides what became of spans: those whose words stand once are found, as far as all of these keep their order; of several
/// places that one is meant which lies as far from the nearest span that was found as it did.
pub(super) fn settle(anchors: &mut [Anchor]) {
    anchors.sort_by_key(|anchor| anchor.old);
    let single: Vec<usize> = (0..anchors.len()).filter(|&index| anchors[index].places.len() == 1).collect();
    let kept = longest_ascending(&single, |index| anchors[index].places[0].start);
    for (index, anchor) in anchors.iter_mut().enumerate() {
        anchor.outcome = match anchor.places.len() {
            0 => Outcome::Gone,
            1 if kept.contains(&index) => Outcome::At(0),
            1 => Outcome::OutOfOrder,
            _ => Outcome::Several,
        };
    }
    let shifts: Vec<(usize, isize)> =
        kept.iter().filter_map(|&index| Some((index, shift(&anchors[index], 0)?))).collect();
    for (index, anchor) in anchors.iter_mut().enumerate().filter(|(_, anchor)| anchor.outcome == Outcome::Several) {
        let next = shifts.partition_point(|(found, _)| *found < index);
        let before = next.checked_sub(1).and_then(|before| shifts.get(before));
        let near: Vec<isize> = [before, shifts.get(next)].into_iter().flatten().map(|(_, shift)| *shift).collect();
        let is_near = |place: &usize| shift(anchor, *place).is_some_and(|shift| near.contains(&shift));
        let mut meant = (0..anchor.places.len()).filter(is_near);
        if let (Some(place), None) = (meant.next(), meant.next()) {
            anchor.outcome = Outcome::At(place);
        }
    }
}

/// By how much a span moves if it stands at one of its places.
fn shift(anchor: &Anchor, place: usize) -> Option<isize> {
    anchor.places[place].start.checked_signed_diff(anchor.old)
}

/// The longest selection of items whose values ascend; equal ones count as ascending.
fn longest_ascending(items: &[usize], value: impl Fn(usize) -> usize) -> Vec<usize> {
    // The last item of the best selection of each length, and the item before each.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), Vec::new());
    for (at, &item) in items.iter().enumerate() {
        let length = ends.partition_point(|&end| value(items[end]) <= value(item));
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length == ends.len() { ends.push(at) } else { ends[length] = at }
    }
    let mut chain = Vec::new();
    let mut next = ends.last().copied();
    while let Some(at) = next {
        chain.push(items[at]);
        next = before[at];
    }
    chain.reverse();
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(spans: &[(usize, &[usize])]) -> Vec<Outcome> {
        let anchor = |&(old, starts): &(usize, &[usize])| Anchor {
            old,
            places: starts.iter().map(|&start| start..start + 5).collect(),
            outcome: Outcome::Gone,
        };
        let mut anchors: Vec<Anchor> = spans.iter().map(anchor).collect();
        settle(&mut anchors);
        anchors.into_iter().map(|anchor| anchor.outcome).collect()
    }

    #[test]
    fn of_several_places_the_one_at_the_same_distance_from_a_neighbour_is_meant() {
        let found = settled(&[(10, &[30]), (50, &[20, 70, 90]), (100, &[120])]);
        assert_eq!(found, [Outcome::At(0), Outcome::At(1), Outcome::At(0)]);
        let unclear = settled(&[(10, &[30]), (50, &[70, 80]), (100, &[130])]);
        assert_eq!(unclear[1], Outcome::Several);
        assert_eq!(settled(&[(50, &[70, 90])]), [Outcome::Several]);
    }

    #[test]
    fn what_leaves_the_order_may_be_a_lookalike() {
        let found = settled(&[(10, &[200]), (50, &[60]), (100, &[110]), (150, &[])]);
        assert_eq!(found, [Outcome::OutOfOrder, Outcome::At(0), Outcome::At(0), Outcome::Gone]);
    }
}
