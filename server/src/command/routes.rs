//! `routes`: every address with what it takes to be shown, for people and for tests.

use app::routes::{self, Audience};
use clap::Args;
use serde_json::json;

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
        let rows: Vec<_> = routes::all()
            .iter()
            .map(|route| {
                let method = match route.method {
                    routes::Method::Get => "GET",
                    routes::Method::Post => "POST",
                };
                let audience = match route.audience {
                    Audience::Everybody => "everybody",
                    Audience::SignedIn => "signed_in",
                    Audience::Demo => "demo",
                };
                (method, route.path, audience, route.action.code())
            })
            .collect();
        if self.json {
            let list: Vec<_> = rows
                .iter()
                .map(|(method, path, audience, action)| {
                    json!({ "method": method, "path": path, "audience": audience, "action": action })
                })
                .collect();
            println!("{}", serde_json::to_string_pretty(&list)?);
            return Ok(());
        }
        for (method, path, audience, action) in rows {
            println!("{method:5} {path:40} {audience:10} {action}");
        }
        Ok(())
    }
}
