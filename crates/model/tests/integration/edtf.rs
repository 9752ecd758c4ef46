//! Dates: lossless, ordered by their bounds, and said in English.

use proptest::prelude::*;
use standpoint_model::{Bound, Certainty, Edtf, Precision, generate};

use crate::cases;

fn date(text: &str) -> Edtf {
    Edtf::new(text).unwrap_or_else(|error| unreachable!("{error}"))
}

/// Touches everything that a date can be asked.
fn ask(date: &Edtf) {
    assert!(!date.english().is_empty(), "{date} has no English");
    let _ = (date.precision(), date.ucdp_date_prec(), date.is_choice(), date.is_uncertain(), date.is_approximate());
    assert!(!date.members().is_empty(), "{date} has no members");
    assert!(date.level() <= 2);
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn any_string_is_a_date_or_an_error_within_it(text in prop_oneof![
        ".{0,12}",
        "[-0-9XYESTZ?~%.,:+/\\[\\]{} ]{0,20}",
        "[0-9X]{4}(-[0-9X]{2}){0,2}[?~%]?(/|\\.\\.|,)?([0-9]{4})?é?",
    ]) {
        match Edtf::new(&text) {
            Ok(date) => {
                prop_assert_eq!(date.as_str(), &text);
                ask(&date);
            }
            Err(error) => {
                prop_assert!(error.offset() <= text.chars().count(), "{} of {text:?}", error.offset());
                prop_assert!(error.to_string().contains(&text));
            }
        }
    }

    #[test]
    fn a_date_is_kept_as_it_is_written(date in generate::edtf()) {
        ask(&date);
        let again: Edtf = date.to_string().parse()?;
        prop_assert_eq!(&again, &date);
        prop_assert_eq!((again.earliest(), again.latest(), again.english()), (date.earliest(), date.latest(), date.english()));
    }

    #[test]
    fn a_date_does_not_end_before_it_begins(date in generate::edtf()) {
        if let (Bound::Day(first), Bound::Day(last)) = (date.earliest(), date.latest()) {
            prop_assert!(first <= last, "{} is from {} to {}", date, first, last);
            prop_assert_eq!(date.ucdp_date_prec() == Some(1), first == last);
        } else {
            prop_assert_eq!(date.ucdp_date_prec(), None);
        }
        prop_assert_ne!(date.is_before(&date), Certainty::Certain);
    }

    #[test]
    fn before_agrees_with_the_bounds(a in generate::edtf(), b in generate::edtf()) {
        let certain = matches!((a.latest(), b.earliest()), (Bound::Day(last), Bound::Day(first)) if last < first);
        let impossible = matches!((a.earliest(), b.latest()), (Bound::Day(first), Bound::Day(last)) if first >= last);
        let expected = match (certain, impossible) {
            (true, _) => Certainty::Certain,
            (false, true) => Certainty::Impossible,
            (false, false) => Certainty::Possible,
        };
        prop_assert!(!(certain && impossible));
        prop_assert_eq!(a.is_before(&b), expected, "{} before {}", a, b);
        if certain {
            prop_assert_eq!(b.is_before(&a), Certainty::Impossible);
        }
    }
}

#[test]
fn the_finest_unit_is_that_of_the_digits_given() {
    let units = [
        ("2021-08-26T10:00:00Z", Precision::Second),
        ("2021-08-26", Precision::Day),
        ("-0044-03-15~", Precision::Day),
        ("2021-08", Precision::Month),
        ("2021-08-XX", Precision::Month),
        ("2021-37", Precision::Season),
        ("2021-21", Precision::Season),
        ("2021", Precision::Year),
        ("2021-XX", Precision::Year),
        ("2021-XX-XX", Precision::Year),
        ("Y-17E7", Precision::Year),
        ("202X", Precision::Decade),
        ("20XX", Precision::Century),
        ("2XXX", Precision::Range),
        ("XXXX-12-25", Precision::Range),
        ("2021-1X", Precision::Range),
        ("1950S2", Precision::Range),
        ("2020/2021", Precision::Range),
        ("[2020,2021]", Precision::Range),
        ("{2021}", Precision::Range),
    ];
    for (text, unit) in units {
        assert_eq!(date(text).precision(), unit, "{text}");
    }
}

