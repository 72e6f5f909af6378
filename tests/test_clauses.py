"""Clauses written down with what must be read in them, after the conventions of tests/labels/README.md.

Most are sentences of Chinese laws, shortened; some are made up after them. None is a label of tests/labels.
"""

from functools import cache

import pytest

from jingbao import plugs
from jingbao.core.catalog.entries import Catalog
from jingbao.core.read import consult, duties, penalties, read, relations
from jingbao.core.values import Attachment, Channel, Document, Penalty, Reading, Relation, Target
from tests import gate_clauses

MODALITIES = {"O": "obligation", "P": "prohibition", "M": "permission", "E": "encouragement"}

# Text; then the modal words that count, each as letter and bearer ("-" for none), in order.
DUTIES = [
    ("网络运营者应当制定网络安全事件应急预案，及时处置系统漏洞等安全风险。", "O 网络运营者"),
    ("第二十四条 网络运营者为用户办理网络接入服务，应当要求用户提供真实身份信息。", "O 网络运营者"),
    ("用户不提供真实身份信息的，网络运营者不得为其提供相关服务。", "P 网络运营者"),
    ("任何个人和组织有权对危害网络安全的行为向网信、电信、公安等部门举报。", "M 任何个人和组织"),
    ("任何组织、个人不得窃取或者以其他非法方式获取数据。", "P 任何组织、个人"),
    ("开展数据处理活动应当依照法律、法规的规定，建立健全全流程数据安全管理制度。", "O -"),
    ("重要数据的处理者应当明确数据安全负责人和管理机构，落实数据安全保护责任。", "O 重要数据的处理者"),
    ("个人信息处理者不得过度收集个人信息，不得以个人不同意为由拒绝提供产品。", "P 个人信息处理者; P 个人信息处理者"),
    ("个人有权撤回其同意。个人信息处理者应当提供便捷的撤回同意的方式。", "M 个人; O 个人信息处理者"),
    ("处理敏感个人信息应当取得个人的单独同意。", "O -"),
    ("国家鼓励企业、高等学校参与标准制定。", "E 企业、高等学校"),
    ("国家鼓励开发网络数据安全保护和利用技术。", "E -"),
    ("国家支持研究开发有利于未成年人健康成长的网络产品和服务。", "E -"),
    ("国家支持有条件的企业建设工业互联网平台。", "E 有条件的企业"),
    ("鼓励和支持社会力量参与标准化工作。", "E 社会力量"),
    ("鼓励社会资本设立投资基金。", "E 社会资本"),
    ("引导平台企业合理确定支付周期，保障商家权益。", "E 平台企业"),
    ("倡导诚实守信、健康文明的网络行为。", "E -"),
    ("提倡使用普通话。", "E -"),
    ("支持各地探索数据要素流通模式。", "E 各地"),
    ("支持数据技术创新和产业发展。", "E -"),
    ("各级政府应当鼓励、支持科研人员创新创业。", "O 各级政府"),
    ("平台经营者应当加强自律，引导商户诚信经营。", "O 平台经营者"),
    ("学校应当加强网络素养教育；鼓励家长参与。", "O 学校; E 家长"),
    ("为了规范数据处理活动，支持产业发展，制定本办法。", ""),
    ("为鼓励技术创新，保护专利权人的合法权益，根据有关法律，制定本条例。", ""),
    ("有关部门要加大政策支持，强化宣传引导。", ""),
    ("为企业提供资金支持和技术支持。", ""),
    ("发挥政府投资基金的引导作用。", ""),
    ("权利人请求赔偿的，人民法院应予支持。", "O 人民法院"),
    ("原告主张适用惩罚性赔偿的，人民法院不予支持。", ""),
    ("不得不承认，这一问题依然存在。", ""),
    ("可以说，该产业已经形成规模。", ""),
    ("供应链企业应对风险能力不断增强，相应措施日益完善。", ""),
    ("推动人工智能在制造业的应用，完善应急响应机制。", ""),
    ("经营者知道或者应当知道的，从其规定。", ""),
    ("法律规定应当取得行政许可的，从其规定。", ""),
    ("依法应当公开的政府信息，由制作机关公开。", ""),
    ("法律、行政法规规定可以不公开的除外。", ""),
    ("擅自销毁依法应当保存的记录的，依法追究责任。", ""),
    ("国家机关可以公开的信息目录另行公布。", ""),
    ("应当备案而未备案的，由主管部门责令改正。", ""),
    ("《关于禁止垄断协议的规定》自公布之日起施行。", ""),
    ("本通知所称“不得”包括直接和间接两种情形。", ""),
    ("有权机关依法查询的，按照有关规定办理。", ""),
    ("纳税人享有的所有权利受法律保护。", ""),
    ("详见须知，无须另行提交材料。", ""),
    ("必须坚持党的领导。", "O -"),
    ("申请人须提交身份证明，均应加盖公章。", "O 申请人; O 申请人"),
    ("公民有义务协助调查。", "O 公民"),
    ("经营者不应当以格式条款排除消费者权利。", "P 经营者"),
    ("广告不得含有虚假的内容，不得欺骗消费者。", "P -; P -"),
    ("广告主应当对广告内容的真实性负责。", "O 广告主"),
    ("禁止经营者滥用市场支配地位。", "P 经营者"),
    ("禁止具有竞争关系的经营者达成下列垄断协议。", "P 具有竞争关系的经营者"),
    ("禁止对未成年人实施性侵害。", "P -"),
    ("严禁任何单位和个人截留、挪用专项资金。", "P 任何单位和个人"),
    ("严禁虚构数据。", "P -"),
    ("企业应当建立台账，不得伪造记录，严禁销毁凭证。", "O 企业; P 企业; P 企业"),
    ("企业应当建立台账。严禁销毁凭证。", "O 企业; P -"),
    ("人民法院可以同时宣告禁止令，禁止犯罪分子从事特定活动。", "M 人民法院"),
    ("公安机关可以决定不准其出境。", "M 公安机关"),
    ("经营者违反本法规定的，由市场监督管理部门责令改正，可以并处五万元以下罚款。", "M 市场监督管理部门"),
    ("违反本条例规定的，责令改正；情节严重的，可以吊销许可证。", "M -"),
    ("申报材料应当由省级主管部门逐一核实。", "O 省级主管部门"),
    ("逾期不改正的，可以由有关主管部门责令停产停业。", "M 有关主管部门"),
    ("运营者采购网络产品和服务可能影响国家安全的，应当申报网络安全审查。", "O 运营者"),
    ("单位反馈意见的，应当加盖公章。", "O 单位"),
    ("构成商业广告的，应当具有可识别性。", "O -"),
    ("以个人名义反映的应当注明联系方式。", "O -"),
    (
        "完成备案的主体应当在显著位置标明备案编号；备案信息发生变更的，应当办理变更手续。",
        "O 完成备案的主体; O 完成备案的主体",
    ),
    ("公安机关提醒广大网民，应当妥善保管个人信息。", "O 广大网民"),
    ("会同有关部门，市网信办应当定期开展检查。", "O 市网信办"),
    ("市场监管部门会同有关部门应当加强监督检查。", "O 市场监管部门"),
    ("凡从事网络支付业务的机构应当取得支付业务许可证。", "O 从事网络支付业务的机构"),
    (
        "具有舆论属性或者社会动员能力的算法推荐服务提供者应当履行备案手续。",
        "O 具有舆论属性或者社会动员能力的算法推荐服务提供者",
    ),
    ("关键信息基础设施的运营者在境内运营中收集的重要数据，应当在境内存储。", "O -"),
    ("关键信息基础设施的运营者应当自行对其网络的安全性每年至少进行一次检测评估。", "O 关键信息基础设施的运营者"),
    ("在境内提供生成式人工智能服务的组织应当遵守法律。", "O 在境内提供生成式人工智能服务的组织"),
    ("试点城市可以先行先试，也可以分步实施。", "M 试点城市; M 试点城市"),
    ("各省、自治区、直辖市通信管理局应当于年底前报送总结。", "O 各省、自治区、直辖市通信管理局"),
    ("当事人对处罚决定不服的，可以依法申请行政复议，也可以提起诉讼。", "M 当事人; M 当事人"),
    ("投诉人应当提供真实材料，其应当对材料的真实性负责。", "O 投诉人; O 投诉人"),
    ("国务院有关部门和省级人民政府应当制定配套措施。", "O 国务院有关部门和省级人民政府"),
    ("消费者协会和其他消费者组织可以支持受损害的消费者提起诉讼。", "M 消费者协会和其他消费者组织"),
    ("学校、幼儿园等应当建立未成年人保护制度。", "O 学校、幼儿园等"),
    ("经营者未经消费者同意不得发送商业信息。", "P 经营者"),
    ("网络服务提供者接到通知后，应当及时采取必要措施。", "O 网络服务提供者"),
    ("网络服务提供者接到通知后应当及时采取必要措施。", "O 网络服务提供者"),
    ("在突发事件处置期间，电信业务经营者必须服从统一调度。", "O 电信业务经营者"),
    ("对违反规定的企业，主管部门可以约谈其负责人。", "M 主管部门"),
    ("商业银行不准以任何形式违规收费。", "P 商业银行"),
    ("上述数据不准确的，可以申请更正。", "M -"),
    ("仲裁庭作出裁决前，可以先行调解。", "M 仲裁庭"),
    ("（一）不得危害国家安全；", "P -"),
    ("（二）支持模型研发应用。", "E -"),
    ("除必须遵守本规定外，还必须遵守其他法律。", "O -; O -"),
    ("应专利权人的请求，可以出具检索报告。", "M -"),
    ("国家机关及其工作人员应予保密，不得泄露。", "O 国家机关及其工作人员; P 国家机关及其工作人员"),
    ("经营者销售的商品应当符合保障人身安全的要求。", "O -"),
    ("直接负责的主管人员应当依法给予处分。", "O -"),
    ("电信业务经营者可自行确定资费，不能强制搭售。", ""),
    ("主管部门负责指导企业开展工作，请务必按期报送。", ""),
    ("平台内经营者有下列情形之一的，平台应当暂停服务：", "O 平台"),
    ("未成年人的监护人发现其权益受到侵害的，有权要求停止侵害。", "M 未成年人的监护人"),
]

