"""An Issue with everything an issue can hold, written for the tests: none of its texts is official.

`sample_issue()` has five items in three sections; item 4 comes from a hostile page. `sample_page()` gives the page
and document item 1 cites: its quotations stand at their spans.
"""

from dataclasses import replace
from datetime import UTC, date, datetime

from jingbao.core.values import (
    Attachment,
    Brief,
    Category,
    Citation,
    Document,
    Highlight,
    Issue,
    Item,
    LegalBlock,
    Page,
    Section,
    Sentence,
    Span,
    Watch,
    digest,
)

NOTICE = "Sample: every text of this issue was written for tests and is no official text."
HOSTILE = '</summary><script>alert("1")</script>\u202e〕4202〔 [x](javascript:alert(1)) `|*_\x07'


def page(url: str, content: str) -> Page:
    data = content.encode()
    seen = datetime(2024, 9, 1, 1, 30, tzinfo=UTC)
    return Page(url, url, seen, 200, "text/html; charset=utf-8", digest(content) * 3 + "0000", len(data))


def document(of: Page, title: str, body: str, meta: str = "", attachments: tuple[Attachment, ...] = ()) -> Document:
    return Document(of.id, of.url, "1", digest(of.id), "article", title, body, meta, attachments)


def cite(of: Document, fact: str, quote: str, part: str = "body") -> Citation:
    start = of.part(part).index(quote)
    return Citation(of.page, of.url, fact, Span(part, start, start + len(quote)), quote)


def said(text: str, *citations: Citation, turns: date | None = None, after: str = "") -> Sentence:
    return Sentence(text, citations, turns=turns, after=after)


