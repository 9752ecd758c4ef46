//! Dates in figures: `2019-6-3`, `20190603`, `3/6/2019`, `2015-16`.

use standpoint_model::Edtf;

use super::reading::Reading;

/// What `text`, one word without letters but those of a time, may mean.
pub(super) fn readings(text: &str) -> Vec<Reading> {
    let digits_unknown = text.replace(['?', 'x'], "X");
    if Edtf::new(text).is_ok() {
        return vec![Reading::new(text)];
    }
    if Edtf::new(&digits_unknown).is_ok() {
        return vec![Reading::new(digits_unknown)];
    }
    if let Some((day, _)) = text.split_once('t').filter(|(day, _)| Edtf::new(day).is_ok()) {
        return vec![Reading { whole: false, ..Reading::new(day) }];
    }
    if let Some((from, to)) = text.split_once('/')
        && Edtf::new(&format!("{to}/{from}")).is_ok()
    {
        return vec![Reading::new(format!("{to}/{from}"))];
    }
    let parts: Vec<&str> = text.split(['-', '/', '.', '_']).collect();
    match parts[..] {
        [all] if all.len() == 8 && is_figures(all, 8) => day(&all[..4], &all[4..6], &all[6..]),
        [year, month, date] if is_year(year) && is_figures(month, 2) && is_figures(date, 2) => day(year, month, date),
        [a, b, year] if is_year(year) && is_figures(a, 2) && is_figures(b, 2) => {
            [day(year, b, a), day(year, a, b)].concat()
        }
        [from, to] if is_year(from) && is_year(to) => vec![Reading::new(format!("{from}/{to}"))],
        [from, to] if is_year(from) && to.len() == 2 && is_figures(to, 2) && &from[2..] < to && to > "12" => {
            vec![Reading::new(format!("{from}/{}{to}", &from[..2]))]
        }
        [year, month] | [month, year] if is_year(year) && is_figures(month, 2) => {
            vec![Reading::new(format!("{year}-{month:0>2}"))]
        }
        _ => Vec::new(),
    }
}

/// The year and the month, where all that is wrong with a day is that its month has not so many.
pub(super) fn beyond_its_month(text: &str) -> Option<(&str, &str)> {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, date] = parts[..] else { return None };
    let is_day = is_year(year) && is_figures(month, 2) && date.len() == 2 && is_figures(date, 2) && date > "28";
    let has_month = Edtf::new(&format!("{year}-{month}-01")).is_ok();
    (is_day && has_month && Edtf::new(text).is_err()).then_some((year, month))
}

/// A year and the one after it are neighbours: `1998/99`.
pub(super) fn are_neighbours(text: &str) -> bool {
    let Some((first, second)) = text.split_once(['/', '-']) else { return false };
    let next = |first: u16| format!("{:04}", first + 1);
    is_year(first) && first.parse().is_ok_and(|first| second.len() > 1 && next(first).ends_with(second))
}

/// A day of a month; zeros stand for what is not known, and a month that is none may be the day.
fn day(year: &str, month: &str, day: &str) -> Vec<Reading> {
    let is_zero = |part: &str| part.bytes().all(|b| b == b'0');
    let edtf = match (is_zero(month), is_zero(day)) {
        (true, true) => year.to_owned(),
        (false, true) => format!("{year}-{month:0>2}"),
        _ => format!("{year}-{month:0>2}-{day:0>2}"),
    };
    let exchanged = format!("{year}-{day:0>2}-{month:0>2}");
    let readings = if month > "12" && month.len() == 2 { vec![exchanged] } else { vec![edtf] };
    readings.into_iter().filter(|date| Edtf::new(date).is_ok()).map(Reading::new).collect()
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && is_figures(part, 4)
}

fn is_figures(part: &str, most: usize) -> bool {
    (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit())
}
