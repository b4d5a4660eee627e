//! Tokens that a provider of ours would never make: none of them lets anybody in.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

use axum::http::StatusCode;
use serde_json::{Value, json};
use tests::database::sqlite_only;
use tests::forged_provider::{ForgedProvider, Signature, Token};
use tests::platform::noon;
use tests::sign_in_attempt::{Attempt, sign_in};
use tests::site::Site;

type Forgery = fn(&mut Token);
type Change = fn(&mut Value);

fn set(token: &mut Token, claim: &str, value: impl Into<Value>) {
    token.claims[claim] = value.into();
}

fn drop_claim(token: &mut Token, claim: &str) {
    token.claims.as_object_mut().unwrap().remove(claim);
}

fn from_noon(seconds: i64) -> i64 {
    noon().timestamp() + seconds
}

const FORGERIES: &[(&str, Forgery)] = &[
    ("alg none, unsigned", |token| {
        token.header["alg"] = json!("none");
        token.signature = Signature::Empty;
    }),
    ("alg none, signed all the same", |token| {
        token.header["alg"] = json!("none");
    }),
    ("alg None in another spelling", |token| {
        token.header["alg"] = json!("nOnE");
        token.signature = Signature::Empty;
    }),
    ("HS256 with the public key for a secret", |token| {
        token.header["alg"] = json!("HS256");
        token.signature = Signature::HmacOfPublicKey;
    }),
    ("HS256 with the client's secret", |token| {
        token.header["alg"] = json!("HS256");
        token.signature = Signature::HmacOfClientSecret;
    }),
    ("RS256 over an Ed25519 signature", |token| {
        token.header["alg"] = json!("RS256");
    }),
    ("ES256 over an Ed25519 signature", |token| {
        token.header["alg"] = json!("ES256");
    }),
    ("no alg at all", |token| {
        token.header.as_object_mut().unwrap().remove("alg");
    }),
    ("a key that nobody published", |token| {
        token.header["kid"] = json!("unknown");
        token.signature = Signature::OtherKey;
    }),
    ("another key under the right id", |token| {
        token.signature = Signature::OtherKey;
    }),
    ("another key, brought along in the header", |token| {
        token.header["jwk"] = json!({ "kty": "OKP", "crv": "Ed25519", "x": "mine" });
        token.signature = Signature::OtherKey;
    }),
    (
        "another key, to be fetched from the header's address",
        |token| {
            token.header["jku"] = json!("http://127.0.0.1:1/jwks");
            token.header["kid"] = json!("mine");
            token.signature = Signature::OtherKey;
        },
    ),
    ("no signature", |token| token.signature = Signature::Empty),
    ("one bit of the signature turned", |token| {
        token.signature = Signature::Garbled;
    }),
    ("claims changed after signing", |token| {
        let mut claims = token.claims.clone();
        claims["sub"] = json!("somebody else");
        token.swapped_claims = Some(claims);
    }),
    ("a critical header that nobody understands", |token| {
        token.header["crit"] = json!(["b64"]);
    }),
    ("an access token for an ID token", |token| {
        token.header["typ"] = json!("at+jwt");
    }),
    ("a token in a token", |token| {
        token.header["cty"] = json!("JWT");
    }),
    ("another issuer", |token| {
        set(token, "iss", "https://evil.example");
    }),
    ("the issuer with a slash more", |token| {
        let issuer = format!("{}/", token.claims["iss"].as_str().unwrap());
        set(token, "iss", issuer);
    }),
    ("no issuer", |token| drop_claim(token, "iss")),
    ("another audience", |token| {
        set(token, "aud", "another-site");
    }),
    ("no audience", |token| drop_claim(token, "aud")),
    ("an empty audience", |token| set(token, "aud", json!([]))),
    ("one audience too many", |token| {
        set(token, "aud", json!(["yibaotong", "another-site"]));
    }),
    ("made for another party", |token| {
        set(token, "azp", "another-site");
    }),
    ("another nonce", |token| set(token, "nonce", "another")),
    ("an empty nonce", |token| set(token, "nonce", "")),
    ("no nonce", |token| drop_claim(token, "nonce")),
    ("expired 61 seconds ago", |token| {
        set(token, "exp", from_noon(-61));
    }),
    ("expires never", |token| drop_claim(token, "exp")),
    ("expires at no time", |token| set(token, "exp", "tomorrow")),
    ("made in 61 seconds", |token| {
        set(token, "iat", from_noon(61));
    }),
    ("made eleven minutes ago", |token| {
        set(token, "iat", from_noon(-660));
    }),
    ("valid in 61 seconds", |token| {
        set(token, "nbf", from_noon(61));
    }),
    ("valid from no time on", |token| set(token, "nbf", "now")),
    ("nobody's", |token| drop_claim(token, "sub")),
    ("of a subject without a name", |token| set(token, "sub", "")),
    ("of a subject with too long a name", |token| {
        set(token, "sub", "x".repeat(256));
    }),
    ("of a subject that is a number", |token| {
        set(token, "sub", 7);
    }),
    ("for another access token", |token| {
        set(token, "at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
    }),
];

#[tokio::test]
async fn forged_tokens_let_nobody_in() {
    assert!(FORGERIES.len() >= 30);
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    for (name, forgery) in FORGERIES {
        provider.script().forge = Box::new(forgery);
        let Attempt { answer, browser } = sign_in(&site, &provider).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {answer:?}");
        assert_eq!(browser.cookie("sid"), None, "{name}");
        assert!(
            !answer.body.contains("somebody"),
            "{name}: nothing sent in is repeated"
        );
    }
    assert_eq!(site.count("session").await, 0);
    assert_eq!(site.count("account").await, 0);
    assert_eq!(site.count("audit_event WHERE action = 'sign_in'").await, 0);
}

const GENUINE: &[(&str, Forgery)] = &[
    ("as it should be", |_| {}),
    ("expired 59 seconds ago, by a clock that is slow", |token| {
        set(token, "exp", from_noon(-59));
    }),
    ("made in 59 seconds, by a clock that is fast", |token| {
        set(token, "iat", from_noon(59));
    }),
    ("valid in 59 seconds, by a clock that is fast", |token| {
        set(token, "nbf", from_noon(59));
    }),
    ("with its audience in a list", |token| {
        set(token, "aud", json!(["yibaotong"]));
    }),
    ("made for us by name", |token| {
        set(token, "azp", "yibaotong");
    }),
    (
        "without a key's id, from a provider with one key",
        |token| {
            token.header.as_object_mut().unwrap().remove("kid");
        },
    ),
    ("without a type", |token| {
        token.header.as_object_mut().unwrap().remove("typ");
    }),
];

#[tokio::test]
async fn genuine_tokens_let_one_person_in() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    for (name, genuine) in GENUINE {
        provider.script().forge = Box::new(genuine);
        let Attempt { answer, browser } = sign_in(&site, &provider).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{name}: {answer:?}");
        assert_eq!(answer.location(), "/me", "{name}");
        assert!(browser.cookie("sid").is_some(), "{name}");
    }
    assert_eq!(site.count("account").await, 1, "the subject is the account");
    assert_eq!(
        site.count("session").await,
        i64::try_from(GENUINE.len()).unwrap()
    );
}

#[tokio::test]
async fn answers_that_are_no_tokens_let_nobody_in() {
    let made = sqlite_only().await;
    let provider = ForgedProvider::start().await;
    let site = Site::with(&made, &provider.settings()).await;
    let answers: &[(&str, Change)] = &[
        ("no ID token", |answer| answer["id_token"] = Value::Null),
        ("an ID token that is no token", |answer| {
            answer["id_token"] = json!("a.b");
        }),
        ("a token of five parts", |answer| {
            answer["id_token"] = json!("a.b.c.d.e");
        }),
        ("an answer that is a text", |answer| {
            *answer = json!("hello");
        }),
    ];
    for (name, change) in answers {
        provider.script().answer = Box::new(change);
        let Attempt { answer, .. } = sign_in(&site, &provider).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {answer:?}");
    }
    provider.script().answer = Box::new(|answer| *answer = json!({ "error": "invalid_grant" }));
    provider.script().token_status = StatusCode::BAD_REQUEST;
    let Attempt { answer, .. } = sign_in(&site, &provider).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{answer:?}");
    assert_eq!(site.count("session").await, 0);
}
