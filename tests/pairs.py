"""Pairs of pages, read by the product's own reader: which are one development, which are two. None is official."""

from dataclasses import dataclass

from jingbao.core.group import Profile, profile
from jingbao.core.read import read
from jingbao.core.values import Document, digest
from tests.desk_bench import catalog


@dataclass(frozen=True)
class Told:
    """A page as posted: address, heading, text, day."""

    url: str
    title: str
    text: str
    day: str


@dataclass(frozen=True)
class Pair:
    name: str
    one: Told
    other: Told
    same: bool


def told(page: Told) -> Profile:
    """The profile of a page, through the reader."""
    document = Document(
        digest(page.url), page.url, "1", "", "article", page.title, page.text, f"visible:published\t{page.day}", ()
    )
    return profile(read(document, catalog()), document)


RULES = (
    "第一条 为了规范数据处理活动，保障数据安全，促进数据开发利用，保护个人、组织的合法权益，制定本办法。\n"
    "第二条 数据处理者应当建立健全全流程数据安全管理制度，组织开展数据安全教育培训，采取相应的技术措施。\n"
    "第三条 重要数据的处理者应当明确数据安全负责人和管理机构，落实数据安全保护责任。\n"
    "第四条 开展数据处理活动应当加强风险监测，发现数据安全缺陷、漏洞等风险时，应当立即采取补救措施。\n"
    "第五条 违反本办法规定的，由主管部门责令改正，给予警告；拒不改正的，处一万元以上十万元以下罚款。\n"
)
PLAN = (
    "为深入贯彻党中央、国务院决策部署，加快推进新型信息基础设施建设，现将年度重点工作安排如下。\n"
    "一、夯实网络基础。持续推进千兆光网和移动通信网络协同发展，优化网络结构，提升网络质量。\n"
    "二、深化融合应用。推动工业互联网规模化应用，培育一批典型场景，完善标准体系。\n"
    "三、加强行业监管。规范市场秩序，强化用户权益保护，提升监管能力和服务水平。\n"
)
LETTER = (
    "你厅关于报送实施方案的请示收悉。经研究，原则同意你厅提出的建设方案，请认真组织实施。\n"
    "建设过程中要坚持统筹规划、分步实施，加强质量管理，严格资金使用，确保按期完成各项任务。\n"
    "请及时总结建设经验，定期向我部报送工作进展情况，我部将适时组织评估并予以指导。\n"
)
NAMED = (
    "根据有关法律法规，我部组织第三方检测机构对移动互联网应用程序进行检查，发现部分应用存在侵害用户权益行为，现予以通报。\n"
    "上述应用应当按照有关规定进行整改，整改落实不到位的，我部将依法依规组织开展相关处置工作。\n"
)
ASK = "为进一步完善制度，我部起草了征求意见稿，现向社会公开征求意见。请将意见发送至邮箱，并注明姓名和联系方式。\n"
NEWS = "记者从有关部门获悉，新规明确了企业责任，业内专家认为将推动行业健康发展，后续将有配套措施陆续出台。\n"

MIIT, CAC, SAMR, GOV = (
    "https://www.miit.gov.cn/",
    "https://www.cac.gov.cn/",
    "https://www.samr.gov.cn/",
    "https://www.gov.cn/",
)
NDRC, MPS, TC260, PRESS = (
    "https://www.ndrc.gov.cn/",
    "https://www.mps.gov.cn/",
    "https://www.tc260.org.cn/",
    "https://www.xinhuaribao.com/",
)
BJ, SH, GD, ZJ = (
    "https://jxj.beijing.gov.cn/",
    "https://sheitc.sh.gov.cn/",
    "http://gdii.gd.gov.cn/",
    "https://jxt.zj.gov.cn/",
)


def t(host: str, title: str, text: str, day: str) -> Told:
    """A page at an address made of its host, heading and day."""
    return Told(f"{host}a/{digest(title, text, day)}.html", title, text, day)


def _miit(text: str, day: str) -> str:
    year, month, number = day.split("-")
    return f"{text}工业和信息化部\n{year}年{int(month)}月{int(number)}日"


