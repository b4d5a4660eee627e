//! Each step leads to the rule that it rests on.

use std::collections::BTreeSet;

use scraper::Html;
use services::RequestContext;
use tests::database::sqlite_only;
use tests::library;
use tests::pages::{Wish, get};

use super::{ADDRESSES, selector};

#[tokio::test]
async fn every_rule_leads_to_its_very_point() {
    let made = sqlite_only().await;
    let platform = library::platform(&made);
    let visitor = library::visitor(&platform);
    library::shipped(&visitor).await;
    let operator = RequestContext::operator(platform, "test");
    services::parameters::import_shipped(&operator)
        .await
        .expect("the parameters");
    let mut seen = BTreeSet::new();
    for address in ADDRESSES {
        for wish in [Wish::default(), ENGLISH] {
            let (_, html) = get(&visitor, address, wish).await;
            let page = Html::parse_document(&html);
            for link in page.select(&selector(".steps a[href*='#']")) {
                let href = link.attr("href").expect("a link").to_owned();
                if !seen.insert(href.clone()) {
                    continue;
                }
                let (path, anchor) = href.split_once('#').expect("an anchor");
                let (status, document) = get(&visitor, path, wish).await;
                assert_eq!(status, 200, "{path}");
                let document = Html::parse_document(&document);
                let point = document
                    .select(&selector(&format!("[id='{anchor}']")))
                    .next();
                let point = point.unwrap_or_else(|| panic!("{href} is not there"));
                let number = link.text().collect::<String>();
                let number = number
                    .trim_end_matches('点')
                    .rsplit(['第', ' '])
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                let text = point.text().collect::<String>();
                let point_is = [format!("第{number}点"), format!("{number}. ")];
                assert!(
                    point_is.iter().any(|words| text.contains(words)),
                    "{href}: {text}"
                );
            }
        }
    }
    assert!(seen.len() >= 20, "{seen:?}");
}

const ENGLISH: Wish = Wish {
    english: true,
    elder: false,
};
