"""What was received and what was read from it. Rows keep what is queried, plus the value as JSON.

Bytes lie on disk under their SHA-256 (see `store.py`); nothing here is ever overwritten by another content.
"""

from django.db import models

from jingbao.core.address import address_key
from jingbao.core.registers import Register
from jingbao.core.values import Document, Flag, Page, Reading, from_json, to_json


class PageRow(models.Model):
    """One Page. state: new (to be cleaned), clean (its Document is made), refused (a Flag says why)."""

    id = models.CharField(primary_key=True, max_length=20)
    address = models.TextField(db_index=True)  # the url as address_key writes it
    sha256 = models.CharField(max_length=64, db_index=True)
    seen = models.DateTimeField()
    state = models.CharField(max_length=8, default="new", db_index=True)
    version = models.CharField(max_length=20, default="")  # of the cleaner that settled the state
    value_json = models.TextField()

    @property
    def value(self) -> Page:
        return from_json(Page, self.value_json)

    @classmethod
    def of(cls, page: Page) -> "PageRow":
        return cls(
            id=page.id,
            address=address_key(page.url),
            sha256=page.sha256,
            seen=page.seen,
            value_json=to_json(page),
        )


class ReferenceRow(models.Model):
    """An address a page needs: an attachment, or the record its text comes from."""

    page = models.ForeignKey(PageRow, on_delete=models.CASCADE, related_name="references")
    address = models.TextField(db_index=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["page", "address"], name="one_reference"),)


class DocumentRow(models.Model):
    """One Document; `current` is the one made last of its page."""

    id = models.CharField(primary_key=True, max_length=20)
    page = models.ForeignKey(PageRow, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=10)
    current = models.BooleanField(db_index=True)
    value_json = models.TextField()

    @property
    def value(self) -> Document:
        return from_json(Document, self.value_json)


class ReadingRow(models.Model):
    """One Reading. made_with: digest of reader version and catalog; because: why on_beat is what it is."""

    id = models.CharField(primary_key=True, max_length=20)
    document = models.ForeignKey(DocumentRow, on_delete=models.CASCADE, related_name="readings")
    page = models.ForeignKey(PageRow, on_delete=models.CASCADE, related_name="readings")
    made_with = models.CharField(max_length=20)
    on_beat = models.BooleanField()
    because = models.TextField()
    published = models.CharField(max_length=10)
    value_json = models.TextField()

    @property
    def value(self) -> Reading:
        return from_json(Reading, self.value_json)


class RegisterRow(models.Model):
    """One Register of a Reading; number: its place in the Document, from 1."""

    reading = models.ForeignKey(ReadingRow, on_delete=models.CASCADE, related_name="registers")
    number = models.IntegerField()
    value_json = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["reading", "number"], name="one_register"),)

    @property
    def value(self) -> Register:
        return from_json(Register, self.value_json)


class NameRow(models.Model):
    """A name in a row of a register, in the spellings that are looked for (see `core.registers.names`)."""

    register = models.ForeignKey(RegisterRow, on_delete=models.CASCADE, related_name="names")
    row = models.IntegerField()  # Entry.number
    name = models.TextField()
    spelling = models.TextField()  # as same_form writes it
    own = models.TextField(db_index=True)  # its own word: no place, no legal form
    brand = models.TextField(db_index=True)


class FlagRow(models.Model):
    """A problem for a person. page: where it belongs to one; a repeated problem is one row."""

    page = models.ForeignKey(PageRow, null=True, on_delete=models.CASCADE, related_name="flags")
    step = models.CharField(max_length=10)
    code = models.CharField(max_length=40, db_index=True)
    severity = models.CharField(max_length=10, db_index=True)
    concerns = models.TextField()
    cause = models.TextField()
    value_json = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["step", "code", "concerns", "cause"], name="one_flag"),)

    @property
    def value(self) -> Flag:
        return from_json(Flag, self.value_json)

    @classmethod
    def save_once(cls, step: str, flag: Flag, page_id: str | None = None) -> None:
        cls.objects.update_or_create(
            step=step,
            code=flag.code,
            concerns=flag.concerns,
            cause=flag.cause,
            defaults={"page_id": page_id, "severity": flag.severity, "value_json": to_json(flag)},
        )