#[test]
fn the_codes_of_ucdp_go_by_the_length_of_time() {
    let codes = [
        ("2021-08-26", Some(1)),
        ("2021-08-26T23:59:59+04:30", Some(1)),
        ("2021-08-26?", Some(1)),
        ("2021-08-26/2021-08-26", Some(1)),
        ("2021-08-26/2021-08-27", Some(2)),
        ("[2021-08-31,2021-09-05]", Some(2)),
        ("2021-08-01/2021-08-07", Some(3)),
        ("2020-02-25/2020-03-02", Some(3)),
        ("2021-02-25/2021-03-03", Some(3)),
        ("2021-08-01/2021-08-08", Some(4)),
        ("2021-02", Some(4)),
        ("2021-08", Some(4)),
        ("2021-08-XX", Some(4)),
        ("2021-08-01/2021-09-01", Some(5)),
        ("2021-37", Some(5)),
        ("2020", Some(5)),
        ("2021~", Some(5)),
        ("2021-XX-15", Some(5)),
        ("[2022-04-18,2023-04-18]", Some(5)),
        ("2020/2021", None),
        ("202X", None),
        ("2021/..", None),
        ("/2021", None),
        ("Y17E90", None),
    ];
    for (text, code) in codes {
        assert_eq!(date(text).ucdp_date_prec(), code, "{text}");
    }
}

#[test]
fn one_date_is_before_another_as_far_as_their_bounds_tell() {
    let pairs = [
        ("2020", "2021", Certainty::Certain),
        ("2021", "2020", Certainty::Impossible),
        ("2021", "2021", Certainty::Possible),
        ("2021-08-26", "2021-08-26", Certainty::Impossible),
        ("2021-08", "2021-08-26", Certainty::Possible),
        ("2021-37", "2021-39", Certainty::Certain),
        ("[2022-04-18,2023-04-18]", "2022-12", Certainty::Possible),
        ("../2020", "2021", Certainty::Certain),
        ("2020/..", "2021", Certainty::Possible),
        ("2021", "2020/..", Certainty::Possible),
        ("2021/..", "2020", Certainty::Impossible),
        ("2019/", "2021", Certainty::Possible),
        ("-0002", "-0001", Certainty::Certain),
        ("9999", "Y10000", Certainty::Certain),
    ];
    for (a, b, certainty) in pairs {
        assert_eq!(date(a).is_before(&date(b)), certainty, "{a} before {b}");
    }
}

