//! RSS 2.0 and Atom become raw items, read as a stream.
//!
//! Which of the two a feed is, its root element tells. Only what stands directly in an item counts, and only in the namespace that it belongs
//! to: blog.google, for one, has further titles inside an `og` and an `author` element of other namespaces. Entities are never expanded, and a
//! document type, where they would be defined, is refused.

use quick_xml::XmlVersion;
use quick_xml::escape::{partial_escape, resolve_predefined_entity};
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use crate::answer::updated::Failure;

/// How deep elements may stand in each other.
const DEPTH: usize = 64;
/// How many items of a feed are read.
pub const ITEMS: usize = 5_000;

const ATOM: &str = "http://www.w3.org/2005/Atom";
const CONTENT: &str = "http://purl.org/rss/1.0/modules/content/";

/// What a feed holds, nothing judged yet.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its own title, as HTML.
    pub title: String,
    /// The language that it declares.
    pub language: String,
    /// Its items, in their order.
    pub items: Vec<Item>,
    /// How many more there were.
    pub unread: usize,
}

/// An item as it stands there; empty is what is missing. Texts are HTML.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[allow(missing_docs, reason = "named as in the formats")]
pub struct Item {
    pub title: String,
    pub link: String,
    pub guid: String,
    pub description: String,
    pub content: String,
    pub published: String,
    pub updated: String,
}

/// What an open element is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// `rss`
    Rss,
    /// What holds the items: `channel` of RSS or `feed` of Atom.
    Channel { atom: bool },
    /// An item, and whether it is read.
    Item { atom: bool, read: bool },
    /// A text that is wanted, or an element in it; `html` tells whether `<` in the text begins a tag of HTML.
    Text { field: Field, html: bool },
    /// Anything else.
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    FeedTitle,
    Language,
    Title,
    Link,
    Guid,
    Description,
    Content,
    Published,
    Updated,
}

/// Reads a feed.
///
/// # Errors
/// When it is none that can be read safely and whole.
pub fn read(text: &str) -> Result<Document, Failure> {
    if text.trim().is_empty() {
        return Err(Failure::Empty);
    }
    let mut reader = NsReader::from_str(text);
    // `&` alone means itself, as in every browser.
    reader.config_mut().allow_dangling_amp = true;
    let mut document = Document::default();
    let mut open: Vec<Place> = Vec::new();
    let mut has_root = false;
    loop {
        let (namespace, event) = match reader.read_resolved_event() {
            Ok((ResolveResult::Bound(namespace), event)) => (namespace.into_inner(), event),
            Ok((_, event)) => ("", event),
            Err(error) => return Err(Failure::NotXml { offset: reader.error_position(), cause: error.to_string() }),
        };
        match event {
            Event::Start(element) => {
                if open.len() == DEPTH {
                    return Err(Failure::TooDeep);
                }
                let place = place(open.last().copied(), namespace, &element, &mut document)?;
                open.push(place);
                has_root = true;
            }
            Event::Empty(element) => {
                place(open.last().copied(), namespace, &element, &mut document)?;
                has_root = true;
            }
            Event::End(element) => {
                open.pop();
                // Markup in a text is kept for now: it may separate words.
                document.add(open.last(), |_| format!("</{}>", element.local_name().into_inner()));
            }
            Event::Text(text) => document.add(open.last(), |html| markup(&text, html)),
            Event::CData(text) => document.add(open.last(), |html| markup(&text, html)),
            Event::GeneralRef(reference) => document.add(open.last(), |html| markup(&meant(&reference), html)),
            Event::DocType(_) => return Err(Failure::DocumentType),
            Event::Eof if open.is_empty() && has_root => return Ok(document),
            Event::Eof => return Err(Failure::Unfinished { offset: reader.buffer_position() }),
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
        }
    }
}

