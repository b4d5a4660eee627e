//! The navigation of a signed-in person's own pages: beside the page, a sheet on a phone, and in
//! elder mode at most six large entries below it.

use leptos::prelude::*;

use crate::language::Language;
use crate::ui::{Icon, Look, Sign};

/// One entry.
struct Place {
    path: &'static str,
    sign: Sign,
    chinese: &'static str,
    english: &'static str,
}

const fn place(
    path: &'static str,
    sign: Sign,
    chinese: &'static str,
    english: &'static str,
) -> Place {
    Place {
        path,
        sign,
        chinese,
        english,
    }
}

/// The places, at most eight.
static PLACES: [Place; 8] = [
    place("/me", Sign::Shield, "我的医保", "My insurance"),
    place(
        "/me/enrolment",
        Sign::Calendar,
        "参保与缴费",
        "Enrolment and contributions",
    ),
    place("/me/benefits", Sign::Gauge, "待遇", "Benefits"),
    place("/me/settlements", Sign::Receipt, "报销记录", "Settlements"),
    place("/me/account", Sign::Purse, "个人账户", "Personal account"),
    place("/me/family", Sign::Household, "家庭", "Family"),
    place("/me/add-ons", Sign::Umbrella, "商业保险", "Add-ons"),
    place(MESSAGES, Sign::Letter, "消息", "Messages"),
];

/// The place that says how many wait.
const MESSAGES: &str = "/me/messages";

/// Pages that belong to a place whose address does not begin theirs.
static BELONGS: [(&str, &str); 2] = [
    ("/me/contributions", "/me/enrolment"),
    ("/me/certificates", "/me/enrolment"),
];

/// In elder mode the first page has large entries of its own; they lead here.
const ON_FIRST: [&str; 4] = ["/me", "/me/enrolment", "/me/benefits", "/me/settlements"];
/// So many entries elder mode shows at once.
const MOST: usize = 6;

/// One entry a place; the current one is marked.
#[component]
pub fn Navigation(
    /// The path of the page.
    path: String,
    /// How many messages are unread; 100 stands for that many or more.
    unread: u8,
) -> impl IntoView {
    let look = Look::current();
    let (shown, rest) = divide(&PLACES, &path, look.elder);
    let shown = entries(shown, look, &path, unread);
    let more = (!rest.is_empty()).then(|| {
        let open = rest
            .iter()
            .any(|place| current(place.path, &path).is_some());
        let rest = entries(rest, look, &path, unread);
        view! {
            <li>
                <details open=open>
                    <summary><Icon sign=Sign::Menu/>{look.pick("更多", "More")}</summary>
                    <ul role="list">{rest}</ul>
                </details>
            </li>
        }
    });
    let sheet = (!look.elder).then(|| {
        let here = PLACES
            .iter()
            .rfind(|place| current(place.path, &path).is_some());
        let here = here.map(|place| name(place, look));
        let all = entries(PLACES.iter().collect(), look, &path, unread);
        view! {
            <details class="sheet">
                <summary>
                    <span>{here.unwrap_or_else(|| own(look))}</span>
                    <span class="menu"><Icon sign=Sign::Menu/>{look.pick("栏目", "Menu")}</span>
                </summary>
                <ul role="list">{all}</ul>
            </details>
        }
    });
    view! {
        <nav class="side" aria-label=own(look)>
            {sheet}
            <ul class="places" role="list">{shown}{more}</ul>
        </nav>
    }
}

fn own(look: Look) -> &'static str {
    look.pick("我的医保", "My insurance")
}

fn name(place: &Place, look: Look) -> &'static str {
    look.pick(place.chinese, place.english)
}

/// `消息（3）`; the other places by their names alone.
fn label(place: &Place, look: Look, unread: u8) -> String {
    let name = name(place, look);
    if place.path != MESSAGES || unread == 0 {
        return name.to_owned();
    }
    let count = match unread {
        100.. => "99+".to_owned(),
        count => count.to_string(),
    };
    match look.language {
        Language::Chinese => format!("{name}（{count}）"),
        Language::English => format!("{name} ({count})"),
    }
}

