//! Closed sets of codes: one declaration gives the type, its spelling at the JSON edge, its
//! list and the way back from text.

/// Declares a field-less enum with a stable text code for each value.
macro_rules! codes {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $( $(#[$variant_meta:meta])* $variant:ident = $code:literal, )+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $( $(#[$variant_meta])* #[serde(rename = $code)] $variant, )+
        }

        impl $name {
            /// Every value, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$variant, )+ ];

            /// The code as written in JSON, addresses and the database.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self { $( Self::$variant => $code, )+ }
            }

            /// The value with this code; `None` for an unknown code.
            #[must_use]
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $( $code => Some(Self::$variant), )+ _ => None }
            }
        }

        impl crate::flat::Flat for $name {
            fn write(&self, to: &mut crate::flat::Writer) {
                let place = Self::ALL.iter().position(|one| one == self);
                to.number(place.and_then(|place| i64::try_from(place).ok()).unwrap_or(-1));
            }

            fn read(from: &mut crate::flat::Reader<'_>) -> Option<Self> {
                let place: usize = from.number()?.try_into().ok()?;
                Self::ALL.get(place).copied()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}
