//! A document in parts: chapters put together up to what one page holds.

use services::policies::ArticleView;

use crate::language::Language;

/// Bytes of text on one page; compressed they take about two fifths of it.
const MOST: usize = 40_000;

/// Consecutive articles under one heading.
#[derive(Clone, Debug)]
pub struct Chapter {
    /// The headings above the articles, joined by ` / `; may be empty.
    pub heading: String,
    /// The articles.
    pub articles: Vec<ArticleView>,
}

/// What one page shows.
#[derive(Clone, Debug)]
pub struct Part {
    /// Its chapters.
    pub chapters: Vec<Chapter>,
    size: usize,
}

impl Part {
    /// Whether the article at `anchor` is in it.
    pub fn holds(&self, anchor: &str) -> bool {
        self.chapters
            .iter()
            .flat_map(|chapter| &chapter.articles)
            .any(|article| article.anchor == anchor)
    }
}

/// The articles in the reader's language, or in Chinese where there are none, in parts.
pub fn divide(articles: &[ArticleView], language: Language) -> Vec<Part> {
    let wanted = if articles
        .iter()
        .any(|article| article.language == language.code())
    {
        language
    } else {
        Language::Chinese
    };
    let mut parts: Vec<Part> = Vec::new();
    for article in articles
        .iter()
        .filter(|article| article.language == wanted.code())
    {
        let size = article.body.len() + article.label.len();
        let full = parts
            .last()
            .is_none_or(|part| part.size > 0 && part.size + size > MOST);
        if full {
            parts.push(Part {
                chapters: Vec::new(),
                size: 0,
            });
        }
        let Some(part) = parts.last_mut() else {
            continue;
        };
        part.size += size;
        match part.chapters.last_mut() {
            Some(chapter) if chapter.heading == article.heading => {
                chapter.articles.push(article.clone());
            }
            _ => part.chapters.push(Chapter {
                heading: article.heading.clone(),
                articles: vec![article.clone()],
            }),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(number: usize, heading: &str, bytes: usize) -> ArticleView {
        ArticleView {
            anchor: format!("a{number}"),
            label: String::new(),
            language: "zh".into(),
            heading: heading.into(),
            body: "x".repeat(bytes),
        }
    }

    #[test]
    fn long_documents_are_divided_and_lose_nothing() {
        let articles: Vec<_> = (0..50)
            .map(|n| article(n, &format!("{}", n / 7), 3_000))
            .collect();
        let parts = divide(&articles, Language::English);
        assert!(parts.len() > 1 && parts.iter().all(|part| part.size <= MOST));
        let all: Vec<_> = parts
            .iter()
            .flat_map(|part| &part.chapters)
            .flat_map(|chapter| chapter.articles.clone())
            .collect();
        assert_eq!(all, articles);
        assert!(parts.iter().filter(|part| part.holds("a49")).count() == 1);
    }

    #[test]
    fn one_article_larger_than_a_page_stands_alone() {
        let articles = [article(0, "", 90_000), article(1, "", 10)];
        assert_eq!(divide(&articles, Language::Chinese).len(), 2);
        assert!(divide(&[], Language::Chinese).is_empty());
    }
}
