//! Where the actors of a map stand.
//!
//! Springs and repulsion as in d3-force, by the library `fjadra`, which is deterministic; then, since its collisions
//! are soft, whatever still overlaps is pushed apart.

use fjadra::{Collide, Link, ManyBody, Node, PositionX, PositionY, SimulationBuilder};

/// The room that one node takes: half of its width and half of its height.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    pub(super) width: f64,
    pub(super) height: f64,
}

/// A place on the map.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Free space between two nodes.
const GAP: f64 = 14.0;

/// How many pairs of nodes are compared at most to push them apart: bounds the time of a large map.
const PAIRS: usize = 60_000_000;

/// A place for each node, the same for the same input; no two overlap.
pub(super) fn layout(extents: &[Extent], ties: &[(usize, usize)]) -> Vec<Point> {
    let radii: Vec<f64> = extents.iter().map(|extent| extent.width.hypot(extent.height) * 0.8 + GAP).collect();
    let mean = radii.iter().sum::<f64>() / f64::from(u32::try_from(radii.len().max(1)).unwrap_or(u32::MAX));
    let repulsion = -mean * 40.0;
    let collide = Collide::new().radius(move |node| radii[node]).iterations(3);
    let mut simulation = SimulationBuilder::new()
        .build(extents.iter().map(|_| Node::default()))
        .add_force("link", Link::new(ties.iter().copied()).distance(mean * 3.5))
        .add_force("charge", ManyBody::new().strength(repulsion))
        .add_force("collide", collide)
        .add_force("x", PositionX::new().strength(0.05))
        .add_force("y", PositionY::new().strength(0.08));
    simulation.tick(300);
    // Positions to the unit: what the last bits of a sum are must not show.
    let mut points: Vec<Point> = simulation.positions().map(|[x, y]| Point { x: x.round(), y: y.round() }).collect();
    let rounds = (PAIRS / (points.len() * points.len()).max(1)).clamp(1, 500);
    for _ in 0..rounds {
        if !push_apart(&mut points, extents) {
            break;
        }
    }
    points
}

/// Moves overlapping nodes off each other, the shorter way; says whether there were any.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn overlaps(points: &[Point], extents: &[Extent]) -> usize {
        let pairs = (0..points.len()).flat_map(|one| (one + 1..points.len()).map(move |other| (one, other)));
        pairs
            .filter(|&(one, other)| {
                (points[one].x - points[other].x).abs() < extents[one].width + extents[other].width
                    && (points[one].y - points[other].y).abs() < extents[one].height + extents[other].height
            })
            .count()
    }

    #[test]
    fn three_hundred_nodes_do_not_overlap_and_stay_where_they_are() {
        let extents: Vec<Extent> =
            (0..300u32).map(|at| Extent { width: f64::from(30 + at % 7 * 12), height: 22.0 }).collect();
        let ties: Vec<(usize, usize)> = (1..300).map(|at| (at, at * 7 % at)).collect();
        let points = layout(&extents, &ties);
        assert_eq!(overlaps(&points, &extents), 0);
        assert_eq!(layout(&extents, &ties), points);
        assert!(points.iter().all(|point| point.x.abs() < 20_000.0 && point.y.abs() < 20_000.0));
    }

    #[test]
    fn few_nodes_are_no_special_case() {
        let extent = Extent { width: 40.0, height: 20.0 };
        assert_eq!(layout(&[], &[]), []);
        assert_eq!(layout(&[extent], &[]).len(), 1);
        assert_eq!(overlaps(&layout(&[extent; 2], &[(0, 1), (1, 0), (0, 0)]), &[extent; 2]), 0);
    }
}
