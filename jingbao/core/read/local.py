"""Names of local bodies that follow from their place: 深圳市 + 发展和改革委员会, also printed 深圳市发改委.

The catalog has the bodies that issue often; every province and city has the others too, and names them alike.
"""

from __future__ import annotations

from collections.abc import Iterator

# Full name after the place, then the short forms in use.
_OFFICES = (
    "人民政府 政府",
    "人民政府办公厅 政府办公厅",
    "人民政府办公室 政府办公室",
    "人民代表大会",
    "人民代表大会常务委员会 人大常委会 人民代表大会常委会",
    "高级人民法院 高院",
    "中级人民法院 中院",
    "人民检察院 检察院",
    "发展和改革委员会 发展改革委 发改委",
    "互联网信息办公室",
    "国有资产监督管理委员会 国资委",
    "卫生健康委员会 卫生健康委 卫健委",
    "市场监督管理局 市场监管局",
    "政务服务和数据管理局 政数局",
    "大数据局",
    "大数据发展管理局",
    "数据局",
    "数据管理局",
    "数据资源局",
    "数据资源管理局",
    "大数据管理局",
    "大数据发展局",
    "政务服务管理局",
    "政务服务管理办公室 政务办",
    "政务服务数据管理局",
    "行政审批局",
    "地方金融监管局",
    "国家保密局",
    "林业局",
    "广播电视局 广电局",
    "新闻出版局",
    "版权局",
    "知识产权局",
    "统计局",
    "医疗保障局 医保局",
    "药品监督管理局 药监局",
    "地方金融管理局",
    "地方金融监督管理局",
    "密码管理局",
    "规划和自然资源局 规划资源局",
    "文化广电和旅游局 文广旅局",
    "文化广电旅游局",
    "通信管理局 通管局",
    "交通委员会 交通委",
)
# The same with 厅 in provinces, 局 in cities, 委员会 in some.
_FIELDS = (
    "工业和信息化 工信 工业信息化",
    "经济和信息化 经信 经济信息化 经济信息",
    "科学技术 科技",
    "人力资源和社会保障 人社 人力资源社会保障",
    "住房和城乡建设 住建 住房城乡建设",
    "文化和旅游 文旅",
    "财政",
    "公安",
    "司法",
    "教育",
    "民政",
    "自然资源",
    "生态环境",
    "交通运输",
    "水利",
    "农业农村",
    "商务",
    "应急管理",
    "审计",
)


def endings() -> dict[str, str]:
    """What may stand after a place, as printed, and the full form of it."""
    return dict(_endings())


def _endings() -> Iterator[tuple[str, str]]:
    for line in _OFFICES:
        full, *short = line.split()
        yield from ((one, full) for one in (full, *short))
    for line in _FIELDS:
        full, *short = line.split()
        for one in (full, *short):
            yield from ((one + ending, full + ending) for ending in ("厅", "局"))
            yield from ((one + ending, full + "委员会") for ending in ("委员会", "委"))
