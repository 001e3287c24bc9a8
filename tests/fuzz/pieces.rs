//! Bytes become text that is worth trying.
//!
//! UTF-8 is the text that it is, so that a corpus can be read and written by people. A byte that is none stands for a piece from a table, so that
//! random bytes, which hardly ever are text, become names of the glossary beside what is hard to handle.

/// How often the bytes from 0xf8 on, which never stand in UTF-8, repeat the character before them: about the lengths where a scan stops looking.
const REPEATED: [usize; 8] = [2, 20, 64, 300, 341, 512, 1000, 1024];

/// What any other byte that is no UTF-8 stands for.
#[rustfmt::skip]
const PIECES: [&str; 120] = [
    // Names, and words that they are made of.
    "RLHF", "reward model", "fine-tuning", "Fine\u{2011}Tuning", "policies", "GPT-4o", "AI", "RAG", "Cursor", "KV cache", "LoRA", "labelling",
    "behaviour", "tokenization", "3.5", "s", "es", "the ", "of", "rlfh", "houshuu moderu", "kyōka gakushū", "ten'i", "xAI", "Open AI",
    "報酬モデル", "強化学習", "学習", "評価", "再", "制度", "社", "々", "生成AI", "機械学習", "ファインチューニング", "モデル", "トランスフォーマー", "メタ",
    "トークン", "ビジョン", "ヒューマン・イン・ザ・ループ", "ハルシネーション", "ﾊﾙｼﾈｰｼｮﾝ", "ほうしゅう", "きょうかがくしゅう", "えっち", "ー", "っ", "ん",
    // What stands between words, or seems to.
    " ", "  ", "\u{3000}", "\n", "\r\n", "\n\n", "\n    ", "\t", "-", "‐", "–", "—", "_", "・", "･", "·", "•", "\u{ad}", "\u{200b}", "\u{200d}",
    "\u{feff}", "\u{2060}", "\u{a0}", "/", ".", ",", "。", "、", "&", "'", "’", "\"", "“", "」", "「", "(", "（", "@example.com", "https://", "www.",
    // Characters that folding changes, joins or takes apart.
    "\u{3099}", "ﾞ", "\u{309b}", "か\u{3099}", "ヷ", "ヿ", "ゟ", "㍿", "①", "½", "ﬃ", "ŉ", "ß", "İ", "ǅ", "Σ", "\u{345}", "\u{301}", "´", "\u{1e9b}\u{323}",
    "\u{212b}", "한\u{11a8}", "\u{fdfa}", "\u{1d15e}", "\u{f73}", "ｒａｇ",
    // What moves cursors, and what has no meaning or no end; the last two stand for bytes that are no text, where bytes are asked for.
    "\0", "\u{1b}[31m", "\u{e000}", "\u{e001}",
];

/// The text that bytes stand for, of `most` bytes, so that repeating does not go on for ever.
pub(crate) fn text(bytes: &[u8], most: usize) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text += chunk.valid();
        for &b in chunk.invalid() {
            match REPEATED.get(usize::from(b).wrapping_sub(0xf8)) {
                Some(&times) => {
                    let last = text.chars().next_back().map(|c| c.to_string().repeat(times));
                    text += &last.unwrap_or_default();
                }
                None => text += PIECES[usize::from(b - 0x80)],
            }
        }
        while text.len() > most {
            text.pop();
        }
    }
    text
}
