//! Readers of the forms of output, written from what the formats say and sharing nothing with the renderers.

use roxmltree::Document;
use serde_json::Value;

/// What every form says of a finding: without a path, line and column 0, where it is about the dataset as a whole.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Finding {
    pub(crate) code: String,
    pub(crate) level: String,
    pub(crate) path: Option<String>,
    pub(crate) line: u64,
    pub(crate) column: u64,
    pub(crate) message: String,
}

type Reader = fn(&str) -> Vec<Finding>;

/// Every form but JSON, with which the others are compared.
pub(crate) const OTHERS: &[(&str, Reader)] =
    &[("full", full), ("concise", concise), ("sarif", sarif), ("junit", junit), ("github", github)];

pub(crate) fn json(text: &str) -> Vec<Finding> {
    let output: Value = serde_json::from_str(text).unwrap();
    let read = |diagnostic: &Value| Finding {
        code: string(&diagnostic["code"]),
        level: string(&diagnostic["level"]),
        path: diagnostic["location"]["path"].as_str().map(str::to_owned),
        line: diagnostic["location"]["start"]["line"].as_u64().unwrap_or(0),
        column: diagnostic["location"]["start"]["column"].as_u64().unwrap_or(0),
        message: string(&diagnostic["message"]),
    };
    output["diagnostics"].as_array().unwrap().iter().map(read).collect()
}

fn string(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

fn sarif(text: &str) -> Vec<Finding> {
    let log: Value = serde_json::from_str(text).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let read = |result: &Value| {
        let rule = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(run["tool"]["driver"]["rules"][rule]["id"], result["ruleId"]);
        let location = &result["locations"][0];
        let place = Some(&location["physicalLocation"]).filter(|_| location.get("logicalLocations").is_none());
        let start = |field: &str| place.map_or(0, |place| place["region"][field].as_u64().unwrap());
        let path = |place: &Value| {
            let uri = place["artifactLocation"]["uri"].as_str().unwrap();
            decoded(uri.strip_prefix("file://").unwrap_or(uri))
        };
        Finding {
            code: string(&result["ruleId"]),
            level: string(&result["level"]),
            path: place.map(path),
            line: start("startLine"),
            column: start("startColumn"),
            message: before_help(result["message"]["text"].as_str().unwrap()),
        }
    };
    run["results"].as_array().unwrap().iter().map(read).collect()
}

fn before_help(message: &str) -> String {
    message.split("\nhelp: ").next().unwrap().to_owned()
}

/// Text with the bytes that a percent sign and two digits stand for.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('%') {
        bytes.extend(before.bytes());
        bytes.push(u8::from_str_radix(&after[..2], 16).unwrap());
        rest = &after[2..];
    }
    bytes.extend(rest.bytes());
    String::from_utf8(bytes).unwrap()
}

fn junit(text: &str) -> Vec<Finding> {
    let document = Document::parse(text).unwrap();
    let suites = document.root_element();
    let count = |node: roxmltree::Node, name: &str| node.attribute(name).unwrap().parse::<usize>().unwrap();
    let mut findings = Vec::new();
    let (mut tests, mut failures) = (0, 0);
    for suite in suites.children().filter(|node| node.has_tag_name("testsuite")) {
        let cases: Vec<_> = suite.children().filter(|node| node.has_tag_name("testcase")).collect();
        assert_eq!(cases.len(), count(suite, "tests"));
        tests += cases.len();
        for case in cases {
            let content = case.children().find(roxmltree::Node::is_element);
            let failed = content.is_some_and(|node| node.has_tag_name("failure"));
            failures += usize::from(failed);
            assert_eq!(content.is_none(), case.attribute("name") == Some("no findings"));
            let lines = content.and_then(|node| node.text()).unwrap_or_default().lines();
            let found = lines.filter(|line| !line.starts_with(' ')).map(line);
            for finding in found {
                assert_eq!(Some(finding.code.as_str()), case.attribute("name"));
                assert_eq!(finding.level == "error", failed);
                findings.push(finding);
            }
        }
    }
    assert_eq!((tests, failures), (count(suites, "tests"), count(suites, "failures")));
    findings
}

fn concise(text: &str) -> Vec<Finding> {
    text.lines().map(line).collect()
}

/// A finding on one line, `path:line:column: level[code]: message`.
fn line(text: &str) -> Finding {
    let (head, message) = text.split_once("]: ").unwrap();
    let (head, code) = head.rsplit_once('[').unwrap();
    let (place, level) = head.rsplit_once(": ").unwrap_or(("", head));
    let (path, line, column) = place_of(place);
    Finding { code: code.to_owned(), level: level.to_owned(), path, line, column, message: message.to_owned() }
}

fn place_of(place: &str) -> (Option<String>, u64, u64) {
    let mut parts = place.rsplitn(3, ':');
    let mut number = || parts.next().and_then(|part| part.parse().ok()).unwrap_or(0);
    let (column, line) = (number(), number());
    (parts.next().map(str::to_owned), line, column)
}

fn full(text: &str) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut blocks: Vec<&str> = text.split("\n\n").collect();
    assert_eq!(blocks.pop(), Some(""));
    for block in blocks {
        let mut lines = block.lines();
        let mut finding = line(lines.next().unwrap());
        if let Some((_, place)) = lines.next().and_then(|line| line.split_once("--> ")) {
            (finding.path, finding.line, finding.column) = place_of(place);
        }
        findings.push(finding);
    }
    findings
}

fn github(text: &str) -> Vec<Finding> {
    let unescaped = |text: &str| {
        text.replace("%2C", ",").replace("%3A", ":").replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    };
    let read = |line: &str| {
        let (head, message) = line.strip_prefix("::").unwrap().split_once("::").unwrap();
        let (command, properties) = head.split_once(' ').unwrap();
        let property = |name: &str| {
            let mut pairs = properties.split(',').map(|pair| pair.split_once('=').unwrap());
            pairs.find(|(key, _)| *key == name).map(|(_, value)| unescaped(value))
        };
        let number = |name: &str| property(name).map_or(0, |number| number.parse().unwrap());
        Finding {
            code: property("title").unwrap(),
            level: if command == "notice" { "note" } else { command }.to_owned(),
            path: property("file"),
            line: number("line"),
            column: number("col"),
            message: before_help(&unescaped(message)),
        }
    };
    text.lines().map(read).collect()
}
