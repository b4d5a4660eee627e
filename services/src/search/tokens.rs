//! Cuts text into words and into pairs of characters, for the index and for questions alike.

use std::sync::LazyLock;

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};
use tantivy_jieba::jieba_rs::Jieba;

use super::stem::stem;
use super::text::{fold, is_chinese, runs};
use super::vocabulary::VOCABULARY;

/// The dictionary, with the words of this field added. 35 MB that a server holds only from the
/// first question on, which waits a tenth of a second for it.
static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut jieba = Jieba::new();
    for word in VOCABULARY.chinese_terms() {
        jieba.add_word(word, None, None);
    }
    jieba
});

/// Every word of `text` as the index keeps them: Chinese words with the shorter words inside
/// them, English stems, codes whole and in parts.
pub(super) fn index_words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut words = Vec::new();
    for run in runs(&folded) {
        if run.chinese {
            words.extend(
                JIEBA
                    .cut_for_search(run.text, false)
                    .into_iter()
                    .map(|token| token.word.to_owned()),
            );
        } else {
            let parts: Vec<&str> = run
                .text
                .split(['-', '.', '\''])
                .filter(|part| !part.is_empty())
                .collect();
            if parts.len() > 1 {
                words.push(run.text.to_owned());
            }
            words.extend(parts.into_iter().map(stem));
        }
    }
    words
}

/// One word of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As it was typed, folded.
    pub typed: String,
    /// As the index knows it.
    pub term: String,
    /// Written in Chinese characters.
    pub chinese: bool,
}

/// The words of a question, in order, each once.
pub(super) fn question_words(folded: &str) -> Vec<Word> {
    let mut words = Vec::new();
    for run in runs(folded) {
        if run.chinese {
            words.extend(JIEBA.cut(run.text, false).into_iter().map(|token| Word {
                typed: token.word.to_owned(),
                term: token.word.to_owned(),
                chinese: true,
            }));
            continue;
        }
        let parts: Vec<&str> = run
            .text
            .split(['-', '.', '\''])
            .filter(|part| !part.is_empty())
            .collect();
        let code = parts.len() > 1
            && parts
                .iter()
                .any(|part| part.chars().count() < 2 || part.bytes().any(|b| b.is_ascii_digit()));
        if code {
            words.push(Word {
                typed: run.text.to_owned(),
                term: run.text.to_owned(),
                chinese: false,
            });
        } else {
            words.extend(parts.into_iter().map(|part| Word {
                typed: part.to_owned(),
                term: stem(part),
                chinese: false,
            }));
        }
    }
    words
}

/// The Chinese words of folded text, in order, without the shorter words inside them.
pub(crate) fn chinese_words(folded: &str) -> Vec<String> {
    JIEBA
        .cut(folded, false)
        .into_iter()
        .map(|token| token.word.to_owned())
        .collect()
}

/// The shorter words inside a Chinese word.
pub(super) fn inner_words(word: &str) -> Vec<String> {
    JIEBA
        .cut_for_search(word, false)
        .into_iter()
        .map(|token| token.word.to_owned())
        .filter(|inner| inner != word && inner.chars().count() > 1)
        .collect()
}

/// Pairs of neighbouring Chinese characters and whole Latin words, each with its place.
pub(super) fn pairs(text: &str) -> Vec<(usize, String)> {
    let folded = fold(text);
    let mut pairs = Vec::new();
    let mut shift = 0_usize;
    for run in runs(&folded) {
        let length = run.text.chars().count();
        let at = run.at.saturating_sub(shift);
        if !run.chinese {
            pairs.push((at, stem(run.text)));
            // A Latin word takes one place, however long it is.
            shift += length.saturating_sub(1);
            continue;
        }
        if length == 1 {
            pairs.push((at, run.text.to_owned()));
        }
        let second = run.text.chars().skip(1);
        for (offset, (one, two)) in run.text.chars().zip(second).enumerate() {
            pairs.push((at + offset, [one, two].iter().collect()));
        }
    }
    pairs
}

/// The fewest pairs that cover `phrase` without a gap, with their places from 0; more than one
/// pair only for three characters or more.
pub(super) fn cover(phrase: &str) -> Vec<(usize, String)> {
    let all = pairs(phrase);
    let first = all.first().map_or(0, |(at, _)| *at);
    let last = all.len().saturating_sub(1);
    let latin = all.iter().any(|(_, pair)| !pair.chars().all(is_chinese));
    all.into_iter()
        .enumerate()
        .filter(|(index, _)| latin || index % 2 == 0 || *index == last)
        .map(|(_, (at, pair))| (at - first, pair))
        .collect()
}

/// Hands ready tokens to the index.
pub(super) struct Ready {
    tokens: std::vec::IntoIter<(usize, String)>,
    token: Token,
}

impl TokenStream for Ready {
    fn advance(&mut self) -> bool {
        let Some((position, text)) = self.tokens.next() else {
            return false;
        };
        self.token = Token {
            offset_from: 0,
            offset_to: 0,
            position,
            text,
            position_length: 1,
        };
        true
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

/// Cuts into words.
#[derive(Clone)]
pub(super) struct Words;

impl Tokenizer for Words {
    type TokenStream<'a> = Ready;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Ready {
        let words: Vec<(usize, String)> = index_words(text).into_iter().enumerate().collect();
        Ready {
            tokens: words.into_iter(),
            token: Token::default(),
        }
    }
}

/// Cuts into pairs of characters.
#[derive(Clone)]
pub(super) struct Pairs;

impl Tokenizer for Pairs {
    type TokenStream<'a> = Ready;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Ready {
        Ready {
            tokens: pairs(text).into_iter(),
            token: Token::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_field_stay_whole() {
        let words: Vec<_> = question_words("断保之后异地就医")
            .into_iter()
            .map(|word| word.term)
            .collect();
        assert!(
            words.contains(&"断保".to_owned()) && words.contains(&"异地就医".to_owned()),
            "{words:?}"
        );
    }

    #[test]
    fn pairs_keep_their_places() {
        assert_eq!(cover("医保电子凭证").len(), 3);
        assert_eq!(
            cover("起付线"),
            [(0, "起付".to_owned()), (1, "付线".to_owned())]
        );
        assert_eq!(pairs("ok 医保")[1], (2, "医保".to_owned()));
    }
}
