//! Questions to whoever gave no answer on the command line.

use std::{
    fmt::Display,
    io::{self, Write},
    str::FromStr,
};

use crate::failure::Failure;

/// The answer that was given for an option, as what it stands for.
pub(crate) fn parsed<T, E: Display>(
    option: &'static str,
    answer: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, Failure> {
    parse(answer).map_err(|error| Failure::Answer { option, answer: answer.to_owned(), reason: error.to_string() })
}

/// Asks on standard error, and reads the answers from standard input, a line each.
pub(crate) struct Questions {
    lines: io::Lines<io::StdinLock<'static>>,
}

impl Questions {
    pub(crate) fn new() -> Self {
        Self { lines: io::stdin().lines() }
    }

    /// What was given for an option, or else the answer to a question. An empty answer means `usual`; one that is not taken is
    /// asked for again.
    pub(crate) fn value<T: FromStr<Err: Display>>(
        &mut self,
        option: &'static str,
        question: &str,
        given: Option<&str>,
        usual: Option<&str>,
    ) -> Result<T, Failure> {
        if let Some(given) = given {
            return parsed(option, given, str::parse);
        }
        let mut err = io::stderr().lock();
        loop {
            match usual {
                Some(usual) => write!(err, "{question} [{usual}]: ")?,
                None => write!(err, "{question}: ")?,
            }
            err.flush()?;
            let Some(line) = self.lines.next() else { return Err(Failure::NoAnswer(option)) };
            let line = line.map_err(Failure::Input)?;
            let answer = Some(line.trim()).filter(|answer| !answer.is_empty()).or(usual);
            match answer.map(str::parse) {
                Some(Ok(value)) => return Ok(value),
                Some(Err(error)) => writeln!(err, "{error}")?,
                None => {}
            }
        }
    }
}