fn entries(places: Vec<&Place>, look: Look, path: &str, unread: u8) -> impl IntoView + use<> {
    let entry = |place: &Place| {
        let (href, sign) = (place.path, place.sign);
        let current = current(href, path);
        let name = label(place, look, unread);
        view! { <li><a href=href aria-current=current><Icon sign/>{name}</a></li> }
    };
    places.into_iter().map(entry).collect_view()
}

/// What is shown at once, and what stands behind one more entry.
fn divide<'a>(places: &'a [Place], path: &str, elder: bool) -> (Vec<&'a Place>, Vec<&'a Place>) {
    let all = places.iter();
    if elder && path == "/me" {
        let rest = all.filter(|place| !ON_FIRST.contains(&place.path));
        return (Vec::new(), rest.collect());
    }
    let most = if elder && places.len() > MOST {
        MOST - 1
    } else {
        places.len()
    };
    (all.clone().take(most).collect(), all.skip(most).collect())
}

/// `page` for the place itself, `true` for a page below it.
pub(super) fn current(href: &str, path: &str) -> Option<&'static str> {
    if href == path {
        return Some("page");
    }
    if let Some((_, place)) = BELONGS.iter().find(|(page, _)| is_below(path, page)) {
        return (*place == href).then_some("true");
    }
    let below = href != "/me" && is_below(path, href);
    below.then_some("true")
}

/// Whether `path` is `place` or an address below it.
fn is_below(path: &str, place: &str) -> bool {
    path.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::{
        Look, MESSAGES, MOST, ON_FIRST, PLACES, Place, Sign, current, divide, label, place,
    };

    #[test]
    fn only_the_place_one_is_at_is_marked() {
        assert_eq!(current("/me", "/me"), Some("page"));
        assert_eq!(current("/me", "/me/benefits"), None);
        assert_eq!(
            current("/me/settlements", "/me/settlements/1"),
            Some("true")
        );
        assert_eq!(current("/me/settlements", "/me/settlements2"), None);
        for page in [
            "/me/contributions",
            "/me/certificates",
            "/me/certificates/new",
        ] {
            let marked: Vec<&str> = PLACES
                .iter()
                .filter(|place| current(place.path, page).is_some())
                .map(|place| place.path)
                .collect();
            assert_eq!(marked, ["/me/enrolment"], "{page}");
        }
    }

    #[test]
    fn the_messages_say_how_many_wait() {
        let look = Look::default();
        let at = |path| PLACES.iter().find(|place| place.path == path).unwrap();
        assert_eq!(label(at(MESSAGES), look, 0), "消息");
        assert_eq!(label(at(MESSAGES), look, 3), "消息（3）");
        assert_eq!(label(at(MESSAGES), look, 100), "消息（99+）");
        assert_eq!(label(at("/me"), look, 3), "我的医保");
    }

    #[test]
    fn elder_mode_shows_six_at_most_and_hides_none() {
        let eight: Vec<Place> = (0..8).map(|_| place("/x", Sign::Info, "", "")).collect();
        let seven = eight.get(..7).unwrap();
        for places in [&PLACES[..], seven, &eight[..]] {
            let (shown, rest) = divide(places, "/me/settlements", true);
            assert!(shown.len() + usize::from(!rest.is_empty()) <= MOST);
            assert_eq!(shown.len() + rest.len(), places.len());
            let (all, none) = divide(places, "/me", false);
            assert_eq!((all.len(), none.len()), (places.len(), 0));
        }
        let (shown, rest) = divide(&PLACES, "/me", true);
        assert!(shown.is_empty(), "the page has large entries of its own");
        assert_eq!(rest.len() + ON_FIRST.len(), PLACES.len());
    }
}
