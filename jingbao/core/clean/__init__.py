"""clean: Page -> Document."""

from jingbao.core.clean.document import VERSION, clean, references

__all__ = ["VERSION", "clean", "references"]
