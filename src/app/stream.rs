//! Commands that answer while they read: what they need of memory does not grow with the input.

use std::io;

use crate::answer::Answer;
use crate::app::{FAILED, FOUND, NOTHING, Written, articles, catalog, say, write};
use crate::cli::args::{LookupArgs, ScanArgs};
use crate::commands::scan::{Outcome, Told};
use crate::commands::{lookup, scan};
use crate::error::{Error, Notice};
use crate::input::{Line, line};
use crate::render::Format;
use crate::settings::Settings;
use crate::words;

/// Why nothing more is to be read.
enum Stop {
    /// The reader of the answers has had enough.
    Enough,
    /// They cannot be written.
    Failed(Error),
}

/// Looks up each line of standard input as it comes.
pub(super) fn lookup(args: &LookupArgs, settings: &Settings) -> Result<u8, Error> {
    if args.terms.len() > 1 {
        return Err(Error::InputAmongTerms);
    }
    let catalog = catalog(settings)?;
    let settings = unpaged(settings);
    welcome(&settings);
    let (mut status, mut follows) = (FOUND, false);
    let (mut source, mut buffer, mut number) = (io::stdin().lock(), Vec::new(), 0);
    while let Some(line) = line(&mut source, &mut buffer).map_err(Error::Input)? {
        number += 1;
        let Line::Whole(line) = line else {
            say(&Notice::LineTooLong { line: number }.message(settings.lang));
            status = FAILED;
            continue;
        };
        let term = String::from_utf8_lossy(line);
        if term.trim().is_empty() {
            continue;
        }
        let answer = lookup::line(term.trim(), args.extent, follows, &catalog, articles(args.extent, &settings));
        follows = true;
        status = status.max(match write(&answer, &settings)? {
            Written::Whole(status) => status,
            Written::Enough => return Ok(FOUND),
        });
    }
    Ok(status)
}

/// Scans the files, or standard input.
pub(super) fn scan(args: &ScanArgs, settings: &Settings) -> Result<u8, Error> {
    let catalog = catalog(settings)?;
    let unpaged = unpaged(settings);
    if args.files.is_empty() || args.files.iter().any(|file| file.as_os_str() == "-") {
        welcome(settings);
    }
    let mut tell = |told: Told| {
        let answer = match told {
            Told::Notice(notice) => {
                say(&notice.message(settings.lang));
                return Ok(());
            }
            Told::Answer(answer) => answer,
        };
        let settings = if matches!(answer, Answer::Uses(_)) { settings } else { &unpaged };
        match write(&answer, settings).map_err(Stop::Failed)? {
            Written::Whole(_) => Ok(()),
            Written::Enough => Err(Stop::Enough),
        }
    };
    match scan::run(args, &catalog, settings.format == Format::Json, &mut tell) {
        Ok(Outcome { failed: true, .. }) => Ok(FAILED),
        Ok(Outcome { found, .. }) => Ok(if found { FOUND } else { NOTHING }),
        Err(Stop::Enough) => Ok(FOUND),
        Err(Stop::Failed(error)) => Err(error),
    }
}

/// Tells somebody who sees nothing happen that it is their turn.
fn welcome(settings: &Settings) {
    if settings.reads_terminal {
        say(words::READS_TERMINAL.get(settings.lang));
    }
}

/// A pager would wait for the end, which may never come.
fn unpaged(settings: &Settings) -> Settings {
    Settings { pager: None, ..settings.clone() }
}