PAIRS = (
    Pair(
        "two months of one series",
        t(MIIT, "2024年7月份电话用户分省情况", PLAN, "2024-08-20"),
        t(MIIT, "2024年8月份电话用户分省情况", PLAN, "2024-09-20"),
        False,
    ),
    Pair(
        "two quarters of one series",
        t(MIIT, "工业和信息化部关于2024年第一季度电信服务质量的通告", _miit(PLAN, "2024-06-03"), "2024-06-05"),
        t(MIIT, "工业和信息化部关于2024年第二季度电信服务质量的通告", _miit(PLAN, "2024-06-28"), "2024-06-30"),
        False,
    ),
    Pair(
        "half a year and a year of one series",
        t(MIIT, "2024年上半年通信业经济运行情况", PLAN, "2024-07-19"),
        t(MIIT, "2024年通信业经济运行情况", PLAN, "2024-07-30"),
        False,
    ),
    Pair(
        "two batches in one fortnight",
        t(CAC, "国家互联网信息办公室关于发布第八批深度合成服务算法备案信息的公告", RULES, "2024-10-11"),
        t(CAC, "国家互联网信息办公室关于发布第九批深度合成服务算法备案信息的公告", RULES, "2024-10-18"),
        False,
    ),
    Pair(
        "two numbered reports of a year",
        t(MIIT, "关于侵害用户权益行为的APP（SDK）通报（2024年第7批，总第42批）", NAMED, "2024-08-01"),
        t(MIIT, "关于侵害用户权益行为的APP（SDK）通报（2024年第8批，总第43批）", NAMED, "2024-08-12"),
        False,
    ),
    Pair(
        "batches in Arabic and Chinese figures",
        t(CAC, "关于发布第十批深度合成服务算法备案信息的公告", RULES, "2024-12-20"),
        t(GD, "国家互联网信息办公室关于发布第10批深度合成服务算法备案信息的公告", RULES, "2024-12-21"),
        True,
    ),
    Pair(
        "a first and a second draft in one fortnight",
        t(
            CAC,
            "国家互联网信息办公室关于《数据安全管理办法（征求意见稿）》公开征求意见的通知",
            ASK + RULES,
            "2024-08-01",
        ),
        t(
            CAC,
            "国家互联网信息办公室关于《数据安全管理办法（征求意见稿）》再次公开征求意见的通知",
            ASK + RULES,
            "2024-08-14",
        ),
        False,
    ),
    Pair(
        "a second and a third draft",
        t(CAC, "关于《数据安全管理办法（第二次征求意见稿）》公开征求意见的通知", ASK + RULES, "2024-08-01"),
        t(CAC, "关于《数据安全管理办法（第三次征求意见稿）》公开征求意见的通知", ASK + RULES, "2024-08-14"),
        False,
    ),
    Pair(
        "a draft and the final text a week later",
        t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK + RULES, "2024-08-01"),
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-07"), "2024-08-08"),
        False,
    ),
    Pair(
        "a draft and a notice that gives more time for it",
        t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK + RULES, "2024-08-01"),
        t(MIIT, "关于延长《工业数据安全管理办法（征求意见稿）》公开征求意见时间的公告", ASK, "2024-08-20"),
        False,
    ),
    Pair(
        "a text and its correction",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "关于《工业数据安全管理办法》的更正公告",
            "《工业数据安全管理办法》第五条“十万元”更正为“五万元”。",
            "2024-08-09",
        ),
        False,
    ),
    Pair(
        "two editions of a guide",
        t(
            MIIT,
            "工业和信息化部关于印发《物联网标准体系建设指南（2021版）》的通知",
            _miit(PLAN, "2024-08-01"),
            "2024-08-02",
        ),
        t(
            MIIT,
            "工业和信息化部关于印发《物联网标准体系建设指南（2024版）》的通知",
            _miit(PLAN, "2024-08-12"),
            "2024-08-14",
        ),
        False,
    ),
    Pair(
        "plans of two years with nearly one text",
        t(MIIT, "工业和信息化部关于印发2024年信息通信业重点工作安排的通知", _miit(PLAN, "2024-01-20"), "2024-01-22"),
        t(MIIT, "工业和信息化部关于印发2025年信息通信业重点工作安排的通知", _miit(PLAN, "2025-01-20"), "2025-01-22"),
        False,
    ),
    Pair(
        "plans of two years posted in one month",
        t(MIIT, "2024年工业和信息化标准工作要点", PLAN, "2024-03-01"),
        t(MIIT, "2025年工业和信息化标准工作要点", PLAN, "2024-03-20"),
        False,
    ),
    Pair(
        "two places with nearly one text and one name",
        t(
            BJ,
            "北京市经济和信息化局关于印发《公共数据授权运营管理办法》的通知",
            RULES + "北京市经济和信息化局",
            "2024-08-01",
        ),
        t(
            SH,
            "上海市经济和信息化委员会关于印发《公共数据授权运营管理办法》的通知",
            RULES + "上海市经济和信息化委员会",
            "2024-08-09",
        ),
        False,
    ),
    Pair(
        "two provinces with the place in the name",
        t(
            GD,
            "广东省工业和信息化厅关于印发《广东省工业数据安全管理办法》的通知",
            RULES + "广东省工业和信息化厅",
            "2024-08-01",
        ),
        t(
            ZJ,
            "浙江省经济和信息化厅关于印发《浙江省工业数据安全管理办法》的通知",
            RULES + "浙江省经济和信息化厅",
            "2024-08-09",
        ),
        False,
    ),
    Pair(
        "a call and the list it ends in",
        t(MIIT, "工业和信息化部办公厅关于开展智慧家庭典型案例征集的通知", _miit(PLAN, "2024-07-01"), "2024-07-02"),
        t(MIIT, "工业和信息化部办公厅关于公布智慧家庭典型案例名单的通知", _miit(PLAN, "2024-07-20"), "2024-07-25"),
        False,
    ),
    Pair(
        "a call and the proposed list",
        t(MIIT, "关于开展智慧家庭典型案例征集的通知", _miit(PLAN, "2024-07-01"), "2024-07-02"),
        t(MIIT, "关于智慧家庭典型案例拟入选名单的公示", "现将拟入选名单予以公示，公示期为5个工作日。", "2024-07-12"),
        False,
    ),
    Pair(
        "a proposed list and the list",
        t(
            MIIT,
            "关于智慧家庭典型案例名单的公示",
            "现将名单予以公示，如有异议，请在公示期内反馈。" + PLAN,
            "2024-07-12",
        ),
        t(MIIT, "关于公布智慧家庭典型案例名单的通知", _miit(PLAN, "2024-07-23"), "2024-07-25"),
        False,
    ),
    Pair(
        "one number in two years",
        t(SAMR, "市场监管总局公告2023年第36号", RULES, "2023-12-28"),
        t(SAMR, "市场监管总局公告2024年第36号", RULES, "2024-01-05"),
        False,
    ),
    Pair(
        "one number of two authorities",
        t(SAMR, "市场监管总局公告2024年第12号", RULES, "2024-03-04"),
        t("https://www.mofcom.gov.cn/", "商务部公告2024年第12号", PLAN, "2024-03-05"),
        False,
    ),
    Pair(
        "joint issuers post one text",
        t(
            CAC,
            "国家互联网信息办公室 公安部关于印发《人脸识别技术应用安全管理办法》的通知",
            RULES + "国家互联网信息办公室\n公安部\n2024年8月1日",
            "2024-08-02",
        ),
        t(MPS, "人脸识别技术应用安全管理办法", RULES, "2024-08-05"),
        True,
    ),
    Pair(
        "joint issuers post one notice under one number",
        t(
            MIIT,
            "三部门关于印发《算力基础设施发展行动计划》的通知",
            "工信部联通信〔2024〕120号\n" + _miit(PLAN, "2024-08-01"),
            "2024-08-02",
        ),
        t(
            NDRC,
            "关于印发《算力基础设施发展行动计划》的通知（工信部联通信〔2024〕120号）",
            "工信部联通信〔2024〕120号\n" + _miit(PLAN, "2024-08-01"),
            "2024-08-20",
        ),
        True,
    ),
    Pair(
        "a copy in the library of gov.cn",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            GOV,
            "工业和信息化部关于印发《工业数据安全管理办法》的通知",
            "来源：工业和信息化部网站\n" + _miit(RULES, "2024-08-01"),
            "2024-08-06",
        ),
        True,
    ),
    Pair(
        "a heading that is the instrument's name alone, with the order behind it",
        t(SAMR, "网络反不正当竞争暂行规定", RULES, "2024-05-11"),
        t(GOV, "网络反不正当竞争暂行规定（国家市场监督管理总局令第91号）", RULES, "2024-05-20"),
        True,
    ),
    Pair(
        "press with a paraphrased title",
        t(
            MIIT,
            "工业和信息化部关于印发《工业领域数据安全能力提升实施方案》的通知",
            _miit(PLAN, "2024-02-26"),
            "2024-02-26",
        ),
        t(
            PRESS,
            "工信部出手！工业企业数据安全有了路线图",
            "记者2月27日从工业和信息化部获悉，工业和信息化部日前印发《工业领域数据安全能力提升实施方案》。" + NEWS,
            "2024-02-27",
        ),
        True,
    ),
    Pair(
        "press that names the draft in its first lines",
        t(CAC, "关于《移动互联网未成年人模式建设指南（征求意见稿）》公开征求意见的通知", ASK, "2024-08-02"),
        t(
            PRESS,
            "国家网信办就未成年人模式建设指南征求意见",
            "国家互联网信息办公室近日起草《移动互联网未成年人模式建设指南（征求意见稿）》，现向社会公开征求意见。"
            + NEWS,
            "2024-08-03",
        ),
        True,
    ),
    Pair(
        "an explanation with another title",
        t(
            MIIT,
            "工业和信息化部关于印发《工业领域数据安全能力提升实施方案》的通知",
            _miit(PLAN, "2024-02-26"),
            "2024-02-26",
        ),
        t(
            MIIT,
            "工业和信息化部网络安全管理局负责人就《工业领域数据安全能力提升实施方案》答记者问",
            "问：出台的背景是什么？答：工业数据是重要的生产要素。" + NEWS,
            "2024-02-27",
        ),
        True,
    ),
    Pair(
        "a picture that explains",
        t(
            MIIT,
            "工业和信息化部关于印发《工业领域数据安全能力提升实施方案》的通知",
            _miit(PLAN, "2024-02-26"),
            "2024-02-26",
        ),
        t(MIIT, "一图读懂《工业领域数据安全能力提升实施方案》", "", "2024-02-27"),
        True,
    ),
    Pair(
        "a digest that names many",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            PRESS,
            "数据合规一周要闻（8月第1周）",
            "工业和信息化部印发《工业数据安全管理办法》；国家网信办就《数据安全管理办法（征求意见稿）》征求意见。"
            + NEWS,
            "2024-08-05",
        ),
        False,
    ),
    Pair(
        "a text and the notice that puts it off",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "工业和信息化部关于暂缓实施《工业数据安全管理办法》的公告",
            _miit("决定暂缓实施。", "2024-08-20"),
            "2024-08-21",
        ),
        False,
    ),
    Pair(
        "a draft and its withdrawal",
        t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK, "2024-08-01"),
        t(MIIT, "关于撤回《工业数据安全管理办法（征求意见稿）》的公告", "经研究，决定撤回。", "2024-08-15"),
        False,
    ),
    Pair(
        "a text and its repeal",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "工业和信息化部关于废止《工业数据安全管理办法》的公告",
            _miit("决定予以废止。", "2024-08-20"),
            "2024-08-21",
        ),
        False,
    ),
    Pair(
        "the decision that amends a law and the law as amended",
        t(
            "http://www.npc.gov.cn/",
            "全国人民代表大会常务委员会关于修改《中华人民共和国网络安全法》的决定",
            "决定作如下修改。" + RULES,
            "2025-10-28",
        ),
        t("http://www.npc.gov.cn/", "中华人民共和国网络安全法", RULES, "2025-10-29"),
        False,
    ),
    Pair(
        "a law and its implementing rules",
        t(GOV, "网络数据安全管理条例", RULES, "2024-09-30"),
        t(GOV, "网络数据安全管理条例实施细则", RULES.replace("数据", "信息"), "2024-10-10"),
        False,
    ),
    Pair(
        "a text and a notice on carrying it out",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "工业和信息化部办公厅关于做好《工业数据安全管理办法》贯彻落实工作的通知",
            _miit(PLAN, "2024-08-16"),
            "2024-08-19",
        ),
        False,
    ),
    Pair(
        "a text and a course about it",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "关于举办《工业数据安全管理办法》宣贯培训班的通知",
            _miit("定于9月举办培训班。", "2024-08-16"),
            "2024-08-19",
        ),
        False,
    ),
    Pair(
        "a province passes on a ministry's notice",
        t(
            MIIT,
            "工业和信息化部办公厅关于组织开展数字技术工程师培育工作的通知",
            _miit(PLAN, "2024-08-01"),
            "2024-08-02",
        ),
        t(
            GD,
            "广东省工业和信息化厅转发工业和信息化部办公厅关于组织开展数字技术工程师培育工作的通知",
            "现转发给你们，请贯彻执行。\n" + _miit(PLAN, "2024-08-01"),
            "2024-08-12",
        ),
        True,
    ),
    Pair(
        "a province's own notice in carrying out a ministry's",
        t(
            MIIT,
            "工业和信息化部关于印发《工业领域数据安全能力提升实施方案》的通知",
            _miit(PLAN, "2024-02-26"),
            "2024-02-26",
        ),
        t(
            ZJ,
            "浙江省经济和信息化厅关于印发《浙江省工业领域数据安全能力提升实施方案》的通知",
            PLAN.replace("新型信息", "全省信息") + "浙江省经济和信息化厅",
            "2024-03-10",
        ),
        False,
    ),
    Pair(
        "two replies of one form",
        t(MIIT, "工业和信息化部关于同意江苏省建设国家车联网先导区的复函", _miit(LETTER, "2024-08-01"), "2024-08-02"),
        t(MIIT, "工业和信息化部关于同意湖南省建设国家车联网先导区的复函", _miit(LETTER, "2024-08-01"), "2024-08-02"),
        False,
    ),
    Pair(
        "two penalties of one form",
        t(CAC, "国家互联网信息办公室对甲科技有限公司依法作出行政处罚的决定", NAMED, "2024-08-02"),
        t(CAC, "国家互联网信息办公室对乙网络有限公司依法作出行政处罚的决定", NAMED, "2024-08-06"),
        False,
    ),
    Pair(
        "two official reports of one talk",
        t(
            CAC,
            "国家网信办依法约谈某短视频平台负责人",
            "国家互联网信息办公室负责人约谈某短视频平台。" + NEWS,
            "2024-08-02",
        ),
        t(
            GOV,
            "国家网信办依法约谈某短视频平台负责人",
            "国家互联网信息办公室负责人约谈某短视频平台。" + NEWS,
            "2024-08-03",
        ),
        True,
    ),
    Pair(
        "a campaign and its launch in two provinces",
        t(CAC, "关于开展“清朗·网络直播领域虚假和低俗乱象整治”专项行动的通知", PLAN, "2024-05-01"),
        t(CAC, "关于开展“清朗·优化营商网络环境”专项行动的通知", PLAN, "2024-05-09"),
        False,
    ),
    Pair(
        "a mirror in traditional characters",
        t(GOV, "国务院关于印发《新型信息基础设施建设规划》的通知", PLAN, "2024-08-02"),
        t(
            "http://big5.www.gov.cn/",
            "國務院關於印發《新型信息基礎設施建設規劃》的通知",
            "為深入貫徹黨中央、國務院決策部署，加快推進新型信息基礎設施建設，現將年度重點工作安排如下。\n"
            "一、夯實網絡基礎。持續推進千兆光網和移動通信網絡協同發展，優化網絡結構，提升網絡質量。\n"
            "二、深化融合應用。推動工業互聯網規模化應用，培育一批典型場景，完善標準體系。\n"
            "三、加強行業監管。規範市場秩序，強化用戶權益保護，提升監管能力和服務水平。\n",
            "2024-08-02",
        ),
        True,
    ),
    Pair(
        "two parts of a numbered opinion",
        t(
            "https://www.court.gov.cn/",
            "最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（一）",
            RULES,
            "2024-03-15",
        ),
        t(
            "https://www.court.gov.cn/",
            "最高人民法院关于审理网络消费纠纷案件适用法律若干问题的规定（二）",
            RULES,
            "2024-03-28",
        ),
        False,
    ),
    Pair(
        "the consultation and the report on what it brought",
        t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK, "2024-08-01"),
        t(
            MIIT,
            "关于《工业数据安全管理办法（征求意见稿）》公开征求意见情况的说明",
            "共收到意见120条，采纳86条。",
            "2024-08-25",
        ),
        False,
    ),
    Pair(
        "two catalogues numbered by batch in the text's own name",
        t(MIIT, "关于公布《道路机动车辆生产企业及产品》（第385批）的公告", PLAN, "2024-08-02"),
        t(MIIT, "关于公布《道路机动车辆生产企业及产品》（第386批）的公告", PLAN, "2024-08-15"),
        False,
    ),
    Pair(
        "a standing text of one name in the editions of two years",
        t(SAMR, "市场监管总局关于发布《互联网广告可识别性执法指南》的公告", RULES, "2024-08-23"),
        t(SAMR, "市场监管总局关于修订发布《互联网广告可识别性执法指南（2025年版）》的公告", RULES, "2025-09-01"),
        False,
    ),
    Pair(
        "one text posted twice on the issuer's site, months apart",
        t(GOV, "网络数据安全管理条例", RULES, "2024-08-30"),
        t(GOV, "网络数据安全管理条例", RULES, "2024-10-02"),
        True,
    ),
    Pair(
        "two drafts opened on one day with one covering letter",
        t(CAC, "关于《未成年人网络保护办法（征求意见稿）》公开征求意见的通知", ASK, "2024-08-01"),
        t(CAC, "关于《网络暴力信息治理规定（征求意见稿）》公开征求意见的通知", ASK, "2024-08-01"),
        False,
    ),
    Pair(
        "a copy on another authority's site under a heading of its own",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(GD, "【国家政策】《工业数据安全管理办法》", _miit(RULES, "2024-08-01"), "2024-08-29"),
        True,
    ),
    Pair(
        "a copy whose heading leaves out the issuer",
        t(CAC, "国家互联网信息办公室等四部门关于印发《网络暴力信息治理规定》的通知", RULES, "2024-06-14"),
        t(GD, "四部门印发《网络暴力信息治理规定》", RULES, "2024-06-18"),
        True,
    ),
    Pair(
        "an expert explains, weeks later, under a heading of another kind",
        t(CAC, "促进和规范数据跨境流动规定", RULES + "国家互联网信息办公室\n2024年3月22日", "2024-03-22"),
        t(
            CAC,
            "专家解读｜《促进和规范数据跨境流动规定》：便利数据流动的中国方案",
            "国家互联网信息办公室公布《促进和规范数据跨境流动规定》，对数据出境安全评估等制度作出优化。" + NEWS,
            "2024-05-13",
        ),
        True,
    ),
    Pair(
        "an explanation of the draft and the final text",
        t(MIIT, "《工业数据安全管理办法（征求意见稿）》起草说明解读", "征求意见稿共五章。" + NEWS, "2024-08-01"),
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-10-07"), "2024-10-08"),
        False,
    ),
    Pair(
        "a joint notice under the name of all and of the first",
        t(MIIT, "工业和信息化部等七部门关于推动未来产业创新发展的实施意见", _miit(PLAN, "2024-01-18"), "2024-01-29"),
        t(
            GOV,
            "工业和信息化部 教育部 科技部 交通运输部 文化和旅游部 国务院国资委关于推动未来产业创新发展的实施意见",
            _miit(PLAN, "2024-01-18"),
            "2024-01-30",
        ),
        True,
    ),
    Pair(
        "a ministry's news item on its own notice",
        t(MIIT, "工业和信息化部等七部门关于推动未来产业创新发展的实施意见", _miit(PLAN, "2024-01-18"), "2024-01-29"),
        t(
            MIIT,
            "七部门联合印发《关于推动未来产业创新发展的实施意见》",
            "近日，工业和信息化部等七部门联合印发《关于推动未来产业创新发展的实施意见》，提出六方面任务。" + NEWS,
            "2024-01-30",
        ),
        True,
    ),
    Pair(
        "press that names the batch and the list",
        t(CAC, "国家互联网信息办公室关于发布第八批深度合成服务算法备案信息的公告", RULES, "2024-10-11"),
        t(
            PRESS,
            "第八批深度合成服务算法备案信息公布",
            "国家互联网信息办公室11日发布第八批深度合成服务算法备案信息。" + NEWS,
            "2024-10-12",
        ),
        True,
    ),
    Pair(
        "press on the next batch",
        t(CAC, "国家互联网信息办公室关于发布第八批深度合成服务算法备案信息的公告", RULES, "2024-10-11"),
        t(
            PRESS,
            "第九批深度合成服务算法备案信息公布",
            "国家互联网信息办公室发布第九批深度合成服务算法备案信息。" + NEWS,
            "2024-10-20",
        ),
        False,
    ),
    Pair(
        "press on another law of the same week that cites the first",
        t(CAC, "网络暴力信息治理规定", RULES + "国家互联网信息办公室", "2024-06-14"),
        t(
            PRESS,
            "网信部门通报两起网络暴力案件",
            "国家互联网信息办公室通报，依据《网络安全法》《个人信息保护法》对两家平台作出处罚。" + NEWS,
            "2024-06-16",
        ),
        False,
    ),
    Pair(
        "the text in a library years later",
        t(
            MIIT,
            "工业和信息化部关于印发《工业数据安全管理办法》的通知",
            "工信部网安〔2022〕166号\n" + _miit(RULES, "2022-12-08"),
            "2022-12-13",
        ),
        t(
            GD,
            "工业和信息化部关于印发《工业数据安全管理办法》的通知",
            "工信部网安〔2022〕166号\n" + _miit(RULES, "2022-12-08"),
            "2024-08-13",
        ),
        True,
    ),
    Pair(
        "two calls of two years for one prize",
        t(
            MIIT,
            "工业和信息化部办公厅关于组织开展2023年度智能制造示范工厂揭榜单位申报工作的通知",
            _miit(PLAN, "2023-07-01"),
            "2023-07-02",
        ),
        t(
            MIIT,
            "工业和信息化部办公厅关于组织开展2024年度智能制造示范工厂揭榜单位申报工作的通知",
            _miit(PLAN, "2024-07-01"),
            "2024-07-02",
        ),
        False,
    ),
    Pair(
        "a notice and the city's own rules for it",
        t(
            BJ,
            "北京市经济和信息化局关于印发《北京市数据知识产权登记管理办法》的通知",
            RULES + "北京市经济和信息化局",
            "2024-08-01",
        ),
        t(
            BJ,
            "北京市经济和信息化局关于印发《北京市数据知识产权登记管理办法实施细则》的通知",
            PLAN + "北京市经济和信息化局",
            "2024-08-20",
        ),
        False,
    ),
    Pair(
        "a conference opens and closes",
        t(GOV, "2024世界人工智能大会在上海开幕", "2024世界人工智能大会7月4日在上海开幕。" + NEWS, "2024-07-04"),
        t(PRESS, "2024世界人工智能大会闭幕", "2024世界人工智能大会7月6日在上海闭幕。" + NEWS, "2024-07-06"),
        True,
    ),
    Pair(
        "conferences of two years",
        t(GOV, "2023世界人工智能大会在上海开幕", "2023世界人工智能大会在上海开幕。" + NEWS, "2023-07-06"),
        t(GOV, "2024世界人工智能大会在上海开幕", "2024世界人工智能大会在上海开幕。" + NEWS, "2024-07-04"),
        False,
    ),
    Pair(
        "a report of a penalty and the authority's own notice",
        t(
            SAMR,
            "市场监管总局依法对某平台实施“二选一”垄断行为作出行政处罚",
            "市场监管总局依法作出行政处罚决定，责令停止违法行为，并处罚款。" + NEWS,
            "2024-08-10",
        ),
        t(
            PRESS,
            "某平台因“二选一”垄断行为被罚",
            "市场监管总局依法对某平台实施“二选一”垄断行为作出行政处罚，责令停止违法行为，并处罚款。" + NEWS,
            "2024-08-10",
        ),
        True,
    ),
    Pair(
        "two warnings of one authority in one week",
        t(
            "https://www.nfra.gov.cn/",
            "关于防范“代理退保”骗局的风险提示",
            "近期有不法分子以代理退保名义牟利。" + NEWS,
            "2024-08-10",
        ),
        t(
            "https://www.nfra.gov.cn/",
            "关于防范新型电信网络诈骗的风险提示",
            "近期新型电信网络诈骗多发，提醒公众保护个人信息。",
            "2024-08-14",
        ),
        False,
    ),
    Pair(
        "press that abbreviates the authority and leaves out the book marks",
        t(
            MIIT,
            "工业和信息化部关于印发《工业互联网专项工作组2024年工作计划》的通知",
            _miit(PLAN, "2024-05-20"),
            "2024-05-22",
        ),
        t(
            PRESS,
            "工信部：印发工业互联网专项工作组2024年工作计划",
            "工信部网站5月22日消息，工信部印发工业互联网专项工作组2024年工作计划，提出多项任务。" + NEWS,
            "2024-05-22",
        ),
        True,
    ),
    Pair(
        "press in other words, with the name of the text at the end",
        t(SAMR, "市场监管总局关于发布《消费品召回管理办法》的公告", RULES + "市场监管总局", "2024-09-06"),
        t(
            PRESS,
            "买到问题商品怎么办？召回有了新规矩",
            "消费者买到存在缺陷的商品怎么办？9月6日，市场监管总局公布了《消费品召回管理办法》，自2025年起施行。" + NEWS,
            "2024-09-07",
        ),
        True,
    ),
    Pair(
        "press on the law the State Council has passed and the text itself a week later",
        t(
            GOV,
            "国务院常务会议审议通过《网络数据安全管理条例（草案）》",
            "会议审议通过《网络数据安全管理条例（草案）》。" + NEWS,
            "2024-08-30",
        ),
        t(GOV, "网络数据安全管理条例", "中华人民共和国国务院令\n第790号\n" + RULES, "2024-09-30"),
        False,
    ),
    Pair(
        "an authority speaks at a briefing on its text",
        t(
            MIIT,
            "工业和信息化部等六部门关于印发《算力基础设施高质量发展行动计划》的通知",
            _miit(PLAN, "2023-10-08"),
            "2023-10-09",
        ),
        t(
            GOV,
            "六部门印发行动计划推动算力基础设施高质量发展",
            "工业和信息化部等六部门近日联合印发《算力基础设施高质量发展行动计划》。" + NEWS,
            "2023-10-10",
        ),
        True,
    ),
    Pair(
        "the same campaign as the ministry and its news page tell of it",
        t(CAC, "关于开展“清朗·规范网络语言文字使用”专项行动的通知", PLAN, "2024-10-09"),
        t(
            PRESS,
            "两部门整治网络黑话烂梗",
            "中央网信办、教育部近日印发通知，部署开展“清朗·规范网络语言文字使用”专项行动。" + NEWS,
            "2024-10-11",
        ),
        True,
    ),
    Pair(
        "two campaigns of one series told of by press",
        t(CAC, "关于开展“清朗·规范网络语言文字使用”专项行动的通知", PLAN, "2024-10-09"),
        t(
            PRESS,
            "算法推荐将迎来整治",
            "中央网信办等四部门部署开展“清朗·网络平台算法典型问题治理”专项行动。" + NEWS,
            "2024-10-20",
        ),
        False,
    ),
    Pair(
        "a local bureau posts the ministry's notice under its own date, without its issuer",
        t(
            MIIT,
            "工业和信息化部办公厅关于深入推进移动物联网“万物智联”发展的通知",
            _miit(PLAN, "2024-08-29"),
            "2024-09-11",
        ),
        t(GD, "关于深入推进移动物联网“万物智联”发展的通知", PLAN, "2024-09-20"),
        True,
    ),
    Pair(
        "typical cases of two issues",
        t(
            "https://www.spp.gov.cn/",
            "最高检发布6件依法惩治电信网络诈骗典型案例",
            "最高人民检察院发布6件典型案例。" + NEWS,
            "2024-07-10",
        ),
        t(
            "https://www.spp.gov.cn/",
            "最高检发布4件知识产权检察典型案例",
            "最高人民检察院发布4件典型案例。" + NEWS,
            "2024-07-15",
        ),
        False,
    ),
    Pair(
        "typical cases and a newspaper that tells of them",
        t(
            "https://www.spp.gov.cn/",
            "最高检发布6件依法惩治电信网络诈骗典型案例",
            "最高人民检察院发布6件典型案例。" + NEWS,
            "2024-07-10",
        ),
        t(
            PRESS,
            "最高检公布惩治电诈典型案例",
            "最高人民检察院10日发布6件依法惩治电信网络诈骗典型案例。" + NEWS,
            "2024-07-11",
        ),
        True,
    ),
    Pair(
        "the same licence granted to two companies",
        t(
            MIIT,
            "工业和信息化部关于同意甲公司开展卫星移动通信业务试验的批复",
            _miit(LETTER, "2024-08-01"),
            "2024-08-02",
        ),
        t(
            MIIT,
            "工业和信息化部关于同意乙集团开展卫星移动通信业务试验的批复",
            _miit(LETTER, "2024-08-03"),
            "2024-08-05",
        ),
        False,
    ),
    Pair(
        "a standard and the notice of its draft",
        t(TC260, "关于发布《网络安全标准实践指南——敏感个人信息识别指南》的通知", RULES, "2024-09-18"),
        t(
            TC260,
            "关于对《网络安全标准实践指南——敏感个人信息识别指南（征求意见稿）》公开征求意见的通知",
            ASK + RULES,
            "2024-09-01",
        ),
        False,
    ),
    Pair(
        "two standards of one series on one day",
        t(TC260, "关于发布《网络安全标准实践指南——敏感个人信息识别指南》的通知", RULES, "2024-09-18"),
        t(TC260, "关于发布《网络安全标准实践指南——粤港澳大湾区跨境个人信息保护要求》的通知", RULES, "2024-09-18"),
        False,
    ),
    Pair(
        "an answer to a proposal and the text it speaks of",
        t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2024-08-01"), "2024-08-02"),
        t(
            MIIT,
            "关于政协第十四届全国委员会第二次会议第00123号提案答复的函",
            "您提出的建议收悉。我部已印发《工业数据安全管理办法》。" + PLAN,
            "2024-08-20",
        ),
        False,
    ),
    Pair(
        "a joint notice that a second issuer posts under a heading with its own name first",
        t(
            MIIT,
            "工业和信息化部 财政部关于印发《中小企业数字化转型专项资金管理办法》的通知",
            RULES + "工业和信息化部\n财政部\n2024年8月1日",
            "2024-08-05",
        ),
        t(
            "http://www.mof.gov.cn/",
            "财政部 工业和信息化部关于印发《中小企业数字化转型专项资金管理办法》的通知",
            RULES + "财政部\n工业和信息化部\n2024年8月1日",
            "2024-08-07",
        ),
        True,
    ),
    Pair(
        "order by head and gov.cn repost under law's own name",
        Told(
            CAC + "2024/a1.htm",
            "国家互联网信息办公室令第19号",
            "《示例数据管理办法》已经2024年8月1日第12次室务会会议审议通过，现予公布，自2024年11月1日起施行。\n"
            "国家互联网信息办公室主任 庄某某\n2024年9月1日\n示例数据管理办法\n" + RULES,
            "2024-09-03",
        ),
        Told(
            GOV + "gongbao/b.htm",
            "示例数据管理办法",
            "（2024年9月1日国家互联网信息办公室令第19号公布 自2024年11月1日起施行）\n" + RULES,
            "2024-10-20",
        ),
        True,
    ),
    Pair(
        "official text and local press by short name",
        Told(
            MIIT + "a2.html",
            "工业和信息化部关于印发《示例工业数据安全管理办法（试行）》的通知",
            "工信部网安〔2024〕66号\n各省主管部门：\n现将《示例工业数据安全管理办法（试行）》印发给你们。\n工业和信息化部\n2024年5月8日\n"
            + RULES,
            "2024-05-10",
        ),
        Told(
            "https://news.x.example/n1.html",
            "工信部发布工业数据安全新规",
            "5月10日，工业和信息化部印发《示例工业数据安全管理办法（试行）》，对数据分级作出规定。" + NEWS,
            "2024-05-11",
        ),
        True,
    ),
    Pair(
        "Q&A by head without number",
        Told(
            SAMR + "a3.html",
            "市场监管总局关于发布《示例平台竞争合规指引》的公告",
            "2024年第30号\n现发布《示例平台竞争合规指引》。\n市场监管总局\n2024年6月1日\n" + RULES,
            "2024-06-03",
        ),
        Told(
            SAMR + "b3.html",
            "市场监管总局有关负责人就《示例平台竞争合规指引》答记者问",
            "近日，市场监管总局发布《示例平台竞争合规指引》。有关负责人回答了记者提问。问：出台背景是什么？答：为规范竞争。",
            "2024-06-04",
        ),
        True,
    ),
    Pair(
        "penalty decision and press without names of instruments",
        Told(
            SAMR + "a4.html",
            "市场监管总局依法对示例科技集团作出行政处罚决定",
            "市场监管总局依法对示例科技集团有限公司滥用市场支配地位行为作出行政处罚决定，并处罚款182.28亿元。",
            "2024-04-10",
        ),
        Told(
            "https://news.x.example/n4.html",
            "示例科技集团被罚182.28亿元",
            "4月10日，市场监管总局公布，依法对示例科技集团有限公司滥用市场支配地位作出行政处罚，罚款182.28亿元。",
            "2024-04-10",
        ),
        True,
    ),
    Pair(
        "one-page picture reading",
        Told(
            NDRC + "a5.html",
            "国家发展改革委等部门关于加快示例算力网建设的实施意见",
            "发改数据〔2024〕88号\n为加快建设，提出如下意见。\n" + PLAN + "国家发展改革委\n国家数据局\n2024年3月1日",
            "2024-03-05",
        ),
        Told(NDRC + "b5.html", "一图读懂 | 关于加快示例算力网建设的实施意见", "图解。", "2024-03-06"),
        True,
    ),
    Pair(
        "joint issuers' copies with different titles",
        Told(
            MIIT + "a6.html",
            "五部门关于开展示例车路云一体化试点工作的通知",
            "工信部联通装〔2024〕20号\n"
            + PLAN
            + "工业和信息化部 公安部 自然资源部 住房城乡建设部 交通运输部\n2024年1月10日",
            "2024-01-17",
        ),
        Told(
            MPS + "b6.html",
            "工业和信息化部 公安部 自然资源部 住房城乡建设部 交通运输部关于开展示例车路云一体化试点工作的通知",
            "工信部联通装〔2024〕20号\n" + PLAN + "2024年1月10日",
            "2024-01-18",
        ),
        True,
    ),
    Pair(
        "draft and press on the draft",
        Told(
            CAC + "a7.htm",
            "国家互联网信息办公室关于《示例标识办法（征求意见稿）》公开征求意见的通知",
            ASK + "反馈截止时间为2024年10月14日。\n" + RULES,
            "2024-09-14",
        ),
        Told(
            "https://news.x.example/n7.html",
            "网信办就示例标识办法征求意见",
            "国家网信办14日发布《示例标识办法（征求意见稿）》，意见反馈截止时间为10月14日。" + NEWS,
            "2024-09-14",
        ),
        True,
    ),
    Pair(
        "list and local press naming only its city",
        Told(
            MIIT + "a8.html",
            "关于公布2024年度示例智能工厂名单的通知",
            "现将名单予以公布。\n1\t示例甲有限公司\n2\t示例乙有限公司\n工业和信息化部办公厅\n2024年8月8日",
            "2024-08-09",
        ),
        Told(
            MIIT + "b8.html",
            "工业和信息化部公布2024年度示例智能工厂名单",
            "工业和信息化部办公厅日前印发通知，公布2024年度示例智能工厂名单，示例甲有限公司等入选。",
            "2024-08-10",
        ),
        True,
    ),
    Pair(
        "launch of campaign told by two offices",
        Told(
            CAC + "a10.htm",
            "中央网信办部署开展“清朗·示例乱象整治”专项行动",
            "为期2个月，重点整治六类问题。",
            "2024-07-01",
        ),
        Told(
            "https://news.x.example/n10.html",
            "“清朗·示例乱象整治”专项行动启动",
            "中央网信办近日印发通知，部署开展“清朗·示例乱象整治”专项行动，为期2个月。",
            "2024-07-02",
        ),
        True,
    ),
    Pair(
        "forwarded text with forwarder's cover",
        Told(
            MIIT + "a11.html",
            "工业和信息化部办公厅关于开展2024年示例案例征集工作的通知",
            "工信厅科函〔2024〕100号\n各省主管部门：请于2024年9月1日前报送。\n工业和信息化部办公厅\n2024年7月1日",
            "2024-07-03",
        ),
        Told(
            "https://gxt.jiangsu.gov.cn/b11.html",
            "转发工业和信息化部办公厅关于开展2024年示例案例征集工作的通知",
            "各设区市工信局：现将《工业和信息化部办公厅关于开展2024年示例案例征集工作的通知》（工信厅科函〔2024〕100号）转发给你们，请于8月20日前报送。\n江苏省工业和信息化厅\n2024年7月10日",
            "2024-07-11",
        ),
        True,
    ),
    Pair(
        "plan and implementation plan of a province",
        Told(
            NDRC + "c1.html",
            "关于印发《示例数据产业高质量发展行动计划（2024—2026年）》的通知",
            PLAN + "国家数据局\n2024年1月2日",
            "2024-01-05",
        ),
        Told(
            "https://www.zj.gov.cn/c1.html",
            "浙江省人民政府办公厅关于印发《浙江省示例数据产业高质量发展行动计划（2024—2026年）》的通知",
            PLAN + "浙江省人民政府办公厅\n2024年3月2日",
            "2024-03-05",
        ),
        False,
    ),
    Pair(
        "batch 3 and 4",
        Told(MIIT + "c2.html", "关于侵害用户权益行为的APP（SDK）通报（2024年第3批，总第38批）", NAMED, "2024-03-10"),
        Told(MIIT + "d2.html", "关于侵害用户权益行为的APP（SDK）通报（2024年第4批，总第39批）", NAMED, "2024-04-12"),
        False,
    ),
    Pair(
        "draft and final",
        Told(
            CAC + "c3.htm",
            "国家互联网信息办公室关于《示例标识办法（征求意见稿）》公开征求意见的通知",
            ASK + RULES,
            "2024-09-14",
        ),
        Told(
            CAC + "d3.htm",
            "关于印发《示例标识办法》的通知",
            "国信办通字〔2025〕2号\n现印发《示例标识办法》。\n国家互联网信息办公室\n2025年3月7日\n" + RULES,
            "2025-03-14",
        ),
        False,
    ),
    Pair(
        "call and result",
        Told(
            MIIT + "c4.html",
            "关于开展2024年示例案例征集工作的通知",
            "请于2024年9月1日前报送。\n工业和信息化部办公厅\n2024年7月1日",
            "2024-07-03",
        ),
        Told(
            MIIT + "d4.html",
            "关于公布2024年示例案例名单的通知",
            "经征集评审，现予公布。\n1\t示例甲有限公司",
            "2024-12-03",
        ),
        False,
    ),
    Pair(
        "law and its amendment",
        Told(GOV + "c6.html", "示例安全保护条例", RULES, "2021-08-17"),
        Told(
            GOV + "d6.html",
            "国务院关于修改《示例安全保护条例》的决定",
            "国务院决定对《示例安全保护条例》作如下修改。",
            "2024-08-17",
        ),
        False,
    ),
    Pair(
        "two penalties on one day",
        Told(
            SAMR + "c7.html",
            "市场监管总局依法对示例甲集团作出行政处罚决定",
            "依法对示例甲集团有限公司作出行政处罚决定，罚款1亿元。",
            "2024-04-10",
        ),
        Told(
            SAMR + "d7.html",
            "市场监管总局依法对示例乙集团作出行政处罚决定",
            "依法对示例乙集团有限公司作出行政处罚决定，罚款2亿元。",
            "2024-04-10",
        ),
        False,
    ),
    Pair(
        "press citing an older text",
        Told(
            MIIT + "c8.html",
            "工业和信息化部关于印发《示例工业数据安全管理办法（试行）》的通知",
            "工信部网安〔2022〕166号\n" + RULES + "工业和信息化部\n2022年12月8日",
            "2022-12-13",
        ),
        Told(
            MIIT + "d8.html",
            "工业和信息化部关于印发《示例工业数据风险评估实施细则（试行）》的通知",
            "工信部网安〔2024〕82号\n根据《示例工业数据安全管理办法（试行）》（工信部网安〔2022〕166号），制定本细则。\n工业和信息化部\n2024年5月10日",
            "2024-05-15",
        ),
        False,
    ),
    Pair(
        "second draft",
        Told(SAMR + "c9.html", "公开征求对《示例规则（征求意见稿）》的意见", ASK + RULES, "2024-03-01"),
        Told(SAMR + "d9.html", "再次公开征求对《示例规则（第二次征求意见稿）》的意见", ASK + RULES, "2024-08-01"),
        False,
    ),
    Pair(
        "monthly approvals",
        Told(
            "https://www.nppa.gov.cn/c10.html",
            "2024年7月份国产网络游戏审批信息",
            "1\t示例游戏甲\n2\t示例游戏乙",
            "2024-07-25",
        ),
        Told(
            "https://www.nppa.gov.cn/d10.html",
            "2024年8月份国产网络游戏审批信息",
            "1\t示例游戏丙\n2\t示例游戏丁",
            "2024-08-26",
        ),
        False,
    ),
    Pair(
        "year editions of one catalogue",
        Told(NDRC + "c11.html", "示例准入负面清单（2022年版）", RULES, "2022-03-25"),
        Told(NDRC + "d11.html", "示例准入负面清单（2025年版）", RULES, "2025-04-24"),
        False,
    ),
    Pair(
        "general office's division of tasks",
        Told(GOV + "c12.html", "国务院关于示例数字政府建设的指导意见", "国发〔2022〕14号\n" + PLAN, "2022-06-23"),
        Told(
            "https://www.sh.gov.cn/d12.html",
            "上海市贯彻落实《国务院关于示例数字政府建设的指导意见》的实施意见",
            "沪府发〔2022〕20号\n" + PLAN,
            "2022-09-23",
        ),
        False,
    ),
    Pair(
        "press of launch and of summary of a campaign",
        Told(
            CAC + "c13.htm",
            "中央网信办部署开展“清朗·示例乱象整治”专项行动",
            "为期2个月，重点整治六类问题。",
            "2024-07-01",
        ),
        Told(
            CAC + "d13.htm",
            "“清朗·示例乱象整治”专项行动取得阶段性成效",
            "专项行动开展以来，累计清理违法信息20万条，处置账号3万个。",
            "2024-10-08",
        ),
        False,
    ),
    Pair(
        "standard announced and its press",
        Told(
            SAMR + "a9.html",
            "国家标准《网络安全技术 示例安全要求》（GB/T 45001-2024）发布",
            "国家标准化管理委员会批准发布GB/T 45001-2024《网络安全技术 示例安全要求》，自2025年5月1日起实施。",
            "2024-10-26",
        ),
        Told(
            TC260 + "b9.html",
            "关于国家标准GB/T 45001-2024《网络安全技术 示例安全要求》获批发布的通知",
            "GB/T 45001-2024《网络安全技术 示例安全要求》获批发布，自2025年5月1日起实施。",
            "2024-10-28",
        ),
        True,
    ),
    Pair(
        "a fine and the press that tells its sum under another headline",
        Told(
            SAMR + "a21.html",
            "市场监管总局依法对示例外卖在中国境内实施“二选一”垄断行为作出行政处罚",
            "经查，示例外卖滥用支配地位。责令停止违法行为，退还保证金12.89亿元，并处罚款34.42亿元。",
            "2021-10-08",
        ),
        Told(
            "https://news.x.example/n21.html",
            "示例外卖“二选一”被罚34.42亿元",
            "记者8日从市场监管总局获悉，市场监管总局依法作出行政处罚决定，罚款计34.42亿元。",
            "2021-10-08",
        ),
        True,
    ),
    Pair(
        "two fines of one round sum",
        Told(SAMR + "a22.html", "市场监管总局对示例甲公司未依法申报作出行政处罚决定", "处以50万元罚款。", "2021-10-08"),
        Told(
            "https://news.x.example/n22.html",
            "示例乙公司被罚50万元",
            "市场监管总局对示例乙公司处以50万元罚款。",
            "2021-10-08",
        ),
        False,
    ),
)


