//! Questions to whoever gave no answer on the command line.

use std::{
    fmt::Display,
    io::{self, Write},
    str::FromStr,
};

use crate::failure::Failure;

/// The answer that was given for an option, as what it stands for.
pub(crate) fn parsed<T, E: Display>(
    option: &str,
    answer: &str,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Result<T, Failure> {
    parse(answer).map_err(|error| Failure::Answer {
        option: option.to_owned(),
        answer: answer.to_owned(),
        reason: error.to_string(),
    })
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
        option: &str,
        question: &str,
        given: Option<&str>,
        usual: Option<&str>,
    ) -> Result<T, Failure> {
        if let Some(given) = given {
            return parsed(option, given, str::parse);
        }
        let refuse = || Failure::NoAnswer(option.to_owned());
        self.ask(
            question,
            usual,
            |answer| match answer {
                "" => Ok(None),
                answer => answer.parse().map(Some),
            },
            refuse,
        )
    }

    /// The first answer that is taken. An empty answer means `usual`; `parse` makes nothing of an answer that is asked for again
    /// without a word. If nobody answers any more, `refuse` says why.
    pub(crate) fn ask<T, E: Display>(
        &mut self,
        question: &str,
        usual: Option<&str>,
        mut parse: impl FnMut(&str) -> Result<Option<T>, E>,
        refuse: impl Fn() -> Failure,
    ) -> Result<T, Failure> {
        loop {
            // Whoever parses may say something too, so standard error is free meanwhile.
            let mut err = io::stderr().lock();
            match usual {
                Some(usual) => write!(err, "{question} [{usual}]: ")?,
                None => write!(err, "{question}: ")?,
            }
            err.flush()?;
            drop(err);
            let Some(line) = self.lines.next() else { return Err(refuse()) };
            let line = line.map_err(Failure::Input)?;
            let answer = Some(line.trim()).filter(|answer| !answer.is_empty()).or(usual).unwrap_or_default();
            match parse(answer) {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => {}
                Err(error) => writeln!(io::stderr(), "{error}")?,
            }
        }
    }
}
