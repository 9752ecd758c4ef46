//! The graph of actors and their ties as `GraphML`.

use std::io;

use quick_xml::{
    Writer,
    escape::partial_escape,
    events::{BytesDecl, BytesText, Event},
};
use standpoint_model::Record;

use crate::{
    Format, Records, Write,
    graph::{self, Column, Edge, Element, Graph, Type},
};

pub(crate) const FORMAT: Format = Format {
    name: "graphml",
    summary: "the graph of actors and their ties, for Gephi, Cytoscape, Neo4j and networkx",
    extension: "graphml",
    media_type: "application/graphml+xml",
    docs: include_str!("../docs/graphml.md"),
    losses: &graph::NOT_HELD,
    streams: false,
    public: true,
    write: Write::Stream(write),
    read: None,
};

type Xml<'a> = Writer<&'a mut dyn io::Write>;

fn write(records: Records<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let dataset = Graph::records(records)?;
    let graph = Graph::of(&dataset);
    let mut xml = Writer::new_with_indent(out, b' ', 2);
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("graphml")
        .with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"))
        .write_inner_content(|xml| {
            write_keys(xml)?;
            xml.create_element("graph")
                .with_attributes([("id", "actors"), ("edgedefault", "directed")])
                .write_inner_content(|xml| write_graph(xml, &graph))?;
            Ok(())
        })?;
    xml.into_inner().write_all(b"\n")
}

/// Neo4j takes the first datum of an edge for its type if the id of its key is `label`, so the keys of edges have plain
/// ids.
const NODE: &str = "node-";
const EDGE: &str = "";
const GRAPH: &str = "graph-";

fn write_keys(xml: &mut Xml<'_>) -> io::Result<()> {
    let label = Column { name: "label", r#type: Type::Text };
    write_key(xml, "graph", GRAPH, Column { name: "record", r#type: Type::Text })?;
    [label].into_iter().chain(graph::node_columns()).try_for_each(|column| write_key(xml, "node", NODE, column))?;
    [label].into_iter().chain(graph::edge_columns()).try_for_each(|column| write_key(xml, "edge", EDGE, column))
}

fn write_key(xml: &mut Xml<'_>, of: &str, prefix: &str, column: Column) -> io::Result<()> {
    let r#type = match column.r#type {
        Type::Text => "string",
        Type::Integer => "int",
        Type::Boolean => "boolean",
    };
    xml.create_element("key")
        .with_attribute(("id", format!("{prefix}{}", column.name).as_str()))
        .with_attributes([("for", of), ("attr.name", column.name), ("attr.type", r#type)])
        .write_empty()?;
    Ok(())
}

fn write_graph(xml: &mut Xml<'_>, graph: &Graph<'_>) -> io::Result<()> {
    if let Some(manifest) = graph.manifest() {
        write_data(xml, GRAPH, "record", &graph::json_of(&Record::Dataset(manifest.clone())))?;
    }
    graph.nodes().try_for_each(|node| write_node(xml, &node))?;
    graph.edges().try_for_each(|edge| write_edge(xml, &edge))
}

fn write_node(xml: &mut Xml<'_>, node: &Element<'_>) -> io::Result<()> {
    xml.create_element("node")
        // Neo4j gives nodes these labels.
        .with_attributes([("id", node.id.as_str()), ("labels", ":Actor")])
        .write_inner_content(|xml| write_values(xml, NODE, node))?;
    Ok(())
}

fn write_edge(xml: &mut Xml<'_>, edge: &Edge<'_>) -> io::Result<()> {
    let attributes = [("id", &edge.element.id), ("source", &edge.source), ("target", &edge.target)];
    xml.create_element("edge")
        .with_attributes(attributes.map(|(name, value)| (name, value.as_str())))
        .write_inner_content(|xml| write_values(xml, EDGE, &edge.element))?;
    Ok(())
}

fn write_values(xml: &mut Xml<'_>, prefix: &str, element: &Element<'_>) -> io::Result<()> {
    write_data(xml, prefix, "label", &element.label)?;
    element.values.iter().try_for_each(|(name, value)| write_data(xml, prefix, name, value))
}

fn write_data(xml: &mut Xml<'_>, prefix: &str, name: &str, value: &str) -> io::Result<()> {
    xml.create_element("data")
        .with_attribute(("key", format!("{prefix}{name}").as_str()))
        .write_text_content(BytesText::from_escaped(partial_escape(value)))?;
    Ok(())
}
