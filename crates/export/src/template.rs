//! A workbook to fill in.

use std::path::Path;

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format as Style, FormatAlign, Formula,
    Workbook, Worksheet, XlsxError,
};
use standpoint_files::create_file;
use standpoint_model::{
    Kind,
    shape::{Field, Form, Shape, Vocabulary},
};

use crate::{ExportError, failure::cause};

/// Writes a workbook to fill in, whole or not at all, where there is no file yet, since somebody may have filled one in: a sheet for each kind of record with the columns that matter, drop-down
/// lists of words and ids, and sheets of help. `standpoint import xlsx` reads it.
///
/// All of it is made from the shapes of the model. The same version of this crate always writes the same bytes.
///
/// # Errors
///
/// [`ExportError`], which names the path and the cause.
pub fn write_template(path: &Path) -> Result<(), ExportError> {
    Ok(create_file(path, |file| workbook().and_then(|mut workbook| workbook.save_to_writer(file)).map_err(cause))?)
}

/// The last row of a sheet that has drop-down lists, from 0.
const LAST_ROW: u32 = 9_999;

/// How many columns there are for sources.
const SOURCES: usize = 2;

fn workbook() -> Result<Workbook, XlsxError> {
    let mut words = Words::default();
    let mut help = Help::new()?;
    let mut sheets = Vec::new();
    for shape in Shape::all() {
        let columns = columns(shape);
        help.add(shape, &columns)?;
        sheets.push(sheet(shape.kind, &columns, &mut words)?);
    }
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(1980, 1, 1)?));
    for worksheet in [help.worksheet].into_iter().chain(sheets).chain([words.worksheet()?]) {
        workbook.push_worksheet(worksheet);
    }
    Ok(workbook)
}

/// A column of a sheet.
struct Column {
    name: String,
    field: &'static Field,
    required: bool,
}

/// Fields that few rows have, and lists whose items take several columns: they have tables of their own.
const LEFT_OUT: [&str; 4] = ["status", "allow", "codings", "handling"];

/// The columns of a kind: its fields, those of its basis, and its sources.
fn columns(shape: &'static Shape) -> Vec<Column> {
    let mut columns = Vec::new();
    for field in shape.fields() {
        match &field.r#type.form {
            Form::Object(basis) if field.name == "basis" => {
                basis.fields.iter().for_each(|field| add(field, "", true, &mut columns));
            }
            _ => add(field, "", true, &mut columns),
        }
    }
    columns
}

fn add(field: &'static Field, before: &str, is_required: bool, columns: &mut Vec<Column>) {
    let name = format!("{before}{}", field.name);
    let required = is_required && field.required;
    match &field.r#type.form {
        _ if LEFT_OUT.contains(&field.name.as_str()) => {}
        Form::Object(citation) if field.name == "evidence" => {
            for number in 1..=SOURCES {
                let cited = ["source", "words", "locator"].iter().filter_map(|name| citation.field(name));
                columns.extend(cited.map(|field| {
                    let name = if field.name == "locator" { "page" } else { &field.name };
                    let name = if number == 1 { name.to_owned() } else { format!("{name} {number}") };
                    Column { name, field, required: required && number == 1 && field.required }
                }));
            }
        }
        Form::Object(_) if field.is_list && field.r#type.pair().is_none() => {}
        Form::Object(object) if !field.is_list && field.r#type.name != "Estimate" => {
            object.fields.iter().for_each(|field| add(field, &format!("{name}_"), required, columns));
        }
        _ => columns.push(Column { name, field, required }),
    }
}

fn sheet(kind: Kind, columns: &[Column], words: &mut Words) -> Result<Worksheet, XlsxError> {
    let mut worksheet = Worksheet::new();
    worksheet.set_name(kind.as_str())?.set_freeze_panes(1, 1)?;
    // Texts stay as they are typed: no id becomes a date.
    let text = Style::new().set_num_format("@");
    for (place, column) in (0..).zip(columns) {
        let header = Style::new().set_num_format("@");
        let header = if column.required { header.set_bold() } else { header };
        worksheet.set_column_width(place, 20)?.set_column_format(place, &text)?;
        worksheet.write_string_with_format(0, place, &column.name, &header)?;
        worksheet.add_data_validation(1, place, LAST_ROW, place, &validation(column, words)?)?;
    }
    Ok(worksheet)
}

/// The most characters of a message beside a cell.
const LONGEST_MESSAGE: usize = 255;

