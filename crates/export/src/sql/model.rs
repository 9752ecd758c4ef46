//! The fields and the words of the model, as rows.

use standpoint_model::shape::{Form, Object, Shape};

/// Every field of every kind, those of its objects included: kind, path, and whether each record must have it.
pub(super) fn fields() -> Vec<[String; 3]> {
    let mut rows = Vec::new();
    each(|kind, path, _| {
        let required = Shape::all()
            .filter(|shape| shape.kind.as_str() == kind)
            .flat_map(|shape| shape.object.required_fields())
            .any(|field| field.name == path);
        rows.push([kind.to_owned(), path.to_owned(), required.to_string()]);
    });
    rows
}

/// Every word of every vocabulary, at each place where it may stand: kind, path, word.
pub(super) fn words() -> Vec<[String; 3]> {
    let mut rows = Vec::new();
    each(|kind, path, form| {
        if let Form::Word(vocabulary) = form {
            let words = vocabulary.words.iter();
            rows.extend(words.map(|word| [kind.to_owned(), path.to_owned(), word.word.clone()]));
        }
    });
    rows
}

/// Calls `visit` with the kind, the path and the form of each field.
fn each(mut visit: impl FnMut(&str, &str, &Form)) {
    fn walk(kind: &str, above: &str, object: &Object, visit: &mut impl FnMut(&str, &str, &Form)) {
        for field in &object.fields {
            let path = format!("{above}{}", field.name);
            visit(kind, &path, &field.r#type.form);
            if let Form::Object(object) = &field.r#type.form {
                walk(kind, &format!("{path}."), object, visit);
            }
        }
    }
    for shape in Shape::all() {
        walk(shape.kind.as_str(), "", &shape.object, &mut visit);
    }
}
