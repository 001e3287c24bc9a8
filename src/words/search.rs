//! What is said of a search.

use crate::glossary::bilingual::Lang;
use crate::words::{candidates, pick, visible};

/// No entry has all the words.
pub fn nothing_found(query: &str, lang: Lang) -> String {
    let query = visible(query);
    pick(
        lang,
        format!("hayami: no entry has all the words of “{query}”. Try fewer or other words.\n"),
        format!("hayami: 「{query}」の語をすべて含む項目はありません。語を減らすか、別の語で試してください。\n"),
    )
}

/// There are more hits than were asked for.
pub fn more(shown: usize, total: usize, lang: Lang) -> String {
    pick(
        lang,
        format!("hayami: {shown} of {}; --limit {total} shows all.\n", entries(total)),
        format!("hayami: {total}項目のうち{shown}件を表示しました。すべて見るには --limit {total}。\n"),
    )
}

/// What was asked for has nothing to search for.
pub fn nothing_to_search(query: &str, lang: Lang) -> String {
    let query = visible(query);
    pick(
        lang,
        format!("hayami: “{query}” has no word to search for. Write at least one letter, digit or kana.\n"),
        format!("hayami: 「{query}」には探せる語がありません。文字か数字を1つ以上書いてください。\n"),
    )
}

/// After a miss: the word stands in the texts of entries. The best of them are told as `(id, name)` where no name is like it.
pub fn mentioned(query: &str, count: usize, best: &[(&str, &str)], lang: Lang) -> String {
    let query = visible(query);
    let text = pick(
        lang,
        if count == 1 {
            format!("1 entry mentions it: hayami search \"{query}\"\n")
        } else {
            format!("{count} entries mention it: hayami search \"{query}\"\n")
        },
        format!("本文に「{query}」を含む項目が{count}件あります：hayami search \"{query}\"\n"),
    );
    text + &candidates(best, lang)
}

fn entries(count: usize) -> String {
    if count == 1 { "1 entry".to_owned() } else { format!("{count} entries") }
}
