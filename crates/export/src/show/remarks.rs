//! What others say of a record.

use super::page::Page;
use crate::prose;

/// The figures and statements about a record.
pub(super) fn remarks(page: &mut Page<'_>, indent: usize, id: &str) {
    for (line, record) in prose::remarks(page.dataset, id, None) {
        let says = page.line(&line);
        page.fact(indent, &says, record);
    }
}
