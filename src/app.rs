//! The run of the program: parse, settle, load, answer, write, exit status. Only here do commands and renderers meet.

mod stream;

use std::error::Error as _;
use std::ffi::OsString;
use std::io::{self, Write};

use clap::error::ErrorKind;

use crate::answer::Answer;
use crate::cache::{self, Unusable};
use crate::catalog::Catalog;
use crate::cli::args::Extent;
#[cfg(feature = "update")]
use crate::cli::args::UpdateArgs;
use crate::cli::between::NotBetween;
use crate::cli::request::Request;
use crate::cli::{self, Cli, Global};
#[cfg(feature = "update")]
use crate::commands::update::{Event, Surroundings};
use crate::commands::{self, lookup::Articles};
use crate::complete;
use crate::error::Error;
use crate::glossary::bilingual::Lang;
use crate::load::{load, load_or_embedded};
use crate::pager;
#[cfg(feature = "update")]
use crate::progress::Progress;
use crate::render::{self, Format};
use crate::settings::{self, Settings, World, process};
use crate::words;

/// Exit status when everything was found.
const FOUND: u8 = 0;
/// Exit status when something was not found, or `check` found problems.
const NOTHING: u8 = 1;
/// Exit status when the command could not be carried out.
const FAILED: u8 = 2;

/// Does what was typed and tells how it went.
pub fn run() -> u8 {
    let world = World::real();
    if process::is_completing() {
        return complete::run(&world);
    }
    let args = process::arguments();
    match cli::parse(args.clone()) {
        Ok(cli) => {
            let settings = settings::settle(&cli.global, &world);
            let outcome = match &cli.request {
                Some(Request::Lookup(args)) if args.terms.iter().any(|term| term == "-") => stream::lookup(args, &settings),
                Some(Request::Scan(args)) => stream::scan(args, &settings),
                _ => answer(&cli, &settings, &world).and_then(|answer| write(&answer, &settings)).map(|written| match written {
                    Written::Whole(status) => status,
                    Written::Enough => FOUND,
                }),
            };
            outcome.unwrap_or_else(|error| report(&error, &settings))
        }
        Err(mut error) => {
            words::usage::make_visible(&mut error);
            let settings = settings::settle(&Global { lang: cli::lang_of(&args), ..Global::default() }, &world);
            usage(&error, args, &settings)
        }
    }
}

fn answer(cli: &Cli, settings: &Settings, world: &World<'_>) -> Result<Answer, Error> {
    let catalog = || catalog(settings);
    let records = settings.format == Format::Json;
    let articles = |extent| articles(extent, settings);
    match &cli.request {
        None => Ok(Answer::Guide),
        Some(Request::Lookup(args)) => Ok(commands::lookup::run(args, &catalog()?, articles(args.extent))),
        Some(Request::Search(args)) => {
            // Records are the same in every language.
            let lang = if records { Lang::En } else { settings.lang };
            commands::search::run(args, &catalog()?, lang)
        }
        Some(Request::Scan(_)) => unreachable!("a scan answers while it reads"),
        Some(Request::Random(args)) => {
            let seed = settings::seed::seed(args.daily, world).map_err(Error::NotToday)?;
            commands::random::run(args, &catalog()?, articles(args.extent), seed)
        }
        Some(Request::Related(args)) => Ok(commands::related::run(args, &catalog()?)),
        Some(Request::List(args)) => commands::list::run(args, &catalog()?, records || (settings.out.terminal && !args.ids)),
        Some(Request::News(args)) => {
            let mut catalog = catalog()?;
            lay_fetched_beneath(&mut catalog, settings, world);
            let today = (settings.out.terminal && !records).then(|| settings::today::today(world)).transpose().map_err(Error::NotToday)?;
            commands::news::run(args, &catalog, today)
        }
        #[cfg(feature = "update")]
        Some(Request::Update(args)) => update(args, &catalog()?, settings, world),
        Some(Request::Check(args)) => commands::check::run(args, &load_or_embedded(&settings.glossaries)),
        Some(Request::Completions(args)) => commands::completions::run(args),
    }
}

/// The glossaries of the settings; on a terminal somebody is told that those of a team could be better.
fn catalog(settings: &Settings) -> Result<Catalog, Error> {
    let (catalog, warnings) = load(&settings.glossaries)?;
    if settings.err.terminal {
        for (directory, count) in warnings {
            say(&words::warnings(&directory, count, settings.lang));
        }
    }
    Ok(catalog)
}

/// Lays what `update` fetched beneath the glossaries. A cache that cannot be used is left out, and that is said.
fn lay_fetched_beneath(catalog: &mut Catalog, settings: &Settings, world: &World<'_>) {
    let Some(directory) = settings::cache::directory(world) else { return };
    match cache::read(&directory) {
        Ok(cache) => catalog.lay_beneath(cache.layer()),
        Err(why) => {
            let why = match &why {
                Unusable::Damaged(problem) => Ok(&**problem),
                Unusable::Unread(cause) => Err(cause),
            };
            say(&words::update::cache_left_out(&cache::file(&directory), why, settings.lang));
        }
    }
}

