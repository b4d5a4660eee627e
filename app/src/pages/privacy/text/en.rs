//! The privacy notice in English.

use super::PrivacyText;

pub(super) static TEXT: PrivacyText = PrivacyText {
    title: "Privacy notice",
    description: "What this site keeps of you, on what basis, for how long, who sees it, what your rights are, and which cookies are used.",
    short_title: "In short",
    short: &[
        "Your insurance data is shown to you and to family members you have confirmed. Your employer does not see it.",
        "Every look by anyone but you leaves a line: who, when, why. That record is yours to read.",
        "Nothing is sold or handed to third parties; no advertising, no tracking. No page holds code, counters or fonts of anybody else.",
        "Policies, the glossary and help work without a sign-in and do not ask who you are.",
    ],
    kept_title: "What is kept",
    kept_columns: ["Data", "What for", "How it is protected"],
    kept: &[
        [
            "Name, sex, date of birth, place of registration and of residence",
            "to know you, and which rules and which group apply",
            "shown only to you and to family you have confirmed",
        ],
        [
            "Number of the identity document, mobile number",
            "to match you with the insurance register",
            "encrypted; never in addresses or logs",
        ],
        [
            "Enrolment, contributions, personal account, family, recognised hardship, add-ons you bought",
            "to say whether you are covered and for what",
            "as above",
        ],
        [
            "Each settlement with its items",
            "to explain how a bill was worked out",
            "the diagnosis is encrypted and not shown; settlements and ledger entries cannot be changed once written",
        ],
        [
            "The account: the identity service's identifier, a name, the choice of large print",
            "to know you again",
            "no password, no face",
        ],
        [
            "The session: when it began and was last used, what the browser calls itself",
            "so that you can tell whether it was you",
            "only a hash of its number is stored, so nobody can sign in from the database",
        ],
        [
            "Proofs of cover that you issue: what each says, what it shows, how often it was checked",
            "so that whoever holds one can check that it is genuine",
            "text and code are encrypted and signed; checks are counted, and nobody notes who checked",
        ],
        [
            "The access record: who looked at what of whom, when and why",
            "for you, and for auditors",
            "can only grow; each line is chained to the one before and signed, so a change shows",
        ],
    ],
    kept_more: &[
        "This comes from the insurance agency's register and settlements; it is not collected from you again. Health, financial accounts and everything about children under 14 are sensitive personal information (Personal Information Protection Law, PIPL, article 28).",
        "The log of the running program holds kinds of pages, results and durations: no contents of addresses, no names, no numbers. Your network address is used in memory only, to limit the pace of requests, and is written to no log or database.",
    ],
    basis_title: "On what basis",
    basis_columns: ["Matter", "Basis in the PIPL"],
    basis: &[
        [
            "Registering and reading enrolment, contributions and settlements",
            "Articles 13(1)(3) and 34: necessary for a duty set by law. It needs no consent but has to be told to you (article 35): this page does",
        ],
        [
            "Letting family see your insurance, or use money of your account",
            "Article 29: separate consent for sensitive information, never bundled, never ticked beforehand, withdrawn at any time (article 15)",
        ],
        [
            "Children under 14",
            "Article 31: consent of a parent or another guardian",
        ],
        [
            "Computing what is paid, reminding you of days ahead",
            "Article 24: what is computed automatically must be explained. Every step here names its source, and nobody's claim is decided",
        ],
        [
            "The access record and security logs",
            "Articles 51 and 54, and the Cybersecurity Law: to prevent and to find misuse; logs stay at least 6 months",
        ],
    ],
    time_title: "For how long",
    time_columns: ["Data", "How long"],
    time: &[
        [
            "The session",
            "void after 30 minutes without use or after 8 hours, and deleted a day later; gone at once when you sign out. A form you send in that day is kept with it, encrypted, until you sign in again",
        ],
        [
            "What a sign-in under way needs",
            "20 minutes, good for one use; the mark that it was used is gone within an hour and keeps it from being used twice",
        ],
        [
            "Enrolment, contributions, settlements, ledger",
            "the program deletes none by itself. They are the basis of benefits and kept as social insurance files; a correction is a new entry, the old one stays",
        ],
        [
            "Proofs of cover that you issue",
            "can be checked until the day that stands on them, or until you withdraw them; they stay in your own record, and the program deletes none by itself",
        ],
        [
            "The access record",
            "the program deletes none, and nobody can",
        ],
        [
            "Your choice of language and display",
            "in your browser only, 1 year",
        ],
    ],
    time_more: &[
        "Who runs this site has to delete what is no longer needed (article 47); where the law sets a time that has not passed, it is only stored, no longer used.",
    ],
    who_title: "Who sees it",
    who: &[
        "You, once signed in.",
        "Family members you have confirmed, while the relation is in force. When it ends, the next page they open shows nothing.",
        "Whoever holds a proof of cover of yours: only whether you were insured on that day. Anything more is for you to show, to change and to withdraw at any time.",
        "An employer's handler: nobody's settlements, drugs or illness.",
        "Editors and approvers of policies, the system administrator: no page shows them anybody's insurance data.",
        "Auditors: the access record only, no illness and no amounts.",
    ],
    who_more: &[
        "Whoever may not see you gets the same answer as for somebody who does not exist, so nobody can even find out that you are here.",
        "Each page that family opens is written down before it is shown; taking all of your data out on the server is written down too.",
    ],
    rights_title: "Your rights and how to use them",
    contact: |sponsor, hotline| {
        format!(
            "Handler of personal information: {sponsor}. Telephone {hotline}; or in person at the service hall where you are insured."
        )
    },
    rights_columns: ["Right", "Article", "How"],
    rights: &[
        [
            "To know and decide",
            "44",
            "This page says it; for more, call",
        ],
        [
            "To read and copy",
            "45",
            "Sign in, read and print; for all of it as a file (PDF, CSV, JSON) ask the telephone above or a hall",
        ],
        [
            "To correct and complete",
            "46",
            "Ask the insurance agency where you are insured: the register is corrected",
        ],
        [
            "To delete",
            "47",
            "You may ask; what the law requires to be kept, such as settlements, stays, and you are told why",
        ],
        ["To have it explained", "48", "Call, or ask at a hall"],
        [
            "To withdraw consent",
            "15",
            "End the relation with family; it takes effect at once, the record of earlier looks stays",
        ],
        [
            "Close relatives of the deceased",
            "49",
            "Bring proof of the relation to a hall to read, copy, correct or delete",
        ],
    ],
    to_access: "Who looked at my data",
    to_family: "My family",
    to_sessions: "Where I am signed in",
    call: |number| format!("Call {number}"),
    rights_more: &[
        "You get an answer without delay, and reasons where it is no (article 50). You may complain to the cyberspace authority (article 65) or go to court.",
        "Should data leak, who runs this site has to act at once and tell you and the authority (article 57). Data is stored in China (article 36); who runs this site sees to that.",
    ],
    third_title: "No third parties",
    third: &[
        "Pages, styles and scripts come from this site, and browsers are told to fetch nothing from anywhere else.",
        "The only service outside is the identity service you sign in at. It knows that you signed in here, not what you read.",
        "“Listen” uses a voice on your device only; the words are not sent anywhere.",
        "No local storage of the browser, no recognising of devices, no location, no camera, no microphone.",
        "Giving anything to an insurance company would need your separate consent (articles 23 and 29); this site has no such function at present.",
    ],
    cookies_title: "Cookies in use",
    cookies_lead: "All are our own and needed to work; no script can read them and no other site gets them. This is the whole list:",
};
