//! The graph of actors and their ties as `GEXF`, with a timeline.

use std::io;

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesText, Event},
};
use standpoint_model::{Day, Manifest};

use crate::{
    Format, Loss, Records, Write,
    graph::{self, Column, Edge, Element, Graph, NOT_HELD, Type},
};

pub(crate) const FORMAT: Format = Format {
    name: "gexf",
    summary: "the graph of actors and their ties on a timeline, for Gephi",
    extension: "gexf",
    media_type: "application/gexf+xml",
    docs: include_str!("../docs/gexf.md"),
    losses: &LOSSES,
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

const MANIFEST: &str = "the manifest but for its title, description and publisher: the format has no place for it";
const CHARACTERS: &str = "of the manifest's texts, those with characters that XML does not hold";

const LOSSES: [Loss; 24] = [
    Loss::texts("dataset.title", is_changed, CHARACTERS),
    Loss::texts("dataset.description", is_changed, CHARACTERS),
    Loss::texts("dataset.publisher", is_changed, CHARACTERS),
    Loss::every("dataset.id", MANIFEST),
    Loss::every("dataset.format", MANIFEST),
    Loss::every("dataset.version", MANIFEST),
    Loss::every("dataset.license", MANIFEST),
    Loss::every("dataset.base_iri", MANIFEST),
    Loss::every("dataset.language", MANIFEST),
    Loss::every("dataset.created", MANIFEST),
    Loss::every("dataset.modified", MANIFEST),
    Loss::every("dataset.includes", MANIFEST),
    Loss::every("dataset.note", MANIFEST),
    Loss::every("dataset.allow", MANIFEST),
    NOT_HELD[0],
    NOT_HELD[1],
    NOT_HELD[2],
    NOT_HELD[3],
    NOT_HELD[4],
    NOT_HELD[5],
    NOT_HELD[6],
    NOT_HELD[7],
    NOT_HELD[8],
    NOT_HELD[9],
];

fn is_changed(text: &str) -> bool {
    graph::shown(text) != text
}

type Xml<'a> = Writer<&'a mut dyn io::Write>;

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = Graph::records(records)?;
    let graph = Graph::of(&dataset);
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("gexf")
        .with_attributes([("xmlns", "http://gexf.net/1.3"), ("version", "1.3")])
        .write_inner_content(|xml| {
            graph.manifest().map_or(Ok(()), |manifest| write_meta(xml, manifest))?;
            xml.create_element("graph")
                .with_attributes([("defaultedgetype", "directed"), ("mode", "dynamic"), ("timeformat", "date")])
                .write_inner_content(|xml| write_graph(xml, &graph))?;
            Ok(())
        })?;
    xml.into_inner().write_all(b"\n")
}

/// Who made it and what it is. GEXF 1.3 has no element for a title, which stands among the keywords.
fn write_meta(xml: &mut Xml<'_>, manifest: &Manifest) -> io::Result<()> {
    let texts = [
        ("creator", Some(&manifest.publisher)),
        ("keywords", Some(&manifest.title)),
        ("description", manifest.description.as_ref()),
    ];
    xml.create_element("meta").write_inner_content(|xml| {
        for (name, text) in texts.into_iter().filter_map(|(name, text)| Some((name, text?))) {
            let shown = graph::shown(text.as_str());
            xml.create_element(name).write_text_content(BytesText::from_escaped(partial_escape(shown)))?;
        }
        Ok(())
    })?;
    Ok(())
}

fn write_graph(xml: &mut Xml<'_>, graph: &Graph<'_>) -> io::Result<()> {
    write_columns(xml, "node", graph::node_columns())?;
    write_columns(xml, "edge", graph::edge_columns())?;
    xml.create_element("nodes").write_inner_content(|xml| graph.nodes().try_for_each(|node| write_node(xml, &node)))?;
    xml.create_element("edges").write_inner_content(|xml| graph.edges().try_for_each(|edge| write_edge(xml, &edge)))?;
    Ok(())
}

fn write_columns(xml: &mut Xml<'_>, class: &str, mut columns: impl Iterator<Item = Column>) -> io::Result<()> {
    xml.create_element("attributes")
        .with_attributes([("class", class), ("mode", "static")])
        .write_inner_content(|xml| columns.try_for_each(|column| write_column(xml, column)))?;
    Ok(())
}

fn write_column(xml: &mut Xml<'_>, column: Column) -> io::Result<()> {
    let r#type = match column.r#type {
        Type::Text => "string",
        Type::Integer => "integer",
        Type::Boolean => "boolean",
    };
    xml.create_element("attribute")
        .with_attributes([("id", column.name), ("title", column.name), ("type", r#type)])
        .write_empty()?;
    Ok(())
}

fn write_node(xml: &mut Xml<'_>, node: &Element<'_>) -> io::Result<()> {
    xml.create_element("node")
        .with_attributes([("id", node.id.as_str()), ("label", &node.label)])
        .write_inner_content(|xml| write_values(xml, node))?;
    Ok(())
}

fn write_edge(xml: &mut Xml<'_>, edge: &Edge<'_>) -> io::Result<()> {
    let Edge { element, r#type, source, target, bounds } = edge;
    let [start, end] = [bounds.earliest, bounds.latest].map(|day| day.map(|day: Day| day.to_string()));
    let span = [("start", &start), ("end", &end)].into_iter().filter_map(|(name, day)| Some((name, day.as_deref()?)));
    xml.create_element("edge")
        .with_attributes([("id", element.id.as_str()), ("source", source), ("target", target)])
        // Parallel edges of different kinds stay apart in Gephi.
        .with_attributes([("kind", *r#type), ("label", &*element.label)])
        .with_attributes(span)
        .write_inner_content(|xml| write_values(xml, element))?;
    Ok(())
}

fn write_values(xml: &mut Xml<'_>, element: &Element<'_>) -> io::Result<()> {
    xml.create_element("attvalues").write_inner_content(|xml| {
        for (name, value) in &element.values {
            xml.create_element("attvalue").with_attributes([("for", *name), ("value", value)]).write_empty()?;
        }
        Ok(())
    })?;
    Ok(())
}