#[test]
fn dates_read_as_a_person_would_say_them() {
    let sayings = [
        ("2021-08-26", "26 August 2021"),
        ("2020-11", "November 2020"),
        ("2021", "2021"),
        ("0000", "1 BC"),
        ("-0001", "2 BC"),
        ("-0044-03-15", "15 March 45 BC"),
        ("Y12021", "12021"),
        ("Y-100000", "100001 BC"),
        ("Y-17E7", "170000001 BC"),
        ("Y17E90", "the year 17 times 10 to the power 90"),
        ("1950S2", "1950, to 2 significant digits"),
        ("1950S1", "1950, to 1 significant digit"),
        ("Y3388E2S3", "338800, to 3 significant digits"),
        ("2001-21", "spring 2001"),
        ("2001-22", "summer 2001"),
        ("2001-23", "autumn 2001"),
        ("2001-24", "winter 2001"),
        ("-0001-24", "winter 2 BC"),
        ("2001-25", "spring 2001 (northern hemisphere)"),
        ("2001-28", "winter 2001 (northern hemisphere)"),
        ("2001-29", "spring 2001 (southern hemisphere)"),
        ("2001-32", "winter 2001 (southern hemisphere)"),
        ("2001-33", "the first quarter of 2001"),
        ("2001-36", "the fourth quarter of 2001"),
        ("2015-37", "early 2015"),
        ("2021-38", "mid-2021"),
        ("2019-39", "late 2019"),
        ("2001-40", "the first half of 2001"),
        ("2001-41", "the second half of 2001"),
        ("1984?", "possibly 1984"),
        ("1984~", "about 1984"),
        ("2004-06-11%", "possibly about 11 June 2004"),
        ("2001-37~", "about early 2001"),
        ("2004?-06-11", "11 June 2004 (year uncertain)"),
        ("2004-06~-11", "11 June 2004 (year approximate, month approximate)"),
        ("?2004-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("2004-%06-11", "11 June 2004 (month uncertain and approximate)"),
        ("2001-~21", "spring 2001 (season approximate)"),
        ("201X", "the 2010s"),
        ("201X~", "about the 2010s"),
        ("000X", "the 0s"),
        ("20XX", "a year from 2000 to 2099"),
        ("2XXX", "a year from 2000 to 2999"),
        ("XXXX", "an unknown year"),
        ("2X1X", "a date written 2X1X"),
        ("2004-XX", "a month in 2004"),
        ("2004-06-XX", "a day in June 2004"),
        ("2004-XX-XX", "a day in 2004"),
        ("XXXX-12-25", "25 December of an unknown year"),
        ("XXXX-12-XX", "a date written XXXX-12-XX"),
        ("156X-12-25", "a date written 156X-12-25"),
        ("1984-1X", "a date written 1984-1X"),
        ("2004-XX-15", "a date written 2004-XX-15"),
        ("2004-06-1X", "a date written 2004-06-1X"),
        ("2021-08-26T10:00:00", "26 August 2021, 10:00:00"),
        ("2021-08-26T10:00:00Z", "26 August 2021, 10:00:00 UTC"),
        ("2021-08-26T10:00:00+04:30", "26 August 2021, 10:00:00 UTC+04:30"),
        ("2021-08-26T10:00:00-05", "26 August 2021, 10:00:00 UTC-05:00"),
        ("1985/1987", "1985 to 1987"),
        ("1985~/1987?", "about 1985 to possibly 1987"),
        ("2021/2021-08-XX", "2021 to a day in August 2021"),
        ("156X-12-25/1984-1X", "a date written 156X-12-25 to a date written 1984-1X"),
        ("1985-04/..", "April 1985 onwards"),
        ("../1985-04", "until April 1985"),
        ("/1985", "an unknown date to 1985"),
        ("1985/", "1985 to an unknown date"),
        ("..2020/2021", "2020 or earlier to 2021"),
        ("2020/2021..", "2020 to 2021 or later"),
        ("[1667,1668,1670..1672]", "1667, 1668 or one of 1670 to 1672"),
        ("{1667,1668,1670..1672}", "1667, 1668 and every one of 1670 to 1672"),
        ("[..1984]", "1984 or earlier"),
        ("[1984..]", "1984 or later"),
        ("{..1984}", "1984 and earlier"),
        ("{1960,1984-12..}", "1960 and December 1984 and later"),
        ("[2022-04-18,2023-04-18]", "18 April, 2022 or 2023"),
        ("{2022-04-18,2023-04-18,2024-04-18}", "18 April, 2022, 2023 and 2024"),
        ("[2022-04-18]", "18 April 2022"),
        ("[2022-04-18~,2023-04-18]", "about 18 April 2022 or 18 April 2023"),
        ("[2022-04-18,2023-05-18]", "18 April 2022 or 18 May 2023"),
        ("[2022-04,2023]", "April 2022 or 2023"),
        ("[15XX-12-XX,201X]", "a date written 15XX-12-XX or the 2010s"),
    ];
    for (text, english) in sayings {
        assert_eq!(date(text).english(), english, "{text}");
    }
}

#[test]
fn a_negative_year_may_have_unspecified_digits() {
    let bounds = [
        ("-01XX", "-0199-01-01", "-0100-12-31"),
        ("-20XX", "-2099-01-01", "-2000-12-31"),
        ("-1XXX-12", "-1999-12-01", "-1000-12-31"),
        ("-01XX~", "-0199-01-01", "-0100-12-31"),
        ("-XXXX", "-9999-01-01", "-0001-12-31"),
        ("-000X", "-0009-01-01", "-0001-12-31"),
        ("-0XX1", "-0991-01-01", "-0001-12-31"),
        ("-01XX-02-29", "-0196-02-29", "-0104-02-29"),
    ];
    for (text, first, last) in bounds {
        let date = date(text);
        assert_eq!(
            (date.as_str(), date.earliest().to_string(), date.latest().to_string()),
            (text, first.into(), last.into())
        );
        assert!(date.is_before(&Edtf::new("0001").expect("a year")) == Certainty::Certain);
    }
    assert_eq!((date("-01XX").precision(), date("-01XX").level()), (Precision::Century, 1));
    assert!(date("-01XX~").is_approximate() && !date("-01XX").is_approximate());
    assert_eq!(date("-01XX").english(), "a date written -01XX");
    for text in ["-0000", "-1XXX-13", "-01XX-", "--01XX", "-01X", "-01XXX", "-1XXX-02-30"] {
        assert!(Edtf::new(text).is_err(), "{text}");
    }
}

#[test]
fn a_61st_second_is_where_a_day_ends_in_utc() {
    for time in ["23:59:60Z", "23:59:60+00:00", "05:29:60+05:30", "18:59:60-05", "23:59:60", "04:29:60"] {
        assert!(Edtf::new(&format!("2016-12-31T{time}")).is_ok(), "{time}");
    }
    for time in ["12:00:60Z", "23:58:60Z", "23:59:60+04:30", "12:00:60", "23:59:61Z"] {
        assert!(Edtf::new(&format!("2016-12-31T{time}")).is_err(), "{time}");
    }
}
