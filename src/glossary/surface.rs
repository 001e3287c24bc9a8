//! How names stand in running text: the form in which `scan` compares them, and when their capitals matter.
//!
//! In a form width and case are folded, as is a ・ within katakana; kana stay of their kind, because katakana sets words off from the hiragana around
//! them. A gap between two Latin words, be it a space, a hyphen or a line end, is one space; beside Japanese it is nothing.

use unicode_normalization::UnicodeNormalization;

use crate::glossary::script::{is_japanese, is_kanji};
use crate::glossary::spelling::british;

/// Which capitals a name must have in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Capitals {
    /// Its own, or capitals throughout: RAG and MoE, which are not rags and no bird.
    Exact,
    /// At least the first: a product of one word, such as Cursor.
    First,
    /// None.
    Free,
}

impl Capitals {
    /// A letter for packs.
    pub fn letter(self) -> char {
        match self {
            Self::Exact => 'e',
            Self::First => 'c',
            Self::Free => 'f',
        }
    }

    /// What a letter of a pack stands for.
    pub fn of(letter: &str) -> Self {
        match letter {
            "e" => Self::Exact,
            "c" => Self::First,
            _ => Self::Free,
        }
    }

    /// Which capitals a name needs; `is_proper` says that its entry is about one thing in the world, such as a product.
    pub fn needed(name: &str, is_proper: bool) -> Self {
        let capitals = name.chars().filter(char::is_ascii_uppercase).count();
        if capitals == 0 || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
            return Self::Free;
        }
        match name.len() {
            ..=2 => Self::Exact,
            3..=5 if capitals >= 2 && is_readable(name) => Self::Exact,
            // A name that begins small, as eBay, cannot be told from a word by its first letter.
            _ if is_proper && name.starts_with(|c: char| c.is_ascii_uppercase()) => Self::First,
            _ => Self::Free,
        }
    }

    /// Whether a part of a text is written with the capitals that `name` needs.
    pub fn are_in(self, written: &str, name: &str) -> bool {
        let letters = || written.nfkc();
        let is_small = |c: char| c.is_ascii_lowercase();
        match self {
            Self::Free => true,
            Self::First if written.is_ascii() => !written.starts_with(is_small),
            Self::First => letters().next().is_some_and(char::is_uppercase),
            Self::Exact if written.is_ascii() => written == name || (!written.contains(is_small) && written.eq_ignore_ascii_case(name)),
            Self::Exact => letters().eq(name.chars()) || letters().eq(name.chars().map(|c| c.to_ascii_uppercase())),
        }
    }
}

/// Whether an abbreviation can be read as a word, so that small letters may mean another one: RAG, GAN, LoRA, but not GPT, DPO or RLHF.
fn is_readable(name: &str) -> bool {
    const ONSETS: [&str; 27] = [
        "bl", "br", "ch", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "qu", "sc", "sh", "sk", "sl", "sm", "sn", "sp", "st", "sw", "th",
        "tr", "tw", "wh", "wr",
    ];
    const CODAS: [&str; 23] =
        ["ck", "ct", "ff", "ft", "ld", "lf", "lk", "ll", "lp", "lt", "mp", "nd", "ng", "nk", "nt", "pt", "rd", "rk", "rn", "rt", "sh", "ss", "st"];
    let name = name.to_ascii_lowercase();
    let is_vowel = |c: char| "aeiou".contains(c);
    let (Some(first), Some(last)) = (name.find(is_vowel), name.rfind(is_vowel)) else { return false };
    let (onset, coda) = (&name[..first], &name[last + 1..]);
    name.bytes().all(|b| b.is_ascii_lowercase()) && (onset.len() <= 1 || ONSETS.contains(&onset)) && (coda.len() <= 1 || CODAS.contains(&coda))
}

/// The forms in which a name may stand in a text: its own, then those of other spellings.
pub fn forms(name: &str) -> Vec<String> {
    let own = form(name);
    let mut forms = vec![own.clone()];
    if own.is_ascii() {
        forms.extend(apart(name, &own));
        if own.contains(' ') && own.len() > 6 {
            forms.push(own.replace(' ', ""));
        }
        let stem = own.strip_suffix('y').filter(|stem| stem.ends_with(|c: char| c.is_ascii_lowercase() && !"aeou".contains(c)));
        forms.extend(stem.map(|stem| [stem, "ies"].concat()));
        let british: Vec<String> = forms.iter().filter_map(|form| british(form)).collect();
        forms.extend(british);
    } else {
        forms.extend(short_ends(&own));
    }
    forms
}

/// A name as one form. What the text has between characters is told apart by [`between`], so that both agree.
fn form(name: &str) -> String {
    let mut form = String::with_capacity(name.len());
    let mut gap = false;
    for c in name.nfkc().flat_map(char::to_lowercase).map(straight) {
        if is_gap(c) || is_joint(c) {
            gap |= is_gap(c);
            continue;
        }
        if std::mem::take(&mut gap) && form.chars().next_back().is_some_and(|before| between(before, c)) {
            form.push(' ');
        }
        form.push(c);
    }
    form
}

/// Whether a gap between two characters counts: not beside Japanese, where nobody agrees on spaces.
pub fn between(before: char, after: char) -> bool {
    !is_japanese(before) && !is_japanese(after)
}

