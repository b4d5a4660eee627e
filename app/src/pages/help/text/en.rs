//! Help in English.

use super::{HelpText, Question, Topic};
use crate::ui::Sign;

pub(super) static TEXT: HelpText = HelpText {
    title: "Help",
    description: "How to reach a person, how signing in works, what to do when something looks wrong, what the figures rest on, how family can help, who handles what, large print and printing.",
    person_title: "A person first",
    person_answer: "Call {hotline}; somebody answers {hours}. Or go to a service hall and talk to a person at the counter.",
    person: &[
        "By telephone: say where you are insured and what you need. For one settlement, note its number from its page first.",
        "At the hall: bring your identity card to the hall of the place where you are insured. You need no phone and no face scan; family may come for you with both identity cards.",
        "There is no chat robot here, and nobody calls you from here to ask for passwords, codes or money.",
    ],
    call: "Call {hotline}",
    demo: "This is a demonstration: people and amounts are invented, and to sign in you choose one of the invented people. What follows describes real use.",
    contents: "Topics",
    all_topics: "All questions",
    topics: &[
        Topic {
            code: "sign-in",
            sign: Sign::Person,
            title: "Signing in and out",
            questions: &[
                Question {
                    id: "how-sign-in-works",
                    ask: "How does signing in work?",
                    answer: "“Sign in” takes you to the identity service, which confirms that it is you and sends you back. No password is kept here.",
                    more: &[
                        "The service tells us an identifier and your name, nothing else. A sign-in is finished in the same browser within 20 minutes; if it is not, press “Sign in” again. Nothing is lost.",
                    ],
                    links: &[],
                },
                Question {
                    id: "without-face-scan",
                    ask: "Do I have to scan my face?",
                    answer: "No. This site scans no faces, keeps no faces and uses no camera.",
                    more: &[
                        "If the identity service asks for a face scan you may ask for another way: a code by text message, a password, or your identity card at the counter. A face scan must not be the only way; so say the national measures on face recognition, in force since 1 June 2025.",
                    ],
                    links: &[],
                },
                Question {
                    id: "sign-in-fails",
                    ask: "What if signing in or proving who I am fails?",
                    answer: "Do not try over and over. Call {hotline}, or bring your identity card to a hall: the counter can look things up and settle them.",
                    more: &[
                        "Common causes: a rare character or a dot in the name, a registered name that differs from the card, a new card, or poor light and glasses at a face scan. The counter corrects what is registered wrongly once it has seen the card.",
                    ],
                    links: &[],
                },
                Question {
                    id: "without-sign-in",
                    ask: "What can I do without signing in?",
                    answer: "Search the policies, look up the words, calculate waits and contributions, compare commercial add-ons.",
                    more: &["Only your own insurance and settlements need a sign-in."],
                    links: &[
                        ("Policies", "/policies"),
                        ("Estimate what is paid", "/calculator"),
                        ("How long the wait after a break is", "/calculator/waiting"),
                        ("What insurance costs", "/calculator/contributions"),
                        ("How far each threshold is", "/calculator/thresholds"),
                        ("Words of medical insurance", "/glossary"),
                        ("Commercial add-ons", "/add-ons"),
                    ],
                },
                Question {
                    id: "how-long",
                    ask: "How long do I stay signed in?",
                    answer: "After {idle} minutes without use you are signed out; in constant use, after {longest} hours.",
                    more: &[
                        "{warning} minutes before, the page asks whether you are still there; one press and you go on. Without scripts each of your own pages says until when, and turning a page puts it off.",
                    ],
                    links: &[],
                },
                Question {
                    id: "shared-computer",
                    ask: "I use somebody else's computer. What when I am done?",
                    answer: "Press “Sign out” at the top right.",
                    more: &[
                        "It signs you out here and at the identity service, and clears the pages that the browser kept. Your choice of language and large print stays.",
                    ],
                    links: &[],
                },
            ],
        },
        Topic {
            code: "wrong",
            sign: Sign::Warning,
            title: "Something looks wrong",
            questions: &[
                Question {
                    id: "amount-wrong",
                    ask: "An amount looks wrong. What now?",
                    answer: "A mistake can be put right, and the record stays. Open that settlement and read “Does this look wrong?”.",
                    more: &[
                        "Tests or drugs you did not have: ask the hospital's insurance office. A doubt about the calculation: press “Ask the agency to check” on that page, and a message tells you of the answer; or call {hotline} with the settlement number. To go through it with somebody: bring identity card and invoice to the hall where you are insured.",
                    ],
                    links: &[
                        ("Settlements", "/me/settlements"),
                        ("My queries", "/me/queries"),
                    ],
                },
                Question {
                    id: "data-wrong",
                    ask: "My name, employer or dates are wrong?",
                    answer: "The insurance agency of your place corrects them; call {hotline} or go to a hall.",
                    more: &[
                        "What stands here is what the agency has registered. Neither you nor anybody running this site can change it; the register is changed. Correction is your right (Personal Information Protection Law, article 46).",
                    ],
                    links: &[("Enrolment", "/me/enrolment")],
                },
                Question {
                    id: "not-my-visit",
                    ask: "There is a visit that was not mine?",
                    answer: "Call {hotline} at once: somebody may be using your insurance.",
                    more: &[
                        "Give the day, the hospital and the settlement number. If your social security card is lost, report that to 12333 as well.",
                    ],
                    links: &[("Settlements", "/me/settlements")],
                },
                Question {
                    id: "paid-but-missing",
                    ask: "I paid, and it says I am not insured?",
                    answer: "Ask the tax authority (12366) whether the payment arrived, then insurance ({hotline}).",
                    more: &[
                        "The money reaches the tax authority first, which then tells insurance; a few days between are normal. Keep the receipt.",
                    ],
                    links: &[("Enrolment", "/me/enrolment")],
                },
                Question {
                    id: "somebody-looked",
                    ask: "Somebody looked at my data who should not have?",
                    answer: "Every look by anyone but you leaves a line. If one seems wrong, call {hotline} and have it looked into.",
                    more: &["The line says who, when and why, and nobody can change or delete it."],
                    links: &[
                        ("Who looked at my data", "/me/access"),
                        ("Privacy", "/privacy"),
                    ],
                },
                Question {
                    id: "page-fails",
                    ask: "A page does not open or shows an error?",
                    answer: "Your data is not lost by it. Try again in a few minutes; if it stays, call {hotline}.",
                    more: &[
                        "The page shows a number: give it, and the cause is found sooner. It holds nothing personal.",
                    ],
                    links: &[],
                },
            ],
        },
        Topic {
            code: "figures",
            sign: Sign::Gauge,
            title: "What the figures rest on",
            questions: &[
                Question {
                    id: "where-from",
                    ask: "Where do the amounts come from?",
                    answer: "Settled amounts are those recorded when the bill was settled. We compute them once more by the rules of that day and say “Checked again” only when both agree.",
                    more: &[
                        "“How it was worked out” goes step by step: which rule, which set of parameters, in force from when. Where it cannot be computed or does not agree, the page says so.",
                    ],
                    links: &[
                        ("Settlements", "/me/settlements"),
                        ("Benefits", "/me/benefits"),
                    ],
                },
                Question {
                    id: "how-sure",
                    ask: "What does “sample” or “not checked” mean?",
                    answer: "The figure was not checked against the original document, or only shows how it works. Do not rely on it.",
                    more: &[
                        "Under each group of figures, “Where these figures come from” names document, clause and how sure it is.",
                    ],
                    links: &[],
                },
                Question {
                    id: "who-decides",
                    ask: "Will I certainly get what it says here?",
                    answer: "Not certainly: the insurance agency's decision counts. This site computes and explains; it approves nothing and decides nobody's claim.",
                    more: &[
                        "If the counter says something else, ask which rule it rests on; you may print the page and bring it.",
                    ],
                    links: &[],
                },
                Question {
                    id: "why-changed",
                    ask: "Why is it different from last year?",
                    answer: "Deductibles, ratios and caps may change each year, and every benefit year begins anew.",
                    more: &[
                        "The rules in force on the day of the visit count. A policy's page says from when it counts and what replaced it.",
                    ],
                    links: &[
                        ("Policies", "/policies"),
                        ("Words of medical insurance", "/glossary"),
                    ],
                },
            ],
        },
        Topic {
            code: "family",
            sign: Sign::Shield,
            title: "Help from family",
            questions: &[
                Question {
                    id: "family-helps",
                    ask: "How can family look after my insurance?",
                    answer: "First the relation is confirmed and both agree; then your relative signs in with their own account and sees yours.",
                    more: &[
                        "At the counter, bring both identity cards. For somebody who cannot read, see or use a phone, family can also act at the counter directly.",
                    ],
                    links: &[("My family", "/me/family")],
                },
                Question {
                    id: "no-shared-password",
                    ask: "May I give my account to my child to sign in for me?",
                    answer: "Please do not. Your child uses their own account.",
                    more: &[
                        "So it stays clear who looked at what, and you can take it back any day.",
                    ],
                    links: &[],
                },
                Question {
                    id: "what-family-saw",
                    ask: "Do I know what family looked at?",
                    answer: "Yes. Each look leaves a line that you can read.",
                    more: &[],
                    links: &[("Who looked at my data", "/me/access")],
                },
                Question {
                    id: "end-family",
                    ask: "What if I no longer want family to look?",
                    answer: "End the relation, and they see nothing from that moment.",
                    more: &[
                        "The next page they open answers as if you did not exist. The record of earlier looks stays.",
                    ],
                    links: &[("My family", "/me/family")],
                },
                Question {
                    id: "children",
                    ask: "Who sees a child's insurance?",
                    answer: "A parent or another guardian, once the relation is confirmed.",
                    more: &[
                        "A newborn without name and number is registered under a temporary number with the mother, and gets the real one later.",
                    ],
                    links: &[],
                },
                Question {
                    id: "employer-sees",
                    ask: "Can my employer see what I was treated for?",
                    answer: "No.",
                    more: &[
                        "An employer's handler sees nobody's settlements, drugs or illness, and no page shows them to this site's system administrator. Taking somebody's data out on the server leaves a line in that person's record.",
                    ],
                    links: &[("Privacy", "/privacy")],
                },
            ],
        },
        Topic {
            code: "offices",
            sign: Sign::Hall,
            title: "Who handles what",
            questions: &[
                Question {
                    id: "which-office",
                    ask: "Whose business is it?",
                    answer: "Enrolment and reimbursement are the insurance agency's; collecting money is the tax authority's; pension, unemployment and injury are social security's.",
                    more: &[
                        "Knocking at the wrong door is no fault of yours: insurance and social security are two authorities, and a third collects the contributions. The table says whom to ask for what.",
                    ],
                    links: &[],
                },
                Question {
                    id: "back-payment-office",
                    ask: "Whom do I ask about paying for earlier months?",
                    answer: "First the insurance agency, which confirms it; then you pay at the tax authority.",
                    more: &[
                        "Months an employer left out are the employer's to mend, with contract and pay sheets of those months.",
                    ],
                    links: &[],
                },
                Question {
                    id: "moving",
                    ask: "How do I take my insurance to a new city or job?",
                    answer: "Once insured in the new place, ask its insurance agency for a transfer.",
                    more: &["Do not leave a gap of more than 3 months, or you wait again."],
                    links: &[("Enrolment", "/me/enrolment")],
                },
            ],
        },
        Topic {
            code: "reading",
            sign: Sign::Larger,
            title: "Large print, listening, printing",
            questions: &[
                Question {
                    id: "larger-print",
                    ask: "The letters are too small?",
                    answer: "Press “Large print” at the top: larger letters in one column. “Larger print” makes them larger still.",
                    more: &[
                        "This device remembers it for a year. The browser's own zoom works too: at four times the size you need not scroll sideways.",
                    ],
                    links: &[("Accessibility", "/accessibility")],
                },
                Question {
                    id: "read-aloud",
                    ask: "Can it be read to me?",
                    answer: "Yes. In large print press “Listen”; press again to stop.",
                    more: &[
                        "It uses a voice on your device, so the words go nowhere else. If the device has no voice for the language, the page says so.",
                    ],
                    links: &[],
                },
                Question {
                    id: "printing",
                    ask: "How do I print?",
                    answer: "Press “Print” on the page, or use the browser's own.",
                    more: &[
                        "It comes in black on white, without buttons and navigation, and says who printed it, when, and from which address. Without a printer, ask at the counter of a hall.",
                    ],
                    links: &[],
                },
                Question {
                    id: "language-and-colours",
                    ask: "How do I change the language or get dark colours?",
                    answer: "The language at the top right; light and dark under “Appearance” at the foot of the page.",
                    more: &[],
                    links: &[],
                },
                Question {
                    id: "keyboard-and-screen-readers",
                    ask: "Does it work by keyboard or with a screen reader?",
                    answer: "Yes, every page can be gone through by keyboard alone.",
                    more: &[
                        "What was done and what is still lacking stands in the accessibility statement.",
                    ],
                    links: &[("Accessibility", "/accessibility")],
                },
            ],
        },
    ],
};
