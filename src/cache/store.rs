//! The cache is changed by one process at a time, and replaced as a whole.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value, json};

use super::{Cache, LARGEST, file, parse};
use crate::glossary::bilingual::{Lang, Text};
use crate::glossary::news::{NewsItem, Publisher};

/// The right to change the cache, as long as it is kept. The system takes it back from a process that ends, however it ends.
#[derive(Debug)]
pub struct Store {
    directory: PathBuf,
    _lock: File,
}

/// What could not be done, and where.
#[derive(Debug)]
pub struct Unwritable {
    /// The file or directory.
    pub path: PathBuf,
    /// What the system said.
    pub cause: io::Error,
}

fn at(path: &Path) -> impl FnOnce(io::Error) -> Unwritable + use<> {
    let path = path.to_owned();
    move |cause| Unwritable { path, cause }
}

impl Store {
    /// Opens the directory of the cache, which is made where it is missing, and waits until nobody else changes it; `waiting` is called first.
    ///
    /// # Errors
    /// When the directory cannot be made, or nothing can be written to it.
    pub fn open(directory: &Path, waiting: impl FnOnce()) -> Result<Self, Unwritable> {
        fs::create_dir_all(directory).map_err(at(directory))?;
        let path = directory.join("announcements.lock");
        let lock = File::options().create(true).append(true).open(&path).map_err(at(&path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                waiting();
                lock.lock().map_err(at(&path))?;
            }
            Err(TryLockError::Error(cause)) => return Err(Unwritable { path, cause }),
        }
        Ok(Self { directory: directory.to_owned(), _lock: lock })
    }

    /// Sets a damaged cache aside, for whoever wants to see what was in it; the place it has then.
    ///
    /// # Errors
    /// When it cannot be renamed.
    pub fn set_aside(&self) -> Result<PathBuf, Unwritable> {
        let path = file(&self.directory);
        let aside = path.with_extension("json.damaged");
        fs::rename(&path, &aside).map_err(at(&path))?;
        Ok(aside)
    }

    /// Replaces the cache. The new one is on the disk before it takes the place of the old one.
    ///
    /// # Errors
    /// When it cannot be written, or could not be read again; then the old one stays.
    pub fn replace(&self, cache: &Cache) -> Result<(), Unwritable> {
        let path = file(&self.directory);
        let text = readable(cache, LARGEST).map_err(at(&path))?;
        // Only the holder of the lock writes there, so the name can be fixed, and what a killed process left is overwritten.
        let new = path.with_extension("json.new");
        let written = || {
            let mut file = File::create(&new)?;
            file.write_all(&text)?;
            file.sync_all()
        };
        written().map_err(at(&new))?;
        fs::rename(&new, &path).map_err(at(&path))?;
        // After a power cut the directory must know the new name. Some systems cannot do this, and the file is good either way.
        #[cfg(unix)]
        let _ = File::open(&self.directory).and_then(|directory| directory.sync_all());
        Ok(())
    }
}

/// The text of the file. What would be taken for damage at the next reading must not take the place of what is good.
fn readable(cache: &Cache, most: u64) -> io::Result<Vec<u8>> {
    let text = text(cache, most);
    let is_readable = text.len() as u64 <= most && parse(&text).is_ok();
    if is_readable { Ok(text) } else { Err(io::ErrorKind::InvalidData.into()) }
}

/// The text of the file: one item a line, so that differences can be read, and no more of them than `most` bytes hold.
fn text(cache: &Cache, most: u64) -> Vec<u8> {
    const END: &str = "\n]}\n";
    let publishers: Map<String, Value> = cache.publishers.values().map(|known| (known.id.clone(), publisher(known))).collect();
    let (version, feeds, publishers) = (json!(cache.version), json!(cache.feeds), json!(publishers));
    let mut text = format!("{{\"version\":{version},\n\"feeds\":{feeds},\n\"publishers\":{publishers},\n\"news\":[\n");
    for (i, news) in cache.news.iter().enumerate() {
        let line = [if i == 0 { "" } else { ",\n" }, &item(news).to_string()].concat();
        if (text.len() + line.len() + END.len()) as u64 > most {
            break;
        }
        text += &line;
    }
    text += END;
    text.into_bytes()
}

