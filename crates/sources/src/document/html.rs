//! Web pages: the text that a browser would show, whole.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector, node::Element};

use standpoint_validate::sha256;

use super::{
    decode::decode,
    extracted::{Document, Fault},
    headings::Heading,
    paragraphs::Paragraphs,
};

/// Elements whose content nobody reads.
const UNSEEN: &[&str] = &[
    "audio", "canvas", "datalist", "embed", "head", "iframe", "math", "noframes", "noscript", "object", "script",
    "style", "svg", "template", "textarea", "video",
];

/// Elements before and after which an empty line stands.
const APART: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "dl",
    "fieldset",
    "figure",
    "footer",
    "form",
    "header",
    "hr",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ul",
];

/// Elements that begin a line.
const LINES: &[&str] =
    &["body", "br", "caption", "dd", "details", "div", "dt", "figcaption", "li", "option", "summary", "tr"];

pub(super) fn read(bytes: &[u8], article_only: bool) -> Result<Document, Fault> {
    let decoded = decode(bytes, named_encoding(bytes).as_deref());
    let html = Html::parse_document(&decoded.text);
    let root = if article_only { article(&html)? } else { html.root_element() };
    let (text, headings) = written(root);
    let mut remarks = Vec::from_iter(decoded.remark);
    if article_only {
        remarks.push("the article alone was taken; the rest of the page is in no text".into());
    }
    let titles = select(&html, "title").chain(select(&html, "h1"));
    let title = titles.map(|it| it.text().collect::<String>()).find(|title| !title.trim().is_empty());
    Ok(Document {
        text,
        sha256: sha256(bytes),
        is_file: false,
        title: title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" ")),
        headings,
        pages: None,
        media_type: "text/html",
        remarks,
    })
}

fn select<'h>(html: &'h Html, selector: &'static str) -> impl Iterator<Item = ElementRef<'h>> {
    let selector = Selector::parse(selector).ok();
    let found: Vec<ElementRef<'h>> = selector.iter().flat_map(|selector| html.select(selector)).collect();
    found.into_iter()
}

/// What the page marks as its article or its main part; of several, the one with the most text.
fn article(html: &Html) -> Result<ElementRef<'_>, Fault> {
    let marked = ["article", "main, [role=main]"].into_iter().find_map(|selector| {
        let all = select(html, selector);
        all.max_by_key(|element| element.text().map(str::len).sum::<usize>())
    });
    marked.ok_or_else(|| Fault::new("a page that marks no part as its article", "take the page whole"))
}

/// The text below an element and its headings. No recursion: elements may lie ten thousand deep.
fn written(root: ElementRef<'_>) -> (String, Vec<Heading>) {
    let mut out = Paragraphs::default();
    let (mut unseen, mut kept) = (0_usize, 0_usize);
    for edge in root.traverse() {
        let is_open = matches!(edge, Edge::Open(_));
        let (Edge::Open(node) | Edge::Close(node)) = edge;
        match node.value() {
            Node::Text(text) if is_open && unseen == 0 => {
                if kept > 0 {
                    out.add_as_it_is(text);
                } else {
                    out.add(text);
                }
            }
            Node::Element(element) => {
                if is_unseen(element) {
                    if is_open { unseen += 1 } else { unseen -= 1 }
                } else if unseen == 0 {
                    if element.name() == "pre" {
                        if is_open { kept += 1 } else { kept -= 1 }
                    }
                    arrange(element, is_open, &mut out);
                }
            }
            _ => {}
        }
    }
    out.finish()
}

fn is_unseen(element: &Element) -> bool {
    let is_hidden = || {
        let style = element.attr("style").unwrap_or_default();
        element.attr("hidden").is_some() || style.replace(' ', "").to_lowercase().contains("display:none")
    };
    UNSEEN.contains(&element.name()) || is_hidden()
}

fn arrange(element: &Element, is_open: bool, out: &mut Paragraphs) {
    let name = element.name();
    match name.strip_prefix('h').and_then(|level| level.parse().ok()) {
        Some(level @ 1..=6) if is_open => out.begin_heading(level),
        Some(1..=6) => out.end_heading(),
        _ if APART.contains(&name) => out.break_line(2),
        _ if LINES.contains(&name) => out.break_line(1),
        // Cells stand apart as words do.
        _ if matches!(name, "td" | "th") => out.add(" "),
        _ => {}
    }
}

/// The encoding that the page names in its first bytes.
fn named_encoding(bytes: &[u8]) -> Option<String> {
    const LOOKED_AT: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(LOOKED_AT)]).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset")?;
    let name = rest.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && !"-_:".contains(c)).unwrap_or(name.len());
    Some(name[..end].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> String {
        read(html.as_bytes(), false).unwrap().text
    }

    #[test]
    fn what_a_reader_sees_is_kept_whole_and_in_order() {
        let page = "<!doctype html><title> The  talks </title><style>p{}</style><body><nav><a href=x>Home</a></nav>
            <h1>Day\n one</h1><p>They <b>met</b> at\n <i>noon</i>.<br>Again.<ul><li>one<li>two</ul>
            <table><tr><th>a<td>b<tr><td>c<td>d</table><script>alert(1)</script><noscript>Turn on</noscript>
            <p hidden>unseen<p style='display: none'>unseen<pre>x\n  y</pre><h2>Day <em>two</em></h2>End&nbsp;&amp;\u{A0}all";
        let document = read(page.as_bytes(), false).unwrap();
        assert_eq!(
            document.text,
            "Home\n\nDay one\n\nThey met at noon.\nAgain.\n\none\ntwo\n\na b\nc d\n\nx\n  y\n\nDay two\n\nEnd\u{A0}&\u{A0}all\n"
        );
        assert_eq!(document.title.as_deref(), Some("The talks"));
        let headings: Vec<(&str, usize)> =
            document.headings.iter().map(|heading| (heading.title.as_str(), heading.level)).collect();
        assert_eq!(headings, [("Day one", 1), ("Day two", 2)]);
        assert!(document.text[document.headings[1].start..].starts_with("Day two"));
    }

    #[test]
    fn an_article_alone_is_taken_only_if_the_page_marks_one() {
        let page = "<nav>Home</nav><article>Short</article><article><h1>Long</h1><p>The longer one.</article>";
        let document = read(page.as_bytes(), true).unwrap();
        assert_eq!(document.text, "Long\n\nThe longer one.\n");
        assert!(document.remarks[0].starts_with("the article alone"));
        assert!(read(b"<p>No article.", true).is_err());
    }

    #[test]
    fn ten_thousand_levels_scripts_and_other_encodings_are_read() {
        let deep = format!("{}deep{}", "<div>".repeat(10_000), "</div>".repeat(10_000));
        assert_eq!(text(&deep), "deep\n");
        assert_eq!(text(&"<b>".repeat(5_000)), "");
        assert_eq!(text("<script>while(1);</script>"), "");
        let page = b"<meta charset='windows-1252'><p>caf\xE9";
        assert_eq!(read(page, false).unwrap().text, "café\n");
    }
}
