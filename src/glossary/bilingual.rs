//! The two languages, and values that exist once in each.

use serde::{Deserialize, Serialize};

/// A language that hayami speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lang {
    /// English.
    En,
    /// Japanese.
    Ja,
}

impl Lang {
    /// Both languages, English first.
    pub const ALL: [Self; 2] = [Self::En, Self::Ja];

    /// The ISO 639-1 code, as it stands in files and records.
    pub fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Ja,
            Self::Ja => Self::En,
        }
    }
}

/// One value per language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bilingual<T> {
    /// The English one.
    pub en: T,
    /// The Japanese one.
    pub ja: T,
}

impl<T> Bilingual<T> {
    /// The value in `lang`.
    pub fn get(&self, lang: Lang) -> &T {
        match lang {
            Lang::En => &self.en,
            Lang::Ja => &self.ja,
        }
    }

    /// The value in `lang`, to be changed.
    pub fn get_mut(&mut self, lang: Lang) -> &mut T {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ja => &mut self.ja,
        }
    }
}

/// A text for people. A shipped text has both languages; a team's may lack one.
pub type Text = Bilingual<Option<String>>;

impl<T: AsRef<str>> Bilingual<Option<T>> {
    /// The text in `lang`, or else in the other language; the empty string when there is neither.
    pub fn read(&self, lang: Lang) -> &str {
        let text = self.get(lang).as_ref().or(self.get(lang.other()).as_ref());
        text.map(AsRef::as_ref).unwrap_or_default()
    }

    /// Whether there is no text in `lang`.
    pub fn lacks(&self, lang: Lang) -> bool {
        self.get(lang).is_none()
    }
}
