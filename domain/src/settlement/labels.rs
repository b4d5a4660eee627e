//! The codes in the words people use.

use super::{Category, Figure, ItemClass, Layer, Level, Remote, Scheme, VisitKind, YearTotal};
use crate::language::Language;

macro_rules! labels {
    ($( $name:ident { $( $variant:ident: $zh:literal, $en:literal; )+ } )+) => { $(
        impl $name {
            /// In the words people use.
            #[must_use]
            pub const fn label(self, language: Language) -> &'static str {
                match (self, language) { $(
                    (Self::$variant, Language::Zh) => $zh,
                    (Self::$variant, Language::En) => $en,
                )+ }
            }
        }
    )+ };
}

labels! {
    Scheme {
        Employee: "职工医保", "employee medical insurance";
        Resident: "城乡居民医保", "resident medical insurance";
    }
    VisitKind {
        Inpatient: "住院", "hospital stay";
        Outpatient: "普通门诊", "outpatient visit";
        TwoDiseases: "高血压、糖尿病门诊用药", "medicines for high blood pressure or diabetes";
        Chronic: "门诊慢特病", "outpatient care for a chronic disease";
        DualChannel: "双通道药店购药", "dual-channel medicine from a pharmacy";
        MaternityInpatient: "住院分娩", "childbirth in hospital";
        Prenatal: "产前检查", "prenatal check-up";
    }
    Level {
        Community: "社区医院", "community health centre";
        L1: "一级医院", "first-level hospital";
        L2: "二级医院", "second-level hospital";
        L3: "三级医院", "third-level hospital";
    }
    Remote {
        Local: "在参保地看病", "treated where you are insured";
        LongTermFiled: "长期住在外地并已备案", "living elsewhere long-term, with filing";
        ReferralFiled: "转诊到外地并已备案", "referred elsewhere, with filing";
        Emergency: "在外地急诊抢救", "emergency treatment elsewhere";
        TemporaryFiled: "临时外出并已备案", "temporarily elsewhere, with filing";
        Unfiled: "没有备案就到外地看病", "treated elsewhere without filing";
    }
    Category {
        Destitute: "特困人员", "person in extreme hardship";
        Orphan: "孤儿", "orphan";
        Subsistence: "低保对象", "recipient of the minimum living allowance";
        NearSubsistence: "低保边缘家庭成员", "member of a marginal low-income household";
        ReturnedPoverty: "返贫致贫人口", "person who has fallen back into poverty";
        Monitored: "防止返贫监测对象", "household monitored for risk of poverty";
        IllnessPoverty: "因病致贫重病患者", "person impoverished by illness";
    }
    ItemClass {
        A: "甲类", "class A";
        B: "乙类", "class B";
        C: "丙类（目录外）", "class C (outside the catalogue)";
    }
    Layer {
        Lines: "能报的部分", "what counts";
        Deductible: "起付线", "deductible";
        Pool: "统筹基金", "pool fund";
        LargeAmount: "大额补助", "large-amount subsidy";
        Catastrophic: "大病保险", "catastrophic insurance";
        Assistance: "医疗救助", "medical assistance";
        Accounts: "个人账户", "personal account";
        Cash: "现金", "cash";
    }
    Figure {
        TotalFee: "总费用", "whole bill";
        FullySelfPaid: "完全自己付的（目录外）", "outside the catalogue, all yours to pay";
        OverCeiling: "超过限价的部分", "above the price ceiling";
        SelfPayFirst: "乙类先自己付的部分", "class B share that you pay first";
        InScope: "能算进去报的", "what counts";
        Deductible: "起付线", "deductible";
        Pool: "统筹基金付", "paid by the pool fund";
        LargeAmount: "大额补助付", "paid by the large-amount subsidy";
        Catastrophic: "大病保险付", "paid by catastrophic insurance";
        Assistance: "医疗救助付", "paid by medical assistance";
        OwnAccount: "自己的个人账户付", "paid from your own account";
        FamilyAccount: "家人的账户付", "paid from the family's accounts";
        Cash: "现金付", "paid in cash";
    }
    YearTotal {
        Pool: "统筹基金付的住院费用", "paid by the pool fund for stays in hospital";
        LargeAmount: "大额补助付的", "paid by the large-amount subsidy";
        CatastrophicBase: "计入大病保险的自己负担", "own burden that counts for catastrophic insurance";
        Catastrophic: "大病保险付的", "paid by catastrophic insurance";
        AssistanceDeductible: "医疗救助的起付线已用", "used of the deductible of assistance";
        Assistance: "医疗救助付的", "paid by medical assistance";
        OutpatientDeductible: "门诊起付线已用", "used of the outpatient deductible";
        Outpatient: "统筹基金付的门诊费用", "paid by the pool fund for outpatient care";
        OutpatientInScope: "门诊能算进去报的费用", "outpatient expense that counts";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Places of treatment and kinds of visits, as a reader who is new to insurance takes them.
    #[test]
    fn places_and_kinds_say_what_they_mean() {
        let of = |remote: Remote| remote.label(Language::En);
        let places = Remote::ALL.iter().map(|one| of(*one)).collect::<Vec<_>>();
        // Nobody comes to the house.
        assert!(places.iter().all(|place| !place.contains("home")));
        assert!(of(Remote::Local).contains("where you are insured"));
        for remote in [
            Remote::LongTermFiled,
            Remote::ReferralFiled,
            Remote::TemporaryFiled,
        ] {
            let place = of(remote);
            assert!(place.ends_with("with filing"), "{place}");
            let chinese = remote.label(Language::Zh);
            assert!(chinese.ends_with("并已备案"), "{chinese}");
        }
        for kind in VisitKind::ALL {
            let label = kind.label(Language::En);
            for odd in ["a birth", "stay in hospital", "drug"] {
                assert!(!label.contains(odd), "{label}");
            }
        }
    }
}
