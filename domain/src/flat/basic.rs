//! Numbers, texts, days, lists.

use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use super::{Flat, Reader, Writer};
use crate::flat;
use crate::identifiers::RegionCode;
use crate::interval::Interval;
use crate::language::Bilingual;
use crate::money::{BasisPoints, Money};

/// The longest list that is read: what is longer is a slip, not a list.
const MOST: i64 = 10_000;

macro_rules! whole {
    ($($number:ty),+) => {$(
        impl Flat for $number {
            fn write(&self, to: &mut Writer) {
                to.number(i64::from(*self));
            }

            fn read(from: &mut Reader<'_>) -> Option<Self> {
                from.number()?.try_into().ok()
            }
        }
    )+};
}

whole!(u8, u16);

impl Flat for bool {
    fn write(&self, to: &mut Writer) {
        to.number(i64::from(*self));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        match from.number()? {
            0 => Some(false),
            1 => Some(true),
            _ => None,
        }
    }
}

impl Flat for String {
    fn write(&self, to: &mut Writer) {
        to.text(self);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.text()
    }
}

impl<T: Flat> Flat for Option<T> {
    fn write(&self, to: &mut Writer) {
        self.is_some().write(to);
        if let Some(value) = self {
            value.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        if bool::read(from)? {
            T::read(from).map(Some)
        } else {
            Some(None)
        }
    }
}

impl<T: Flat> Flat for Vec<T> {
    fn write(&self, to: &mut Writer) {
        to.number(i64::try_from(self.len()).unwrap_or(i64::MAX));
        for one in self {
            one.write(to);
        }
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        let length = from.number().filter(|length| (0..=MOST).contains(length))?;
        (0..length).map(|_| T::read(from)).collect()
    }
}

impl<T: Flat> Flat for Arc<T> {
    fn write(&self, to: &mut Writer) {
        T::write(self, to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        T::read(from).map(Self::new)
    }
}

impl<A: Flat, B: Flat> Flat for (A, B) {
    fn write(&self, to: &mut Writer) {
        self.0.write(to);
        self.1.write(to);
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Some((A::read(from)?, B::read(from)?))
    }
}

impl Flat for Money {
    fn write(&self, to: &mut Writer) {
        to.number(self.fen());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.number().map(Self::from_fen)
    }
}

impl Flat for BasisPoints {
    fn write(&self, to: &mut Writer) {
        to.number(i64::from(self.get()));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.number()?.try_into().ok().map(Self::new)
    }
}

impl Flat for NaiveDate {
    fn write(&self, to: &mut Writer) {
        to.number(i64::from(self.num_days_from_ce()));
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        Self::from_num_days_from_ce_opt(from.number()?.try_into().ok()?)
    }
}

impl Flat for RegionCode {
    fn write(&self, to: &mut Writer) {
        to.text(&self.to_string());
    }

    fn read(from: &mut Reader<'_>) -> Option<Self> {
        from.text()?.parse().ok()
    }
}

flat!(Interval { from, through });
flat!(Bilingual { zh, en });
