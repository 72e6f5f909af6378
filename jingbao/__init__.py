"""Jingbao: what Chinese regulators published, read into facts and printed with its proof."""

__version__ = "0.1.0"
