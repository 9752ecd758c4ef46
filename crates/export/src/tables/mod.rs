//! The dataset as tables, for formats that hold rows and columns.
//!
//! One table a kind, one row a record. The fields of an object within it are columns of the same row, their names joined
//! by underscores. A list is a table of its own: a row an item, with the key of the row that it hangs on and the position
//! within the list, from 1. Names are those of the fields on the way: `event`, `event_participants`,
//! `event_basis_evidence`. The table `record` lists every id with its kind, for columns that name records of several.
//!
//! A date in EDTF is followed by the columns `…_earliest`, `…_latest` and `…_date_prec`, which follow from it.

mod catalogue;
mod row;
mod table;

pub(crate) use row::{Cell, write_rows};
pub(crate) use table::{Column, ColumnType, ForeignKey, Table};