/// A name in two words that people write in one, or the reverse: Open AI, pre-training.
fn apart(name: &str, own: &str) -> Option<String> {
    const PREFIXES: [&str; 5] = ["pre", "post", "multi", "over", "hyper"];
    let letters: Vec<char> = name.chars().collect();
    let is_hump = |i: usize| letters[i - 1].is_ascii_lowercase() && letters[i].is_ascii_uppercase();
    if !own.contains(' ')
        && let Some(hump) = (2..letters.len().saturating_sub(1)).find(|&i| is_hump(i) && letters[..i].iter().all(char::is_ascii_alphabetic))
        && letters[..hump].iter().skip(1).all(char::is_ascii_lowercase)
    {
        return Some([&own[..hump], " ", &own[hump..]].concat());
    }
    let prefix = PREFIXES.into_iter().find(|prefix| own.starts_with(prefix) && own.len() > prefix.len() + 4)?;
    let rest = &own[prefix.len()..];
    (!rest.starts_with(' ')).then(|| [prefix, " ", rest].concat())
}

/// Japanese without the long vowel mark at the ends of its katakana words, as engineers used to write it.
fn short_ends(own: &str) -> Option<String> {
    let mut short = String::with_capacity(own.len());
    let mut run = 0;
    let mut rest = own.chars().peekable();
    while let Some(c) = rest.next() {
        run = if is_katakana(c) { run + 1 } else { 0 };
        let ends = rest.peek().is_none_or(|&next| !is_katakana(next));
        if !(c == 'ー' && ends && run > 3) {
            short.push(c);
        }
    }
    (short != own).then_some(short)
}

/// Whether a character may stand between two words of a name.
pub fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '-' | '\u{a0}' | '\u{2010}'..='\u{2015}' | '\u{202f}' | '\u{2212}' | '\u{3000}')
}

/// Whether a character joins two katakana words.
pub fn is_joint(c: char) -> bool {
    matches!(c, '・' | '･')
}

/// Whether nobody sees a character: it stands in no name and parts none.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
}

/// An apostrophe of any shape as the straight one.
pub fn straight(c: char) -> char {
    if matches!(c, '’' | '‘' | 'ʼ') { '\'' } else { c }
}

/// Whether a character is katakana or the mark that lengthens it.
pub fn is_katakana(c: char) -> bool {
    matches!(c, 'ァ'..='ヺ' | 'ー'..='ヿ' | '\u{31f0}'..='\u{31ff}' | '\u{ff66}'..='\u{ff9f}')
}

/// The longest runs of katakana and of kanji in a text.
pub fn runs(text: &str) -> impl Iterator<Item = &str> {
    let kind = |c: char| if is_katakana(c) { 1 } else { u8::from(is_kanji(c)) * 2 };
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(|c| kind(c) == 0);
        let own = kind(rest.chars().next()?);
        let (run, after) = rest.split_at(rest.find(|c| kind(c) != own).unwrap_or(rest.len()));
        rest = after;
        Some(run)
    })
}

#[cfg(test)]
mod tests {
    use super::{Capitals, forms};

    #[test]
    fn forms_of_names() {
        for (name, expected) in [
            ("RLHF", &["rlhf"][..]),
            ("Fine-Tuning", &["fine tuning", "finetuning"]),
            ("KV Cache", &["kv cache", "kvcache"]),
            ("ChatGPT", &["chatgpt", "chat gpt"]),
            ("LoRA", &["lora", "lo ra"]),
            ("Pretraining", &["pretraining", "pre training"]),
            ("AI Policy", &["ai policy", "aipolicy", "ai policies"]),
            ("Tokenization", &["tokenization", "tokenisation"]),
            ("Humanity’s Last Exam", &["humanity's last exam", "humanity'slastexam"]),
            ("トランスフォーマー", &["トランスフォーマー", "トランスフォーマ"]),
            ("ﾊｷﾞﾝｸﾞ・フェイス", &["ハギングフェイス"]),
            ("AI エージェント", &["aiエージェント"]),
            ("キー", &["キー"]),
        ] {
            assert_eq!(forms(name), expected, "{name}");
        }
    }

    #[test]
    fn capitals() {
        for (name, is_proper, expected) in [
            ("RAG", false, Capitals::Exact),
            ("MoE", false, Capitals::Exact),
            ("ML", false, Capitals::Exact),
            ("GPT", false, Capitals::Free),
            ("RLHF", false, Capitals::Free),
            ("DPO", false, Capitals::Free),
            ("C2PA", false, Capitals::Free),
            ("Cursor", true, Capitals::First),
            ("Claude Code", true, Capitals::Free),
            ("xAI", true, Capitals::Exact),
            ("eBayLive", true, Capitals::Free),
            ("Token", false, Capitals::Free),
            ("agent", false, Capitals::Free),
        ] {
            assert_eq!(Capitals::needed(name, is_proper), expected, "{name}");
        }
        assert!(Capitals::Exact.are_in("MOE", "MoE") && Capitals::Exact.are_in("ＲＡＧ", "RAG"));
        assert!(!Capitals::Exact.are_in("Rag", "RAG") && !Capitals::First.are_in("cursor", "Cursor"));
    }
}
