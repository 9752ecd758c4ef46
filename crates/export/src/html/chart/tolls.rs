//! What events cost: quantities counted of them, each by its range.

use maud::{Markup, html};
use standpoint_model::{Dataset, Event, Measure, Observation};

use super::scale::{Amounts, Range, Share, by_unit};
use crate::{
    prose::{self, counted, title},
    svg::lines,
};

/// How many quantities of a measure are drawn at most.
const ROWS: usize = 20;

const LETTERS: usize = 46;
const LINE: f64 = 16.0;
const BAR: f64 = 10.0;

/// How much of the width is bars: what is beyond is left for what has no end.
const WIDTH: f64 = 0.94;

struct Row<'a> {
    figure: &'a Observation,
    event: &'a Event,
    label: Vec<String>,
    top: f64,
}

/// Of each measure the quantities that are counted of these events, the largest if they are many.
pub(in super::super) fn tolls(
    dataset: &Dataset,
    events: &[&Event],
    address: &dyn Fn(&str) -> Option<String>,
) -> Option<Markup> {
    let figures = events.iter().flat_map(|event| prose::figures(dataset, event.id.as_str()));
    let measures = prose::by_measure(figures);
    let drawn: Vec<Markup> = measures
        .into_iter()
        .flat_map(|(measure, figures)| by_unit(&figures).into_iter().map(move |figures| (measure, figures)))
        .filter_map(|(measure, figures)| draw(dataset, measure, figures, events, address))
        .collect();
    (!drawn.is_empty()).then(|| html! { div class="tolls" { @for drawing in drawn { (drawing) } } })
}

fn draw(
    dataset: &Dataset,
    measure: Measure,
    mut figures: Vec<&Observation>,
    events: &[&Event],
    address: &dyn Fn(&str) -> Option<String>,
) -> Option<Markup> {
    figures.retain(|figure| figure.value.has_number());
    let amounts = Amounts::of(figures.iter().map(|figure| &figure.value))?;
    let all = figures.len();
    if all > ROWS {
        // The sort is stable, so that equals stay in time.
        figures.sort_by(|a, b| Range::of(&b.value).greatest().total_cmp(&Range::of(&a.value).greatest()));
        figures.truncate(ROWS);
    }
    let mut height = 4.0;
    let rows: Vec<Row<'_>> = figures
        .into_iter()
        .filter_map(|figure| {
            let event = events.iter().find(|event| event.id.as_str() == figure.about.as_str())?;
            let letters = LETTERS.saturating_sub(prose::marks(dataset, event.id.as_str()).len());
            let label = lines(event.title.as_str(), letters, 2);
            let top = height + LINE;
            height = top + LINE * f64::from(u8::try_from(label.len()).unwrap_or(u8::MAX)) + BAR + 10.0;
            Some(Row { figure, event, label, top })
        })
        .collect();
    let heading = title(measure.as_str());
    Some(html! {
        figure class="chart toll-chart" {
            h3 { (heading) }
            svg class="drawn" width="100%" height=(height) role="group"
                aria-label=(format!("{heading}: {}", counted(rows.len(), "quantity", "quantities"))) {
                @for row in &rows { (row.draw(dataset, amounts, address(row.event.id.as_str()))) }
            }
            @if all > rows.len() { figcaption { p { "The " (rows.len()) " largest of " (all) "." } } }
        }
    })
}

impl Row<'_> {
    fn draw(&self, dataset: &Dataset, amounts: Amounts, address: Option<String>) -> Markup {
        let basis = &self.figure.basis;
        let contested = prose::is_contested(basis) || prose::is_contested(&self.event.basis);
        let signs = [&self.figure.id.as_str(), &self.event.id.as_str()].map(|id| prose::marks(dataset, id));
        let below = self.top + LINE * f64::from(u8::try_from(self.label.len()).unwrap_or(u8::MAX));
        let population =
            self.figure.population.as_ref().and_then(|text| lines(text.as_str(), 36, 1).into_iter().next());
        html! {
            g class=(if contested { "row contested" } else { "row" }) {
                a href=[address] {
                    text x="0" y=(self.top) {
                        tspan class="value" { (prose::value(self.figure)) }
                        @if let Some(population) = population { tspan class="date" dx="6" { (population) } }
                        @if !signs[0].is_empty() { tspan class="sign" dx="6" { (signs[0]) } }
                    }
                    text class="title" {
                        @for (nth, line) in (1u8..).zip(&self.label) {
                            tspan x="0" y=(self.top + LINE * f64::from(nth)) {
                                (line)
                                @if usize::from(nth) == self.label.len() && !signs[1].is_empty() {
                                    tspan class="sign" dx="6" { (signs[1]) }
                                }
                            }
                        }
                    }
                }
                (bar(Range::of(&self.figure.value), self.figure.value.is_approximate(), amounts, below + 5.0))
                @if let Some(best) = self.figure.value.best() {
                    @let at = Share(amounts.share(best.get()).0 * WIDTH);
                    line class="best" x1=(at) x2=(at) y1=(below + 2.0) y2=(below + BAR + 8.0) {}
                }
            }
        }
    }
}

/// A quantity as a bar: full as far as it is at least, pale as far as it is at most; without an end where it has none,
/// and fading where it is approximate.
fn bar(range: Range, is_approximate: bool, amounts: Amounts, top: f64) -> Markup {
    let at = |number: f64| amounts.share(number).0 * WIDTH;
    let rect = |class: &str, from: f64, to: f64| {
        html! { rect class=(class) x=(Share(from)) y=(top) width=(Share((to - from).max(0.0))) height=(BAR) {} }
    };
    let least = range.least.map_or(0.0, at);
    let most = range.most.map(at);
    let end = most.unwrap_or(1.0);
    html! {
        line class="rail" x1="0" x2="100%" y1=(top + BAR / 2.0) y2=(top + BAR / 2.0) {}
        g class=(if is_approximate { "mark soft" } else { "mark" }) {
            (rect("throughout", 0.0, least))
            @match most {
                Some(most) => (rect("within", least, most)),
                None => @for (nth, class) in (0u8..).zip(["fade f1", "fade f2", "fade f3", "fade f4"]) {
                    @let step = (end - least) / 4.0;
                    (rect(class, least + step * f64::from(nth), least + step * f64::from(nth + 1)))
                },
            }
            @if is_approximate && most.is_some() {
                @for (nth, class) in (0u8..).zip(["fade f1", "fade f2", "fade f3", "fade f4"]) {
                    (rect(class, end + 0.01 * f64::from(nth), end + 0.01 * f64::from(nth + 1)))
                }
            }
        }
    }
}
