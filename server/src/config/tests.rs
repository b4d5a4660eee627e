use super::{Config, Mode, Sources};

fn resolve(flags: &[(&str, &str)]) -> Result<(Config, Vec<String>), super::ConfigErrors> {
    Config::resolve(&Sources::of(flags))
}

fn complained_about(flags: &[(&str, &str)]) -> Vec<String> {
    let errors = resolve(flags).expect_err("should be refused");
    errors
        .0
        .into_iter()
        .map(|problem| problem.setting)
        .collect()
}

const GOOD_KEY: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopo=";

#[test]
fn a_demonstration_needs_nothing() {
    let (config, unknown) = resolve(&[]).unwrap();
    assert_eq!(config.mode, Mode::Demo);
    assert_eq!(config.listen.address.to_string(), "127.0.0.1:3000");
    assert_eq!(config.site.public_url, "http://127.0.0.1:3000");
    assert!(
        config
            .database
            .options()
            .url
            .contains("var/yibaotong.sqlite")
    );
    assert_eq!(config.rates.pages, 0);
    assert!(unknown.is_empty());
}

#[test]
fn production_reports_everything_that_is_missing_at_once() {
    let found = complained_about(&[("mode", "production"), ("port", "many")]);
    let missing = [
        "port",
        "proxy_hops",
        "oidc.issuer",
        "master_key",
        "public_url",
    ];
    assert_eq!(found, missing);
}

#[test]
fn production_refuses_plain_http_and_weak_keys() {
    let found = complained_about(&[
        ("mode", "production"),
        ("public_url", "http://example.org"),
        ("proxy_hops", "0"),
        ("oidc.issuer", "http://provider.example"),
        ("oidc.client_id", "yibaotong"),
        ("master_key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="),
    ]);
    assert_eq!(found, ["oidc.issuer", "master_key", "public_url"]);
}

#[test]
fn a_complete_production_configuration_is_accepted_and_strict() {
    let (config, _) = resolve(&[
        ("mode", "production"),
        ("public_url", "https://yb.example/"),
        ("proxy_hops", "1"),
        ("oidc.issuer", "https://provider.example/realm"),
        ("oidc.client_id", "yibaotong"),
        ("master_key", GOOD_KEY),
    ])
    .unwrap();
    assert_eq!(config.site.public_url, "https://yb.example");
    assert!(config.secure());
    assert!(config.rates.sign_in > 0);
    assert_eq!(config.listen.proxy_hops, 1);
    assert_eq!(
        config.provider.unwrap().origin(),
        "https://provider.example"
    );
}

#[test]
fn production_has_to_be_told_how_many_proxies_stand_in_front() {
    let rest = [
        ("mode", "production"),
        ("public_url", "https://yb.example/"),
        ("oidc.issuer", "https://provider.example/realm"),
        ("oidc.client_id", "yibaotong"),
        ("master_key", GOOD_KEY),
    ];
    assert_eq!(complained_about(&rest), ["proxy_hops"]);
    let told = |hops| [rest.as_slice(), &[("proxy_hops", hops)]].concat();
    assert_eq!(complained_about(&told("9")), ["proxy_hops"]);
    for (hops, expected) in [("0", 0), ("2", 2)] {
        let (config, _) = resolve(&told(hops)).unwrap();
        assert_eq!(config.listen.proxy_hops, expected);
    }
    let (config, _) = resolve(&[]).unwrap();
    assert_eq!(config.listen.proxy_hops, 0, "a demonstration stands alone");
}

#[test]
fn the_day_of_the_last_update_is_a_day() {
    let (config, _) = resolve(&[("site.updated_on", "2026-06-01")]).unwrap();
    assert_eq!(config.site.updated_on.unwrap().to_string(), "2026-06-01");
    assert_eq!(resolve(&[]).unwrap().0.site.updated_on, None);
    let found = complained_about(&[("site.updated_on", "last week")]);
    assert_eq!(found, ["site.updated_on"]);
}

#[test]
fn flags_win_over_environment_and_environment_over_file() {
    let sources = Sources::of(&[("port", "4001")])
        .with_environment(
            [
                ("PORT", "4002"),
                ("VAR", "elsewhere"),
                ("YIBAOTONG_RATE_API", "7"),
                ("YIBAOTONG_RAET_API", "8"),
                ("HOME", "/root"),
            ]
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value.to_owned())),
        )
        .with_file("port = 4003\n[rate]\napi = 9\nsearch = 5\n[site]\nhotline = \"1\"")
        .unwrap();
    let (config, unknown) = Config::resolve(&sources).unwrap();
    assert_eq!(config.listen.address.port(), 4001);
    assert_eq!(config.var.to_str(), Some("elsewhere"));
    assert_eq!((config.rates.api, config.rates.search), (7, 5));
    assert_eq!(config.site.hotline, "1");
    assert_eq!(unknown, ["YIBAOTONG_RAET_API"]);
}

#[test]
fn a_secret_can_come_from_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("key");
    std::fs::write(&path, format!("{GOOD_KEY}\n")).unwrap();
    let (config, _) = resolve(&[("master_key_file", path.to_str().unwrap())]).unwrap();
    assert!(config.master_key.is_some());
    let found = complained_about(&[("master_key_file", "/nowhere/at/all")]);
    assert_eq!(found, ["master_key_file"]);
}

#[test]
fn a_demonstration_makes_its_key_once_and_keeps_it_private() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let (config, _) = resolve(&[("var", folder.path().to_str().unwrap())]).unwrap();
    let random = crate::random::SystemRandom;
    let purpose = services::keys::Purpose::Token;
    let first = super::load_keys(&config, &random).unwrap();
    let second = super::load_keys(&config, &random).unwrap();
    assert_eq!(
        first.blind_index(purpose, "x"),
        second.blind_index(purpose, "x")
    );
    let mode = std::fs::metadata(folder.path().join("keys/master"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}
