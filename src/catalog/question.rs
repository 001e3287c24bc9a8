//! What a text is about that is no name itself: people type what they would say, and paste what they read.

/// What stands before the term, and after it, in English; in small letters.
const ENGLISH: [(&str, &str); 17] = [
    ("what is the meaning of ", ""),
    ("what's the meaning of ", ""),
    ("what does ", " stand for"),
    ("what does ", " mean"),
    ("what is ", ""),
    ("what are ", ""),
    ("what's ", ""),
    ("whats ", ""),
    ("meaning of ", ""),
    ("how does ", " work"),
    ("how do ", " work"),
    ("tell me about ", ""),
    ("who is ", ""),
    ("who are ", ""),
    ("define ", ""),
    ("explain ", ""),
    ("", " meaning"),
];
/// What stands after the term in Japanese, the longer ones first.
const JAPANESE: [&str; 21] = [
    "とは何ですか",
    "とはなんですか",
    "って何ですか",
    "ってなんですか",
    "とはどういう意味",
    "とは何か",
    "とは何",
    "とはなに",
    "とは",
    "って何",
    "ってなに",
    "ってなん",
    "って",
    "の仕組みは",
    "の仕組み",
    "の意味は",
    "の意味",
    "の定義",
    "について教えて",
    "について",
    "を教えて",
];

/// What a text may name, the likeliest first: it itself, what it asks for, then what stands before brackets at its end and what within, as in
/// `RLHF (Reinforcement Learning from Human Feedback)` and `検索拡張生成（RAG）`.
pub fn meant(text: &str) -> impl Iterator<Item = &str> {
    let asked = subject(text);
    let whole = asked.unwrap_or(text).trim();
    let glossed = whole.strip_suffix([')', '）']).and_then(|whole| whole.split_once(['(', '（']));
    let parts = glossed.into_iter().flat_map(|(name, gloss)| [name.trim(), gloss.trim()]).filter(|part| !part.is_empty());
    std::iter::once(text).chain(asked).chain(parts)
}

/// The term that a question asks for; none where nothing looks like a question.
fn subject(question: &str) -> Option<&str> {
    let text = question.trim().trim_end_matches(['?', '？', '。', '！', '!', ' ', '　']);
    let japanese = || JAPANESE.iter().find_map(|after| text.strip_suffix(after));
    let subject = english(text).or_else(japanese)?.trim();
    (!subject.is_empty()).then_some(subject)
}

fn english(text: &str) -> Option<&str> {
    let inner = ENGLISH.iter().find_map(|(before, after)| {
        let rest = after_prefix(text, before)?;
        let end = rest.len().checked_sub(after.len())?;
        rest.get(end..)?.eq_ignore_ascii_case(after).then(|| &rest[..end])
    })?;
    let article = ["a ", "an ", "the "].iter().find_map(|article| after_prefix(inner, article));
    Some(article.unwrap_or(inner))
}

/// What follows a beginning, of whichever case.
fn after_prefix<'t>(text: &'t str, prefix: &str) -> Option<&'t str> {
    text.get(..prefix.len())?.eq_ignore_ascii_case(prefix).then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::{meant, subject};

    #[test]
    fn what_a_question_is_about() {
        for (question, term) in [
            ("What is RLHF?", Some("RLHF")),
            ("what's a reward model", Some("reward model")),
            ("WHAT ARE AI agents ??", Some("AI agents")),
            ("what does RLHF stand for", Some("RLHF")),
            ("what does RLHF mean?", Some("RLHF")),
            ("rlhf meaning", Some("rlhf")),
            ("define an agent", Some("agent")),
            ("RLHFとは", Some("RLHF")),
            ("RLHF とは何ですか？", Some("RLHF")),
            ("報酬モデルって何", Some("報酬モデル")),
            ("幻覚の意味", Some("幻覚")),
            ("what is ", None),
            ("what is the", Some("the")),
            ("AIとは何か", Some("AI")),
            ("RAGの仕組み", Some("RAG")),
            ("how does RAG work?", Some("RAG")),
            ("とは？", None),
            ("whatever", None),
            ("rlhf", None),
            ("", None),
        ] {
            assert_eq!(subject(question), term, "{question}");
        }
    }

    #[test]
    fn what_a_text_may_name() {
        for (text, names) in [
            ("RLHF", &["RLHF"][..]),
            ("RLHF (Reinforcement Learning)", &["RLHF (Reinforcement Learning)", "RLHF", "Reinforcement Learning"]),
            ("検索拡張生成（RAG）とは", &["検索拡張生成（RAG）とは", "検索拡張生成（RAG）", "検索拡張生成", "RAG"]),
            ("(RAG)", &["(RAG)", "RAG"]),
            ("a)", &["a)"]),
            ("()", &["()"]),
        ] {
            assert_eq!(meant(text).collect::<Vec<_>>(), names);
        }
    }
}
