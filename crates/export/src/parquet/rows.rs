//! Records as rows.

use std::io;

use arrow_array::{Array as _, RecordBatch, StructArray};
use arrow_schema::{Schema, SchemaRef};
use serde_arrow::ArrayBuilder;
use standpoint_model::{Record, shape::Shape};

use super::columns;
use crate::tree::Tree;

/// Records of one kind, gathered to be written together.
pub(super) struct Rows {
    shape: &'static Shape,
    schema: SchemaRef,
    builder: ArrayBuilder,
    len: usize,
    /// How many bytes of text they have.
    text: usize,
    tree: Tree,
}

/// How many rows are gathered: what the cache of a processor holds. A column of them holds no more than 2 GiB.
const MOST: usize = 1024;
const MOST_TEXT: usize = 16 << 20;

impl Rows {
    pub(super) fn of(shape: &'static Shape) -> io::Result<Self> {
        let builder = ArrayBuilder::from_arrow(&columns::of(shape.fields())).map_err(io::Error::other)?;
        let schema = SchemaRef::new(Schema::empty());
        let mut rows = Self { shape, schema, builder, len: 0, text: 0, tree: Tree::default() };
        rows.schema = rows.take()?.schema();
        Ok(rows)
    }

    /// The columns that the rows become.
    pub(super) fn schema(&self) -> SchemaRef {
        self.schema.clone()
    }

    /// Whether there are enough of them.
    pub(super) fn are_enough(&self) -> bool {
        self.len >= MOST || self.text >= MOST_TEXT
    }

    pub(super) fn push(&mut self, record: &Record) -> io::Result<()> {
        self.tree.fill(record)?;
        self.text += self.tree.text_length();
        self.len += 1;
        self.builder.push(record).map_err(io::Error::other)
    }

    /// The rows as columns. None are left.
    pub(super) fn take(&mut self) -> io::Result<RecordBatch> {
        (self.len, self.text) = (0, 0);
        let rows = StructArray::from(self.builder.to_record_batch().map_err(io::Error::other)?);
        let mut columns = columns::completed(&rows, self.shape.fields()).map_err(io::Error::other)?;
        // What is shared does not shrink.
        drop(rows);
        columns.shrink_to_fit();
        Ok(columns.into())
    }
}
