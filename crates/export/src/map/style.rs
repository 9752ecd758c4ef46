//! How the parts of a map look, for light and for dark surroundings and on paper.

use std::sync::LazyLock;

/// A colour for each name in `colours.css`.
type Theme = [(&'static str, &'static str); 9];

const LIGHT: Theme = [
    ("ground", "#fff"),
    ("ink", "#191d22"),
    ("paper", "#f5f6f8"),
    ("rim", "#5b6570"),
    ("ally", "#0b6e4f"),
    ("partner", "#1d5fa8"),
    ("rival", "#8a5a00"),
    ("adversary", "#b3261e"),
    ("structure", "#5b5b6b"),
];

const DARK: Theme = [
    ("ground", "#13171b"),
    ("ink", "#e8ebee"),
    ("paper", "#232a31"),
    ("rim", "#96a1ad"),
    ("ally", "#4cc79a"),
    ("partner", "#79b2f2"),
    ("rival", "#e0a83c"),
    ("adversary", "#ff8a80"),
    ("structure", "#a9a9bd"),
];

/// On paper black is black.
const PRINT: &str = "@media print {
.map text { fill: #000; }
.map .actor rect { fill: #fff; stroke: #555; }
.map .mark circle { stroke: #555; }
}
";

/// The rules. Colours stand in them as they are, because most programs that draw SVG know no variables of CSS, and draw black.
pub(crate) static STYLE: LazyLock<String> = LazyLock::new(|| {
    let (light, dark) = (coloured(&LIGHT), coloured(&DARK));
    let shapes = include_str!("map.css");
    format!("{shapes}{light}@media screen and (prefers-color-scheme: dark) {{\n{dark}}}\n{PRINT}")
});

/// The rules about colours, with those of a theme.
fn coloured(theme: &Theme) -> String {
    let rules = include_str!("colours.css").to_owned();
    theme.iter().fold(rules, |rules, (name, colour)| rules.replace(&format!("var(--{name})"), colour))
}

#[cfg(test)]
mod tests {
    use super::STYLE;

    #[test]
    fn no_rule_needs_more_than_an_old_reader_of_styles_knows() {
        for unknown in ["var(", ":has(", "--"] {
            assert!(!STYLE.contains(unknown), "{unknown}: {}", *STYLE);
        }
    }
}