/// A publisher as `publishers.json` has it, where the id stands before it.
fn publisher(publisher: &Publisher) -> Value {
    let Publisher { name, hosts, newsroom, feeds, .. } = publisher;
    json!({ "name": one(name), "hosts": hosts, "newsroom": newsroom, "feeds": feeds })
}

/// An item as the archive has it.
fn item(item: &NewsItem) -> Value {
    let NewsItem { date, publisher, headline, summary, url, terms, .. } = item;
    json!({ "date": date, "publisher": publisher, "headline": one(headline), "summary": one(summary), "url": url, "terms": terms })
}

/// A text without the languages that it does not have.
fn one(text: &Text) -> Value {
    let there = Lang::ALL.into_iter().filter_map(|lang| Some((lang.code().to_owned(), text.get(lang).clone()?.into())));
    Value::Object(there.collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::io::ErrorKind;

    use super::{readable, text};
    use crate::cache::{Cache, LARGEST, State, parse};
    use crate::glossary::bilingual::Text;
    use crate::glossary::news::{Feed, NewsItem, Publisher};

    #[test]
    fn what_is_written_is_read_again() {
        let in_english = |text: &str| Text { en: Some(text.to_owned()), ja: None };
        let item = NewsItem {
            date: "2026-05-22".parse().expect("a day"),
            publisher: "acme".to_owned(),
            headline: in_english("\"Quoted\" — 見出し"),
            summary: Text::default(),
            url: "https://example.com/a#b".to_owned(),
            terms: vec!["rlhf".to_owned()],
            gone: None,
        };
        let publisher = Publisher {
            id: "acme".to_owned(),
            name: in_english("Acme"),
            hosts: vec!["example.com".to_owned()],
            newsroom: "https://example.com/".to_owned(),
            feeds: vec![Feed { url: "https://example.com/rss".to_owned(), format: "rss".to_owned() }],
        };
        let cache = Cache {
            version: "1".to_owned(),
            feeds: BTreeMap::from([("https://example.com/rss".to_owned(), State { etag: Some("\"x\"".to_owned()), modified: None })]),
            publishers: BTreeMap::from([("acme".to_owned(), publisher)]),
            news: vec![item.clone(), item],
        };
        let whole = text(&cache, LARGEST);
        assert_eq!(parse(&whole).as_ref(), Ok(&cache));
        // What there is no room for is left out from the end, where the oldest stand.
        let length = whole.len() as u64;
        assert_eq!(text(&cache, length), whole);
        let newest = Cache { news: cache.news[..1].to_vec(), ..cache.clone() };
        assert_eq!(parse(&text(&cache, length - 1)), Ok(newest));
        assert_eq!(readable(&cache, 100).map_err(|error| error.kind()), Err(ErrorKind::InvalidData));
        let empty = Cache { version: "1".to_owned(), ..Cache::default() };
        assert_eq!(parse(&text(&empty, LARGEST)), Ok(empty));
        let unsafe_state = State { etag: Some("a\tb".to_owned()), modified: None };
        let refused = Cache { feeds: BTreeMap::from([(String::new(), unsafe_state)]), ..cache };
        assert_eq!(readable(&refused, LARGEST).map_err(|error| error.kind()), Err(ErrorKind::InvalidData));
    }

    #[test]
    fn what_update_never_writes_is_damage() {
        let whole = r#"{"version":"1","feeds":{},"publishers":{},"news":[{"date":"2026-05-22","publisher":"a","headline":{"en":"x"},"summary":{},"url":"https://example.com","terms":[]}]}"#;
        assert!(parse(whole.as_bytes()).is_ok());
        for end in 0..whole.len() {
            assert!(parse(&whole.as_bytes()[..end]).is_err(), "{}", &whole[..end]);
        }
        for (part, other) in [
            ("2026-05-22", "2026-02-30"),
            ("\"x\"", "\"\\u001b[31mx\""),
            ("\"x\"", "\"\\u202ex\""),
            ("{\"en\":\"x\"}", "{}"),
            ("\"news\"", "\"old\""),
            ("\"feeds\":{}", "\"feeds\":{\"https://example.com\":{\"etag\":1}}"),
            ("\"version\":\"1\"", "\"version\":1"),
        ] {
            assert!(parse(whole.replacen(part, other, 1).as_bytes()).is_err(), "{other}");
        }
        assert!(parse(b"\xff").is_err());
    }
}
