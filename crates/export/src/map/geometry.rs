//! Points, boxes and curves of a map.

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

/// A box: its middle and its extent.
#[derive(Debug, Clone, Copy)]
pub(super) struct Area {
    pub(super) at: Point,
    pub(super) extent: Extent,
}

impl Area {
    /// Whether a point is in it or nearer to it than `gap`.
    pub(super) fn is_near(&self, point: Point, gap: f64) -> bool {
        (point.x - self.at.x).abs() < self.extent.width + gap && (point.y - self.at.y).abs() < self.extent.height + gap
    }

    /// Where the line from the middle to `toward` leaves the box, `gap` further out.
    fn border(&self, toward: Point, gap: f64) -> Point {
        let (dx, dy) = (toward.x - self.at.x, toward.y - self.at.y);
        let (width, height) = (self.extent.width + gap, self.extent.height + gap);
        let scale = (width / dx.abs().max(0.001)).min(height / dy.abs().max(0.001)).min(1.0);
        Point { x: self.at.x + dx * scale, y: self.at.y + dy * scale }
    }
}

/// A quadratic curve from the border of one box to the border of another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Curve {
    pub(super) start: Point,
    pub(super) control: Point,
    pub(super) end: Point,
}

/// What is free between the box and the end of a curve: room for the tip.
const TIP: f64 = 11.0;

impl Curve {
    /// The curve between two boxes that bends by so much to the right of its direction, and most at that share of its way.
    pub(super) fn between(from: &Area, to: &Area, bend: f64, at: f64) -> Self {
        let (dx, dy) = (to.at.x - from.at.x, to.at.y - from.at.y);
        let length = (dx * dx + dy * dy).sqrt().max(1.0);
        let control =
            Point { x: from.at.x + dx * at - dy / length * bend, y: from.at.y + dy * at + dx / length * bend };
        Self { start: from.border(control, 2.0), control, end: to.border(control, TIP) }
    }

    /// The curve from a box to itself.
    pub(super) fn around(area: &Area) -> Self {
        let (x, y) = (area.at.x + area.extent.width, area.at.y);
        Self {
            start: Point { x, y: y - 6.0 },
            control: Point { x: x + 60.0, y: y - 30.0 },
            end: Point { x: x + TIP, y: y + 6.0 },
        }
    }

    /// The point at a share of the way.
    pub(super) fn at(&self, share: f64) -> Point {
        let (a, b, c) = ((1.0 - share) * (1.0 - share), 2.0 * share * (1.0 - share), share * share);
        Point {
            x: a * self.start.x + b * self.control.x + c * self.end.x,
            y: a * self.start.y + b * self.control.y + c * self.end.y,
        }
    }

    /// How many of the boxes it runs behind, its own two aside.
    pub(super) fn hides_behind<'a>(&self, areas: impl Iterator<Item = &'a Area>) -> usize {
        const POINTS: u8 = 24;
        let touches =
            |area: &Area| (1..POINTS).any(|nth| area.is_near(self.at(f64::from(nth) / f64::from(POINTS)), 3.0));
        areas.filter(|area| touches(area)).count()
    }

    /// The direction in which it ends, as a step of one unit.
    pub(super) fn direction(&self) -> Point {
        let (dx, dy) = (self.end.x - self.control.x, self.end.y - self.control.y);
        let length = (dx * dx + dy * dy).sqrt().max(1.0);
        Point { x: dx / length, y: dy / length }
    }
}

/// The bends from which a tie takes the first that runs behind no box.
const BENDS: [f64; 23] = [
    10.0, -10.0, 0.0, 22.0, -22.0, 34.0, -34.0, 46.0, -46.0, 60.0, -60.0, 75.0, -75.0, 95.0, -95.0, 115.0, -115.0,
    140.0, -140.0, 170.0, -170.0, 200.0, -200.0,
];

/// Where on its way a tie bends most.
const SKEWS: [f64; 5] = [0.5, 0.3, 0.7, 0.15, 0.85];

/// How far apart the bends of two ties between the same actors are.
const APART: f64 = 21.0;

