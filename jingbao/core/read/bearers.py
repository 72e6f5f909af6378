"""The party a Chinese clause speaks of: subject before a modal word, object after one, 由 and the party that acts.

A party is a noun phrase whose last word names persons, bodies or places that stand for their authorities. Grammar
only: what may follow a subject (adverb, preposition, verb, pause) tells where the phrase ends; no dictionary of names.
"""

from __future__ import annotations

import re

_HEADS = (
    r"(?<![或再])者|(?<!机器)人|员工?|企业|公司|单位|机构|部门|机关|组织|政府|人民法院|(?<!方)法院|检察院"
    r"|国务院|协会|学会|商会|工会"
    r"|联合会|委员会|董事会|监事会|理事会|股东会|基金会|妇联|学校|高校|院校|院所|幼儿园|团体|公民"
    r"|(?<!市场经济)主体|集团|平台|银行|医院"
    r"|学院|大学|研究院|研究所|事务所|交易所|派出所|(?<![据力为以])中心|商标局|(?<![布格结])局|厅"
    r"|(?<![全内外一干头各局大])部|总署|网信办|办公室|办事处|消保委"
    r"|(?<!常)委|父母|家长|家庭|网民|市民|村民|游客|旅客|学生|教师|医师|律师|代理师|用户|客户|股东|董事|监事"
    r"|专家|代表|群众|居民|农民"
    r"|职工|青少年|儿童|少年|妇女"
    r"|力量|资本|公众|各界|全社会|媒体|媒介|厂商|商户|商家|服务商|供应商|运营商|经销商|制造商|开发商|各地|地区"
    r"|地方|城市|(?<!节)省|(?<![上超都门股入])市(?![场民值面价])|县|(?<!误)区(?![域别分块间])|行政村|村"
    r"|乡镇|街道|国家|双方|各方|一方|对方|第三方"
    r"|(?<![官对双各一四多东西南北前后平立此大地])方(?![式案法面向针便])|海关|军队|法官|合议庭|审判庭"
    r"|仲裁庭|广告主|(?<!产)业主|雇主|原告|被告"
    r"|(?<![时期空])间谍|院|支队|总队|大队|图书馆|博物馆|旅馆|酒店|网吧|支部|党委|党组|各级|成员国|缔约方"
)
_FIRST = "".join(sorted({c for c in re.sub(r"\(\?<!.*?\)", "", _HEADS) if c >= "\u4e00"}))
_HEAD = re.compile(rf"(?=[{_FIRST}])(?:{_HEADS})")
# What may stand between a subject and its modal word: adverbs, and prepositions with what they govern.
_ADVERBIAL = re.compile(
    r"(?:$|[，：]|也|都|均|则|还|并|且|仍|即|亦|同时|一律|一般|通常|原则上|依法|依照|依据|依规|及时|按|定期"
    r"|主动|自觉|严格|切实|认真|共同|分别|同样|另行|首先"
    r"|必要|统一|只|仅|方(?=可|能)|才|就|至少|至迟|最|确|自行|单独|在|对|从(?!业)|自(?!然|治|律)|于|根据|通过"
    r"|以(?!上|下|外|内|及)|向|经(?!营|济|销|纪|费|办)|由|为|凭|除|因|与|会同|当|将|把|未(?!成年)"
    r"|如|若|非|不|没有|每|可|需|既|又|再|已|一经|一旦|逾期|擅自|事先|事后|直接|立即|随时|积极|优先|免费|无偿"
    r"|平等|公平|客观|审慎|充分|全面|应|年度|无正当|无故"
    r"|(?:之间|内部|双方)|(?:[（(][^（）()]{1,40}[）)])$)"
)
_VERBS = (
    "吊销|审查|检查|征收|征求|召开|审批|核准|核发|颁发|授予|移送|查询|冻结|扣划|监测|检测|认证|测评|约谈|通报"
    "|抽查|复核|复议|仲裁|执行|送达|传唤|讯问|询问"
    "|看护|抚养|安排|编写|编造|散布|捏造|诽谤|侮辱|招录|录用|招收|解聘|辞退|处分|处罚|提供|进行|责令|违反"
    "|负责|提出|申请|报告|实施|开展|批准|同意|处理|承担|作出|做出|发现|提起|接受"
    "|办理|建立|备案|主张|销售|采取|予以|要求|制定|违法|给予|规定|起诉"
    "|请求|从事|提交|认定|购买|履行|认为|约定|造成|审理|接到|享有|参与|进入|发布|委托|利用|设立|收到|确定"
    "|撤销|编制|具有|投诉|举报|冒用|出具|拒绝|拒不|做好|行使|停止"
    "|支付|受理|限制|报送|调查|告知|查处|赔偿|达成|决定|注册|公示|变更|泄露|侵权|侵犯|说明|加强|通知|确认"
    "|调解|审核|损害|终止|宣告|公开|破坏|允许|明确|取得|实行|订立|签订"
    "|选择|扣押|改变|裁定|申报|收集|获取|追偿|转让|收取|采用|发送|禁止|注销|适用|维护|保存|承诺|明示|保证"
    "|拆除|负有|更正|评估|存在|实现|聘用|招用|发生|知道|明知|存储|传输"
    "|上传|下载|使用|经营|生产|研发|开发|建设|投资|运营|推广|推动|推进|促进|探索|创新|共享|开放|合作|联合"
    "|牵头|依托|结合|围绕|面向|组织|参加|举办|制作|复制|传播|出版|播放|展示"
    "|设置|安装|配备|采购|招标|投标|签署|订购|入侵|干扰|窃取|强制|强迫|诱导|欺骗|虚构|隐瞒|伪造|变造|出租"
    "|出借|租用|买卖|借用|持有|拥有|丧失|逃避|阻碍|滥用|排除|打造|建成|培育"
    "|培养|引进|引入|树立|养成|监督|管理|保护|指导|协助|配合|支持|鼓励|引导|帮助|救助|抢救|率先|先行|先试"
    "|加大|加快|完善|健全|优化|提升|提高|增强|降低|减少|减免|免除|对接|对外|贯彻|落实"
    "|遵守|遵循|符合|达到|超过|通过|作为|成为|属于|构成|开始|继续|恢复|中止|暂停|关闭|退出|迁移|合并|分立"
    "|解散|破产|死亡|居住|离开|到达|前往|吸纳|融合|应用|转化|攻关|出台|发挥|汇聚|搭建|布局|上市|落户|入驻"
    "|擅自|故意|非法|严重|恶意|私自|变相|虚假|逾期|免费|依|向|为|在|对|以其|以他|未|不|有(?!关|限|效)|无|没"
    "|能|是|因|将|把|被|由|与|同|就|凭|给|跨|只|仅|并|且|经审|经登|经批|可|须|应(?!用)|已|正在|自行|自愿|主动"
)
# A verb that is no part of a name: 经营 in 经营者, 使用 in 使用单位.
_VERB = re.compile(
    rf"(?:{_VERBS})(?!者|人(?![民身工])|单位|方(?![式案法面])|部门|机构|机关|企业|主体|员"
    rf"|商(?![业务品标户家场]))"
)
_MODIFIED_VERB = re.compile(rf"(?:{_VERBS}|经营|经过)[一-龥、，]{{0,30}}?的")
# A party's name that goes on: 消费者权益, 用户信息, 企业名称 are things.
_GOES_ON = re.compile(
    r"的|之|[和与及或、者员民身工格数口类群脸士才力们]|等(?!应|可|不|必|须)|方[式面法案向]|其他|规章|意见|关于"
    r"|信息|权益"
    r"|名称|身份|责任|义务|权利|利益|资格|资质|行为|信用|数据|账号|账户|隐私|个人|姓名|形象|名单"
    r"|标准|标识|标志|系统|网站|服务|产品|商品|技术|业务|市场|行业|代码|登记证|证书|档案|文件|合同|协议|规则"
    r"|规范|制度|体系|能力|水平|需求|规模|数量|比例|收入|费用|资金|成本|安全|环境|发展|创新|生态|活力|主体|地位|竞争力"
    r"|权(?!威)|证|性|化|级|学|间|服(?![从务])|票|内|外|上|中(?!止)|下(?!载|达)|所在|周边|主管|事业|科研"
    r"|网络(?!安)|案件|纠纷"
    r"|工作|活动|广告|商标|专利|作品|财产|人身|健康|身心|违法|犯罪|监护|欺凌|融资|专区|职责|职权|集群|形式|渠道"
)
_PREPOSITION = re.compile(
    r"在|对(?!方)|以(?!色列)|按|自(?!然人|治)|因|由|为|从(?!事|业)|与|将|把|就|向|根据|依照|依据|通过|除"
    r"|当(?!事)|未(?!成年)|不|经(?!营|济|纪|销|办)"
)
_TOWARD = re.compile(r"对(?![方外])|向|给|把|将")
_AGENT = re.compile(
    rf"(?:(?:{_VERBS}|检查|执法|测绘|测评|认证|检测|运行|服务|代理|研究|发展"
    rf"|信息)[、和或]?){{1,4}}(?:者|人(?![民身工])|单位|方(?![式案法面])|部门|机构|机关|企业|主体|员|商|局|协会"
    rf"|庭|委员会|中心)"
)
_RELATIVE = re.compile(r"的|所")
_CONJUNCTION = re.compile(
    r"(?:但是?|同时|并且?|而且|因此|另外|此外|其中|然而|如果|若|凡是?|即|原则上|必要时|一般|通常|下列|还|也|则"
    r"|对此|届时|期间|为此|例如|不过|特别是|尤其是|紧急情况下|特殊情况下|确有必要时|开放时段|日常|平时)"
)
# A leading adverbial and the word that closes it; the party follows.
_LEADING = re.compile(
    r"(?:在|自|从(?!事)|经(?!营|济)|对(?!外)|除|按照|按|根据|依照|依据|依|通过|未经|因|由于|当|发现|收到|接到"
    r"|截至|每)[^，]{0,40}?"
    r"(?:时|后|前|起|之日|情况下|过程中|期间|以外|之外|(?<![以意内])外(?!商|国|资|汇|部|贸|籍|卖|观|包)"
    r"|中(?!国|央|小|心|华|介|外)|内(?!容|部)|下(?!级|列|属)|规定|要求|批准|同意|许可|审查|审核|调查)(?:，)?(?=[一-龥])"
)
_SAYS = re.compile(
    r"^.{0,80}(?:认为|要求|责令|督促|提醒|通知|告知|确保|保证|证明|表明|规定|约定|明确|声明|承诺|指出|强调"
    r"|表示|支持|鼓励|引导|协助|授权)(?![的者方人])"
)
_ACTED_ON = re.compile(r"(?:提醒|要求|督促|敦促|告诫|呼吁|责令|指导)(?P<party>[^，。；的]{2,30})$")
_BY = re.compile(r"(?<![理自事缘来])由(?![于此来])")
_ASIDE = re.compile(r"[（(][^（）()]{1,60}[）)]$")
_PRONOUN = re.compile(r"^(?:其|自己|本人|后者|前者|该|此)$")
_LONGEST = 90
_AUTHORITY = re.compile(
    r"(?:部门|机关|机构|法院|政府|局|厅|部|委|办|署|院|海关|检察院|当局|办公室|单位"
    r"|会)(?:或者其.{0,12})?$"
)


