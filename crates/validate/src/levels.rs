//! Which codes the caller silences or takes more seriously.

use std::collections::BTreeSet;

use crate::{Code, Level};

/// Changes to the levels of codes, such as `--allow` and `--deny` ask for.
#[derive(Debug, Clone, Default)]
pub struct Levels {
    allowed: BTreeSet<&'static str>,
    denied: BTreeSet<&'static str>,
}

impl Levels {
    /// Leaves out what has this code. A code that says that something could not be read cannot be silenced: what is not
    /// read is never passed over in silence. [`Code::can_be_allowed`] tells which.
    #[must_use]
    pub fn allow(mut self, code: &'static Code) -> Self {
        if code.can_be_allowed() {
            self.denied.remove(code.name);
            self.allowed.insert(code.name);
        }
        self
    }

    /// Makes an error of what has this code.
    #[must_use]
    pub fn deny(mut self, code: &'static Code) -> Self {
        self.allowed.remove(code.name);
        self.denied.insert(code.name);
        self
    }

    /// The level of a code; nothing, where it is left out.
    pub(crate) fn of(&self, code: &Code) -> Option<Level> {
        if self.allowed.contains(code.name) {
            None
        } else if self.denied.contains(code.name) {
            Some(Level::Error)
        } else {
            Some(code.level)
        }
    }
}
