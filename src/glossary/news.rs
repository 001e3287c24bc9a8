//! Official announcements and who publishes them.

use serde::{Deserialize, Serialize};
use url::Url;

use crate::glossary::bilingual::Text;
use crate::glossary::day::Day;

/// An official announcement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsItem {
    /// The day on which it was announced.
    pub date: Day,
    /// The id of the publisher.
    pub publisher: String,
    /// What happened, in a few words.
    pub headline: Text,
    /// The facts in two or three sentences.
    pub summary: Text,
    /// The original, on the publisher's own site.
    pub url: String,
    /// The ids of the entries that it touches.
    pub terms: Vec<String>,
    /// The day since which the original is no longer to be found there.
    pub gone: Option<Day>,
}

/// A maker whose announcements are carried.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Publisher {
    /// The id that news items use.
    pub id: String,
    /// The name for people.
    pub name: Text,
    /// The hosts of its own sites, lower case; a news item must link to one of them.
    pub hosts: Vec<String>,
    /// The page that lists its announcements.
    pub newsroom: String,
    /// The feeds that it publishes itself.
    pub feeds: Vec<Feed>,
}

/// A machine-readable list of announcements.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Feed {
    /// The https address.
    pub url: String,
    /// `rss` or `atom`.
    pub format: String,
}

/// What tells whether two addresses lead to one announcement: sites write theirs with and without a slash at the end, with and without the port
/// that is meant anyway, and hosts in either case. The fragment counts: changelogs keep many announcements on one page.
pub fn same_place(address: &str) -> String {
    let Ok(mut url) = Url::parse(address.trim()) else { return address.trim().to_owned() };
    let path = url.path().trim_end_matches('/').to_owned();
    url.set_path(&path);
    if url.fragment() == Some("") {
        url.set_fragment(None);
    }
    url.into()
}

#[cfg(test)]
mod tests {
    use super::same_place;

    #[test]
    fn places() {
        let place = "https://openai.com/index/devday";
        for same in [place, "https://openai.com/index/devday/", "https://OpenAI.com:443/index/devday", " https://openai.com/index/devday#\n"] {
            assert_eq!(same_place(same), same_place(place), "{same}");
        }
        for other in [
            "http://openai.com/index/devday",
            "https://openai.com:8443/index/devday",
            "https://openai.com/index/DevDay",
            "https://openai.com/index/devday#codex",
            "https://openai.com/index/devday?page=2",
            "https://www.openai.com/index/devday",
            "no address",
        ] {
            assert_ne!(same_place(other), same_place(place), "{other}");
        }
        assert_eq!(same_place("https://openai.com"), same_place("https://openai.com/"));
        assert_ne!(same_place("https://openai.com/a#2-1"), same_place("https://openai.com/a#2-2"));
    }
}
