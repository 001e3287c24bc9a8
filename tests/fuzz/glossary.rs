//! The compiler of glossaries, and the pack that it makes.

mod made;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use hayami::catalog::Catalog;
use hayami::catalog::layer::Layer;
use hayami::catalog::query::Query;
use hayami::glossary::bilingual::Lang;
use hayami::glossary::check::{Beneath, Nothing};
use hayami::glossary::fold::fold;
use hayami::glossary::pack::Pack;
use hayami::glossary::read::{Files, SourceFile};
use hayami::glossary::term::Term;
use hayami::glossary::{Rules, compile};
use hayami::words::problem::problem;

use crate::query::CATALOG;

/// What begins the name of a file; the lines that follow are the file.
const HEAD: &str = "== ";

/// What holds for an input: files, or what an entry is made from.
pub(crate) fn holds(input: &[u8]) {
    let files = match std::str::from_utf8(input) {
        Ok(text) if text.starts_with(HEAD) => written(text),
        _ => made::files(input),
    };
    for (rules, beneath) in [(Rules::Shipped, &Nothing as &dyn Beneath), (Rules::Team, &*CATALOG)] {
        let sources = files.iter().map(|(path, text)| SourceFile { path: path.clone(), bytes: text.clone().into_bytes() }).collect();
        match compile(Files { sources, problems: Vec::new() }, rules, beneath) {
            Ok(compiled) => {
                assert!(rules == Rules::Team || compiled.warnings.is_empty());
                opens(compiled.pack, &files);
            }
            Err(problems) => {
                assert!(!problems.is_empty());
                for found in &problems {
                    assert!(files.contains_key(&found.file), "{found:?}");
                    assert!(Lang::ALL.iter().all(|lang| problem(found, Path::new("team"), *lang).starts_with("team/")));
                }
            }
        }
    }
}

/// The files of a text, by their paths, which are such as a directory has.
fn written(text: &str) -> BTreeMap<String, String> {
    let mut files: BTreeMap<String, String> = BTreeMap::new();
    let mut path = String::new();
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(HEAD) {
            Some(head) => path = head.trim().to_owned(),
            None => *files.entry(path.clone()).or_default() += line,
        }
    }
    files.retain(|path, _| path.split('/').all(|part| !matches!(part, "" | "." | "..")));
    files
}

/// A pack gives everything back that it was made from.
fn opens(pack: Pack, files: &BTreeMap<String, String>) {
    let layer = Layer::team(PathBuf::from("team"), pack);
    let terms: Vec<Term> = layer.rows().map(|row| layer.term(row)).collect();
    let entries = files.keys().filter(|path| path.starts_with("terms/")).count();
    assert_eq!(terms.len(), entries, "every entry");
    for row in layer.rows() {
        layer.article(row);
        assert_eq!(layer.sources(row).count(), layer.term(row).sources.len());
    }
    for source in layer.rows().flat_map(|row| layer.sources(row)).flatten() {
        assert_eq!(layer.source(&source.key).as_ref(), Some(&source));
    }
    for category in layer.categories() {
        assert_eq!(layer.category(&category.id).as_ref(), Some(&category));
    }
    for publisher in layer.publishers() {
        assert_eq!(layer.publisher_name(&publisher.id).as_ref(), Some(&publisher.name));
    }
    for item in layer.news() {
        assert!(item.terms.iter().all(|id| layer.mentions(id).any(|other| other == item)), "{item:?}");
    }
    let mut catalog = Catalog::embedded();
    catalog.push(layer);
    for term in terms {
        answers(&catalog, &term);
    }
}

/// Whatever an entry is called leads to it.
fn answers(catalog: &Catalog, term: &Term) {
    let headwords = [Some(&term.id), term.name.en.as_ref(), term.name.ja.as_ref(), term.abbreviation.as_ref()].into_iter().flatten();
    let lists = [&term.aliases, &term.covers].into_iter().flat_map(|lists| lists.en.iter().chain(&lists.ja)).chain(&term.readings);
    for name in headwords.chain(lists).filter(|name| !fold(name).is_empty()) {
        assert!(catalog.lookup(name).iter().any(|found| found.row.id() == term.id), "lookup {name:?}");
        catalog.suggest(name);
        let query = Query::new(std::slice::from_ref(name));
        // A name in quotation marks is a phrase; one that is the id alone is not searched.
        if !query.words.is_empty() && *name != term.id && !name.contains(['"', '“', '”', '「', '」', '『', '』']) {
            let search = catalog.search(&query);
            let hit = search.hits.iter().find(|hit| hit.row.id() == term.id);
            let hit = hit.unwrap_or_else(|| panic!("search {name:?}"));
            let shown = search.passage(hit, term, &query, Lang::Ja);
            assert!(shown.places.iter().all(|place| shown.text.get(place.clone()).is_some()));
        }
    }
}
