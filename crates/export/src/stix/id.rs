//! The ids of objects.

use uuid::Uuid;

/// The id of the object of type `kind` that is called `name` anywhere.
pub(super) fn id(kind: &str, name: &str) -> String {
    let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, b"urn:standpoint:stix");
    format!("{kind}--{}", Uuid::new_v5(&namespace, name.as_bytes()))
}