PENALTIES = [
    ("处五万元以上五十万元以下罚款。", [(50_000, 500_000, "元")]),
    ("可以处五千元以下的罚款。", [(None, 5_000, "元")]),
    ("并处违法所得一倍以上十倍以下罚款。", [(1, 10, "倍")]),
    ("处上一年度销售额百分之一以上百分之十以下的罚款。", [(1, 10, "%")]),
    ("并处五千万元以下或者上一年度营业额百分之五以下罚款。", [(None, 50_000_000, "元"), (None, 5, "%")]),
    ("处1万元以上10万元以下罚款。", [(10_000, 100_000, "元")]),
    ("处以1.5万元罚款。", [(15_000, 15_000, "元")]),
    ("处1万至3万元罚款。", [(10_000, 30_000, "元")]),
    ("按每辆车五千元处以罚款。", []),
    ("处每辆车五千元的罚款。", [(5_000, 5_000, "元")]),
    ("处违法所得三倍以下的罚款，但最高不超过三万元。", [(None, 3, "倍"), (None, 30_000, "元")]),
    ("处违法所得三倍以下、但最高不超过三万元的罚款。", [(None, 3, "倍"), (None, 30_000, "元")]),
    ("违法所得五万元以上的，并处违法所得五倍以下罚款。", [(None, 5, "倍")]),
    ("没有违法所得或者违法所得不足一万元的，处十万元以下罚款。", [(None, 100_000, "元")]),
    ("处十五日以下拘留，并处五百元以上一千元以下罚款。", [(500, 1_000, "元")]),
    ("处三年以下有期徒刑，并处罚金。", []),
    ("判处罚金人民币二十万元。", [(200_000, 200_000, "元")]),
    ("罚款182.28亿元。", [(18_228_000_000, 18_228_000_000, "元")]),
    ("决定对其处以罚款人民币3,500,000元。", [(3_500_000, 3_500_000, "元")]),
    ("注册资本不得低于一千万元。", []),
    ("增加赔偿的金额为商品价款的三倍；不足五百元的，为五百元。", []),
    ("给予最高不超过五百万元的奖励。", []),
    ("责令改正，给予警告，可以并处罚款。", []),
    ("罚款数额为一万元以上三万元以下。", [(10_000, 30_000, "元")]),
    ("处货值金额百分之三十以上百分之五十以下的罚款。", [(30, 50, "%")]),
    ("处合同金额千分之五以上千分之十以下的罚款。", [(0.5, 1, "%")]),
    ("处二万五千元以下罚款。", [(None, 25_000, "元")]),
    (
        "对单位处十万元以上一百万元以下罚款，对直接负责的主管人员处一万元以上十万元以下罚款。",
        [(100_000, 1_000_000, "元"), (10_000, 100_000, "元")],
    ),
    ("处以一万元以上不满十万元的罚款。", [(10_000, 100_000, "元")]),
    ("拟处十万元以上罚款的，应当告知当事人有要求听证的权利。", []),
    ("没收违法所得五十万元。", []),
    ("违反规定\t处5000元以下罚款\t主管部门", [(None, 5_000, "元")]),
]

