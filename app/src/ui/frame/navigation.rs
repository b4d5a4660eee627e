//! The navigation of a signed-in person's own pages: beside the page, a sheet on a phone, and in
//! elder mode at most six large entries below it.

use leptos::prelude::*;

use crate::language::Language;
use crate::ui::{Icon, Kept, Look, Sign, gap};

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
static BELONGS: [(&str, &str); 3] = [
    ("/me/contributions", "/me/enrolment"),
    ("/me/certificates", "/me/enrolment"),
    ("/me/queries", "/me/settlements"),
];

/// In elder mode the first page has large entries of its own; they lead here.
const ON_FIRST: [&str; 4] = ["/me", "/me/enrolment", "/me/benefits", "/me/settlements"];
/// So many entries elder mode shows at once.
const MOST: usize = 6;

/// Where among the places a page stands. All that a page's path says to the navigation.
#[derive(Clone, Copy)]
enum Standing {
    At(usize),
    Below(usize),
    Elsewhere,
}

impl Standing {
    const VARIANTS: usize = 2 * PLACES.len() + 1;

    fn of(path: &str) -> Self {
        let find = |mark| {
            PLACES
                .iter()
                .position(|place| current(place.path, path) == Some(mark))
        };
        match (find("page"), find("true")) {
            (Some(at), _) => Self::At(at),
            (None, Some(below)) => Self::Below(below),
            (None, None) => Self::Elsewhere,
        }
    }

    fn variant(self) -> usize {
        match self {
            Self::Elsewhere => 0,
            Self::At(at) => 1 + 2 * at,
            Self::Below(below) => 2 + 2 * below,
        }
    }

    /// A path that stands there.
    fn path(self) -> String {
        let of = |index| PLACES.get(index).map_or("", |place: &Place| place.path);
        match self {
            Self::Elsewhere => String::new(),
            Self::At(at) => of(at).to_owned(),
            Self::Below(below) => format!("{}/-", of(below)),
        }
    }
}

/// One entry a place; the current one is marked.
#[component]
pub fn Navigation(
    /// The path of the page.
    path: String,
    /// How many messages are unread; 100 stands for that many or more.
    unread: u8,
) -> impl IntoView {
    static KEPT: Kept<{ Look::VARIANTS * Standing::VARIANTS }> = Kept::new();
    let look = Look::current();
    let standing = Standing::of(&path);
    let index = standing.variant() * Look::VARIANTS + look.variant();
    let make = |(look, standing): (Look, Standing)| list(look, &standing.path());
    KEPT.show_with(index, (look, standing), make, &[&count(look, unread)])
}

fn list(look: Look, path: &str) -> impl IntoView + use<> {
    let (shown, rest) = divide(&PLACES, path, look.elder);
    let shown = entries(shown, look, path);
    let more = (!rest.is_empty()).then(|| {
        let rest = entries(rest, look, path);
        view! {
            <li>
                <details>
                    <summary><Icon sign=Sign::Menu/>{look.pick("更多", "More")}</summary>
                    <ul role="list">{rest}</ul>
                </details>
            </li>
        }
    });
    let sheet = (!look.elder).then(|| {
        let here = PLACES
            .iter()
            .rfind(|place| current(place.path, path).is_some());
        let here = here.map(|place| name(place, look));
        let all = entries(PLACES.iter().collect(), look, path);
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

/// `（3）`; nothing where none waits.
fn count(look: Look, unread: u8) -> String {
    let shown = match unread {
        0 => return String::new(),
        100.. => "99+".to_owned(),
        count => count.to_string(),
    };
    match look.language {
        Language::Chinese => format!("（{shown}）"),
        Language::English => format!(" ({shown})"),
    }
}

/// The name, and the gap where the count stands.
fn label(place: &Place, look: Look) -> String {
    let count = if place.path == MESSAGES { gap(0) } else { "" };
    format!("{}{count}", name(place, look))
}

fn entries(places: Vec<&Place>, look: Look, path: &str) -> impl IntoView + use<> {
    let entry = |place: &Place| {
        let (href, sign) = (place.path, place.sign);
        let current = current(href, path);
        let name = label(place, look);
        view! { <li><a href=href aria-current=current><Icon sign/>{name}</a></li> }
    };
    places.into_iter().map(entry).collect_view()
}

/// What is shown at once, and what stands behind one more entry. The place one is at is always
/// shown, so that the rest need not open by itself.
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
    let mut shown: Vec<&Place> = all.clone().take(most).collect();
    let mut rest: Vec<&Place> = all.skip(most).collect();
    let here = |place: &&Place| current(place.path, path).is_some();
    if let Some(at) = rest.iter().position(here)
        && let Some(last) = shown.pop()
    {
        shown.push(rest.remove(at));
        rest.insert(0, last);
    }
    (shown, rest)
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
        Look, MESSAGES, MOST, ON_FIRST, PLACES, Place, Sign, Standing, count, current, divide, gap,
        label, place,
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
        let of = |unread| label(at(MESSAGES), look).replace(gap(0), &count(look, unread));
        assert_eq!(of(0), "消息");
        assert_eq!(of(3), "消息（3）");
        assert_eq!(of(100), "消息（99+）");
        assert_eq!(label(at("/me"), look), "我的医保");
    }

    #[test]
    fn pages_that_share_a_navigation_mark_the_same() {
        let marks = |path: &str| PLACES.each_ref().map(|place| current(place.path, path));
        let mut variants = std::collections::HashSet::new();
        for place in &PLACES {
            for path in [place.path.to_owned(), format!("{}/1/x", place.path)] {
                let standing = Standing::of(&path);
                variants.insert(standing.variant());
                assert!(standing.variant() < Standing::VARIANTS);
                assert_eq!(marks(&standing.path()), marks(&path));
                assert_eq!(standing.path() == "/me", path == "/me");
            }
        }
        assert_eq!(variants.len(), 2 * PLACES.len());
        assert_eq!(marks(&Standing::of("/me/1").path()), marks("/me/1"));
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
        for place in &PLACES {
            let below = format!("{}/1", place.path);
            for path in [place.path, below.as_str()] {
                let (shown, rest) = divide(&PLACES, path, true);
                let open = rest.iter().any(|place| current(place.path, path).is_some());
                assert!(!open && shown.len() < MOST, "{path}");
                assert_eq!(
                    shown.len() + rest.len() + if path == "/me" { 4 } else { 0 },
                    8
                );
            }
        }
        let (shown, rest) = divide(&PLACES, "/me", true);
        assert!(shown.is_empty(), "the page has large entries of its own");
        assert_eq!(rest.len() + ON_FIRST.len(), PLACES.len());
    }
}
