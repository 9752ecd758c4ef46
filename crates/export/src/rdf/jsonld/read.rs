//! JSON-LD as triples, none of them lost.

use std::path::Path;

use oxjsonld::JsonLdParser;
use oxrdf::{Quad, Term, vocab::rdf};
use serde_json::Value;

use crate::{ImportError, import::read_to_string, rdf::read::from_quads};

pub(super) fn read(path: &Path) -> Result<Vec<Value>, ImportError> {
    let text = read_to_string(path)?;
    let malformed = |message| ImportError::Malformed { path: path.into(), message };
    let document: Value = serde_json::from_str(&text).map_err(|error| malformed(error.to_string()))?;
    refuse_losses("@graph", &document).map_err(malformed)?;
    drop(document);
    // Keys that the document's own context does not know become names of this sort, instead of nothing.
    let text = format!("{{\"@context\": {{\"@vocab\": \"{UNKNOWN}\"}}, \"@graph\": {text}}}");
    // A name that is no IRI is kept for an error message; otherwise its triples would be dropped.
    let quads = JsonLdParser::new().lenient().for_slice(&text).map(|quad| {
        let quad = quad.map_err(|error| error.to_string())?;
        match unknown_key(&quad) {
            Some(key) => Err(format!("the context does not say what `{key}` is")),
            None => Ok(quad),
        }
    });
    from_quads(path, quads)
}

/// What comes before keys that a context does not know.
const UNKNOWN: &str = "urn:standpoint:unknown:";

fn unknown_key(quad: &Quad) -> Option<&str> {
    let class = match &quad.object {
        Term::NamedNode(name) if quad.predicate == rdf::TYPE => name.as_str(),
        _ => "",
    };
    quad.predicate.as_str().strip_prefix(UNKNOWN).or_else(|| class.strip_prefix(UNKNOWN))
}

/// The keywords that lead to triples.
const KEYWORDS: [&str; 11] =
    ["@context", "@graph", "@id", "@included", "@language", "@list", "@nest", "@reverse", "@set", "@type", "@value"];

/// Refuses what JSON-LD passes over in silence, below `key`.
fn refuse_losses(key: &str, value: &Value) -> Result<(), String> {
    if key.starts_with('@') && !KEYWORDS.contains(&key) {
        return Err(format!("`{key}` leads to no triple"));
    }
    match value {
        context if key == "@context" => check_context(context),
        Value::Array(items) => items.iter().try_for_each(|item| refuse_losses(key, item)),
        Value::Object(entries) => entries.iter().try_for_each(|(key, value)| refuse_losses(key, value)),
        _ if key == "@graph" => Err(format!("{value} stands where a record should stand")),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Ok(()),
    }
}

fn check_context(context: &Value) -> Result<(), String> {
    match context {
        Value::String(address) => Err(format!("the context `{address}` is not in the document; nothing is fetched")),
        Value::Array(contexts) => contexts.iter().try_for_each(check_context),
        _ if has_null(context) => Err("a context that sets anything to null loses data".into()),
        _ => Ok(()),
    }
}

fn has_null(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(items) => items.iter().any(has_null),
        Value::Object(entries) => entries.values().any(has_null),
        Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}
