"""Which words of a clause are its verbs: an action is a verb before an object, a noun elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from jingbao.writers.rules.english import words
from jingbao.writers.rules.lexicon import Token

# Heads that name a thing apart: the action before them belongs to what they are about.
ABOUT = {
    **dict.fromkeys(("案例", "典型案例", "应用案例", "典型应用案例", "优秀案例", "清单", "名单", "目录"), "of"),
    **dict.fromkeys(("行动", "专项行动", "清朗专项行动", "专项工作", "活动", "任务", "项目", "试点示范", "大赛"), "on"),
    **dict.fromkeys(("方案", "试点", "试点城市", "试点项目", "示范区", "示范城市", "平台", "服务平台"), "for"),
}
ONE = frozenset({"行动", "专项行动", "清朗专项行动", "方案", "试点"})  # one of its kind: the campaign
# Nouns that make one compound with the action before them: management platform, service system.
SYSTEM = words(
    """平台 系统 体系 机制 制度 机构 标准 场景 中心 能力 水平 规范 规则 指南 要求 条件 模式 环境
    市场 业务 技术 产品 设备 设施 服务"""
)
PAIRED = words("支持 引导 鼓励 规范 打击 整治 防范 惩治 预防 保护 发现 查处")  # 支持引导: support and guide


def leading_verbs(tokens: Sequence[Token], after_adverb: bool) -> tuple[list[str], Sequence[Token]]:
    """Verbs that begin the clause and what follows them; no verbs where it is a noun phrase."""
    verbs: list[str] = []
    at = 0
    while at < len(tokens):
        token, following = tokens[at], tokens[at + 1 :]
        if token.part == "verb" and not (following and following[0].part == "of"):
            verbs.append(token.en)
        elif token.part == "action" and token.verb and acts(token, following, after_adverb or bool(verbs)):
            verbs.append(token.verb)
        else:
            break
        if following and following[0].part == "and" and len(following) > 1 and following[1].part in ("verb", "action"):
            at += 2
            continue
        if following and {token.zh, following[0].zh} <= PAIRED:
            at += 1
            continue
        return verbs, following
    return ([], tokens) if not verbs or at < len(tokens) else (verbs, ())


def acts(token: Token, following: Sequence[Token], verbal: bool) -> bool:
    """Whether an action at the head of a clause is its verb: 保护个人信息 yes, 管理平台 and 建设的意见 no."""
    if not following:
        return verbal
    if following[0].part in ("of", "verb"):
        return False
    if following[0].part == "and":
        return len(following) > 2 and following[1].part in ("action", "verb") and following[2].part not in ("of", "and")
    if len(following) == 1 and (following[0].zh in SYSTEM or following[0].zh in ABOUT):
        return verbal
    return True


def urges(tokens: Sequence[Token], at: int) -> bool:
    """Whether an action in the middle is a second verb: 优化支付服务提升支付便利性, but not 质量提升行动."""
    following = tokens[at + 1 :]
    return (
        tokens[at].zh in ("提升", "促进", "保障")
        and bool(following)
        and following[0].part in ("noun", "modifier")
        and (following[0].zh not in ABOUT and following[0].zh not in SYSTEM)
    )


def begins(tokens: Sequence[Token]) -> bool:
    """Whether a verb phrase begins here."""
    first = tokens[0]
    return first.part in ("verb", "adverb") or bool(first.verb and len(tokens) > 1 and acts(first, tokens[1:], False))


def sure(tokens: Sequence[Token]) -> bool:
    """Whether a clause is of the plainest kind: its verbs at the head, nouns behind, no verb among them.

    What goes beyond is good enough for a title, whose forms are few, but not for running text.
    """
    rest = [t for t in tokens if t.part not in ("light", "adverb")]
    verbs, after = leading_verbs(rest, True)
    ends = [n == len(after) - 1 or after[n + 1].part == "and" for n in range(len(after))]
    plain = ("noun", "modifier", "and", "of", "place")
    return bool(verbs and after) and all(
        t.part in plain or (t.part == "action" and end) for t, end in zip(after, ends, strict=True)
    )