@dataclass(frozen=True)
class Stages:
    """Two pages, the earlier first, and the kind of the link between them; '' where there is none."""

    name: str
    one: Told
    other: Told
    kind: str


_DRAFT = t(MIIT, "公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK + RULES, "2022-08-01")
_FINAL = t(MIIT, "工业和信息化部关于印发《工业数据安全管理办法》的通知", _miit(RULES, "2022-12-08"), "2022-12-13")
_CALL = t(MIIT, "工业和信息化部办公厅关于开展智慧家庭典型案例征集的通知", _miit(PLAN, "2024-07-01"), "2024-07-02")
STAGES = (
    Stages("a draft becomes a text", _DRAFT, _FINAL, "final"),
    Stages(
        "a draft is drafted again",
        _DRAFT,
        t(MIIT, "再次公开征求对《工业数据安全管理办法（征求意见稿）》的意见", ASK + RULES, "2022-10-01"),
        "redraft",
    ),
    Stages(
        "a text loses 暂行 between draft and final",
        t(CAC, "关于《生成内容标识暂行办法（征求意见稿）》公开征求意见的通知", ASK, "2024-09-14"),
        t(CAC, "国家互联网信息办公室等四部门关于印发《生成内容标识办法》的通知", RULES, "2025-03-14"),
        "final",
    ),
    Stages(
        "a text changes its kind between draft and final",
        t(CAC, "关于《网络身份认证公共服务管理办法（征求意见稿）》公开征求意见的通知", ASK, "2024-07-26"),
        t(CAC, "国家网络身份认证公共服务管理规定", RULES + "国家互联网信息办公室", "2025-05-23"),
        "",
    ),
    Stages(
        "a text whose words changed places",
        t(CAC, "关于《规范和促进数据跨境流动规定（征求意见稿）》公开征求意见的通知", ASK, "2023-09-28"),
        t(CAC, "促进和规范数据跨境流动规定", RULES + "国家互联网信息办公室", "2024-03-22"),
        "final",
    ),
    Stages(
        "another text of the same authority",
        _DRAFT,
        t(MIIT, "工业和信息化部关于印发《电信设备进网管理办法》的通知", _miit(RULES, "2022-12-08"), "2022-12-13"),
        "",
    ),
    Stages(
        "the implementing rules of a text are not its final form",
        _DRAFT,
        t(
            MIIT,
            "工业和信息化部关于印发《工业数据安全管理办法实施细则》的通知",
            _miit(PLAN, "2022-12-08"),
            "2022-12-13",
        ),
        "",
    ),
    Stages(
        "the final text of another province",
        t(
            GD,
            "广东省工业和信息化厅关于《公共数据授权运营管理办法（征求意见稿）》公开征求意见的公告",
            ASK,
            "2024-05-01",
        ),
        t(
            ZJ,
            "浙江省经济和信息化厅关于印发《公共数据授权运营管理办法》的通知",
            RULES + "浙江省经济和信息化厅",
            "2024-09-01",
        ),
        "",
    ),
    Stages(
        "a text drafted by a ministry and promulgated by the State Council",
        t(CAC, "国家互联网信息办公室关于《网络数据安全管理条例（征求意见稿）》公开征求意见的通知", ASK, "2021-11-14"),
        t(GOV, "网络数据安全管理条例", "中华人民共和国国务院令\n第790号\n" + RULES, "2024-09-30"),
        "final",
    ),
    Stages(
        "a text is amended",
        _FINAL,
        t(
            MIIT,
            "工业和信息化部关于修改《工业数据安全管理办法》的决定",
            _miit("作如下修改。", "2024-03-01"),
            "2024-03-04",
        ),
        "amended",
    ),
    Stages(
        "a text is repealed",
        _FINAL,
        t(
            MIIT,
            "工业和信息化部关于废止《工业数据安全管理办法》的决定",
            _miit("予以废止。", "2024-03-01"),
            "2024-03-04",
        ),
        "repealed",
    ),
    Stages(
        "a text is put off",
        _FINAL,
        t(MIIT, "关于暂缓实施《工业数据安全管理办法》的公告", _miit("决定暂缓实施。", "2023-01-03"), "2023-01-04"),
        "suspended",
    ),
    Stages(
        "a draft is taken back",
        _DRAFT,
        t(MIIT, "关于撤回《工业数据安全管理办法（征求意见稿）》的公告", "决定撤回。", "2022-09-15"),
        "suspended",
    ),
    Stages(
        "a consultation is given more time",
        _DRAFT,
        t(MIIT, "关于延长《工业数据安全管理办法（征求意见稿）》公开征求意见时间的公告", ASK, "2022-08-30"),
        "extended",
    ),
    Stages(
        "a text is corrected",
        _FINAL,
        t(MIIT, "关于《工业数据安全管理办法》的更正公告", "第五条“十万元”更正为“五万元”。", "2022-12-20"),
        "corrected",
    ),
    Stages(
        "a later edition",
        t(
            MIIT,
            "工业和信息化部关于印发《物联网标准体系建设指南（2021版）》的通知",
            _miit(PLAN, "2021-09-01"),
            "2021-09-02",
        ),
        t(
            MIIT,
            "工业和信息化部关于印发《物联网标准体系建设指南（2024版）》的通知",
            _miit(PLAN, "2024-08-12"),
            "2024-08-14",
        ),
        "replaced",
    ),
    Stages(
        "a call brings a proposed list",
        _CALL,
        t(MIIT, "关于智慧家庭典型案例拟入选名单的公示", "现将拟入选名单予以公示，公示期为5个工作日。", "2024-10-12"),
        "proposed",
    ),
    Stages(
        "a proposed list becomes the list",
        t(MIIT, "关于智慧家庭典型案例名单的公示", "现将名单予以公示，如有异议，请在公示期内反馈。", "2024-10-12"),
        t(MIIT, "工业和信息化部办公厅关于公布智慧家庭典型案例名单的通知", _miit(PLAN, "2024-11-01"), "2024-11-04"),
        "result",
    ),
    Stages(
        "a call brings a list",
        _CALL,
        t(MIIT, "工业和信息化部办公厅关于公布智慧家庭典型案例名单的通知", _miit(PLAN, "2024-11-01"), "2024-11-04"),
        "result",
    ),
    Stages(
        "the list of another year's call",
        t(
            MIIT,
            "工业和信息化部办公厅关于开展2023年智慧家庭典型案例征集的通知",
            _miit(PLAN, "2023-07-01"),
            "2023-07-02",
        ),
        t(
            MIIT,
            "工业和信息化部办公厅关于公布2024年智慧家庭典型案例名单的通知",
            _miit(PLAN, "2024-11-01"),
            "2024-11-04",
        ),
        "",
    ),
    Stages(
        "the next batch",
        t(CAC, "国家互联网信息办公室关于发布第八批深度合成服务算法备案信息的公告", RULES, "2024-10-11"),
        t(CAC, "国家互联网信息办公室关于发布第九批深度合成服务算法备案信息的公告", RULES, "2024-12-20"),
        "next",
    ),
    Stages(
        "a batch after the next",
        t(CAC, "国家互联网信息办公室关于发布第七批深度合成服务算法备案信息的公告", RULES, "2024-08-05"),
        t(CAC, "国家互联网信息办公室关于发布第九批深度合成服务算法备案信息的公告", RULES, "2024-12-20"),
        "",
    ),
    Stages(
        "the next quarter, over the turn of the year",
        t(MIIT, "工业和信息化部关于2024年第四季度电信服务质量的通告", _miit(PLAN, "2025-02-03"), "2025-02-05"),
        t(MIIT, "工业和信息化部关于2025年第一季度电信服务质量的通告", _miit(PLAN, "2025-05-28"), "2025-05-30"),
        "next",
    ),
    Stages(
        "the plan of the next year",
        t(MIIT, "工业和信息化部关于印发2024年信息通信业重点工作安排的通知", _miit(PLAN, "2024-01-20"), "2024-01-22"),
        t(MIIT, "工业和信息化部关于印发2025年信息通信业重点工作安排的通知", _miit(PLAN, "2025-01-20"), "2025-01-22"),
        "next",
    ),
    Stages(
        "measures that follow up measures",
        t(
            MIIT,
            "工业和信息化部关于侵害用户权益行为的APP通报（2024年第5批，总第40批）",
            _miit(NAMED, "2024-06-28"),
            "2024-06-28",
        ),
        t(MIIT, "工业和信息化部关于下架侵害用户权益行为的APP名单的通报", _miit(NAMED, "2024-08-12"), "2024-08-13"),
        "enforced",
    ),
    Stages(
        "a penalty on another matter",
        t(
            MIIT,
            "工业和信息化部关于侵害用户权益行为的APP通报（2024年第5批，总第40批）",
            _miit(NAMED, "2024-06-28"),
            "2024-06-28",
        ),
        t(MIIT, "工业和信息化部关于违规使用无线电频率查处情况的通报", _miit(PLAN, "2024-08-12"), "2024-08-13"),
        "",
    ),
    Stages(
        "a repost of a draft on a host nobody knows, after the final text",
        _FINAL,
        t("http://www.spam-portal.com/", "工业数据安全管理办法（征求意见稿）", ASK + RULES, "2023-03-01"),
        "",
    ),
    Stages(
        "a final text gains 国家 before its name",
        t(CAC, "关于《网络事件分级报告管理办法（征求意见稿）》公开征求意见的通知", ASK, "2023-12-08"),
        t(CAC, "国家互联网信息办公室关于印发《国家网络事件分级报告管理办法》的通知", RULES, "2025-09-15"),
        "final",
    ),
    Stages(
        "活动 becomes 行为 between draft and final",
        t(SAMR, "市场监管总局关于公开征求《网购拼团活动规范指引（征求意见稿）》意见的公告", ASK, "2022-08-16"),
        t(SAMR, "市场监管总局关于印发《网购拼团行为规范指引》的通知", RULES, "2023-06-15"),
        "final",
    ),
    Stages(
        "drafts of two subjects under one form are two",
        t(CAC, "关于《公共数据管理办法（征求意见稿）》公开征求意见的通知", ASK, "2022-08-16"),
        t(CAC, "国家互联网信息办公室关于印发《公共信用管理办法》的通知", RULES, "2023-06-15"),
        "",
    ),
    Stages(
        "a first round names no year",
        t(MIIT, "工业和信息化部办公厅关于公布工业元宇宙工作试点单位名单的通知", NAMED, "2022-11-30"),
        t(MIIT, "工业和信息化部办公厅关于公布2024年工业元宇宙试点单位名单的通知", NAMED, "2023-12-29"),
        "next",
    ),
)
