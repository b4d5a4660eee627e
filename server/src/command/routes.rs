//! `routes`: every address with what it takes to be shown, for people and for tests.

use app::routes::Audience;
use clap::Args;
use domain::access::{Role, may_ever};
use serde_json::{Value, json};

use crate::http::addresses::{self, Address};
use crate::serve::Failure;

#[derive(Args)]
pub(super) struct Arguments {
    /// One JSON array instead of lines
    #[arg(long)]
    json: bool,
}

impl Arguments {
    #[expect(clippy::print_stdout, reason = "the command's answer")]
    pub(super) fn run(&self) -> Result<(), Failure> {
        let addresses = addresses::all();
        if self.json {
            let list: Vec<Value> = addresses.iter().map(row).collect();
            println!("{}", serde_json::to_string_pretty(&list)?);
            return Ok(());
        }
        for address in &addresses {
            println!(
                "{:5} {:40} {:10} {}",
                address.method,
                address.path,
                word(address.audience),
                address.action.code()
            );
        }
        Ok(())
    }
}

fn row(address: &Address) -> Value {
    let everybody = address.audience == Audience::AnyHat;
    let roles = Role::ALL.into_iter().filter(|role| *role != Role::Operator);
    let roles = roles.filter(|role| everybody || may_ever(*role, address.action));
    let roles: Vec<&str> = roles.map(Role::code).collect();
    json!({
        "path": address.path,
        "method": address.method,
        "audience": word(address.audience),
        "action": address.action.code(),
        "roles": roles,
    })
}

const fn word(audience: Audience) -> &'static str {
    match audience {
        Audience::Everybody => "everybody",
        Audience::SignedIn | Audience::AnyHat => "signed_in",
        Audience::Demo => "demo",
    }
}