/// What a cell of a column may hold, and what is told beside it.
fn validation(column: &Column, words: &mut Words) -> Result<DataValidation, XlsxError> {
    let field = column.field;
    let message: String = format!("{} {}", how(field), field.description).chars().take(LONGEST_MESSAGE).collect();
    let validation = DataValidation::new().set_input_message(message)?;
    // Several values in a cell are in no drop-down list, and people may write a word or a name in their own way.
    let validation = validation.set_error_style(DataValidationErrorStyle::Information);
    Ok(match &field.r#type.form {
        _ if field.is_list => validation.allow_any_value(),
        Form::Word(vocabulary) => validation.allow_list_formula(Formula::new(words.range(vocabulary))),
        Form::Boolean => validation.allow_list_strings(&["yes", "no"])?,
        Form::Id(kinds) if kinds.len() == 1 && field.name != "id" => {
            validation.allow_list_formula(Formula::new(format!("={}!$A$2:$A${}", kinds[0], LAST_ROW + 1)))
        }
        _ => validation.allow_any_value(),
    })
}

/// How a value is written, in a few words.
fn how(field: &Field) -> String {
    let one = match (field.r#type.pair(), &field.r#type.form) {
        (Some((word, thing)), _) => format!("{}={}", word.name, thing.name),
        (None, Form::Word(_)) => "a word of the list".into(),
        (None, Form::Id(kinds)) if kinds.len() == 1 => format!("the id or the name of a record of `{}`", kinds[0]),
        (None, Form::Id(_)) => "the id of a record".into(),
        (None, Form::Date) => "a date, such as 2021-08-26, 2021-08, 2021, early 2015".into(),
        (None, Form::Boolean) => "yes or no".into(),
        (None, Form::Integer { .. } | Form::Number { .. }) => "a number".into(),
        (None, Form::WebAddress) => "a full web address".into(),
        (None, Form::Object(_)) => "a number as the source gives it: 180, about 180, 20-30, at least 20".into(),
        (None, Form::Text | Form::Token | Form::String) => "text".into(),
    };
    let letters = one.chars().next().into_iter().flat_map(char::to_uppercase).chain(one.chars().skip(1));
    let several = if field.is_list { "; several with ; between them" } else { "" };
    format!("{}{several}.", letters.collect::<String>())
}

/// The sheet with the words of vocabularies, a column each.
#[derive(Default)]
struct Words(Vec<&'static Vocabulary>);

impl Words {
    /// The cells with the words of a vocabulary.
    fn range(&mut self, vocabulary: &'static Vocabulary) -> String {
        let place = self.0.iter().position(|other| other.name == vocabulary.name).unwrap_or_else(|| {
            self.0.push(vocabulary);
            self.0.len() - 1
        });
        let column = rust_xlsxwriter::utility::column_number_to_name(u16::try_from(place).unwrap_or(u16::MAX));
        format!("=words!${column}$2:${column}${}", vocabulary.words.len() + 1)
    }

    fn worksheet(&self) -> Result<Worksheet, XlsxError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name("words")?.set_freeze_panes(1, 0)?;
        for (place, vocabulary) in (0..).zip(&self.0) {
            worksheet.set_column_width(place, 20)?;
            worksheet.write_string_with_format(0, place, &vocabulary.name, &Style::new().set_bold())?;
            for (row, word) in (1..).zip(&vocabulary.words) {
                worksheet.write_string(row, place, &word.word)?;
            }
        }
        Ok(worksheet)
    }
}

/// The sheet that says what to fill in.
struct Help {
    worksheet: Worksheet,
    row: u32,
}

impl Help {
    fn new() -> Result<Self, XlsxError> {
        let mut worksheet = Worksheet::new();
        worksheet.set_name("help")?;
        let lines = [
            "Each sheet has the records of a kind, a row each. Columns in bold are needed; what is not known stays blank.",
            "Short ids are enough: `northern-front` in the sheet `actor` is `actor/northern-front`. Names stand for ids elsewhere.",
            "Every fact rests on a source: its id or title in `source`, and the words that say so in `words`, or a `page`.",
            "Look at it with `standpoint import xlsx FILE --dry-run`. What is wrong is told at its cell.",
        ];
        for (row, line) in (0..).zip(lines) {
            worksheet.write_string(row, 0, line)?;
        }
        let row = 5;
        let bold = Style::new().set_bold();
        for (place, (name, width)) in
            (0..).zip([("sheet", 14), ("column", 20), ("needed", 8), ("how to write it", 48), ("what it says", 90)])
        {
            worksheet.set_column_width(place, width)?;
            worksheet.write_string_with_format(row, place, name, &bold)?;
        }
        Ok(Self { worksheet, row: row + 1 })
    }

    fn add(&mut self, shape: &Shape, columns: &[Column]) -> Result<(), XlsxError> {
        let wrapped = Style::new().set_text_wrap().set_align(FormatAlign::Top);
        for column in columns {
            let needed = if column.required { "yes" } else { "" };
            let cells = [shape.kind.as_str(), &column.name, needed, &how(column.field), &column.field.description];
            for (place, cell) in (0..).zip(cells) {
                self.worksheet.write_string_with_format(self.row, place, cell, &wrapped)?;
            }
            self.row += 1;
        }
        Ok(())
    }
}