CHANNELS = [
    ("请将意见发送至电子邮箱：KJBZ@miit.gov.cn。", [("email", "kjbz@miit.gov.cn")]),
    ("电子邮件发送至zqyj#chinalaw.gov.cn（请将#替换为@）。", [("email", "zqyj@chinalaw.gov.cn")]),
    ("E-mail：law [at] samr.gov.cn", [("email", "law@samr.gov.cn")]),
    ("邮箱：shuju（at）nda.gov.cn", [("email", "shuju@nda.gov.cn")]),
    ("邮箱：a.b-c＠cac.gov.cn；d_e@cac.gov.cn", [("email", "a.b-c@cac.gov.cn"), ("email", "d_e@cac.gov.cn")]),
    ("传真：010-66013708", [("fax", "010-66013708")]),
    ("传　真：（010）66013708", [("fax", "010-66013708")]),
    ("联系电话：010－68205588转8012", [("phone", "010-68205588-8012")]),
    ("电话：0755-88120000、0755-88120001", [("phone", "0755-88120000"), ("phone", "0755-88120001")]),
    ("消费者可拨打12315投诉举报。", [("phone", "12315")]),
    ("电话/传真：010-82998888", [("phone", "010-82998888"), ("fax", "010-82998888")]),
    ("联系人：张三 手机：13800000000", []),
    (
        "通过信函方式将意见寄至：北京市西城区复兴门内大街39号国家网信办（邮政编码：100031），并在信封上注明“意见”。",
        [("post", "北京市西城区复兴门内大街39号国家网信办")],
    ),
    ("通信地址：北京市海淀区万寿路27号院，邮编：100846", [("post", "北京市海淀区万寿路27号院")]),
    ("来信请寄上海市黄浦区人民大道200号法规处收。", [("post", "上海市黄浦区人民大道200号法规处收")]),
    ("请登录司法部网站（www.moj.gov.cn），提出意见。", [("web", "www.moj.gov.cn")]),
    ("请通过https://yjzj.mofcom.gov.cn/提交意见。", [("web", "https://yjzj.mofcom.gov.cn/")]),
    ("登录中国政府法制信息网，进入立法意见征集栏目提出意见。", [("web", "中国政府法制信息网")]),
    ("全文可在我局网站（www.cnipa.gov.cn）查阅。", []),
    ("社会公众可通过来信、来电、来访等方式反映问题。", []),
    ("意见可通过电子邮件反馈。", []),
    ("联系人：科技司 010-68205240", [("phone", "010-68205240")]),
    ("打击电话诈骗，保护1000000名用户。", []),
    ("注册地址：北京市朝阳区某街1号。", []),
    ("网址www.12377.cn受理举报，举报热线：12377。", [("web", "www.12377.cn"), ("phone", "12377")]),
]

