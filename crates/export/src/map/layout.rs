//! Where the actors of a map stand.
//!
//! Springs and repulsion as in d3-force, by the library `fjadra`, which is deterministic; then what overlaps is pushed
//! apart, and what stands in the way of a tie is pushed aside, as long as that makes the map clearer.

use fjadra::{Collide, Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};

use super::geometry::{Extent, Point};

/// Free space between two nodes, and between a node and a tie of others.
const GAP: f64 = 14.0;
const CLEAR: f64 = 13.0;

/// How many pairs of nodes, and of nodes and ties, are compared at most: bounds the time of a large map.
const PAIRS: usize = 60_000_000;

/// A place for each node, the same for the same input; no two overlap.
pub(super) fn layout(extents: &[Extent], ties: &[(usize, usize)]) -> Vec<Point> {
    let mut points = by_forces(extents, ties);
    let nodes = points.len().max(1);
    settle(&mut points, extents, (PAIRS / (nodes * nodes)).clamp(1, 500));
    let rounds = (PAIRS / (nodes * ties.len().max(1))).clamp(1, 300);
    let mut best = (hidden(&points, extents, ties), points.clone());
    for _ in 0..rounds {
        if best.0 == 0 {
            break;
        }
        step_aside(&mut points, extents, ties);
        settle(&mut points, extents, 20);
        let now = hidden(&points, extents, ties);
        if now < best.0 && !any_overlap(&points, extents) {
            best = (now, points.clone());
        }
    }
    best.1
}

fn by_forces(extents: &[Extent], ties: &[(usize, usize)]) -> Vec<Point> {
    let radii: Vec<f64> = extents.iter().map(|extent| length(extent.width, extent.height) * 0.8 + GAP).collect();
    let count = f64::from(u32::try_from(radii.len().max(1)).unwrap_or(u32::MAX));
    let mean = radii.iter().sum::<f64>() / count;
    // Many stand closer together, or the map would be mostly empty.
    let crowd = (count / 120.0).max(1.0).sqrt();
    let repulsion = -mean * 40.0 / crowd;
    let collide = Collide::new().radius(move |node| radii[node]).iterations(3);
    let mut simulation = SimulationBuilder::new()
        .build(extents.iter().map(|_| Node::default()))
        .add_force("link", Link::new(ties.iter().copied()).distance(mean * 3.5 / crowd.sqrt()))
        .add_force("charge", ManyBody::new().strength(repulsion))
        .add_force("collide", collide)
        .add_force("x", PositionX::new().strength(0.05 * crowd))
        .add_force("y", PositionY::new().strength(0.08 * crowd));
    simulation.tick(300);
    // Positions to the unit: what the last bits of a sum are must not show.
    simulation.positions().map(|[x, y]| Point { x: x.round(), y: y.round() }).collect()
}

/// Moves overlapping nodes off each other, the shorter way, until there are none or the rounds are over.
fn settle(points: &mut [Point], extents: &[Extent], rounds: usize) {
    for _ in 0..rounds {
        if !push_apart(points, extents) {
            break;
        }
    }
}

fn push_apart(points: &mut [Point], extents: &[Extent]) -> bool {
    let mut moved = false;
    for one in 0..points.len() {
        for other in one + 1..points.len() {
            let (dx, dy) = (points[other].x - points[one].x, points[other].y - points[one].y);
            let over_x = extents[one].width + extents[other].width + GAP - dx.abs();
            let over_y = extents[one].height + extents[other].height + GAP - dy.abs();
            if over_x <= 0.0 || over_y <= 0.0 {
                continue;
            }
            moved = true;
            if over_x < over_y {
                let step = (over_x / 2.0).ceil().copysign(dx);
                points[one].x -= step;
                points[other].x += step;
            } else {
                let step = (over_y / 2.0).ceil().copysign(dy);
                points[one].y -= step;
                points[other].y += step;
            }
        }
    }
    moved
}