def subject(left: str) -> tuple[int, int] | None:
    """Place of the party that is the subject of what follows `left`, the words of one clause before a modal word.

    (-1, -1) where the subject is a thing or an act; None where there is none (adverbials only, or nothing).
    """
    text = left.rstrip()
    begin = _begin(text)
    if begin >= len(text):
        return None
    toward = _TOWARD.match(text, begin) is not None
    for head in _HEAD.finditer(text, begin):
        end = head.end() + text.startswith("等", head.end())
        if _ADVERBIAL.match(text, end) or _closes(text[end:]):
            return None if toward else _phrase(text, begin, end)
    if found := leading(text):
        return (-1, -1) if is_possessor(text, found[1]) else found
    rest = text[begin:]
    if _is_adverbial(rest) or rest in ("其", "该", "此"):
        return None
    return -1, -1


def is_possessor(clause: str, end: int) -> bool:
    """Whether the party that ends there only tells whose thing is meant: 经营者|销售的商品."""
    rest = clause[end:]
    acts = r"(?:所)?[一-龥]{2}(?:[、和][一-龥]{2}|或者[一-龥]{2}){0,3}的"
    return bool(re.match(acts, rest) or re.match(rf"(?:在|从|于|因)[^，的]{{2,40}}{acts}[^的]{{2,16}}$", rest))


