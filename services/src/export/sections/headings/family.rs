//! The headings of the sections about the family.

use super::{Headings, head};

pub(in crate::export::sections) const FAMILY: Headings = (
    head("family", "可代办的家人", "Family I may act for"),
    &[
        head("relative_id", "家人的平台编号", "Their platform id"),
        head("relative_name", "确认时的姓名", "Name when confirmed"),
        head("relation", "关系", "Relation"),
        head("state", "状态", "State"),
        head("valid_from", "开始", "From"),
        head("valid_until", "结束", "Through"),
        head("proof", "由谁确认", "Confirmed by"),
        head("sees_visits", "可看就医记录", "Visits open"),
        head(
            "sees_account",
            "可看个人账户和缴费",
            "Account and contributions open",
        ),
    ],
);

pub(in crate::export::sections) const FAMILY_SEEING: Headings = (
    head(
        "family_seeing",
        "能看我信息的家人",
        "Family who may see mine",
    ),
    &[
        head("person_id", "家人的平台编号", "Their platform id"),
        head("person_name", "确认时的姓名", "Name when confirmed"),
        head("relation", "我是对方的", "What I am to them"),
        head("state", "状态", "State"),
        head("valid_from", "开始", "From"),
        head("valid_until", "结束", "Through"),
        head("proof", "由谁确认", "Confirmed by"),
        head("sees_visits", "可看就医记录", "Visits open"),
        head(
            "sees_account",
            "可看个人账户和缴费",
            "Account and contributions open",
        ),
    ],
);

pub(in crate::export::sections) const INVITATIONS_SENT: Headings = (
    head("invitations_sent", "我发出的家人邀请", "Invitations I sent"),
    &[
        head("created_at", "发出时间", "Sent"),
        head("invited_name", "邀请的人", "Invited"),
        head("relation", "对方是我的", "What they are to me"),
        head("way", "方式", "Way"),
        head("sees_visits", "可看就医记录", "Visits open"),
        head(
            "sees_account",
            "可看个人账户和缴费",
            "Account and contributions open",
        ),
        head("state", "状态", "State"),
        head("expires_at", "有效期至", "Expires"),
        head("closed_at", "结束时间", "Closed"),
    ],
);

pub(in crate::export::sections) const INVITATIONS_RECEIVED: Headings = (
    head(
        "invitations_received",
        "我收到的家人邀请",
        "Invitations to me",
    ),
    &[
        head("created_at", "发出时间", "Sent"),
        head("person_name", "邀请人", "Inviter"),
        head("relation", "我是对方的", "What I am to them"),
        head("way", "方式", "Way"),
        head("sees_visits", "可看就医记录", "Visits open"),
        head(
            "sees_account",
            "可看个人账户和缴费",
            "Account and contributions open",
        ),
        head("state", "状态", "State"),
        head("expires_at", "有效期至", "Expires"),
        head("closed_at", "结束时间", "Closed"),
    ],
);
