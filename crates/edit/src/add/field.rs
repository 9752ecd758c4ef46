//! The fields that somebody fills in for a new record.

use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape},
};

/// A field that somebody fills in for a new record.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct NewField {
    /// The field.
    pub field: &'static Field,
    /// Whether it is one of the record's basis.
    pub is_of_basis: bool,
}

/// The fields of a new record of a kind, those of its basis included. Its evidence is found by words, and nobody withdraws or waives
/// anything of a record that is new.
pub fn new_fields(kind: Kind) -> Vec<NewField> {
    const LEFT_OUT: [&str; 3] = ["evidence", "status", "allow"];
    let mut fields = Vec::new();
    for field in Shape::of(kind).fields().iter().filter(|field| !LEFT_OUT.contains(&field.name.as_str())) {
        match &field.r#type.form {
            Form::Object(basis) if field.name == "basis" => {
                let of_basis = basis.fields.iter().filter(|field| !LEFT_OUT.contains(&field.name.as_str()));
                fields.extend(of_basis.map(|field| NewField { field, is_of_basis: true }));
            }
            _ => fields.push(NewField { field, is_of_basis: false }),
        }
    }
    fields
}
