"""How near two names of instruments are: a draft and its final text seldom have the very same name."""

import re
from zlib import crc32

from jingbao.core.values import digest

_SHORTEST = 4
_START = 6
_SUBJECT = 8
_RUN = 6
_KEYS = 4
_PASSING = re.compile(
    r"总?第\d{1,4}[批期号]|(?:19|20)\d{2}(?:年度|年版|年)?(?:第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?)?|暂行|试行|修订|首批"
)
_OF_THE_STATE = re.compile(r"^(?:国家|全国)(?=.{6})")
# Words that a draft and its final text, or two rounds of one thing, exchange freely.
_NEUTRAL = re.compile(r"活动|行为|工作|事项|若干|有关|相关|推动|促进")
# What a call asks for and what its result gives are told in verbs around one and the same thing.
_ASKING = re.compile(
    r"^(?:关于|请|组织|联合|开展|做好|启动|公开|报送|征集|申报|推荐|遴选|认定|评选|公布|发布|公示|拟|确定|印发|实施|进行|部署){1,6}"
)
_ANSWER = re.compile(
    r"(?:拟?(?:入选|入围|揭榜挂帅|揭榜|推荐|认定|支持|遴选|征集|申报|评选|评审|确定)(?:单位|项目|企业|对象)?|名单|名录|结果|公示|工作|活动|的|通知|公告|通告|信息){1,6}+$"
)
_KINDS = re.compile(
    r"(?:实施细则|实施办法|管理办法|办法|规定|条例|细则|规则|规程|措施|意见|方案|计划|规划|指南|指引|规范|要求|目录|通知|决定|法)$"
)
_FIGURES = re.compile(r"\d{1,9}")


def stem(name: str) -> str:
    """A folded name without what passes (batch, year, 暂行) and without asking and answering words."""
    bare = _OF_THE_STATE.sub("", _PASSING.sub("", name))
    shorter = _ANSWER.sub("", _ASKING.sub("", bare))
    return shorter if len(shorter) >= _SHORTEST else bare


def stem_keys(stemmed: str) -> tuple[str, ...]:
    """Index keys: names that are near share one. The start, the whole, and four of the runs of six characters."""
    if len(stemmed) < _SHORTEST:
        return ()
    starts = (stemmed[:_START], _NEUTRAL.sub("", stemmed)[:_START])
    runs = {stemmed[n : n + _RUN] for n in range(len(stemmed) - _RUN + 1)}
    least = sorted(runs, key=lambda run: (crc32(run.encode()), run))[:_KEYS]
    return tuple(f"chain:{part}" for part in dict.fromkeys((digest(stemmed), *starts, *least)))


def kin(one: str, other: str) -> float:
    """From 0 (two instruments) to 1 (one name): the Dice coefficient of the pairs of characters of two stems.

    Words put before or behind make another instrument of it (…省…, …实施细则), and so do other figures.
    """
    if one == other:
        return 1.0 if len(one) >= _SHORTEST else 0.0
    short, full = sorted((one, other), key=len)
    if len(short) < _SHORTEST or _FIGURES.findall(short) != _FIGURES.findall(full):
        return 0.0
    same = _NEUTRAL.sub("", one)
    if len(same) >= _SUBJECT and same == _NEUTRAL.sub("", other):
        return 0.9  # 经营活动规范 and 经营行为规范
    if full.startswith(short) or full.endswith(short):
        return 0.0
    kinds = [_KINDS.search(name) for name in (one, other)]
    a, b = (name[: kind.start()] if kind else name for name, kind in zip((one, other), kinds, strict=True))
    if a == b and len(a) >= _SUBJECT:
        return 0.9  # one subject, another kind of text
    pairs, others = ({name[n : n + 2] for n in range(len(name) - 1)} for name in (one, other))
    return 2 * len(pairs & others) / (len(pairs) + len(others)) if one[-2:] == other[-2:] else 0.0