/// A curve for each tie; ties between the same two actors apart, and none behind a box if that can be helped.
pub(super) fn curves(areas: &[Area], ties: &[(usize, usize)]) -> Vec<Curve> {
    // The bends that are taken between two nodes, as seen from the one with the lower number.
    let mut taken: std::collections::BTreeMap<(usize, usize), Vec<f64>> = std::collections::BTreeMap::new();
    ties.iter()
        .map(|&(from, to)| {
            if from == to {
                return Curve::around(&areas[from]);
            }
            let taken = taken.entry((from.min(to), from.max(to))).or_default();
            let seen = |bend: f64| if from < to { bend } else { -bend };
            let others =
                || areas.iter().enumerate().filter(move |(node, _)| *node != from && *node != to).map(|(_, area)| area);
            let mut best: Option<(usize, f64, Curve)> = None;
            let is_free = |bend: f64| taken.iter().all(|other| (seen(bend) - other).abs() >= APART - 1.0);
            let bends = SKEWS.iter().flat_map(|&at| BENDS.into_iter().map(move |bend| (at, bend)));
            for (at, bend) in bends.filter(|&(_, bend)| is_free(bend)) {
                let curve = Curve::between(&areas[from], &areas[to], bend, at);
                let behind = curve.hides_behind(others());
                if best.is_none_or(|(least, ..)| behind < least) {
                    best = Some((behind, bend, curve));
                }
                if behind == 0 {
                    break;
                }
            }
            // More ties than bends: they go on outward.
            let further = 200.0 + APART * f64::from(u32::try_from(taken.len()).unwrap_or(u32::MAX));
            let (_, bend, curve) =
                best.unwrap_or_else(|| (0, further, Curve::between(&areas[from], &areas[to], further, 0.5)));
            taken.push(seen(bend));
            curve
        })
        .collect()
}

/// A place for a mark on each curve that has one: off the boxes, off the other marks, near the middle.
pub(super) fn marks<'c>(curves: impl Iterator<Item = &'c Curve>, areas: &[Area]) -> Vec<Point> {
    const SHARES: [f64; 9] = [0.5, 0.58, 0.42, 0.66, 0.34, 0.74, 0.26, 0.82, 0.18];
    const RADIUS: f64 = 10.0;
    let mut placed: Vec<Point> = Vec::new();
    for curve in curves {
        let is_free = |point: &Point| {
            let far = |other: &Point| {
                let (dx, dy) = (point.x - other.x, point.y - other.y);
                dx * dx + dy * dy >= 4.0 * RADIUS * RADIUS
            };
            placed.iter().all(far) && !areas.iter().any(|area| area.is_near(*point, RADIUS))
        };
        let points = SHARES.map(|share| curve.at(share));
        placed.push(points.into_iter().find(is_free).unwrap_or(points[0]));
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(x: f64, y: f64) -> Area {
        Area { at: Point { x, y }, extent: Extent { width: 40.0, height: 18.0 } }
    }

    #[test]
    fn a_tie_goes_around_what_stands_between() {
        let areas = [area(0.0, 0.0), area(400.0, 0.0), area(200.0, 0.0)];
        let curve = curves(&areas, &[(0, 1)])[0];
        assert_eq!(curve.hides_behind(areas[2..].iter()), 0);
        assert_eq!(Curve::between(&areas[0], &areas[1], 10.0, 0.5).hides_behind(areas[2..].iter()), 1);
    }

    #[test]
    fn ties_between_the_same_two_are_apart() {
        let areas = [area(0.0, 0.0), area(400.0, 0.0)];
        let all = curves(&areas, &[(0, 1), (1, 0), (0, 1), (1, 0), (0, 0)]);
        for one in 0..4 {
            for other in one + 1..4 {
                let (a, b) = (all[one].at(0.5), all[other].at(0.5));
                assert!((a.y - b.y).abs() > 8.0, "{a:?} {b:?}");
            }
        }
        let thirty = vec![(0, 1); 30];
        assert_eq!(curves(&areas, &thirty).len(), 30);
    }

    #[test]
    fn marks_keep_off_one_another() {
        let areas = [area(0.0, 0.0), area(400.0, 0.0)];
        let curve = Curve::between(&areas[0], &areas[1], 10.0, 0.5);
        let placed = marks([curve, curve].iter(), &areas);
        assert!((placed[0].x - placed[1].x).abs() >= 20.0);
    }
}