RELATIONS = [
    ("根据《中华人民共和国网络安全法》，制定本办法。", [("based_on", "中华人民共和国网络安全法")]),
    (
        "根据《甲法》《乙法》和《丙条例》，制定本规定。",
        [("based_on", "甲法"), ("based_on", "乙法"), ("based_on", "丙条例")],
    ),
    ("依据《标准化管理办法》，现将有关名单公布如下。", [("based_on", "标准化管理办法")]),
    ("按照《算法推荐管理规定》要求，现公布备案清单。", [("based_on", "算法推荐管理规定")]),
    ("为贯彻落实《数字中国建设整体布局规划》，我部组织编制了本方案。", [("implements", "数字中国建设整体布局规划")]),
    ("为深入实施《国家标准化发展纲要》，现通知如下。", [("implements", "国家标准化发展纲要")]),
    ("为了实施《中华人民共和国商标法》，制定本条例。", [("implements", "中华人民共和国商标法")]),
    ("决定对《电信条例》作如下修改：", [("amends", "电信条例")]),
    ("修改《最高人民法院关于审理商标案件的解释》", [("amends", "最高人民法院关于审理商标案件的解释")]),
    ("市场监管总局对《广告管理办法》进行了修订。", [("amends", "广告管理办法")]),
    ("《互联网文化管理暂行规定》同时废止。", [("repeals", "互联网文化管理暂行规定")]),
    (
        "《甲管理办法》（部令第1号）、《乙管理办法》（部令第2号）同时废止。",
        [("repeals", "甲管理办法"), ("repeals", "乙管理办法")],
    ),
    ("自本通知印发之日起，《关于某事的通知》停止执行。", [("repeals", "关于某事的通知")]),
    ("决定废止《会计档案管理规定》。", [("repeals", "会计档案管理规定")]),
    ("最高人民法院关于适用《中华人民共和国民法典》若干问题的解释", [("interprets", "中华人民共和国民法典")]),
    ("为正确适用《中华人民共和国刑法》，现就有关问题解释如下：", [("interprets", "中华人民共和国刑法")]),
    ("依照《中华人民共和国治安管理处罚法》的规定给予处罚。", [("applies", "中华人民共和国治安管理处罚法")]),
    ("经营者应当按照《价格法》的规定明码标价。", [("applies", "价格法")]),
    ("案件审理适用《中华人民共和国民事诉讼法》。", [("applies", "中华人民共和国民事诉讼法")]),
    ("现将《物联网标准体系建设指南》印发给你们。", []),
    ("违反《中华人民共和国广告法》的，不予备案。", []),
    ("未取得《网络文化经营许可证》的，不得经营。", []),
    ("根据《数据条例》（以下简称《条例》），制定本细则。", [("based_on", "数据条例")]),
    ("本法所称网络，按照有关规定执行。", []),
    ("工业和信息化部起草了《某管理办法（征求意见稿）》。", []),
    (
        "根据《网络安全审查办法（2021年修订）》第七条规定，运营者应当申报。",
        [("based_on", "网络安全审查办法（2021年修订）")],
    ),
]


