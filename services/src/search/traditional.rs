//! Traditional characters of this field's vocabulary and their simplified forms.

/// Pairs, traditional then simplified.
const PAIRS: &str = "醫医療疗險险門门診诊繳缴費费報报銷销參参個个賬账帳账戶户異异備备結结轉转續续續续斷断補补貼贴產产護护長长\
務务業业職职員员單单雇雇應应與与為为個个從从來来個个會会時时間间關关開开問问題题請请說说話话誰谁讓让對对過过還还進进\
個个處处罰罚騙骗療疗藥药購购買买賣卖錢钱額额線线頂顶標标準准級级給给領领條条規规則则實实現现點点號号國国務务發发財财\
負负責责貧贫難难殘残養养兒儿嬰婴婦妇歲岁歷历學学習习師师證证認认識识別别臉脸網网機机電电腦脑訊讯資资據据檔档檢检查查\
驗验鑑鉴評评審审決决議议訂订協协簽签約约監监督督權权屬属適适齡龄體体劑剂種种類类項项總总數数計计統统籌筹資资額额盡尽\
選选擇择連连絡络絕绝組组織织維维綜综縣县鄉乡鎮镇區区園园圍围場场廠厂廣广張张傷伤災灾併并佔占價价儲储傳传億亿優优\
僅仅兩两幾几劃划創创動动勞劳勢势匯汇華华協协衛卫臨临舉举農农遠远遲迟郵邮釋释針针鐵铁鑰钥錄录閱阅陽阳陰阴隊队階阶\
際际隨随雙双離离雜杂難难靈灵靜静響响頁页預预頭头頻频願愿顯显風风飛飞餘余館馆駐驻騎骑驅驱髮发鬆松魚鱼鳥鸟麥麦黃黄齊齐齒齿龍龙龜龟\
執执報报導导將将專专層层島岛幣币帶带幫帮庫库彈弹強强徵征後后復复態态慮虑憑凭戰战戲戏擔担據据擴扩攜携斂敛棄弃極极構构\
槍枪樓楼樣样機机歐欧歡欢殺杀殼壳氣气沒没淨净減减測测滿满漢汉潔洁濟济濕湿灣湾燈灯營营爭争牆墙獨独獲获環环瑪玛瘋疯\
盜盗盤盘眾众矚瞩碼码確确禮礼禁禁稅税穩稳窮穷競竞筆笔節节範范築筑簡简糧粮紀纪紅红純纯紙纸細细終终絲丝經经緊紧緩缓編编\
練练縮缩績绩繼继續续聯联聽听肅肃脫脱腎肾膽胆臟脏興兴舊旧艙舱艱艰莊庄蘇苏蘭兰蟲虫術术衝冲裝装複复見见觀观覽览觸触訪访設设許许\
訴诉詢询試试詳详語语誤误課课調调談谈論论諾诺講讲謝谢譯译變变貨货販贩貫贯費费貿贸賀贺賃赁資资賓宾賞赏賠赔質质賴赖贈赠贏赢\
趕赶趨趋跡迹踐践車车軍军軟软較较載载輔辅輕轻輛辆輪轮輸输辦办辭辞農农運运違违遞递遺遗邊边鄭郑醫医釀酿鑒鉴";

use std::collections::HashMap;
use std::sync::LazyLock;

static TABLE: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
    let mut characters = PAIRS.chars();
    let mut table = HashMap::new();
    while let (Some(traditional), Some(simple)) = (characters.next(), characters.next()) {
        if traditional != simple {
            table.insert(traditional, simple);
        }
    }
    table
});

/// The simplified form of `character`, or itself.
pub(super) fn simplified(character: char) -> char {
    TABLE.get(&character).copied().unwrap_or(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_pairs() {
        assert_eq!(PAIRS.chars().count() % 2, 0);
        let simple: String = "異地就醫備案報銷門檻費長護險"
            .chars()
            .map(simplified)
            .collect();
        assert_eq!(simple, "异地就医备案报销门檻费长护险");
    }
}
