"""group: which Readings are about one Development, and what that Development is."""

from jingbao.core.group.chain import WORDS, Chain, chain, chain_keys, settle
from jingbao.core.group.decide import Ask, Decision, Join, Start, decide
from jingbao.core.group.develop import develop, known_on, repeats
from jingbao.core.group.profile import Profile, keys, profile, reach

VERSION = "4"  # of profiles and rules: developments made with another are put together anew

__all__ = [
    "VERSION",
    "WORDS",
    "Ask",
    "Chain",
    "Decision",
    "Join",
    "Profile",
    "Start",
    "chain",
    "chain_keys",
    "decide",
    "develop",
    "keys",
    "known_on",
    "profile",
    "reach",
    "repeats",
    "settle",
]
