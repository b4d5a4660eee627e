//! Help in Chinese.

use super::{HelpText, Question, Topic};
use crate::ui::Sign;

pub(super) static TEXT: HelpText = HelpText {
    title: "帮助",
    description: "怎么找到人、怎么登录、看着不对怎么办、数字凭什么、家人怎么帮、什么事找谁、怎么看清和打印。",
    person_title: "先找人",
    person_answer: "打 {hotline}，{hours} 有人接；或者去医保服务大厅，窗口有人当面办。",
    person: &[
        "打电话：说清楚您在哪里参保、想办什么。问某一次报销，先把那一页上的结算号抄下来。",
        "去大厅：带身份证，去参保地的医保服务大厅。不用会用手机，不用刷脸；家人可以代办，带上两个人的身份证。",
        "本站没有机器人客服，也不会给您打电话要密码、验证码或转账。",
    ],
    call: "打电话 {hotline}",
    demo: "这里是演示环境：人物和金额都是虚构的，登录时选一个虚构的人就行。下面说的是正式使用时的情形。",
    contents: "问题分类",
    all_topics: "全部问题",
    topics: &[
        Topic {
            code: "sign-in",
            sign: Sign::Person,
            title: "登录和退出",
            questions: &[
                Question {
                    id: "how-sign-in-works",
                    ask: "登录是怎么回事？",
                    answer: "按“登录”会转到身份认证服务，确认是您以后再回到这里。本站不存密码。",
                    more: &[
                        "认证服务只告诉我们一个编号和您的名字。登录要在同一个浏览器里、20 分钟内做完；没做完就再按一次“登录”，什么都不会丢。",
                    ],
                    links: &[],
                },
                Question {
                    id: "without-face-scan",
                    ask: "一定要刷脸吗？",
                    answer: "不用。本站不刷脸、不收人脸信息，也不用摄像头。",
                    more: &[
                        "身份认证服务如果让您刷脸，您可以要求别的办法，比如短信验证码、账号密码，或者带身份证到窗口办。刷脸不能是唯一的办法，这是《人脸识别技术应用安全管理办法》的规定，2025 年 6 月 1 日起施行。",
                    ],
                    links: &[],
                },
                Question {
                    id: "sign-in-fails",
                    ask: "登录或者实名认证过不去怎么办？",
                    answer: "不用一遍遍试，打 {hotline} 或者带身份证去大厅，窗口能查、能办。",
                    more: &[
                        "常见的原因：名字里有生僻字或者间隔点，登记的名字和身份证不一样，换过身份证，或者刷脸时光线不好、戴着眼镜。登记不对的，窗口核对证件以后更正。",
                    ],
                    links: &[],
                },
                Question {
                    id: "without-sign-in",
                    ask: "不登录能做什么？",
                    answer: "查政策、看医保用语、算要等几个月和要交多少钱、比较商业补充保险，都不用登录。",
                    more: &["要看自己的参保和报销，才需要登录。"],
                    links: &[
                        ("查政策", "/policies"),
                        ("算一算能报多少", "/calculator"),
                        ("断保要等几个月", "/calculator/waiting"),
                        ("医保要交多少钱", "/calculator/contributions"),
                        ("离每一道报销线还有多远", "/calculator/thresholds"),
                        ("医保用语", "/glossary"),
                        ("商业补充保险", "/add-ons"),
                    ],
                },
                Question {
                    id: "how-long",
                    ask: "登录以后能待多久？",
                    answer: "{idle} 分钟没有操作会自动退出；一直在用的，最长 {longest} 小时要重新登录一次。",
                    more: &[
                        "退出前 {warning} 分钟，页面会问您还在不在，按一下就继续。浏览器不开脚本的，您自己的每一页上都写着几点退出，翻一页就会往后推。",
                    ],
                    links: &[],
                },
                Question {
                    id: "shared-computer",
                    ask: "用的是别人的电脑，看完怎么办？",
                    answer: "按右上角的“退出”。",
                    more: &[
                        "这里和身份认证服务两边一起退出，浏览器里存下的页面也会清掉。语言和长辈版的选择会留着。",
                    ],
                    links: &[],
                },
            ],
        },
        Topic {
            code: "wrong",
            sign: Sign::Warning,
            title: "看着不对",
            questions: &[
                Question {
                    id: "amount-wrong",
                    ask: "报销的钱不对怎么办？",
                    answer: "账算错了可以改，记录会留着。先打开那一次报销，看“看着不对怎么办”。",
                    more: &[
                        "有没做的检查、没用的药：问医院的医保办公室。对算法有疑问：在那一页上按“请经办机构核对”，有了答复会发消息告诉您；也可以打 {hotline}，报结算号。想当面核对：带身份证和发票去参保地的大厅。",
                    ],
                    links: &[
                        ("看报销记录", "/me/settlements"),
                        ("我的问询", "/me/queries"),
                    ],
                },
                Question {
                    id: "data-wrong",
                    ask: "我的名字、单位或者参保时间不对？",
                    answer: "请参保地的医保经办机构更正；打 {hotline} 或者去大厅都行。",
                    more: &[
                        "这里显示的是经办机构登记的内容，您自己改不了，本站的人也改不了，改的是登记。更正是您的权利（个人信息保护法第 46 条）。",
                    ],
                    links: &[("看参保情况", "/me/enrolment")],
                },
                Question {
                    id: "not-my-visit",
                    ask: "有一次看病不是我去的？",
                    answer: "马上打 {hotline}，可能有人冒用了您的医保。",
                    more: &[
                        "把那一次的日期、医院和结算号告诉对方。社保卡丢了的，同时打 12333 挂失。",
                    ],
                    links: &[("看报销记录", "/me/settlements")],
                },
                Question {
                    id: "paid-but-missing",
                    ask: "交了钱，还显示没有参保？",
                    answer: "先问收钱的税务部门（12366）钱到没到账，再问医保（{hotline}）。",
                    more: &["钱要先到税务，再由税务告诉医保，中间隔几天是正常的。缴费凭证请留着。"],
                    links: &[("看参保情况", "/me/enrolment")],
                },
                Question {
                    id: "somebody-looked",
                    ask: "别人看过我的信息，不该看怎么办？",
                    answer: "除了您本人，每看一次都记一笔。觉得不对，打 {hotline} 要求查清楚。",
                    more: &["记录写着谁、什么时候、为什么看，谁也改不了、删不掉。"],
                    links: &[("看谁看过我的信息", "/me/access"), ("隐私说明", "/privacy")],
                },
                Question {
                    id: "page-fails",
                    ask: "页面打不开、出错了？",
                    answer: "您的资料不会因此丢。过几分钟再试；还不行，打 {hotline}。",
                    more: &["出错的页面上有一个编号，报给对方，查起来快。编号里没有您的个人信息。"],
                    links: &[],
                },
            ],
        },
        Topic {
            code: "figures",
            sign: Sign::Gauge,
            title: "这些数字凭什么",
            questions: &[
                Question {
                    id: "where-from",
                    ask: "页面上的金额是怎么来的？",
                    answer: "已经结算的金额，是结算时记下来的；本站按当天的规定再算一遍，对得上才写“已重新核算”。",
                    more: &[
                        "“怎么算出来的”一步一步列着：用了哪一条规定、哪一套参数、从哪天起有效。算不出来或者对不上的，页面会直说。",
                    ],
                    links: &[("看报销记录", "/me/settlements"), ("待遇", "/me/benefits")],
                },
                Question {
                    id: "how-sure",
                    ask: "标着“示例”或者“未核对”是什么意思？",
                    answer: "这个数还没有对着文件原文核对过，或者只是拿来演示的，不要当真。",
                    more: &["每一组数字下面的“这些数字的依据”里，写着文件、条款和把握有多大。"],
                    links: &[],
                },
                Question {
                    id: "who-decides",
                    ask: "这里写能报多少，就一定能报多少吗？",
                    answer: "不一定，以医保经办机构核定的为准。本站只算、只讲，不审批，也不决定任何人的报销。",
                    more: &[
                        "和窗口说的不一样时，请窗口说明依据哪一条，也可以把本站的这一页打印了带去。",
                    ],
                    links: &[],
                },
                Question {
                    id: "why-changed",
                    ask: "为什么和去年不一样？",
                    answer: "起付线、比例和限额每年都可能变，每个待遇年度从头算。",
                    more: &[
                        "看病的哪一天，就用哪一天有效的规定。政策页上写着一份文件从哪天起有效、被哪一份代替。",
                    ],
                    links: &[("查政策", "/policies"), ("医保用语", "/glossary")],
                },
            ],
        },
        Topic {
            code: "family",
            sign: Sign::Shield,
            title: "家人帮忙",
            questions: &[
                Question {
                    id: "family-helps",
                    ask: "家人怎么替我看医保？",
                    answer: "先确认亲属关系，两个人都同意；以后家人用自己的账户登录，就能看您的。",
                    more: &[
                        "到窗口确认的，带两个人的身份证。不识字、看不清、不会用手机的人，家人也可以直接到窗口代办。",
                    ],
                    links: &[("我的家人", "/me/family")],
                },
                Question {
                    id: "no-shared-password",
                    ask: "把我的账户告诉孩子，让他替我登录行吗？",
                    answer: "不要。请孩子用自己的账户。",
                    more: &["这样谁看过什么，记得清清楚楚；您哪天不想让他看了，也收得回来。"],
                    links: &[],
                },
                Question {
                    id: "what-family-saw",
                    ask: "家人看了什么，我知道吗？",
                    answer: "知道。家人每看一次记一笔，您查得到。",
                    more: &[],
                    links: &[("看谁看过我的信息", "/me/access")],
                },
                Question {
                    id: "end-family",
                    ask: "不想让家人看了怎么办？",
                    answer: "结束这层关系，马上就看不到了。",
                    more: &[
                        "家人下一次打开页面，得到的回答和查一个不存在的人一样。已经看过的记录会留着。",
                    ],
                    links: &[("我的家人", "/me/family")],
                },
                Question {
                    id: "children",
                    ask: "孩子的医保谁来看？",
                    answer: "父母或者其他监护人，先确认关系。",
                    more: &[
                        "刚出生、还没有名字和身份证号的孩子，用临时号登记在母亲名下，办好户口以后换成正式的。",
                    ],
                    links: &[],
                },
                Question {
                    id: "employer-sees",
                    ask: "单位看得到我看了什么病吗？",
                    answer: "看不到。",
                    more: &[
                        "单位的经办人看不到任何人的报销、药品和病情，本站的系统管理员在页面上也看不到。从服务器上导出谁的资料，都会在那个人的记录里留一笔。",
                    ],
                    links: &[("隐私说明", "/privacy")],
                },
            ],
        },
        Topic {
            code: "offices",
            sign: Sign::Hall,
            title: "什么事找谁",
            questions: &[
                Question {
                    id: "which-office",
                    ask: "这件事归谁管？",
                    answer: "参保和报销，归医保；收钱，归税务；养老、失业、工伤，归社保。",
                    more: &[
                        "找错了门不怪您：医保和社保是两个部门，医保费又由税务来收。下面的表按事情列着找谁。",
                    ],
                    links: &[],
                },
                Question {
                    id: "back-payment-office",
                    ask: "补缴以前的月份找谁？",
                    answer: "先找医保经办机构核定，再到税务部门交。",
                    more: &["单位漏交的，由单位去办，要有当月的合同、工资单这些证明。"],
                    links: &[],
                },
                Question {
                    id: "moving",
                    ask: "换城市、换工作，医保怎么带走？",
                    answer: "在新的地方参保以后，向新参保地的医保经办机构申请转移。",
                    more: &["中间不要断开超过 3 个月，断久了要重新等待。"],
                    links: &[("看参保情况", "/me/enrolment")],
                },
            ],
        },
        Topic {
            code: "reading",
            sign: Sign::Larger,
            title: "看清、听清、打印",
            questions: &[
                Question {
                    id: "larger-print",
                    ask: "字太小，看不清？",
                    answer: "按页面上方的“长辈版”，字变大、一列往下排；再按“字再大些”，还能更大。",
                    more: &[
                        "选过一次，这台设备会记住一年。浏览器自己的放大也能用，放到四倍也不用左右拖。",
                    ],
                    links: &[("无障碍说明", "/accessibility")],
                },
                Question {
                    id: "read-aloud",
                    ask: "能读给我听吗？",
                    answer: "能。在长辈版里按“听一听”，再按一下就停。",
                    more: &[
                        "用的是您设备自带的语音，文字不会送到别处。设备上没有中文语音的，页面会说。",
                    ],
                    links: &[],
                },
                Question {
                    id: "printing",
                    ask: "怎么打印？",
                    answer: "按页面上的“打印”，或者用浏览器的打印。",
                    more: &[
                        "打出来是白底黑字，没有按钮和导航；上面写着是谁、哪天、从哪个网址打的。没有打印机的，可以请大厅窗口打。",
                    ],
                    links: &[],
                },
                Question {
                    id: "language-and-colours",
                    ask: "怎么换语言、换深色？",
                    answer: "右上角换中文和英文；页面最下面“外观”换浅色和深色。",
                    more: &[],
                    links: &[],
                },
                Question {
                    id: "keyboard-and-screen-readers",
                    ask: "只用键盘或者读屏软件行吗？",
                    answer: "行，每一页都能只用键盘走完。",
                    more: &["做到了什么、还有哪些不足，写在无障碍说明里。"],
                    links: &[("无障碍说明", "/accessibility")],
                },
            ],
        },
    ],
};
