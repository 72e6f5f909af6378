"""What an editor works on: developments, drafts, issues. Rows keep what is queried, plus the value as JSON."""

from django.db import models

from jingbao.archive.models import ReadingRow
from jingbao.core.group import Chain, Profile
from jingbao.core.values import Brief, Development, Issue, from_json


class DevelopmentRow(models.Model):
    """One Development; its id is its own number.

    developed: digest of the readings `value` was made from, '' when they have changed; drafted: digest of what the
    current Brief was made from, '' when there is none; size: pages placed here, more than there are when one was lost
    since; made_with: version of the grouping that placed them.
    """

    developed = models.CharField(max_length=20, default="", db_index=True)
    drafted = models.CharField(max_length=20, default="")
    size = models.PositiveIntegerField(default=0)
    made_with = models.CharField(max_length=20, default="", db_index=True)
    value_json = models.TextField(default="")

    @property
    def value(self) -> Development:
        return from_json(Development, self.value_json)


class MemberRow(models.Model):
    """A Reading in a Development, with what grouping needs to know of it."""

    reading = models.OneToOneField(ReadingRow, on_delete=models.CASCADE, primary_key=True, related_name="member")
    development = models.ForeignKey(DevelopmentRow, on_delete=models.CASCADE, related_name="rows")
    because = models.TextField()
    profile_json = models.TextField()

    @property
    def profile(self) -> Profile:
        return from_json(Profile, self.profile_json)


class KeyRow(models.Model):
    """An index key of a member: pages that could belong together share one. day: of its posting, as an ordinal."""

    member = models.ForeignKey(MemberRow, on_delete=models.CASCADE, related_name="keys")
    key = models.CharField(max_length=120)
    day = models.IntegerField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["member", "key"], name="one_key"),)
        indexes = (models.Index(fields=["key", "day"], name="key_and_day"),)


class LinkRow(models.Model):
    """A Chain between two developments. known: first day on which both pages it rests on could be known."""

    earlier = models.ForeignKey(DevelopmentRow, on_delete=models.CASCADE, related_name="followers")
    later = models.ForeignKey(DevelopmentRow, on_delete=models.CASCADE, related_name="followed")
    known = models.DateField()
    value_json = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["earlier", "later"], name="one_link"),)

    @property
    def value(self) -> Chain:
        return from_json(Chain, self.value_json)


class BriefRow(models.Model):
    """One version of the English on a Development. state: proposed (machine) or accepted (by a person).

    current: the version drafted last from all its readings; others were drafted for an earlier day of printing.
    """

    brief = models.CharField(max_length=20)  # Brief.id: one and the same text can be the draft of two developments
    development = models.ForeignKey(DevelopmentRow, on_delete=models.CASCADE, related_name="briefs")
    current = models.BooleanField(db_index=True)
    state = models.CharField(max_length=10, default="proposed")
    published = models.DateField(db_index=True)
    value_json = models.TextField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=["development", "brief"], name="one_version"),)

    @property
    def value(self) -> Brief:
        return from_json(Brief, self.value_json)


class IssueRow(models.Model):
    """One number of the newsletter as assembled on a day of printing."""

    name = models.CharField(max_length=60, unique=True)
    printed = models.DateField()
    value_json = models.TextField()

    @property
    def value(self) -> Issue:
        return from_json(Issue, self.value_json)
