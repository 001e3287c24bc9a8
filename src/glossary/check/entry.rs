//! The rules of an entry.

use super::{Checker, ENGLISH_DEFINITION, Firsts, JAPANESE_DEFINITION, RELATED, SOURCES};
use crate::glossary::bilingual::Lang;
use crate::glossary::draft::Entry;
use crate::glossary::fold::fold;
use crate::glossary::problem::{Fault, Referent};
use crate::glossary::script::{is_reading, length};

impl Checker<'_> {
    pub(super) fn entry(&mut self, entry: &Entry) {
        let Entry { file, term, .. } = entry;
        if let Some(id) = &term.category
            && !self.draft.categories.iter().any(|category| category.id == *id)
            && !self.beneath.has_category(id)
        {
            self.add(file, "", Fault::Unknown { what: Referent::Category, id: id.clone() });
        }
        for (i, reading) in term.readings.iter().enumerate() {
            if !is_reading(reading) {
                self.add(file, &format!("/readings/{i}"), Fault::NotHiragana);
            }
        }
        if self.shipped() && term.readings.is_empty() {
            self.add(file, "/readings", Fault::NothingWritten);
        }
        self.names(entry);
        self.definition(entry);
        for (i, section) in entry.article.iter().enumerate() {
            self.prose(file, &format!("/article/{i}/text"), &section.text);
        }
        self.covers(entry);
        self.links(entry);
        self.day(file, "/reviewed", term.reviewed.as_ref());
    }

    fn names(&mut self, entry: &Entry) {
        let term = &entry.term;
        let lists = [&term.aliases, &term.covers];
        let mut seen = Firsts::new(lists.into_iter().flat_map(|lists| Lang::ALL.map(|lang| lists.get(lang).len())).sum());
        let named = [("/name/en", term.name.en.as_ref()), ("/name/ja", term.name.ja.as_ref()), ("/abbreviation", term.abbreviation.as_ref())];
        for (pointer, name) in named.into_iter().filter_map(|(pointer, name)| Some((pointer, name?))) {
            self.headword(entry, pointer, name);
            seen.first(fold(name), pointer.to_owned());
        }
        seen.first(fold(&term.id), "/id".to_owned());
        for (list, lists) in [("aliases", &term.aliases), ("covers", &term.covers)] {
            for lang in Lang::ALL {
                for (i, name) in lists.get(lang).iter().enumerate() {
                    let pointer = format!("/{list}/{}/{i}", lang.code());
                    self.headword(entry, &pointer, name);
                    // A covered name may be written the same way in both languages.
                    let may_repeat = |first: &String| first.starts_with("/covers/en") && pointer.starts_with("/covers/ja");
                    if let Some(first) = seen.first(fold(name), pointer.clone()).filter(|first| !may_repeat(first)) {
                        self.add(&entry.file, &pointer, Fault::Twice { first });
                    }
                }
            }
        }
    }

    fn headword(&mut self, entry: &Entry, pointer: &str, name: &str) {
        let others = self.headwords.get(&fold(name)).into_iter().flatten().filter(|other| other.id != entry.term.id);
        let taken = others.into_iter().find(|other| match (pointer, other.abbreviation) {
            // Two things may be shortened alike, and an abbreviation may differ from a name by its capitals alone.
            ("/abbreviation", Some(_)) => false,
            ("/abbreviation", None) => other.names.contains(&name),
            (_, Some(short)) => short == name,
            (_, None) => true,
        });
        if let Some(id) = taken.map(|other| other.id.to_owned()) {
            self.add(&entry.file, pointer, Fault::HeadwordOf { id });
        }
    }

    fn definition(&mut self, entry: &Entry) {
        for (lang, (least, most)) in [(Lang::En, ENGLISH_DEFINITION), (Lang::Ja, JAPANESE_DEFINITION)] {
            if let Some(text) = entry.term.definition.get(lang) {
                let length = length(text, lang);
                if !(least..=most).contains(&length) {
                    let pointer = format!("/definition/{}", lang.code());
                    self.add(&entry.file, &pointer, Fault::DefinitionLength { lang, length, least, most });
                }
            }
        }
        self.prose(&entry.file, "/definition", &entry.term.definition);
    }

    fn covers(&mut self, entry: &Entry) {
        for lang in Lang::ALL {
            let covers = entry.term.covers.get(lang);
            if covers.is_empty() {
                continue;
            }
            let texts = entry.article.iter().flat_map(|section| [&section.heading, &section.text]);
            let texts: Vec<&str> = texts.chain([&entry.term.definition]).filter_map(|text| text.get(lang).as_deref()).collect();
            let told = fold(&texts.join("\n"));
            for (i, name) in covers.iter().enumerate() {
                if !told.as_str().contains(fold(name).as_str()) {
                    let pointer = format!("/covers/{}/{i}", lang.code());
                    self.add(&entry.file, &pointer, Fault::NotMentioned { lang });
                }
            }
        }
    }

    fn links(&mut self, entry: &Entry) {
        let Entry { file, term, .. } = entry;
        self.repeats(file, "/related", &term.related);
        self.repeats(file, "/sources", &term.sources);
        for (i, id) in term.related.iter().enumerate() {
            let pointer = format!("/related/{i}");
            if *id == term.id {
                self.add(file, &pointer, Fault::RelatedToItself);
            } else if !self.has_term(id) {
                self.add(file, &pointer, Fault::Unknown { what: Referent::Term, id: id.clone() });
            }
        }
        for (i, key) in term.sources.iter().enumerate() {
            if !self.sources.contains(key.as_str()) && !self.beneath.has_source(key) {
                self.add(file, &format!("/sources/{i}"), Fault::Unknown { what: Referent::Source, id: key.clone() });
            }
        }
        if self.shipped() {
            let count = term.related.len();
            if !(RELATED.0..=RELATED.1).contains(&count) {
                self.add(file, "/related", Fault::RelatedCount { count });
            }
            let count = term.sources.len();
            if !(SOURCES.0..=SOURCES.1).contains(&count) {
                self.add(file, "/sources", Fault::SourceCount { count });
            }
        }
    }
}