#[cfg(feature = "update")]
fn update(args: &UpdateArgs, catalog: &Catalog, settings: &Settings, world: &World<'_>) -> Result<Answer, Error> {
    let around = Surroundings {
        cache: settings::cache::directory(world),
        limit: settings::cache::feed_limit(world),
        today: settings::today::today(world).map_err(Error::NotToday)?,
    };
    let (lang, terminal, progress) = (settings.lang, settings.err.terminal, Progress::default());
    commands::update::run(args, catalog, &around, &|event| match event {
        Event::Damaged { path, aside, problem } => say(&words::update::set_aside(&path, aside.as_deref(), &problem, lang)),
        Event::Waits if terminal => say(words::update::WAITS.get(lang)),
        Event::Fetches(urls) if terminal => progress.prepare(urls.into_iter().map(|url| words::update::fetching(url, lang))),
        Event::Feed(event) if terminal => progress.tell(event),
        Event::Waits | Event::Fetches(_) | Event::Feed(_) => {}
    })
}

fn articles(extent: Extent, settings: &Settings) -> Articles {
    match settings.format {
        Format::Json => Articles::Packed,
        Format::Text if extent.full => Articles::Shown,
        Format::Text => Articles::Unread,
    }
}

/// How the writing of an answer ended.
enum Written {
    /// All of it, with the exit status that it means.
    Whole(u8),
    /// The reader has had enough (`| head -1`): that is no failure, and nothing more is to be said.
    Enough,
}

fn write(answer: &Answer, settings: &Settings) -> Result<Written, Error> {
    // Answers come in few large pieces, so a buffer between would only copy them.
    let (mut out, mut err) = (io::stdout().lock(), io::stderr().lock());
    let written = match &settings.pager {
        None => render::write(answer, settings.format, settings.lang, (&mut out, settings.out), (&mut err, settings.err)),
        Some(pager) => {
            let mut text = Vec::new();
            let rendered = render::write(answer, settings.format, settings.lang, (&mut text, settings.out), (&mut err, settings.err));
            rendered.and_then(|()| pager::show(&text, pager, &mut out))
        }
    };
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Written::Enough),
        Err(error) => Err(Error::Write(error)),
        Ok(()) => Ok(Written::Whole(status(answer))),
    }
}

fn status(answer: &Answer) -> u8 {
    match answer {
        answer if answer.is_complete() => FOUND,
        Answer::Updated(_) => FAILED,
        _ => NOTHING,
    }
}

fn report(error: &Error, settings: &Settings) -> u8 {
    say(&error.message(settings.lang));
    FAILED
}

/// What clap has to say of the arguments: help and version are answers, everything else is an error.
fn usage(error: &clap::Error, args: Vec<OsString>, settings: &Settings) -> u8 {
    let (to_stderr, screen) = if error.use_stderr() { (true, settings.err) } else { (false, settings.out) };
    let text = match settings.lang {
        Lang::En if error.kind() == ErrorKind::InvalidUtf8 => {
            cli::subject_of(&args).error(error.kind(), words::usage::not_utf8(&args, Lang::En)).render()
        }
        Lang::En => error.render(),
        Lang::Ja => {
            let (subject, typed) = (cli::subject_of(&args), args.clone());
            let reader = words::help::japanese(cli::reader_of(&args));
            match reader.clone().try_get_matches_from(arguments_of(&reader, args)) {
                Err(shown) if !to_stderr => shown.render(),
                _ => {
                    let bounds = error.source().and_then(|cause| cause.downcast_ref::<NotBetween>()).map(|bounds| (bounds.least, bounds.most));
                    words::usage::japanese(error, bounds, &typed, &mut words::help::japanese(subject)).into()
                }
            }
        }
    };
    let own = |text: String| words::usage::own(&text, to_stderr, settings.lang);
    let plain = own(text.to_string());
    let text = render::help::fit(&plain, &if screen.color { own(text.ansi().to_string()) } else { plain.clone() }, settings.lang, screen);
    let written = if to_stderr { io::stderr().write_all(text.as_bytes()) } else { io::stdout().write_all(text.as_bytes()) };
    match written {
        Ok(()) if to_stderr => FAILED,
        Ok(()) => FOUND,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => FOUND,
        Err(error) => report(&Error::Write(error), settings),
    }
}

/// The arguments without the name of the command, where the command is one of hayami's.
fn arguments_of(command: &clap::Command, mut args: Vec<OsString>) -> Vec<OsString> {
    if command.get_name() != "hayami" {
        args.remove(1);
    }
    args
}

/// Says something on standard error; if even that is closed, there is nobody left to tell.
fn say(text: &str) {
    let _ = io::stderr().write_all(text.as_bytes());
}
