"""How to answer a page: e-mail, post, fax, telephone, web. Names of persons and mobile telephones are not read.

A way counts with the address or number printed; a site where a text can only be looked up does not. The conventions
are those of tests/labels/README.md (`clauses.jsonl`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from jingbao.core.read.sheet import Sheet
from jingbao.core.values import Channel

_MAIL = re.compile(
    r"(?<![A-Za-z0-9._%+-])(?P<who>[A-Za-z0-9][A-Za-z0-9._%+-]{0,60})\s?(?:[@＠#＃]|[\[（({【]\s?(?:at|AT"
    r"|@)\s?[\]）)}】])\s?"
    r"(?P<host>[A-Za-z0-9][A-Za-z0-9-]{0,40}(?:\.[A-Za-z0-9-]{1,30}){1,5})(?![A-Za-z0-9])"
)
_WEB = re.compile(
    r"(?=[A-Za-z0-9-])(?<![A-Za-z0-9@.＠#/-])(?:https?://[A-Za-z0-9][A-Za-z0-9._~:/?#@!$&'*+,;=%-]{3,200}"
    r"|(?:[A-Za-z0-9-]{1,40}\.){1,5}(?:gov|com|org|net|edu|cn|ac"
    r"|example)(?:\.cn)?(?![A-Za-z0-9])(?:/[A-Za-z0-9._~/?#&=%-]{0,150})?)"
)
_NUMBER = re.compile(
    r"(?:[（(]\s?(?P<area>0\d{2,3})\s?[）)][\s－—–-]?|(?P<code>0\d{2,3})[\s－—–-]{0,2})?(?P<main>[2-9]\d{6,7}"
    r"|400[\s-]?\d{3}[\s-]?\d{4}|400[\s-]?\d{4}[\s-]?\d{3}|1[0-2]\d{3}|9\d{4})"
    r"(?!\d)(?:\s?(?:转|[-－—]|分机)\s?(?P<more>\d{1,5}))?(?!\d)"
)
_PHONE = re.compile(
    r"(?=[传电热拨致联])(?:(?P<fax>传\s{0,4}真)|(?P<phone>电\s{0,4}话(?!用户|卡|号|会议|诈骗|销|营|、|和|等)"
    r"|热\s?线|拨打|致电"
    r"|联系方式|联系人(?=[^。；\n\d]{0,14}[（(\d])))"
)
_MANY = re.compile(r"\s{0,2}(?:[、，,/；;或和]|以及)?\s{0,2}")
_LABEL_ENDS = re.compile(
    r"(?:号码|热线|专线|或传真|及传真|（传真）|\(传真\)|/传真|、传真|投诉|举报|咨询|平台"
    r"|[（(][^（）()\d]{1,12}[）)]|[：:为是“\"\s]|[一-龥、]{0,10}(?=[：:\s（(\d“])){0,6}"
)
_POST = re.compile(
    r"(?=[通邮联来收寄信投办地书意])(?:(?:通信|通讯|邮寄|联系|来信|收件|收信|寄送|邮政|信函|投递"
    r"|办公)地址(?:为|是)?\s{0,2}[：:]?"
    r"|(?<![一-龥])地\s{0,4}址\s{0,2}[：:]"
    r"|(?:邮寄|寄送|寄|信函送|邮)(?:至|到|往)[：:]?|(?:来信|来函|信函|意见|书面意见)"
    r"(?:请寄(?:至|到|往|送)?[：:]?|寄(?:至|到|往|送)?[：:]))\s{0,2}(?P<value>[^\n。；;]{3,120})"
)
_POST_ENDS = re.compile(
    r"[，,（(\s、]{0,2}(?:邮\s{0,2}编|邮政编码|邮码|邮编)|[，,、\s]{1,2}(?:并(?!州)|请|联系|电\s?话|传\s?真"
    r"|信封|电子|邮箱|收件人|收信人|注明|截止|来信|\d{6}(?!\d)|[Ee]-?mail|或(?!者?是)|也可|同时|于\d)"
    r"|[（(]\s{0,2}(?:请|信封|\d{6}|收件人|联系|以邮戳|注明|来信|电话)|[，,]?(?:来信请)?(?:并)?(?:请)?(?:在"
    r"|于)?信封|\t|\s{2,3}(?=[一-龥]{2,6}[：:])|[\"”]"
)
_CODE_FIRST = re.compile(r"^\s{0,2}(?:邮编[：:]?)?\d{6}[，,\s]{0,2}")
_ADDRESS = re.compile(r"[省市区县路街号楼室院镇道巷]|大厦|信箱|[部局委厅司处办会院心](?:收|（收）)?$")
_LOOK_UP = re.compile(
    r"查阅|查询|下载|查看|浏览|获取|刊登|刊载|公布|公开|详见|参见|见|查收|可在|登载|发布"
    r"|附件|链接|来源"
)
_SENDS = re.compile(
    r"提出|提交|反馈|发送|填报|申报|申请|报送|提意见|意见征集|建议|留言|反映|投诉|举报|登记|注册|办理|填写"
    r"|报名|上传|异议|发表|参与|咨询|评议|征集系统|征求意见系统"
)
_SITE = re.compile("网站|平台|系统|门户|信息网|政务网|服务网|公众号|小程序|网上办事大厅")
_TO_SITE = re.compile(r"(?:登[录陆]|访问|进入|打开|通过|经由|在)(?P<name>[^，。；：:\n、《》（）()的]{2,34})$")
_LONGEST_SITE = 40
_STOPS = "。；\n"


@dataclass(frozen=True, slots=True)
class Found:
    """A way and the place of its words."""

    value: Channel
    start: int
    end: int


def read(sheet: Sheet, status: str) -> None:
    """Note the ways that a text names, once each, in the order of the text."""
    seen: set[Channel] = set()
    for one in find(sheet.body):
        if one.value not in seen:
            seen.add(one.value)
            sheet.add("channel", one.value, "body", one.start, one.end, one.value.kind)


def find(text: str) -> list[Found]:
    """Every way to answer, in the order of the text."""
    found = [*_mails(text), *_posts(text), *_numbers(text)]
    found += _webs(text)
    return sorted(found, key=lambda one: (one.start, one.end))


def _mails(text: str) -> Iterator[Found]:
    for m in _MAIL.finditer(text):
        value = f"{m['who']}@{m['host']}".lower().rstrip(".")
        if re.search(r"\.[a-z]{2,10}$", value):
            yield Found(Channel("email", value), m.start(), m.end())


def _posts(text: str) -> Iterator[Found]:
    for m in _POST.finditer(text):
        value = m["value"]
        if code := _CODE_FIRST.match(value):
            value = value[code.end() :]
        shift = len(m["value"]) - len(value)
        if stop := _POST_ENDS.search(value):
            value = value[: stop.start()]
        value = _balanced(value).rstrip(" ，,、:：）)" if "（" not in value and "(" not in value else " ，,、:：")
        start = m.start("value") + shift + len(value) - len(value.lstrip())
        value = value.strip().strip('“”"')
        if len(value) >= 4 and "@" not in value and not value.startswith(("http", "www")) and _ADDRESS.search(value):
            start = text.index(value, m.start("value"))
            yield Found(Channel("post", value), start, start + len(value))


def _balanced(value: str) -> str:
    """The words up to a bracket that was opened before them."""
    depth = 0
    for n, c in enumerate(value):
        depth += (c in "（(") - (c in "）)")
        if depth < 0:
            return value[:n]
    return value


def _numbers(text: str) -> Iterator[Found]:
    """The numbers after each word for a telephone or a fax; 电话/传真 gives both."""
    for label in _PHONE.finditer(text):
        kind = "fax" if label["fax"] else "phone"
        begin = _LABEL_ENDS.match(text, label.end())
        at = begin.end() if begin else label.end()
        if label[0] == "联系人":
            at = next((m.start() for m in _NUMBER.finditer(text, at, at + 30)), at)
        while (m := _NUMBER.match(text, at)) is not None:
            yield Found(Channel("fax" if kind == "fax" else "phone", _number(m)), m.start(), m.end())
            more = _MANY.match(text, m.end())
            at = more.end() if more else m.end()


def _number(m: re.Match[str]) -> str:
    area = m["area"] or m["code"]
    main = re.sub(r"\s", "-", m["main"])
    glued = bool(m["code"]) and m.start("main") == m.end("code")
    joined = main if not area else f"{area}{main}" if glued else f"{area}-{main}"
    return f"{joined}-{m['more']}" if m["more"] else joined


def _webs(text: str) -> Iterator[Found]:
    sites: list[Found] = []
    for m in _WEB.finditer(text):
        if _is_for_sending(text, m.start(), m.end()):
            value = m[0].rstrip(".,;:'")
            sites.append(Found(Channel("web", value), m.start(), m.start() + len(value)))
    yield from sites
    for noun in _SITE.finditer(text):
        first = max(0, noun.end() - _LONGEST_SITE)
        to = _TO_SITE.search(text[first : noun.end()])
        rest = re.match(r"[^。；\n]{0,80}", text[noun.end() : noun.end() + 80])
        if to is None or rest is None or _SITE.match(text, noun.end()):
            continue
        start, name = first + to.start("name"), unicodedata.normalize("NFC", to["name"])
        near = any(abs(one.start - noun.end()) < 40 for one in sites)
        looked_up = re.match("[^，。；]{0,4}(?:查|下载|公示|公开|公布|发布)", rest[0])
        own = len(name) < 4 or re.match("我|本|各|其|该|上述|有关|相关|全国各|所在", name)
        if not near and not own and not looked_up and _SENDS.search(rest[0]):
            yield Found(Channel("web", name), start, noun.end())


def _is_for_sending(text: str, start: int, end: int) -> bool:
    """Whether a site is one to write to, not one to look something up."""
    first = max(max(text.rfind(c, max(0, start - 120), start) for c in _STOPS) + 1, start - 120)
    last = min((at for c in _STOPS if (at := text.find(c, end, end + 120)) >= 0), default=end + 120)
    before, after = text[first:start], text[end:last]
    if re.search("(?:网站|网址|平台|系统|登录|登陆|网上)[^，。；]{0,12}$", before) is None and not _SENDS.search(
        before + after
    ):
        return False
    return bool(_SENDS.search(after) or (_SENDS.search(before[-60:]) and not _LOOK_UP.search(before[-30:])))
