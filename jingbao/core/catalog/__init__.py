"""Checked data about China's authorities, their instruments and their language."""

from jingbao.core.catalog.entries import Alias, Beat, Brand, Catalog, Instrument, Issuer, Term, Topic, Verb

__all__ = ["Alias", "Beat", "Brand", "Catalog", "Instrument", "Issuer", "Term", "Topic", "Verb"]
