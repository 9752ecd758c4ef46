//! Records as rows.

use std::io;

use arrow_array::{RecordBatch, StructArray};
use serde_arrow::ArrayBuilder;
use standpoint_model::Record;

use super::columns;
use crate::shape::Shape;

/// Records of one kind, gathered to be written together.
pub(super) struct Rows {
    shape: &'static Shape,
    builder: ArrayBuilder,
    len: usize,
}

impl Rows {
    pub(super) fn of(shape: &'static Shape) -> io::Result<Self> {
        let builder = ArrayBuilder::from_arrow(&columns::of(&shape.fields)).map_err(io::Error::other)?;
        Ok(Self { shape, builder, len: 0 })
    }

    pub(super) fn len(&self) -> usize {
        self.len
    }

    pub(super) fn push(&mut self, record: &Record) -> io::Result<()> {
        self.len += 1;
        self.builder.push(record).map_err(io::Error::other)
    }

    /// The rows as columns. None are left.
    pub(super) fn take(&mut self) -> io::Result<RecordBatch> {
        self.len = 0;
        let rows = StructArray::from(self.builder.to_record_batch().map_err(io::Error::other)?);
        Ok(columns::completed(&rows, &self.shape.fields).map_err(io::Error::other)?.into())
    }
}
