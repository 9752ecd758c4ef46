//! A record in the making: what was given for it, and what is asked for.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use serde_json::{Map, Value};
use standpoint_edit::{new_fields, proposed_id};
use standpoint_model::{
    Citation, Dataset, Edtf, Entity, Kind, Record, RecordId, Source, Text,
    shape::{Field, Form, Shape},
};
use standpoint_sources::{SourceText, find, find_source_text};
use standpoint_validate::{field_value, placeholder};

use crate::{
    arguments::{New, option_of},
    cited::{Choice, citation, the_one},
    failure::Failure,
    names::resolved,
    questions::{Questions, parsed},
};

/// The fields that matter, though not every record has them: who, where, when, about what.
const ASKED: [&str; 8] = ["country", "within", "when", "places", "participants", "issue", "holders", "question"];

/// How sources put most of what they say.
const USUAL_MODALITY: &str = "stated";

pub(crate) struct Draft<'a> {
    given: &'a New,
    dataset: &'a Dataset,
    /// The folder with the texts of the sources.
    texts: Option<PathBuf>,
    questions: Questions,
    /// Whether all that matters is asked for, since nothing was given.
    asks_all: bool,
}

impl<'a> Draft<'a> {
    pub(crate) fn new(given: &'a New, dataset: &'a Dataset, texts: Option<PathBuf>) -> Self {
        let asks_all = given.fields.is_empty() && given.options.source.is_none();
        Self { given, dataset, texts, questions: Questions::new(), asks_all }
    }

    /// The record. Nothing, if the source does not have the words that were given, which standard error tells.
    pub(crate) fn record(&mut self) -> Result<Option<Record>, Failure> {
        let kind = self.given.kind;
        let (mut fields, mut basis) = (Map::new(), Map::new());
        for new in new_fields(kind).into_iter().filter(|new| new.field.name != "id") {
            if let Some(value) = self.field(new.field)? {
                let object = if new.is_of_basis { &mut basis } else { &mut fields };
                object.insert(new.field.name.clone(), value);
            }
        }
        let shape = &Shape::of(kind).object;
        let has_basis = shape.field("basis").is_some();
        if has_basis || shape.field("evidence").is_some() && self.given.options.source.is_some() {
            let Some(evidence) = self.evidence()? else { return Ok(None) };
            let object = if has_basis { &mut basis } else { &mut fields };
            object.insert("evidence".into(), serde_json::to_value(evidence)?);
        }
        if has_basis {
            fields.insert("basis".into(), basis.into());
        }
        fields.insert("id".into(), self.id(&fields)?.into());
        fields.insert("kind".into(), kind.as_str().into());
        serde_json::from_value(fields.into()).map(Some).map_err(Failure::NoRecord)
    }

    /// Whether the record may be written: whoever answered questions is asked.
    pub(crate) fn is_confirmed(&mut self, path: &str) -> Result<bool, Failure> {
        if !self.asks_all {
            return Ok(true);
        }
        let question = format!("Write it to `{path}` (yes|no)");
        let parse = |answer: &str| match answer.to_lowercase().as_str() {
            "yes" | "y" => Ok(Some(true)),
            "no" | "n" => Ok(Some(false)),
            _ => Err("write `yes` or `no`"),
        };
        self.questions.ask(&question, Some("yes"), parse, || Failure::NoAnswer("yes".into()))
    }

    /// The value of a field that was given, or that matters and was answered.
    fn field(&mut self, field: &'static Field) -> Result<Option<Value>, Failure> {
        let (dataset, option) = (self.dataset, option_of(&field.name));
        let resolve = |kinds: &[Kind], name: &str| resolved(dataset, kinds, name);
        if let Some(texts) = self.given.fields.get(&field.name) {
            let given = texts.join("; ");
            let value = parsed(&option, &given, |_| field_value(field, texts, &resolve))?;
            tell(field, &given, &value)?;
            return Ok(Some(value));
        }
        let usual = (field.name == "modality").then_some(USUAL_MODALITY);
        let matters = field.required || ASKED.contains(&field.name.as_str());
        match usual {
            Some(usual) if !self.asks_all => return Ok(Some(usual.into())),
            _ if field.required || self.asks_all && matters => {}
            _ => return Ok(None),
        }
        let parse = |answer: &str| {
            if answer.is_empty() {
                return Ok((!field.required).then_some(None));
            }
            let texts: Vec<&str> = if field.is_list { answer.split(';').collect() } else { vec![answer] };
            let value = field_value(field, &texts, &resolve)?;
            tell(field, answer, &value).map_err(|error| error.to_string())?;
            Ok::<_, String>(Some(Some(value)))
        };
        self.questions.ask(&question(field), usual, parse, || Failure::NoAnswer(option.clone()))
    }

