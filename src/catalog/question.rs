//! The term that a question is about: people type what they would say.

/// What stands before the term, and after it, in English; in small letters.
const ENGLISH: [(&str, &str); 12] = [
    ("what is the meaning of ", ""),
    ("what's the meaning of ", ""),
    ("what does ", " stand for"),
    ("what does ", " mean"),
    ("what is ", ""),
    ("what are ", ""),
    ("what's ", ""),
    ("whats ", ""),
    ("meaning of ", ""),
    ("define ", ""),
    ("explain ", ""),
    ("", " meaning"),
];
/// What stands after the term in Japanese, the longer ones first.
const JAPANESE: [&str; 15] = [
    "とは何ですか",
    "とはなんですか",
    "って何ですか",
    "ってなんですか",
    "とは何",
    "とはなに",
    "とは",
    "って何",
    "ってなに",
    "ってなん",
    "の意味は",
    "の意味",
    "の定義",
    "について",
    "を教えて",
];

/// The term that a question asks for; none where nothing looks like a question.
pub fn subject(question: &str) -> Option<&str> {
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
    use super::subject;

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
            ("とは？", None),
            ("whatever", None),
            ("rlhf", None),
            ("", None),
        ] {
            assert_eq!(subject(question), term, "{question}");
        }
    }
}
