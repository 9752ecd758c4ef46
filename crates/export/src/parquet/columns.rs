//! The columns of rows, nested as the fields of records are.

use std::sync::Arc;

use arrow_array::{
    Array, ArrayRef, ListArray, StructArray,
    builder::{Date32Builder, Int32Builder},
    cast::AsArray,
};
use arrow_schema::{ArrowError, DataType, Field as Column, FieldRef};
use standpoint_model::{
    Day,
    shape::{Field, Form},
};

use crate::bounds::{self, Bounds};

/// The columns that records fill themselves: one a field, absent where the field is.
pub(super) fn of(fields: &[Field]) -> Vec<FieldRef> {
    let column = |field: &Field| {
        let value = data_type(&field.r#type.form);
        let data_type = if field.is_list { DataType::List(item(value)) } else { value };
        described(&field.name, data_type, !field.required, &field.description)
    };
    fields.iter().map(column).collect()
}

fn data_type(form: &Form) -> DataType {
    match form {
        Form::Id(_) | Form::Date | Form::Text | Form::WebAddress | Form::Token | Form::String => DataType::Utf8,
        Form::Word(_) => DataType::Dictionary(DataType::Int32.into(), DataType::Utf8.into()),
        Form::Integer { .. } => DataType::Int64,
        Form::Number { .. } => DataType::Float64,
        Form::Boolean => DataType::Boolean,
        Form::Object(object) => DataType::Struct(of(&object.fields).into()),
    }
}

/// The items of a list, under the name that the Parquet format gives them.
fn item(data_type: DataType) -> FieldRef {
    Column::new("element", data_type, false).into()
}

fn described(name: &str, data_type: DataType, nullable: bool, description: &str) -> FieldRef {
    let about = ("description".to_owned(), description.to_owned());
    Column::new(name, data_type, nullable).with_metadata([about]).into()
}

/// The columns of `rows`, with what follows from them: beside each date its bounds, and an empty list for an absent one.
pub(super) fn completed(rows: &StructArray, fields: &[Field]) -> Result<StructArray, ArrowError> {
    let mut columns: Vec<(FieldRef, ArrayRef)> = Vec::new();
    for ((field, column), array) in fields.iter().zip(rows.fields()).zip(rows.columns()) {
        let nullable = column.is_nullable() && !field.is_list;
        let array = completed_column(array, field)?;
        columns.push((described(&field.name, array.data_type().clone(), nullable, &field.description), array.clone()));
        if matches!((&field.r#type.form, field.is_list), (Form::Date, false)) {
            for ((suffix, about), array) in bounds::COLUMNS.into_iter().zip(bounds_of(&array)) {
                let name = bounds::column_name(&field.name, suffix);
                columns.push((described(&name, array.data_type().clone(), true, about), array));
            }
        }
    }
    let (columns, arrays): (Vec<_>, Vec<_>) = columns.into_iter().unzip();
    StructArray::try_new(columns.into(), arrays, rows.nulls().cloned())
}

fn completed_column(array: &ArrayRef, field: &Field) -> Result<ArrayRef, ArrowError> {
    let values = |array: &ArrayRef| match &field.r#type.form {
        Form::Object(object) => completed(array.as_struct(), &object.fields).map(|rows| Arc::new(rows) as ArrayRef),
        _ => Ok(array.clone()),
    };
    if !field.is_list {
        return values(array);
    }
    let list = array.as_list::<i32>();
    let items = values(list.values())?;
    let list = ListArray::try_new(item(items.data_type().clone()), list.offsets().clone(), items, None)?;
    Ok(Arc::new(list))
}

/// The bounds of dates in EDTF, in the order of [`bounds::COLUMNS`].
fn bounds_of(dates: &ArrayRef) -> [ArrayRef; 3] {
    let dates = dates.as_string::<i32>();
    let (mut earliest, mut latest) = (Date32Builder::new(), Date32Builder::new());
    let mut date_prec = Int32Builder::new();
    for date in dates {
        let bounds = date.map(Bounds::of).unwrap_or_default();
        earliest.append_option(bounds.earliest.and_then(unix_days));
        latest.append_option(bounds.latest.and_then(unix_days));
        date_prec.append_option(bounds.date_prec.map(i32::from));
    }
    [Arc::new(earliest.finish()), Arc::new(latest.finish()), Arc::new(date_prec.finish())]
}

fn unix_days(day: Day) -> Option<i32> {
    day.unix_days().try_into().ok()
}