/// What an element is, by what it stands in. Items begin here, and links of Atom are taken, which are attributes.
fn place(parent: Option<Place>, namespace: &str, element: &BytesStart<'_>, document: &mut Document) -> Result<Place, Failure> {
    let name = element.local_name().into_inner();
    let text = |field, document: &mut Document| {
        // Of several the first counts; put together they would say what nobody published.
        if document.text(field).is_none_or(|text| !text.is_empty()) {
            return Place::Other;
        }
        let is_atom = namespace == ATOM;
        Place::Text { field, html: !is_atom || attribute(element, "type").as_deref() == Some("html") }
    };
    Ok(match (parent, namespace, name) {
        (None, "", "rss") => Place::Rss,
        (None, ATOM, "feed") => {
            document.language = attribute(element, "xml:lang").unwrap_or_default();
            Place::Channel { atom: true }
        }
        (None, ..) => return Err(Failure::NoFeed { root: element.name().into_inner().to_owned() }),
        (Some(Place::Rss), "", "channel") => Place::Channel { atom: false },
        (Some(Place::Channel { atom: false }), "", "language") => text(Field::Language, document),
        (Some(Place::Channel { atom: false }), "", "title") | (Some(Place::Channel { atom: true }), ATOM, "title") => {
            text(Field::FeedTitle, document)
        }
        (Some(Place::Channel { atom: atom @ false }), "", "item") | (Some(Place::Channel { atom: atom @ true }), ATOM, "entry") => {
            let read = document.items.len() < ITEMS;
            if read {
                document.items.push(Item::default());
            } else {
                document.unread += 1;
            }
            Place::Item { atom, read }
        }
        (Some(Place::Item { atom: true, read: true }), ATOM, "link") => {
            let is_original = attribute(element, "rel").is_none_or(|rel| rel == "alternate");
            if let Some(item) = document.items.last_mut()
                && is_original
                && item.link.is_empty()
            {
                item.link = attribute(element, "href").unwrap_or_default();
            }
            Place::Other
        }
        (Some(Place::Item { atom, read: true }), ..) => field(atom, namespace, name).map_or(Place::Other, |field| text(field, document)),
        (Some(place @ Place::Text { .. }), ..) => {
            document.add(Some(&place), |_| format!("<{name}>"));
            place
        }
        _ => Place::Other,
    })
}

/// The text that an element directly in an item holds.
fn field(atom: bool, namespace: &str, name: &str) -> Option<Field> {
    Some(match (atom, namespace, name) {
        (false, "", "title") | (true, ATOM, "title") => Field::Title,
        (false, "", "link") => Field::Link,
        (false, "", "guid") => Field::Guid,
        (false, "", "description") | (true, ATOM, "summary") => Field::Description,
        (false, CONTENT, "encoded") | (true, ATOM, "content") => Field::Content,
        (false, "", "pubDate") | (true, ATOM, "published") => Field::Published,
        (true, ATOM, "updated") => Field::Updated,
        _ => return None,
    })
}

/// Text as HTML.
fn markup(text: &str, html: bool) -> String {
    if html { text.to_owned() } else { partial_escape(text).into_owned() }
}