@cache
def catalog() -> Catalog:
    return plugs.catalog()


def reading(title: str, body: str, attachments: tuple[Attachment, ...] = ()) -> Reading:
    url = "https://www.miit.gov.cn/zwgk/art_1.html"
    return read(Document("page", url, "1", "text", "article", title, body, "", attachments), catalog())


def test_over_150_clauses_are_written_down() -> None:
    assert len(DUTIES) + len(PENALTIES) + len(CHANNELS) + len(RELATIONS) >= 150


@pytest.mark.parametrize(("text", "wanted"), DUTIES, ids=[text[:24] for text, _ in DUTIES])
def test_who_must_may_and_must_not_is_read_from_the_clause(text: str, wanted: str) -> None:
    expected = [(MODALITIES[one[0]], one[2:].replace("-", "")) for one in wanted.split("; ") if one]
    found = [(one.modality, text[slice(*one.bearer)] if one.bearer else "") for one in duties.find(text)]
    assert found == expected


@pytest.mark.parametrize(("text", "wanted"), PENALTIES, ids=[text[:24] for text, _ in PENALTIES])
def test_a_fine_is_read_with_both_ends(text: str, wanted: list[tuple[float | None, float | None, str]]) -> None:
    assert [(one.value.least, one.value.most, one.value.unit) for one in penalties.find(text)] == wanted


@pytest.mark.parametrize(("text", "wanted"), CHANNELS, ids=[text[:24] for text, _ in CHANNELS])
def test_the_ways_to_answer_are_read(text: str, wanted: list[tuple[str, str]]) -> None:
    assert sorted((one.value.kind, one.value.value) for one in consult.find(text)) == sorted(wanted)


