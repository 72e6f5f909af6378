"""What the words of a table's head and margin mean: its grammar, kept apart from the walk through the table."""

from __future__ import annotations

import re
import unicodedata

NUMBER = re.compile(r"序号|序|编号|项次|行次|顺序号|NO\.?|#")
TOTAL = re.compile(r"(?:合计|总计|小计|共计|总数|累计)(?:[（(:：].{0,20})?")
NOTE = re.compile(r"(?:注|备注|说明|备\s?注|填表说明|填报说明|来源|资料来源)[:：\d].*", re.S)
UNIT = re.compile(r".{0,12}(?:单位|计量单位|制表|填报|统计时间|截至|日期)[:：].*", re.S)
TITLE = re.compile(
    r"(?:名单|目录|清单|名录|一览表|汇总表|明细表|登记表|情况表|结果|公示表|列表|计划表|统计表|信息表|台账)"
)
APART = re.compile(r"附\s?[件表录]\s?\d{0,3}|【")  # begins another thing
FILLER = re.compile(r"[.…。·—\-/\s]{0,20}")

_PARTY = re.compile(
    r"企业|单位|公司|机构|主体|运营者|运营方|运营商|开发者|开发商|申请人|申请者|当事人|申报者|备案人|生产者|经营者|制造商|供应商|厂商|集团"
    r"|提供者|法人|学校|医院|银行|社会组织|研发方|所有者|权利人"
)
_NO_PARTY = re.compile(
    r"推荐|主管|监管|检查|检测|归口|地址|类型|类别|性质|规模|数量|个数|电话|联系|所属|所在|地区|计量|代码|编码|编号|负责人|指标|简介|网址|意见|占比|收入"
)
_PLACE = re.compile(
    r"城市|试点(?:地区|地方|区域|省份|县|区)|示范(?:区|县|市|城市|基地)|园区|基地|开发区|集群|县域|县（?市|地区名称"
)
_NO_PLACE = re.compile(r"数量|个数|类型|类别|领域|方向|内容")
_THING = re.compile(
    r"(?:名称|名|产品|项目|应用|算法|模型|标准|案例|APP|小程序|软件|网站|账号|平台|品种|车型|服务|游戏|成果|课程|课题|专利|品牌)$",
    re.I,
)
_NO_THING = re.compile(r"类别|类型|用户名|姓名")
_GROUPING = re.compile(r"省|自治区|地区|类别|类型|领域|行业|批次|所属|方向|板块|环节|赛道|城市|市$|集团")
_LABEL = re.compile(
    r"(?:序号|编号|名称|姓名|企业|单位|公司|主体|机构|地区|省份|城市|类别|类型|内容|日期|时间|备注|产品|项目|问题|指标|标准|程序|方向|领域|版本"
    r"|来源|地址|电话|联系人|数量|金额|结果|情况|情形|依据|用途|等级|代码|文号|证号|有效期|负责人|场景|模式|属地|批次|行业|型号|规格|备案号|许可证)"
)
_VALUE = re.compile(
    r"[\d\s.,，:：/\-—–~～%％+±<>≤≥]{1,40}[年月日万亿元个项家件台套%％]?|\d{4}[年.\-/].{0,40}|[-—/]{1,40}"
)
_YEAR_LABEL = re.compile(
    r"20\d{2}年(?:底|末)?[（(]?(?:目标|基期|基数|实际|现状|预期|规划|完成|计划|指标)?(?:值|数|目标|情况)?[）)]?"
)
_INDICATOR = re.compile(r"指标|类别|名称|内容|项目|目标|任务")
_NO_LABEL = re.compile(r"[。；;□☑√×■]|(?:有限公司|股份公司|有限责任公司)[)）]?$")
_ORG = re.compile(
    r"(?:公司|集团|大学|学院|学校|中学|小学|研究院|研究所|设计院|科学院|医院|中心|协会|学会|商会|联合会|联盟|基金会|银行|信用社|合作社|事务所|出版社"
    r"|报社|杂志社|通讯社|电视台|广播台|总站|委员会|管理局|总局|分局|厅|局|厂|矿|店|商行|经营部|工作室|实验室|支行|分行|办事处|园|馆|院|所|社)$"
)
_LOCALITY = re.compile(r"[一-龥]{2,12}(?:省|自治区|兵团|市|州|盟|区|县|旗|镇|港)")
_BRACKET_AT_END = re.compile(r"[（(][^（）()]{0,40}[)）]$")
_LONGEST_LABEL = 40


def squash(text: str) -> str:
    """A cell without spaces, in compatibility form (full-width letters and brackets become half-width)."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text[:2_000]))


def is_label(cell: str) -> bool:
    """Whether a cell could be one of a head: short, no number, no date, no company, no sentence, no tick box."""
    bare = cell.strip()
    return bool(bare) and len(bare) <= _LONGEST_LABEL and not (_VALUE.fullmatch(bare) or _NO_LABEL.search(bare))


def may_head(cells: list[str]) -> bool:
    """Whether a row could be a head: labels throughout, and years beside 指标 (2020年, 2025年目标值)."""
    shown = [cell for cell in cells if cell.strip()]
    years = [cell for cell in shown if _YEAR_LABEL.fullmatch(squash(cell))]
    others = [cell for cell in shown if cell not in years]
    return all(map(is_label, others)) and (
        not years or (bool(others) and _INDICATOR.search(squash(shown[0])) is not None)
    )


def is_sure_head(cells: list[str]) -> bool:
    """Whether a row of labels shows by its words that it is a head."""
    shown = [squash(cell) for cell in cells if cell.strip()]
    if any(NUMBER.fullmatch(cell.upper()) for cell in shown):
        return True
    return 2 * sum(bool(_LABEL.search(cell)) for cell in shown) > len(shown)


def is_org(name: str) -> bool:
    """Whether a name ends as those of companies and bodies do."""
    return _ORG.search(_BRACKET_AT_END.sub("", squash(name).replace("(", "（").replace(")", "）"))) is not None


def is_locality(name: str) -> bool:
    """Whether a name ends as those of cities and districts do."""
    return _LOCALITY.fullmatch(squash(name)) is not None


def names_party(label: str) -> bool:
    label = squash(label)
    return _PARTY.search(label) is not None and _NO_PARTY.search(label) is None


def names_place(label: str) -> bool:
    label = squash(label)
    return _PLACE.search(label) is not None and _NO_PLACE.search(label) is None


def names_thing(label: str) -> bool:
    label = _BRACKET_AT_END.sub("", squash(label))
    return _THING.search(label) is not None and _NO_THING.search(label) is None


def groups_rows(label: str) -> bool:
    """Whether a column sorts rows (province, field): there a blank cell means the same as above."""
    return _GROUPING.search(squash(label)) is not None