/// The character that a reference means; itself where it means something else.
fn meant(reference: &BytesRef<'_>) -> String {
    match reference.resolve_char_ref() {
        Ok(Some(character)) => character.to_string(),
        // A character that cannot be is left out.
        Err(_) => String::new(),
        Ok(None) => resolve_predefined_entity(reference).map_or_else(|| format!("&{};", &**reference), str::to_owned),
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let attribute = element.try_get_attribute(name).ok()??;
    Some(attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned())
}

impl Document {
    /// Adds to the text that is open, if one is that is wanted.
    fn add(&mut self, place: Option<&Place>, text: impl FnOnce(bool) -> String) {
        let Some(Place::Text { field, html }) = place else { return };
        if let Some(open) = self.text(*field) {
            *open += &text(*html);
        }
    }

    /// The text of a field, of the last item where items have it.
    fn text(&mut self, field: Field) -> Option<&mut String> {
        let item = self.items.last_mut();
        Some(match field {
            Field::FeedTitle => &mut self.title,
            Field::Language => &mut self.language,
            Field::Title => &mut item?.title,
            Field::Link => &mut item?.link,
            Field::Guid => &mut item?.guid,
            Field::Description => &mut item?.description,
            Field::Content => &mut item?.content,
            Field::Published => &mut item?.published,
            Field::Updated => &mut item?.updated,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::{DEPTH, Document, ITEMS, Item, read};
    use crate::answer::updated::Failure;

    fn rss(inside: &str) -> Result<Document, Failure> {
        read(&format!("<rss version='2.0' xmlns:m='http://example.com/'><channel>{inside}</channel></rss>"))
    }

    #[test]
    fn only_what_stands_directly_in_an_item_counts() {
        for (item, title) in [
            ("<title>a</title>", "a"),
            ("<m:title>no</m:title><title>a</title><m:og><title>no</title></m:og>", "a"),
            ("<x><title>no</title></x>", ""),
            ("<title xmlns='http://example.com/'>no</title>", ""),
            ("<title>a &amp; b &#x63;</title>", "a & b c"),
            ("<title><![CDATA[a & <b>b</b>]]></title>", "a & <b>b</b>"),
            ("<title>a <b>b</b></title>", "a <b>b</b>"),
            ("<title>&nbsp;&unknown; AT&T &#0;</title>", "\u{a0}&unknown; AT&T "),
            ("<title/>", ""),
            ("<title>a</title><title>b</title>", "a"),
            ("<title/><title>b <i/>c</title><title/>", "b <i>c"),
            ("<!-- <title>no</title> --><?title no?>", ""),
        ] {
            let items = rss(&format!("<title>feed</title><item>{item}</item>")).map(|document| document.items);
            assert_eq!(items, Ok(vec![Item { title: title.to_owned(), ..Item::default() }]), "{item}");
        }
    }

    #[test]
    fn limits() {
        let many = rss(&"<item/>".repeat(ITEMS + 7)).expect("a feed");
        assert_eq!((many.items.len(), many.unread), (ITEMS, 7));
        let nested = |depth: usize| rss(&["<a>".repeat(depth), "</a>".repeat(depth)].concat());
        assert_eq!(nested(DEPTH - 2), Ok(Document::default()));
        assert_eq!(nested(DEPTH - 1), Err(Failure::TooDeep));
        // Would take hours if each element had its own copy of the namespace.
        assert_eq!(rss(&format!("<m:a xmlns:m='{}'>{}</m:a>", "m".repeat(8 << 20), "<m:a/>".repeat(1 << 20))), nested(0));
    }

    #[test]
    fn what_is_no_feed() {
        let no_feed = |root: &str| Err(Failure::NoFeed { root: root.to_owned() });
        for (text, outcome) in [
            ("", Err(Failure::Empty)),
            ("<rss/>", Ok(Document::default())),
            ("<!DOCTYPE rss><rss/>", Err(Failure::DocumentType)),
            ("<!DOCTYPE html>", Err(Failure::DocumentType)),
            ("<html/>", no_feed("html")),
            ("<feed/>", no_feed("feed")),
            ("<x:rss xmlns:x='http://example.com/'/>", no_feed("x:rss")),
            ("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/>", no_feed("rdf:RDF")),
        ] {
            assert_eq!(read(text), outcome, "{text}");
        }
        for text in ["no markup", "<rss><channel>", "<?xml?>", "<!-- -->"] {
            assert_eq!(read(text), Err(Failure::Unfinished { offset: text.len() as u64 }), "{text}");
        }
        for text in ["<rss></channel></rss>", "<rss", "<rss><channel a=></channel></rss"] {
            assert!(matches!(read(text), Err(Failure::NotXml { .. })), "{text}: {:?}", read(text));
        }
    }
}
