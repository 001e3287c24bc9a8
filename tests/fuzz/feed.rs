//! Whatever a server sends, it is understood within limits, or refused.

use hayami::feed::xml::{ITEMS, read};
use hayami::feed::{decode, html};

pub(crate) fn holds(bytes: &[u8]) {
    let text = decode::text(bytes, None);
    let Ok(document) = read(&text) else { return };
    assert!(document.items.len() <= ITEMS);
    for item in &document.items {
        for written in [&item.title, &item.description, &item.content] {
            let plain = html::plain(written);
            assert!(!plain.chars().any(char::is_control), "{plain:?} of {written:?}");
            assert!(html::shorten(&plain, 300).chars().count() <= 300, "{plain:?}");
        }
    }
}