@pytest.mark.parametrize(("text", "wanted"), RELATIONS, ids=[text[:24] for text, _ in RELATIONS])
def test_the_relation_to_another_instrument_is_read(text: str, wanted: list[tuple[str, str]]) -> None:
    assert [(one.value.kind, one.value.title) for one in relations.find(text)] == wanted


def test_a_list_of_repealed_texts_in_an_attachment_is_read() -> None:
    rows = "序号\t名称\t文号\n1\t关于加强电信管理的通知\t信部电〔2001〕1号\n2\t《电信业务管理办法》\t部令第3号"
    attached = Attachment("https://a/1.docx", "废止的文件目录.docx", "docx", "", rows)
    found = reading("工业和信息化部关于废止部分规范性文件的公告", "决定废止下列文件。", (attached,))
    assert set(found.values("relation")) == {
        Relation("repeals", "关于加强电信管理的通知"),
        Relation("repeals", "电信业务管理办法"),
    }


def test_a_text_of_endless_modal_words_is_read_in_part_and_flagged() -> None:
    found = reading("某办法", "单位应当" * 4_000)
    assert len(found.values("obligation")) == 3_000
    assert [flag.code for flag in found.flags].count("many-duties") == 1


def test_every_clause_fact_is_proved_by_words_that_hold_it() -> None:
    body = "企业应当备案。违反规定的，处一万元以下罚款。根据《电信条例》制定本办法。邮箱：law#miit.gov.cn"
    found = reading("关于某办法（征求意见稿）公开征求意见的通知", body)
    quotes = {fact.name: fact.quote for fact in found.facts if fact.name not in ("title",)}
    assert quotes["obligation"] == "企业应当备案"
    assert quotes["penalty"] == "一万元以下罚款"
    assert quotes["relation"] == "根据《电信条例》"
    assert quotes["channel"] == "law#miit.gov.cn"
    assert found.values("penalty") == (Penalty(None, 10_000, "元"),)
    assert found.values("channel") == (Channel("email", "law@miit.gov.cn"),)


@pytest.mark.prove
def test_clauses_labelled_by_another_person_are_read_to_the_letter() -> None:
    if not gate_clauses.LABELS.is_file():
        pytest.skip(f"there are no labels at {gate_clauses.LABELS}")
    found = gate_clauses.measure()
    print()
    for name, (f1, labels) in found.items():
        print(f"clauses: {name:10} F1 {f1:.3f} on {labels} labels")
    assert [name for name, (f1, _) in found.items() if f1 < gate_clauses.FLOOR] == []


def aims(body: str, published: str = "2024-07-01") -> list[tuple[str, str, float, str]]:
    """Targets of a plan posted on a day."""
    url = "https://www.miit.gov.cn/zwgk/art_1.html"
    page = Document("p", url, "1", "t", "article", "某行动计划", body, f"visible:published\t{published}", ())
    found = read(page, catalog()).values("target")
    return [(one.by, one.comparator, one.value, one.unit) for one in found if isinstance(one, Target)]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("力争到2027年，建成100个示范园区。", [("2027", "=", 100, "个")]),
        ("到2025年底，普及率达到30%—40%。", [("2025-12-31", ">=", 30, "%"), ("2025-12-31", "<=", 40, "%")]),
        ("到“十四五”末，培育50家以上企业。", [("2025-12-31", ">=", 50, "家")]),
        ("截至2024年6月，流量占比达64.56%。", []),
        ("到2023年，建成80个园区。", []),
        ("2026年，时延降至400微秒以下。", [("2026", "<=", 400, "微秒")]),
        ("目标。2026年，时延不超过400微秒。", [("2026", "<=", 400, "微秒")]),
        (
            "到2026年实现以下目标：\n——新建平台20个；\n——渗透率超过85%。\n其他事项共5项。",
            [("2026", "=", 20, "个"), ("2026", ">", 85, "%")],
        ),
        ("到2026年，规模翻番。", []),
    ],
)
def test_an_aim_has_a_year_to_come_and_a_number(body: str, wanted: list[tuple[str, str, float, str]]) -> None:
    assert aims(body) == wanted