def leading(clause: str) -> tuple[int, int] | None:
    """Place of the party a whole clause begins with, its subject; None where it begins with something else."""
    begin = _begin(clause)
    if _PREPOSITION.match(clause, begin):
        return None
    heads = [head.end() for head in _HEAD.finditer(clause, begin, begin + _LONGEST)]
    for test in (_followed, _perhaps_followed):
        for end in heads:
            found = _phrase(clause, begin, end) if test(clause, end) else None
            if found and _begins_noun(clause[found[0] : found[1]]):
                return found
    return None


def named_after(right: str) -> tuple[int, int] | None:
    """Place of the party at the start of `right` that does what follows it: 鼓励|企业参与…, 由|省级部门核实."""
    clause = re.split(r"[，。；：\n]", right, maxsplit=1)[0]
    heads = [head.end() for head in _HEAD.finditer(clause, 0, _LONGEST)]
    for test in (_followed, _perhaps_followed):
        for end in heads:
            if end < len(clause) and test(clause, end) and _begins_noun(clause[:end]):
                return 0, end
    return None


def by_whom(clause: str) -> tuple[int, int] | None:
    """Place of the party after 由; None without one."""
    for by in _BY.finditer(clause):
        rest = clause[by.end() :]
        if found := named_after(rest) or _whole(rest):
            return by.end() + found[0], by.end() + found[1]
    return None


