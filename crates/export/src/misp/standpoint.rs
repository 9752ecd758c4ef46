//! The objects of what is said of records: who says that one is so, and who denies it.

use standpoint_model::{Record, Standpoint};

use super::{
    event::Event,
    object::{Object, Reference},
    record, template,
};
use crate::prose;

/// One object for each standpoint on a record.
pub(super) fn objects(event: &Event<'_>, record: &Record) -> Vec<Object> {
    let standpoints = record.basis().map_or(&[][..], |basis| &basis.standpoints);
    standpoints.iter().enumerate().map(|(at, standpoint)| object(event, record, at, standpoint)).collect()
}

fn object(event: &Event<'_>, record: &Record, at: usize, standpoint: &Standpoint) -> Object {
    let mut object = Object::of(record, &format!("#standpoint/{at}"), template::STANCE);
    object.text("id", record.id());
    object.text("record", &record::shown(event.dataset, record));
    object.text("stance", standpoint.stance.as_str());
    object.text("holder-id", standpoint.holder.as_str());
    object.text("holder", &prose::name_of(event.dataset, standpoint.holder.as_str()));
    if let Some(basis) = record.basis() {
        object.rest(&prose::plain_with_signs(event.dataset, &prose::standpoint(basis, standpoint)));
    }
    let stance = standpoint.stance.as_str();
    let mut refer = |to: &str, r#type: &str| {
        let comment = format!("{type}, in {}", record.id());
        object.refer(event, Reference { to: to.to_owned(), r#type: r#type.to_owned(), comment });
    };
    refer(record.id(), stance);
    refer(standpoint.holder.as_str(), "holder");
    if let Some(by) = &standpoint.by {
        refer(by.as_str(), "spoken-for-by");
    }
    for citation in &standpoint.evidence {
        refer(citation.source.as_str(), "based-on");
    }
    object
}
