"""group: which Readings are about one Development, and what that Development is."""

from jingbao.core.group.decide import Ask, Decision, Join, Start, decide
from jingbao.core.group.develop import develop, known_on
from jingbao.core.group.profile import Profile, keys, profile

__all__ = ["Ask", "Decision", "Join", "Profile", "Start", "decide", "develop", "keys", "known_on", "profile"]
