//! Large datasets of several shapes. The same shape and number always give the same bytes, and none is held in memory.

mod coded;
mod copies;

use std::io::{self, Write};

use self::copies::Fault;

/// What a large dataset is like.
pub(crate) struct Shape {
    pub(crate) name: &'static str,
    pub(crate) about: &'static str,
    write: fn(&str, usize, &mut dyn Write) -> io::Result<()>,
}

pub(crate) static SHAPES: &[Shape] = &[
    Shape {
        name: "clean",
        about: "copies of a dataset in which nothing is found",
        write: |lines, number, out| copies::write(lines, number, None, out),
    },
    Shape {
        name: "dangling",
        about: "of a hundred records one names a record that is missing",
        write: |lines, number, out| copies::write(lines, number, Some(Fault::Dangling), out),
    },
    Shape {
        name: "dangling-actors",
        about: "likewise, and an actor whom nothing else names is named by nothing",
        write: |lines, number, out| copies::write(lines, number, Some(Fault::DanglingActor), out),
    },
    Shape {
        name: "malformed",
        about: "of a hundred lines one cannot be read as a record",
        write: |lines, number, out| copies::write(lines, number, Some(Fault::Malformed), out),
    },
    Shape {
        name: "coded-events",
        about: "of a hundred events 48 are told two to ten times, as in ICEWS",
        write: |_, number, out| coded::events(number, &coded::SOME_AGAIN, out),
    },
    Shape {
        name: "again-and-again",
        about: "every event is told ten to two hundred times",
        write: |_, number, out| coded::events(number, &coded::ALL_AGAIN, out),
    },
    Shape {
        name: "article-sources",
        about: "every event rests on an article of its own, as in UCDP GED",
        write: |_, number, out| coded::articles(number, out),
    },
];

impl Shape {
    pub(crate) fn by_name(name: &str) -> Option<&'static Self> {
        SHAPES.iter().find(|shape| shape.name == name)
    }

    /// Writes `number` records or somewhat more, one a line. `lines` are those of the dataset that is copied.
    pub(crate) fn write(&self, lines: &str, number: usize, out: &mut dyn Write) -> io::Result<()> {
        (self.write)(lines, number, out)?;
        out.flush()
    }
}