def acted_on(clause: str) -> tuple[int, int] | None:
    """Place of the party that a clause says was warned or told: 提醒消费者."""
    m = _ACTED_ON.search(clause)
    return m.span("party") if m and _whole(m["party"]) else None


def is_authority(party: str) -> bool:
    return _AUTHORITY.search(party) is not None


def _begin(text: str) -> int:
    """Where the subject may begin: after conjunctions and leading adverbials."""
    at = 0
    for _ in range(4):
        while at < len(text) and (text[at].isspace() or text[at] in "*#>　、"):
            at += 1
        m = _CONJUNCTION.match(text, at) or _adverbial(text, at)
        if m is None:
            break
        at = m.end()
    return at


def _adverbial(text: str, at: int) -> re.Match[str] | None:
    """A leading adverbial that is not the beginning of an attribute (在境内运营的经营者)."""
    m = _LEADING.match(text, at)
    if m is None or (
        _RELATIVE.search(text, m.end()) and not re.search("(?:时|后|前|起|情况下|过程中|期间|外)，?$", m[0])
    ):
        return None
    return m


def _phrase(text: str, begin: int, end: int) -> tuple[int, int] | None:
    said = _SAYS.match(text[begin:end])
    if said and said.end() < end - begin and not _RELATIVE.search(text, begin + said.end(), end):
        begin += said.end()
    if by := by_whom_at(text, begin, end):
        begin = by
    if aside := _ASIDE.search(text[begin:end]):
        end = begin + aside.start()
    return None if _PRONOUN.match(text[begin:end]) else (begin, end)


def by_whom_at(text: str, begin: int, end: int) -> int | None:
    """Place after the last 由 of a stretch that holds no relative clause after it."""
    found = None
    for by in _BY.finditer(text, begin, end):
        if not _RELATIVE.search(text, by.end(), end):
            found = by.end()
    return found


def _followed(clause: str, end: int) -> bool:
    rest = clause[end:]
    return not rest or _VERB.match(rest) is not None or _ADVERBIAL.match(rest) is not None


def _perhaps_followed(clause: str, end: int) -> bool:
    goes_on = _GOES_ON.match(clause, end) or _HEAD.match(clause, end)
    return len(clause) - end >= 2 and goes_on is None


def _begins_noun(phrase: str) -> bool:
    """Whether a phrase is a noun phrase: it begins with no verb, save in an attribute that ends with 的."""
    if _AGENT.match(phrase):
        return True
    if _PREPOSITION.match(phrase):
        return re.match(r"(?:在|从|向|为|与|通过|以|由|未)[^，]{2,60}的[^的]{2,30}$", phrase) is not None
    if _VERB.match(phrase) or re.match("发展|研究|歧视|侵害|教唆|组建|新建|向|从(?!事)|用(?!户|人)|于", phrase):
        return _MODIFIED_VERB.match(phrase) is not None or re.match(r"[^的]{2,60}的[^的]{2,30}$", phrase) is not None
    return True


def whole(clause: str) -> tuple[int, int] | None:
    """The place of a clause that is nothing but a party: 申请进入平台的经营者."""
    begin = _begin(clause)
    found = _whole(clause[begin:])
    return (begin, begin + found[1]) if found else None


def _whole(rest: str) -> tuple[int, int] | None:
    """The stretch if it is nothing but a party."""
    ends = [head.end() for head in _HEAD.finditer(rest, 0, _LONGEST)]
    return (0, ends[-1]) if ends and ends[-1] == len(rest) and _begins_noun(rest) else None


def _closes(rest: str) -> bool:
    """Whether words after a subject are an adverbial of time: 收到通知后."""
    return (
        len(rest) <= 60
        and _VERB.match(rest) is not None
        and re.search("(?:时|后|前|之日起|期间|过程中|情况下|的同时|以内|日内|个月内)$", rest) is not None
    )


def _is_adverbial(rest: str) -> bool:
    plain = re.sub(r"\s", "", rest)
    return re.match(
        r"(?:$|也|都|均|还|并|且|同时|依法|依照|按|在|对|从|自|于|根据|通过|以|向|经(?![营费济])|未|因|除|当|将|如|若"
        r"|非|必要|确|不(?![动良正同])|无(?:正当|故|法|偿|特殊)|情节|情况紧急|逾期|有(?:前|下|上)|否则|一般"
        r"|原则上|至少|至迟|最|每|一律|一经|特殊"
        r"|具备|期满|届满|发现|收到|接到|遇到|出现|发生|遭受|届时|事后|事先)",
        plain,
    ) is not None or plain.endswith(("的", "时", "后", "前", "之日起", "期间"))
