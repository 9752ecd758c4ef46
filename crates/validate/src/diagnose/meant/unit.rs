//! From units as people write them to those of the model.

use standpoint_model::Unit;

use super::did_you_mean;

/// What people write, in lower case, and the unit that says it.
const UNITS: &[(&[&str], &str)] = &[
    (&["people", "person", "civilians", "soldiers", "fighters", "individuals", "men"], "persons"),
    (&["%", "\u{66a}", "per cent", "pct", "percentage", "percents"], "percent"),
    (&["dollar", "dollars", "us dollar", "us dollars", "us$", "$"], "USD"),
    (&["euro", "euros", "\u{20ac}"], "EUR"),
    (&["pound sterling", "pounds sterling", "\u{a3}"], "GBP"),
    (&["minute", "minutes"], "min"),
    (&["hour", "hours"], "h"),
    (&["day", "days"], "d"),
    (&["week", "weeks"], "wk"),
    (&["month", "months"], "mo"),
    (&["year", "years"], "a"),
    (&["metre", "metres", "meter", "meters"], "m"),
    (&["kilometre", "kilometres", "kilometer", "kilometers", "kms"], "km"),
    (&["mile", "miles"], "[mi_i]"),
    (&["nautical mile", "nautical miles"], "[nmi_i]"),
    (&["foot", "feet"], "[ft_i]"),
    (
        &[
            "square kilometre",
            "square kilometres",
            "square kilometer",
            "square kilometers",
            "sq km",
            "km^2",
            "km\u{b2}",
        ],
        "km2",
    ),
    (&["square mile", "square miles", "sq mi"], "[mi_i]2"),
    (&["hectare", "hectares", "ha"], "har"),
    (&["acre", "acres"], "[acr_us]"),
    (&["kilogram", "kilograms", "kilo", "kilos", "kgs"], "kg"),
    (&["tonne", "tonnes", "ton", "tons", "metric tons"], "t"),
    (&["litre", "litres", "liter", "liters"], "L"),
    (&["barrel", "barrels"], "[bbl_us]"),
];

const ANY: &str = "people need no unit; write `percent`, a currency such as `EUR`, a measure such as `km2` or `t`, or what is \
                   counted in curly brackets, as in `{houses}`";

/// What to write for a unit: the one that is meant, or what is counted in curly brackets.
pub(crate) fn help(text: &str) -> String {
    if let Some(unit) = meant(text) {
        return did_you_mean(unit);
    }
    let lower = text.trim().to_lowercase();
    if let Some((currency, zeros)) = multiple(&lower.to_uppercase()) {
        return format!("did you mean `{currency}`? the number is then written whole, with its {zeros} zeros");
    }
    let counted = format!("{{{}}}", lower.replace(char::is_whitespace, "_"));
    let is_word = lower.chars().count() > 3 && lower.chars().all(|c| c.is_ascii_lowercase() || c == ' ');
    if is_word && Unit::new(&counted).is_ok() {
        return format!("if {lower} are counted, write `{counted}`; {ANY}");
    }
    ANY.into()
}

/// The unit that `text` is, or is meant to be.
pub(crate) fn meant(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let listed = UNITS.iter().find(|(words, _)| words.contains(&&*lower)).map(|(_, unit)| (*unit).to_owned());
    let written = [text.to_owned(), lower.to_uppercase()].into_iter().find(|code| Unit::new(code).is_ok());
    listed.or(written)
}

/// The currency of thousands, millions or billions of it, such as `MUSD` and `USD MILLION`, and how many zeros these have.
fn multiple(text: &str) -> Option<(String, u8)> {
    const BEFORE: [(&str, u8); 4] = [("K", 3), ("M", 6), ("MN", 6), ("B", 9)];
    const AFTER: [(&str, u8); 8] = [
        ("THOUSAND", 3),
        ("THOUSANDS", 3),
        ("MILLION", 6),
        ("MILLIONS", 6),
        ("BILLION", 9),
        ("BILLIONS", 9),
        ("M", 6),
        ("BN", 9),
    ];
    let is_currency = |code: &str| code.len() == 3 && Unit::new(code).is_ok();
    let before = BEFORE.into_iter().filter_map(|(sign, zeros)| Some((text.strip_prefix(sign)?, zeros)));
    let after = AFTER.into_iter().filter_map(|(sign, zeros)| Some((text.strip_suffix(sign)?, zeros)));
    let mut codes = before.chain(after).map(|(rest, zeros)| (rest.trim(), zeros));
    codes.find(|(code, _)| is_currency(code)).map(|(code, zeros)| (code.to_owned(), zeros))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_that_is_advised_is_one() {
        for (_, unit) in UNITS {
            assert!(Unit::new(unit).is_ok(), "{unit}");
        }
    }

    #[test]
    fn units_as_people_write_them() {
        for (text, expected) in [
            ("dollars", "did you mean `USD`?"),
            ("usd", "did you mean `USD`?"),
            ("Miles", "did you mean `[mi_i]`?"),
            ("months", "did you mean `mo`?"),
            ("km\u{b2}", "did you mean `km2`?"),
            ("people", "did you mean `persons`?"),
            ("MUSD", "did you mean `USD`? the number is then written whole, with its 6 zeros"),
            ("EUR billion", "did you mean `EUR`? the number is then written whole, with its 9 zeros"),
            ("families", "if families are counted, write `{families}`; people need"),
            ("tank shells", "if tank shells are counted, write `{tank_shells}`"),
            ("", "people need no unit"),
            ("x-1", "people need no unit"),
        ] {
            assert!(help(text).starts_with(expected), "{text}: {}", help(text));
        }
    }
}
