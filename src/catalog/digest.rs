//! The announcements: by publisher, term and date, newest first.

use std::collections::HashSet;

use crate::catalog::Catalog;
use crate::catalog::layer::Layer;
use crate::glossary::news::{NewsItem, same_place};

/// Which announcements are wanted; a `None` asks for nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wanted<'a> {
    /// Of this publisher.
    pub publisher: Option<&'a str>,
    /// That touch one of these entries.
    pub terms: Option<&'a [&'a str]>,
    /// On this day or later; a month or a year counts from its first day.
    pub since: Option<&'a str>,
    /// On this day or earlier; a month or a year counts to its last day.
    pub until: Option<&'a str>,
}

impl Wanted<'_> {
    fn has(&self, item: &NewsItem) -> bool {
        let day = item.date.as_str();
        self.publisher.is_none_or(|publisher| item.publisher == publisher)
            && self.terms.is_none_or(|terms| item.terms.iter().any(|id| terms.contains(&id.as_str())))
            && self.since.is_none_or(|since| day >= since)
            && self.until.is_none_or(|until| day <= until || day.starts_with(until))
    }
}

impl Catalog {
    /// The announcements that are wanted, newest first, at most `limit`.
    pub fn news(&self, wanted: Wanted<'_>, limit: usize) -> Vec<NewsItem> {
        self.merged(|layer| Box::new(layer.news().filter(move |item| wanted.has(item))), limit)
    }

    /// The newest announcements that mention an entry.
    pub fn mentions(&self, id: &str, limit: usize) -> Vec<NewsItem> {
        self.merged(|layer| Box::new(layer.mentions(id)), limit)
    }

    /// Takes the newest of all layers; of two with one address, that of the upper layer counts, even where only the other is asked for.
    fn merged<'a>(&'a self, of: impl Fn(&'a Layer) -> Box<dyn Iterator<Item = NewsItem> + 'a>, limit: usize) -> Vec<NewsItem> {
        if let [layer] = self.layers.as_slice() {
            return of(layer).take(limit).collect();
        }
        let mut seen = HashSet::new();
        let mut items = Vec::new();
        for (depth, layer) in self.layers.iter().enumerate() {
            for item in of(layer) {
                let place = same_place(&item.url);
                if !self.layers[..depth].iter().any(|layer| layer.announces(&place)) && seen.insert(place) {
                    items.push(item);
                }
            }
        }
        items.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.url.cmp(&b.url)));
        items.truncate(limit);
        items
    }
}

#[cfg(test)]
mod tests {
    use super::Wanted;
    use crate::catalog::Catalog;
    use crate::catalog::layer::Layer;
    use crate::glossary::bilingual::Text;
    use crate::glossary::draft::{Announcement, Draft};
    use crate::glossary::news::NewsItem;
    use crate::glossary::pack::Pack;

    fn layer<const N: usize>(items: [(&str, &str, &str); N]) -> Layer {
        let item = |(url, day, term): (&str, &str, &str)| NewsItem {
            date: day.parse().expect("a day"),
            publisher: "acme".to_owned(),
            headline: Text::default(),
            summary: Text::default(),
            url: url.to_owned(),
            terms: vec![term.to_owned()],
            gone: None,
        };
        let news = items.map(|from| Announcement { file: String::new(), pointer: String::new(), item: item(from) });
        Layer::fetched(Pack::of(&Draft { news: news.into(), ..Draft::default() }))
    }

    #[test]
    fn what_an_upper_layer_has_counts_as_it_has_it() {
        let upper = layer([("https://acme.example/a", "2030-01-02", "moved"), ("https://acme.example/b", "2030-01-01", "kept")]);
        let lower = [
            ("https://ACME.example/a/", "2030-02-02", "old"),
            ("https://acme.example/b", "2030-02-01", "kept"),
            ("https://acme.example/c", "2030-01-03", "old"),
            ("https://acme.example/c", "2030-01-03", "old"),
        ];
        let mut catalog = Catalog::embedded();
        catalog.push(upper);
        catalog.lay_beneath(layer(lower));
        let told = |items: Vec<NewsItem>| -> Vec<String> {
            let line = |item: &NewsItem| [item.date.as_str(), " ", item.url.trim_start_matches("https://acme.example/")].concat();
            items.iter().map(line).collect()
        };
        let news = |terms: Option<&[&str]>, since| told(catalog.news(Wanted { terms, since: Some(since), ..Wanted::default() }, 9));
        assert_eq!(news(None, "2030"), ["2030-01-03 c", "2030-01-02 a", "2030-01-01 b"]);
        assert_eq!(news(None, "2030-02"), [""; 0]);
        assert_eq!(news(Some(&["old"]), "2030"), ["2030-01-03 c"]);
        assert_eq!(news(Some(&["kept"]), "2030"), ["2030-01-01 b"]);
        let mentions = |id| told(catalog.mentions(id, 9));
        assert_eq!([mentions("old"), mentions("kept"), mentions("moved")], [["2030-01-03 c"], ["2030-01-01 b"], ["2030-01-02 a"]]);
    }
}