fn any_overlap(points: &[Point], extents: &[Extent]) -> bool {
    let apart = |one: usize, other: usize| {
        (points[one].x - points[other].x).abs() >= extents[one].width + extents[other].width
            || (points[one].y - points[other].y).abs() >= extents[one].height + extents[other].height
    };
    (0..points.len()).any(|one| (one + 1..points.len()).any(|other| !apart(one, other)))
}

/// By how much, and to which side, a node would have to move to be clear of a tie between two others.
fn obstruction(node: usize, (from, to): (usize, usize), points: &[Point], extents: &[Extent]) -> Option<Point> {
    if node == from || node == to || from == to {
        return None;
    }
    let (a, b, at, extent) = (points[from], points[to], points[node], extents[node]);
    let (dx, dy) = (b.x - a.x, b.y - a.y);
    let long = length(dx, dy).max(1.0);
    let (ux, uy) = (dx / long, dy / long);
    let along = (at.x - a.x) * ux + (at.y - a.y) * uy;
    let aside = (at.y - a.y) * ux - (at.x - a.x) * uy;
    let reach = uy.abs() * extent.width + ux.abs() * extent.height + CLEAR;
    let over = reach - aside.abs();
    // What stands straight on the line goes to the side that its number says.
    let side = if aside == 0.0 { if node.is_multiple_of(2) { 1.0 } else { -1.0 } } else { aside.signum() };
    (over > 0.0 && along > 0.0 && along < long).then(|| Point { x: -uy * over * side, y: ux * over * side })
}

/// How many nodes stand in the way of how many ties.
fn hidden(points: &[Point], extents: &[Extent], ties: &[(usize, usize)]) -> usize {
    let in_the_way =
        |tie| (0..points.len()).filter(move |&node| obstruction(node, tie, points, extents).is_some()).count();
    ties.iter().map(|&tie| in_the_way(tie)).sum()
}

/// How far a node moves at most at a time to get out of the way.
const STEP: f64 = 36.0;

/// Moves each node out of the way of the ties that it obstructs.
fn step_aside(points: &mut [Point], extents: &[Extent], ties: &[(usize, usize)]) {
    let ways: Vec<Point> = (0..points.len())
        .map(|node| {
            let ways = ties.iter().filter_map(|&tie| obstruction(node, tie, points, extents));
            ways.fold(Point { x: 0.0, y: 0.0 }, |sum, way| Point { x: sum.x + way.x, y: sum.y + way.y })
        })
        .collect();
    for (point, way) in points.iter_mut().zip(ways) {
        let part = (STEP / length(way.x, way.y).max(1.0)).min(0.7);
        point.x += (way.x * part).round();
        point.y += (way.y * part).round();
    }
}

/// By the square root, which is the same on each machine, as `hypot` is not.
fn length(x: f64, y: f64) -> f64 {
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_nodes_do_not_overlap_and_stay_where_they_are() {
        let extents: Vec<Extent> =
            (0..300u32).map(|at| Extent { width: f64::from(30 + at % 7 * 12), height: 22.0 }).collect();
        let ties: Vec<(usize, usize)> = (1..300).map(|at| (at, at * 7 % at)).collect();
        let points = layout(&extents, &ties);
        assert!(!any_overlap(&points, &extents));
        assert_eq!(layout(&extents, &ties), points);
        assert!(points.iter().all(|point| point.x.abs() < 20_000.0 && point.y.abs() < 20_000.0));
    }

    #[test]
    fn few_nodes_are_no_special_case() {
        let extent = Extent { width: 40.0, height: 20.0 };
        assert_eq!(layout(&[], &[]), []);
        assert_eq!(layout(&[extent], &[]).len(), 1);
        assert!(!any_overlap(&layout(&[extent; 2], &[(0, 1), (1, 0), (0, 0)]), &[extent; 2]));
    }
}
