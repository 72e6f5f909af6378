"""Text that some program decoded with the wrong character set, told from text by what it turns back into.

A wrong decoding is proved, not guessed: the characters are put back into bytes, and these must be sound Chinese in
another character set. Chinese read with the wrong set holds next to none of the commonest characters; of a real text
they make up more than half, of a list of names a third.
"""

from __future__ import annotations

import re

from ftfy.badness import badness

_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定"
    "行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其"
    "些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反明看原又利比或但质气第向道变条只没结解问意建月公无系"
    "情者最立代想已通并提直题党程展五果员位入常文总次品式活设及管特件长求老头基资边流路级少图统接知较将组见计别手角期"
    "根论运农指几九区强放决西被必先回则任取据处南给色光门即保治北造百规热领七海口东导器志世金增争济术极交受联认六共权"
    "收证改清再采转更单风切打教速带安场身车例务具万每目至达积示议报完类八离华名确科信节整元况今集传许步广记需段研界律"
    "究观织算低持众书布复容须际商非验连断深难近千周委素技备半办省列习约支史便团往历市克何除消构府称准精值号率族维划选"
    "标写存效院查江型按格置层片始专状育厂京识适属包住调县局照参引听该价严並來個們備傳價內兩別則劃動務區參員問單嚴國圖"
    "團報場學實寫將專對導層屬帶幾廠廣強後從應採據數斷於時書會東條業極構標樣機權歷氣決沒況準濟為無熱爭爲狀現產當發眾確"
    "種稱積節約級組結給統經維線縣總織義習聯聽與華萬處號衆術裏覆見規觀計記設許該認說説調論證識議變資質車較轉辦農這連進"
    "運過達適選還邊長門開間關際離難電須領頭題類風驗體點黨"
)
_FREQUENT = "的年月日中有不公一人"  # a real page has at least four of them, a wrongly decoded one hardly ever two
_SURE = 3
_DOUBTFUL = 0.35  # share of common characters below which a text may be no Chinese
_BACK = 0.25  # and which proves the way back, in which a lost byte spoils the rest of a sentence
_LEAST = 50  # Han from which a share says something
_SAMPLE = 60_000
_LONG_SAMPLE = 300_000
_CONFUSED = (("gb18030", "big5hkscs"), ("big5hkscs", "gb18030"))  # wrongly read as, is

# What UTF-8 punctuation and the replacement mark become when read as GBK (，。、：“（ and U+FFFD twice).
_GBK_TRACES = re.compile("锛[岀屽歚�]?|銆[傚乗]?|鈥[滄渼]?|锟斤拷|鐨勩|涓浗")
_HAN = re.compile("[㐀-鿿]")
# First bytes of the commonest characters in UTF-8, as GBK shows them: a quick look before anything is counted.
_GBK_SIGNS = "锛銆鐨涓鍏鍙鍥鏂浜绠"
_ACCENTS = "ÃÂäåæçèéïÖÐÎÄÊµ"
# Garbled comments in scripts are frequent and harm nobody.
_UNSEEN = re.compile(
    r"<!--(?:[^-]|-(?!->))*+(?:-->)?|<(?i:script|style)(?=[\s>])(?:[^<]|<(?!/(?i:script|style)))*+|<[^<>]*+>"
)
_WIDE_RUN = re.compile("[⺀-￥]{6,}")
_LATIN_RUN = re.compile("[\x80-ÿŒ-˜–-™]{9,}")
_HELD = 0.7  # of the bytes of a run that must make sense in another character set


def is_chinese(text: str) -> bool:
    """Whether a text holds the characters Chinese is written with, or no Han at all."""
    sample = text[:_SAMPLE]
    return is_written_in_chinese(sample) or _share(sample)[0] >= _DOUBTFUL


def is_written_in_chinese(text: str) -> bool:
    """Whether a text holds several of the commonest Han, as any real page does."""
    return sum(c in text[:_SAMPLE] for c in _FREQUENT) >= _SURE


def damage(text: str) -> str:
    """What was done to the text before it was saved, '' when it is sound."""
    sample = text[:_SAMPLE]
    if any(trace in sample for trace in ("锛", "銆", "锟", "�")):  # a quick look before the counting
        han = len(_HAN.findall(sample))
        traces = len(_GBK_TRACES.findall(sample)) + sample.count("�")
        if traces > 5 and traces * 50 > max(han, len(sample) // 100):
            return f"{traces} traces of UTF-8 read as GBK, or of lost characters"
    head = sample[:20_000]
    accents = sum(map(head.count, _ACCENTS)) if any(accent in head for accent in _ACCENTS) else 0
    foreign = accents > 20 and len(_HAN.findall(head)) * 5 < accents
    if foreign and badness(re.sub(r"<[^<>]{0,2000}>", " ", head)) > 20:
        return "accented Latin letters in sequences that no language has"
    return _swapped(sample) or _in_part(text[:_LONG_SAMPLE], accents)


def _swapped(sample: str) -> str:
    """Big5 read as GBK or the other way round, and saved so."""
    if sum(c in sample for c in _FREQUENT) >= _SURE:
        return ""
    share, han = _share(sample)
    if han < _LEAST or share >= _DOUBTFUL:
        return ""
    for wrong, right in _CONFUSED:
        back, found = _share(sample.encode(wrong, "ignore").decode(right, "ignore"))
        if back >= max(_BACK, 3 * share) and found >= _LEAST // 2:
            return f"{right} read as {wrong}"
    return ""


def _share(text: str) -> tuple[float, int]:
    """Share of common characters among the Han, 1 where there are none; and how many Han there are."""
    han = _HAN.findall(text)
    return (sum(c in _COMMON for c in han) / len(han) if han else 1.0), len(han)


def _in_part(sample: str, accents: int) -> str:
    """A title, a paragraph or a table wrongly decoded in a page that is right."""
    wide = any(sign in sample for sign in _GBK_SIGNS)
    if not wide and accents <= 20:
        return ""
    seen = _UNSEEN.sub(" ", sample)
    if wide and (bad := next((m[0] for m in _WIDE_RUN.finditer(seen) if _turns_back(m[0], "gb18030")), "")):
        return f"UTF-8 read as GBK in a part of it: {bad[:12]}"
    runs = (m[0] for m in _LATIN_RUN.finditer(seen)) if accents > 20 else iter(())
    if bad := next((run for run in runs if _turns_back(run, "cp1252") or _turns_back(run, "latin-1")), ""):
        return f"UTF-8 read as Latin letters in a part of it: {bad[:12]}"
    return ""


def _turns_back(run: str, wrong: str) -> bool:
    """Whether the bytes of a run, but for its ends, are UTF-8 of Han."""
    content = run.encode(wrong, "ignore")
    found = _HAN.findall(content.decode("utf-8", "ignore"))
    return len(found) >= 3 and 3 * len(found) >= _HELD * len(content)
