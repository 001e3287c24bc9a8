//! `hayami news`

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::answer::Answer;
use crate::answer::news::{Count, Newest, News};
use crate::catalog::Catalog;
use crate::catalog::digest::Wanted;
use crate::cli::args::{NewsArgs, Period};
use crate::commands::lookup::announcement;
use crate::error::Error;
use crate::glossary::day::Day;
use crate::glossary::news::NewsItem;

/// Gathers the announcements that are wanted; with the day of `today`, in days after 1970-01-01, also how old the newest of all is.
///
/// # Errors
/// When there is no such publisher or term, or a day is none.
pub fn run(args: &NewsArgs, catalog: &Catalog, today: Option<i64>) -> Result<Answer, Error> {
    let publisher = args.publisher.as_deref().map(|name| {
        let unknown = || Error::NoSuch { option: "--publisher", value: name.to_owned(), known: catalog.publishers() };
        catalog.publisher_called(name).ok_or_else(unknown)
    });
    let publisher = publisher.transpose()?;
    let terms = args.term.as_deref().map(|term| ids(term, catalog)).transpose()?;
    let since = args.since.as_deref().map(|day| period("--since", day)).transpose()?;
    let until = args.until.as_deref().map(|day| period("--until", day)).transpose()?;
    let wanted = Wanted { publisher: publisher.as_deref(), terms: terms.as_deref(), since, until };
    let items = catalog.news(wanted, args.limit.unwrap_or(usize::MAX)).into_iter();
    let items = items.map(|item| announcement(item, catalog));
    Ok(match args.by {
        Some(Period::Month) => Answer::Counts(by_month(items)),
        None => Answer::News { items: items.collect(), full: args.full, newest: today.and_then(|today| newest(catalog, today)) },
    })
}

/// The newest announcement of all. To find it among several layers, all of them are read.
fn newest(catalog: &Catalog, today: i64) -> Option<Newest> {
    let NewsItem { date, .. } = catalog.news(Wanted::default(), 1).pop()?;
    Some(Newest { age: today - date.number(), day: date })
}

/// Counts announcements, newest month first, and within a month by publisher.
fn by_month(items: impl Iterator<Item = News>) -> Vec<Count> {
    let mut counts: BTreeMap<(Reverse<String>, String), Count> = BTreeMap::new();
    for News { date, publisher, .. } in items {
        let month = date.as_str()[.."2026-05".len()].to_owned();
        let count = counts.entry((Reverse(month.clone()), publisher.id.clone())).or_insert(Count { month, publisher, count: 0 });
        count.count += 1;
    }
    counts.into_values().collect()
}

fn ids<'a>(term: &str, catalog: &'a Catalog) -> Result<Vec<&'a str>, Error> {
    let ids: Vec<&str> = catalog.lookup(term).into_iter().map(|found| found.row.id()).collect();
    if ids.is_empty() {
        let known = catalog.suggest(term).into_iter().map(|row| row.id().to_owned()).collect();
        return Err(Error::NoSuch { option: "--term", value: term.to_owned(), known });
    }
    Ok(ids)
}

/// A day, a month or a year, in the form in which days sort.
fn period<'a>(option: &'static str, text: &'a str) -> Result<&'a str, Error> {
    let first_day = match text.len() {
        4 => format!("{text}-01-01"),
        7 => format!("{text}-01"),
        _ => text.to_owned(),
    };
    match first_day.parse::<Day>() {
        Ok(_) => Ok(text),
        Err(_) => Err(Error::NotADay { option, value: text.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::period;

    #[test]
    fn days_months_and_years() {
        for good in ["2026", "2026-05", "2026-05-22"] {
            assert!(period("--since", good).is_ok(), "{good}");
        }
        for bad in ["", "26", "2026-13", "2026-02-30", "2026-5", "May", "yesterday"] {
            assert!(period("--since", bad).is_err(), "{bad}");
        }
    }
}