    /// Where the source says so. Nothing, if it does not have the words that were given.
    fn evidence(&mut self) -> Result<Option<Vec<Citation>>, Failure> {
        let options = &self.given.options;
        let source = self.source()?;
        let text = self.text_of(source)?;
        let locator = options.locator.as_deref().map(|text| parsed("--locator", text, Text::new)).transpose()?;
        let cited = |words: &str| -> Result<Option<Citation>, Failure> {
            let mut cited = cited(source, text.as_ref(), words)?;
            if let Some(cited) = &mut cited
                && locator.is_some()
            {
                cited.locator.clone_from(&locator);
            }
            Ok(cited)
        };
        let mut citations = Vec::new();
        for words in &options.words {
            let Some(cited) = cited(words)? else { return Ok(None) };
            citations.push(cited);
        }
        if citations.is_empty() && self.asks_all && locator.is_none() {
            let question = "Words of the source that say so";
            let parse =
                |words: &str| if words.is_empty() { Ok(Some(None)) } else { cited(words).map(|cited| cited.map(Some)) };
            let answer = self.questions.ask(question, None, parse, || Failure::NoAnswer("--words".into()));
            citations.extend(answer?);
        }
        if citations.is_empty() {
            let mut cited = Citation::new(source.id.clone());
            cited.locator = locator;
            citations.push(cited);
        }
        Ok(Some(citations))
    }

    /// The source that was given or answered; if there is only one, it is proposed.
    fn source(&mut self) -> Result<&'a Source, Failure> {
        let dataset = self.dataset;
        let of_name = |name: &str| {
            let id = resolved(dataset, &[Kind::Source], name)?;
            dataset.resolve(&id).and_then(Source::from_record).ok_or(id)
        };
        if let Some(name) = &self.given.options.source {
            return parsed("--source", name, of_name);
        }
        let mut sources = dataset.iter::<Source>();
        let only = sources.next().filter(|_| sources.next().is_none()).map(|source| source.id.as_str());
        let parse = |answer: &str| if answer.is_empty() { Ok(None) } else { of_name(answer).map(Some) };
        self.questions.ask("Source (SOURCE)", only, parse, || Failure::NoAnswer("--source".into()))
    }

    fn text_of(&self, source: &Source) -> Result<Option<SourceText>, Failure> {
        match (&source.text, &self.texts) {
            (Some(text), Some(folder)) => Ok(find_source_text(folder, &text.sha256)?),
            _ => Ok(None),
        }
    }

    /// The id that was given, or one that is made of the title; of a title in other letters it is asked for.
    fn id(&mut self, fields: &Map<String, Value>) -> Result<String, Failure> {
        let kind = self.given.kind;
        let of_kind = |text: &str| {
            let id = if text.contains('/') { text.to_owned() } else { format!("{kind}/{text}") };
            RecordId::new(&id).map_err(|error| error.to_string())?;
            if Kind::of_id(&id) == Some(kind) { Ok(id) } else { Err(format!("the id begins with `{kind}/`")) }
        };
        if let Some(id) = self.given.fields.get("id") {
            return parsed("--id", &id.join("; "), of_kind);
        }
        let proposed = proposed_id(kind, fields, self.dataset);
        if let Some(id) = proposed.clone().filter(|_| !self.asks_all) {
            return Ok(id);
        }
        let parse = |answer: &str| if answer.is_empty() { Ok(None) } else { of_kind(answer).map(Some) };
        self.questions.ask("Id", proposed.as_deref(), parse, || Failure::NoAnswer("--id".into()))
    }
}

/// The citation of words: with their span, if the text is at hand. Nothing, if the text does not have them at one place.
fn cited(source: &Source, text: Option<&SourceText>, words: &str) -> Result<Option<Citation>, Failure> {
    let mut err = io::stderr().lock();
    let Some(text) = text else {
        writeln!(
            err,
            "the text of `{}` is not at hand; `validate --fix --sources DIR` will find the words",
            source.id
        )?;
        let mut citation = Citation::new(source.id.clone());
        citation.words = Some(parsed("--words", words, Text::new)?);
        return Ok(Some(citation));
    };
    let Some(found) = the_one(find(text, words), Choice::ByWords, &mut err)? else { return Ok(None) };
    writeln!(err, "{found}")?;
    Ok(Some(citation(&source.id, text, found)))
}

/// "When (DATE)", "Type (WORD, `?` lists them)", "Places (ROLE=PLACE, several with `;`)".
fn question(field: &Field) -> String {
    let words = field.name.replace('_', " ");
    let mut letters = words.chars();
    let name: String = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    let hint = match &field.r#type.form {
        _ if field.is_list => ", several with `;`",
        Form::Word(_) => ", `?` lists them",
        _ => "",
    };
    format!("{name} ({}{hint})", placeholder(&field.r#type))
}

/// Says how a text was taken, if that is not as it stands.
fn tell(field: &Field, text: &str, value: &Value) -> io::Result<()> {
    let taken = match value {
        Value::String(taken) if taken == text => return Ok(()),
        Value::String(taken) => match Edtf::new(taken) {
            Ok(date) if field.r#type.form == Form::Date => format!("`{taken}` ({})", date.english()),
            _ => format!("`{taken}`"),
        },
        other => format!("`{other}`"),
    };
    writeln!(io::stderr(), "{}: {} is {taken}", field.name, standpoint_validate::printable(text))
}