def brief(of: Document, headline: Sentence, sentences: tuple[Sentence, ...], **changes: object) -> Brief:
    plain = Brief(
        basis=of.id,
        writer="rules",
        headline=headline,
        sentences=sentences,
        title=of.title,
        number="",
        status="issued",
        state="issued",
        category="legislative",
        issuers=("工业和信息化部",),
        region="national",
        topics=("iot",),
        published=date(2024, 8, 26),
        page=of.page,
        url=of.url,
        watches=(),
        mentions=(),
        attachments=(),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


IOT_TITLE = "工业和信息化部 国家标准化管理委员会关于印发物联网标准体系建设指南（2024版）的通知"
IOT_BODY = """工信部联科函〔2024〕206号
各省、自治区、直辖市及计划单列市工业和信息化主管部门、市场监管局（厅、委），有关行业协会、标准化技术组织和专业机构：
现将《物联网标准体系建设指南（2024版）》印发给你们，请认真贯彻执行。
为统筹规划物联网标准体系，引导物联网产业高质量发展，制定本指南。
物联网标准体系包括基础标准、技术标准、建设运维标准和应用标准四部分。
序号\t标准名称\t状态
1\t物联网 术语\t已发布
2\t物联网 标识管理\t制定中
到2025年，新制定物联网领域国家标准和行业标准30项以上，参与制定国际标准10项以上。
工业和信息化部
国家标准化管理委员会
2024年7月22日"""


def sample_page() -> tuple[Page, Document]:
    """The page that item 1 cites, and its clean text."""
    of = page("https://www.miit.gov.cn/sample/art_0001.html", IOT_TITLE + IOT_BODY)
    annex = Attachment(
        "https://www.miit.gov.cn/sample/annex.docx",
        "物联网标准体系建设指南（2024版）.docx",
        "docx",
        "",
        "物联网标准体系建设指南\n（2024版）\n一、总体要求\n感知、网络、平台、应用协同发展。",
    )
    meta = "visible:发布时间\t2024-08-26\ntable:发文字号\t工信部联科函〔2024〕206号"
    return of, document(of, IOT_TITLE, IOT_BODY, meta, (annex,))


def _iot() -> Brief:
    _, of = sample_page()
    issued = cite(of, "instrument", "现将《物联网标准体系建设指南（2024版）》印发给你们")
    published = cite(of, "published", "2024-08-26", "meta")
    target = cite(of, "target", "新制定物联网领域国家标准和行业标准30项以上")
    sentences = (
        said(
            "On 26 August 2024 the Ministry of Industry and Information Technology (“MIIT”) and the Standardisation "
            "Administration of China (“SAC”) published the Guidelines for the Construction of the Internet of Things "
            "(“IoT”) Standards System (2024 Edition), dated 22 July 2024.",
            published,
            issued,
            cite(of, "signed", "2024年7月22日"),
        ),
        said(
            "They aim to guide the high-quality development of the IoT industry by planning its standards as one "
            "system.",
            cite(of, "purpose", "为统筹规划物联网标准体系，引导物联网产业高质量发展"),
        ),
        said(
            "The system has four parts: foundational, technical, construction and application standards.",
            cite(of, "", "物联网标准体系包括基础标准、技术标准、建设运维标准和应用标准四部分。"),
        ),
        said(
            "By 2025 at least 30 new national and industry standards are to be drawn up, and China is to participate "
            "in formulating at least 10 international standards.",
            target,
            cite(of, "target", "参与制定国际标准10项以上"),
        ),
    )
    return brief(
        of,
        said(
            "MIIT and SAC issued guidelines on the Internet of Things standards system",
            issued,
            cite(of, "title", IOT_TITLE, "title"),
        ),
        sentences,
        number="工信部联科函〔2024〕206号",
        issuers=("工业和信息化部", "国家标准化管理委员会"),
        topics=("iot", "standards"),
        watches=(Watch(date(2025, 12, 31), "target", target),),
        mentions=(("MIIT", "the Ministry of Industry and Information Technology (“MIIT”)"),),
        attachments=(replace(of.attachments[0], text=""),),
    )


def _cars() -> Brief:
    title = "关于进一步加强智能网联汽车准入、召回及软件在线升级管理的通知（征求意见稿）"
    body = (
        "现公开征求社会各界意见。\n搭载组合驾驶辅助系统的汽车生产企业应当报告事故和安全事件。\n"
        "未经备案不得开展软件在线升级，不得通过软件升级掩盖缺陷或者逃避责任。\n意见反馈截止日期为2024年9月15日。"
    )
    of = document(page("https://www.miit.gov.cn/sample/art_0002.html", title + body), title, body)
    deadline = cite(of, "comment_deadline", "2024年9月15日")
    return brief(
        of,
        said(
            "MIIT proposed tighter rules on product admission, recalls and software updates for intelligent connected "
            "vehicles",
            cite(of, "status", "公开征求社会各界意见"),
        ),
        (
            said(
                "MIIT sought public comment on a draft notice on the product admission, recall and over-the-air "
                "software update of intelligent connected vehicles.",
                cite(of, "status", "公开征求社会各界意见"),
            ),
            said(
                "Makers of vehicles with combined driver assistance would have to report accidents and safety "
                "incidents.",
                cite(of, "obligation", "搭载组合驾驶辅助系统的汽车生产企业应当报告事故和安全事件"),
            ),
            said(
                "The consultation closes on 15 September 2024.",
                deadline,
                turns=date(2024, 9, 16),
                after="The consultation closed on 15 September 2024.",
            ),
            Sentence("Makers should test now how fast an update can be withdrawn.", (), "comment", "A. Sample"),
        ),
        status="draft_for_comment",
        state="draft_for_comment",
        topics=("auto",),
        published=date(2024, 8, 1),
        watches=(Watch(date(2024, 9, 15), "comment_deadline", deadline),),
    )


def _caller() -> Brief:
    title = "国家互联网信息办公室关于发布第七批深度合成服务算法备案信息的公告"
    body = "现公开发布第七批境内深度合成服务算法备案信息，共492款。\n请尚未履行备案手续的尽快申请备案。"
    of = document(page("http://www.cac.gov.cn/2024-08/05/c_0003.htm", title + body), title, body)
    filed = cite(of, "count", "共492款")
    return brief(
        of,
        said("CAC released the seventh batch of deep synthesis algorithm filings", cite(of, "title", title, "title")),
        (
            said(
                "The Cyberspace Administration of China (“CAC”) published the seventh batch of filings of domestic "
                "deep synthesis service algorithms, 492 entries.",
                cite(of, "batch", "第七批境内深度合成服务算法备案信息"),
                filed,
            ),
            said(
                "CAC urged those that have not filed to do so as soon as possible.",
                cite(of, "", "请尚未履行备案手续的尽快申请备案。"),
            ),
        ),
        status="list",
        state="filed",
        category="enforcement",
        issuers=("国家互联网信息办公室",),
        topics=("ai",),
        published=date(2024, 8, 5),
    )


def _hostile() -> Brief:
    title = f"关于测试的通知{HOSTILE}"
    body = f"恶意文字{HOSTILE}结束"
    of = document(page("javascript:alert(1)//https://www.miit.gov.cn/", title + body), title, body)
    quote = cite(of, "instrument", body)
    return brief(
        of,
        said(f"A body published a notice {HOSTILE}", quote),
        (said(f"The notice says 《测试》 {HOSTILE}.", quote, replace(quote, fact="")),),
        number=f"〔2024〕1号{HOSTILE}",
        category="enforcement",
        status="campaign",
        state="ongoing",
        region="Hainan",
        topics=(),
        published=date(2024, 7, 9),
        attachments=(Attachment("data:text/html,<b>x</b>", f"附件{HOSTILE}", "other", "", ""),),
    )


def _trial() -> Brief:
    title = "示范区数据跨境流动管理办法（试行）"
    body = "本办法自2024年10月1日起施行。\n数据处理者可以依照本办法向境外提供数据。"
    of = document(page("https://www.sh.gov.cn/sample/art_0005.html", title + body), title, body)
    effective = cite(of, "effective", "自2024年10月1日起施行")
    return brief(
        of,
        said("Shanghai issued trial measures on cross-border data flows", cite(of, "title", title, "title")),
        (
            said("The measures take effect on 1 October 2024.", effective),
            said("Data handlers may provide data abroad under them.", cite(of, "permission", "可以依照本办法")),
        ),
        status="trial",
        state="adopted_not_in_force",
        category="industry",
        region="Shanghai",
        topics=("data",),
        published=date(2024, 8, 30),
        watches=(Watch(date(2024, 10, 1), "effective", effective),),
    )


SECTIONS: tuple[tuple[Category, str], ...] = (
    ("legislative", "Legislative developments"),
    ("enforcement", "Enforcement developments"),
    ("industry", "Industry developments"),
)


def sample_issue() -> Issue:
    """Five items, two themes, three dates to watch, comment, notice and hostile texts, printed on 5 September 2024."""
    briefs = (_iot(), _cars(), _caller(), _hostile(), _trial())
    items = [Item(n, b, b.headline.text, b.sentences) for n, b in enumerate(briefs, 1)]
    watches = sorted(((i.number, w) for i in items for w in i.brief.watches), key=lambda found: found[1].day)
    return Issue(
        edition="China TMT Update",
        number="2024-07..2024-08",
        beat="technology, media and telecommunications law and policy in China",
        start=date(2024, 7, 1),
        end=date(2024, 8, 31),
        printed=date(2024, 9, 5),
        notice=NOTICE,
        introduction="In July and August 2024 the authorities turned to connected vehicles, data and algorithms.",
        highlights=(
            Highlight(
                "iot",
                "Internet of Things",
                ("MIIT and SAC issued guidelines on the standards system of the Internet of Things (item 1).",),
                (1,),
            ),
            Highlight(
                "ai",
                "Algorithms and vehicles",
                ("CAC released the seventh batch of filings (item 3).", "MIIT proposed rules for vehicles (item 2)."),
                (3, 2),
            ),
        ),
        sections=tuple(
            Section(name, title, tuple(i for i in items if i.brief.category == name)) for name, title in SECTIONS
        ),
        watches=tuple(watches),
        legal=tuple(
            LegalBlock(name, "1", name.capitalize(), f"The text of the block called {name}. " * 4)
            for name in ("disclaimer", "practice", "translation", "copyright", "privacy", "ai")
        ),
        contact="Write to editors@example.org to subscribe, to change what you receive, or to leave the list.",
        colophon="Headlines and summaries were drafted by rules from official pages and approved by nobody.",
        topics=(("iot", "Internet of Things"), ("auto", "connected vehicles"), ("ai", "algorithms")),
    )
