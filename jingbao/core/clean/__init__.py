"""clean: Page -> Document."""

from jingbao.core.clean.document import VERSION, clean, copies, references

__all__ = ["VERSION", "clean", "copies", "references"]
