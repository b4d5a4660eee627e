//! What a link allows, in words before it is agreed to; each thing is agreed to for itself.

use domain::family::Scope;
use leptos::prelude::*;

use crate::language::Language;
use crate::page::PageRequest;
use crate::ui::{Look, Tick};

/// What somebody ticked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ticked {
    /// The link itself, with cover.
    pub agreed: bool,
    /// What they open beside it.
    pub scope: Scope,
}

impl Ticked {
    /// What `request` sends.
    pub(super) fn read(request: &PageRequest) -> Self {
        let yes = |name| request.field(name) == Some("yes");
        Self {
            agreed: yes("agreed"),
            scope: Scope {
                visits: yes("visits"),
                account: yes("account"),
            },
        }
    }
}

/// What `name` may and may not do once the reader agrees to be seen.
#[component]
pub(super) fn Allows(
    /// Who will see.
    name: String,
) -> impl IntoView {
    let look = Look::current();
    let [may, may_not, always] = match look.language {
        Language::Chinese => [
            format!(
                "同意以后，{name}可以看：您在哪里参保、断过没有；看病能报多少、今年用了多少；您的商业保险。"
            ),
            format!("{name}不能：动用您的个人账户，修改您的登记，替您答应别的事。"),
            "每看一次，您的查看记录里都有一条。您随时可以在“家人”页结束，马上生效。".to_owned(),
        ],
        Language::English => [
            format!(
                "Once you agree, {name} may see: where you are insured and any breaks; what insurance pays and what the year has used; your add-on insurance."
            ),
            format!(
                "{name} may not: use your personal account, change your records, or agree to anything for you."
            ),
            "Each look leaves a line in your own log. You can end it on the family page at any time, with effect at once.".to_owned(),
        ],
    };
    view! { <ul class="bullets measure"><li>{may}</li><li>{may_not}</li><li>{always}</li></ul> }
}

/// The three things to agree to; none is ticked beforehand.
#[component]
pub(super) fn Ticks(
    /// Who will see.
    name: String,
    /// What was ticked before.
    ticked: Ticked,
    /// What is wrong with the first.
    problem: Option<String>,
) -> impl IntoView {
    let look = Look::current();
    let [agreed, visits, account] = match look.language {
        Language::Chinese => [
            format!("我同意{name}看我的参保和待遇。"),
            format!("我另外同意{name}看我的看病和报销记录。这些记录看得出得了什么病。（可以不选）"),
            format!("我另外同意{name}看我的个人账户和缴费记录。这些记录看得出收入。（可以不选）"),
        ],
        Language::English => [
            format!("I agree that {name} sees my cover and benefits."),
            format!(
                "I also agree that {name} sees my visits and settlements, which say something of illness. (Optional)"
            ),
            format!(
                "I also agree that {name} sees my personal account and contributions, which say something of income. (Optional)"
            ),
        ],
    };
    view! {
        <Tick name="agreed" label=agreed ticked=ticked.agreed problem/>
        <Tick name="visits" label=visits ticked=ticked.scope.visits/>
        <Tick name="account" label=account ticked=ticked.scope.account/>
    }
}
