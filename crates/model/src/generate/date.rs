//! Dates in every form of the Extended Date/Time Format.

use proptest::{
    prelude::{BoxedStrategy, Just, Strategy},
    prop_oneof,
    sample::select,
};

use super::lexical::{accepted, matching};
use crate::Edtf;

/// Dates of levels 0, 1 and 2 in every form of the standard.
pub fn edtf() -> BoxedStrategy<Edtf> {
    let candidates = prop_oneof![
        4 => plain(),
        2 => date_time(),
        2 => year(),
        2 => season(),
        2 => unspecified(),
        3 => qualified(),
        3 => interval(),
        3 => set(),
    ];
    accepted(candidates, Edtf::new)
}

/// Level 0: a year, a month or a day.
fn plain() -> BoxedStrategy<String> {
    let day = (calendar_year(), 1..=12_u8, 1..=31_u8);
    prop_oneof![
        1 => calendar_year(),
        1 => (calendar_year(), 1..=12_u8).prop_map(|(year, month)| format!("{year}-{month:02}")),
        2 => day.prop_map(|(year, month, day)| format!("{year}-{month:02}-{day:02}")),
    ]
    .boxed()
}

/// Mostly our own time, sometimes any four digits.
fn calendar_year() -> BoxedStrategy<String> {
    prop_oneof![
        6 => (1979..=2030_u16).prop_map(|year| year.to_string()),
        1 => matching("-?[0-9]{4}"),
        1 => select(&["0000", "0001", "9999", "1900", "2000", "-0001", "-9999"][..]).prop_map(str::to_owned),
    ]
    .boxed()
}

fn date_time() -> BoxedStrategy<String> {
    let clock = matching("([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]");
    let shift = prop_oneof![
        2 => Just(String::new()),
        2 => Just("Z".to_owned()),
        2 => matching("[+-](0[0-9]|1[0-3])(:[0-5][0-9])?"),
        1 => Just("+14:00".to_owned()),
    ];
    (calendar_year(), 1..=12_u8, 1..=31_u8, clock, shift)
        .prop_map(|(year, month, day, clock, shift)| format!("{year}-{month:02}-{day:02}T{clock}{shift}"))
        .boxed()
}

/// Levels 1 and 2: years of more than four digits, exponents, significant digits.
fn year() -> BoxedStrategy<String> {
    prop_oneof![
        matching("Y-?[1-9][0-9]{4,17}"),
        matching("Y-?[1-9][0-9]{0,2}E[1-9][0-9]?"),
        matching("Y-?[1-9][0-9]{0,2}E[1-9]S[1-4]"),
        matching("Y-?[1-9][0-9]{5,8}S[1-5]"),
        matching("-?[0-9]{4}S[1-4]"),
        matching("-[0-9]{4}(-(0[1-9]|1[0-2]))?"),
    ]
    .boxed()
}

/// Levels 1 and 2: the seasons and the other divisions of a year.
fn season() -> BoxedStrategy<String> {
    (calendar_year(), 21..=41_u8).prop_map(|(year, code)| format!("{year}-{code}")).boxed()
}

/// Levels 1 and 2: digits that the source does not give.
fn unspecified() -> BoxedStrategy<String> {
    prop_oneof![
        2 => matching("[0-9]{3}X|[0-9]{2}XX"),
        1 => matching("-?[0-9X]{4}"),
        1 => matching("[?~]?-[0-9X]{4}-(0[1-9]|XX)"),
        2 => matching("[12][0-9]{3}-XX(-XX)?"),
        2 => matching("[12][0-9]{3}-(0[1-9]|1[0-2])-XX"),
        2 => matching("[12X][0-9X]{3}-(0[1-9X]|1[0-2X]|XX)(-([012][0-9X]|3[01X]|XX))?"),
        1 => matching("XXXX-(0[1-9]|1[0-2])-([01][0-9]|2[0-8])"),
    ]
    .boxed()
}

/// Levels 1 and 2: `?`, `~` and `%` after the whole, after a part, and before a part.
fn qualified() -> BoxedStrategy<String> {
    let mark = "[?~%]?";
    let day = matching(&format!(
        "{mark}[12][0-9]{{3}}{mark}(-{mark}(0[1-9]|1[0-2]){mark}(-{mark}(0[1-9]|1[0-9]|2[0-8]){mark})?)?"
    ));
    prop_oneof![
        4 => day,
        1 => (season(), select(&["?", "~", "%"][..])).prop_map(|(season, mark)| format!("{season}{mark}")),
        1 => (unspecified(), select(&["?", "~", "%"][..])).prop_map(|(date, mark)| format!("{date}{mark}")),
        1 => matching("(-[0-9]{4}|Y[1-9][0-9]{4,6}|[0-9]{4}S[1-3])[?~%]"),
    ]
    .boxed()
}

fn single() -> BoxedStrategy<String> {
    prop_oneof![4 => plain(), 1 => year(), 1 => season(), 1 => unspecified(), 2 => qualified()].boxed()
}

/// Levels 0 to 2: intervals with dated, open and unknown ends.
fn interval() -> BoxedStrategy<String> {
    let open = || select(&["", ".."][..]);
    prop_oneof![
        4 => ordered().prop_map(|[first, last]| format!("{first}/{last}")),
        1 => [single(), single()].prop_map(|[first, last]| format!("{first}/{last}")),
        1 => (open(), single()).prop_map(|(open, date)| format!("{open}/{date}")),
        1 => (single(), open()).prop_map(|(date, open)| format!("{date}/{open}")),
        1 => [single(), single()].prop_map(|[first, last]| format!("..{first}/{last}")),
        1 => [single(), single()].prop_map(|[first, last]| format!("{first}/{last}..")),
        1 => (single(), open()).prop_map(|(date, open)| format!("..{date}/{open}")),
    ]
    .boxed()
}

/// Two dates of which the first is not the later one.
fn ordered() -> BoxedStrategy<[String; 2]> {
    [plain(), plain()]
        .prop_map(|mut dates| {
            dates.sort();
            dates
        })
        .boxed()
}

/// Level 2: one of several dates, or all of them.
fn set() -> BoxedStrategy<String> {
    let member = prop_oneof![
        6 => single(),
        1 => single().prop_map(|date| format!("..{date}")),
        1 => single().prop_map(|date| format!("{date}..")),
        2 => ordered().prop_map(|[first, last]| format!("{first}..{last}")),
    ];
    let several = proptest::collection::vec(member, 1..4).prop_map(|members| members.join(","));
    let same_day =
        (proptest::collection::vec(1990..2030_u16, 2..4), 1..=12_u8, 1..=28_u8).prop_map(|(years, month, day)| {
            let days: Vec<String> = years.iter().map(|year| format!("{year}-{month:02}-{day:02}")).collect();
            days.join(",")
        });
    (prop_oneof![3 => several, 1 => same_day], select(&[('[', ']'), ('{', '}')][..]))
        .prop_map(|(members, (open, close))| format!("{open}{members}{close}"))
        .boxed()
}
