"""Whether two topics are about the same thing: "running the Peachtree" and "running the Peachtree Road Race" are.

"running a bakery" and "running the Peachtree" have a verb in common and are about different things;
"running" alone and "running the Peachtree" are alike in broad terms only. Our own choice (grade D).
"""

from __future__ import annotations

from netprep.method.topic_parts import Part, Topic, carries
from netprep.model.frozen import frozen
from netprep.settings.method import MethodSettings


@frozen
class Likeness:
    """What two topics have in common.

    Attributes:
        stems: the stems of both that carry something, in the alphabet's order; without the verb they
            begin with, where something else is left.
        is_broad: whether they are alike in broad terms only.
        says_all: whether the second says everything that the first does.
    """

    stems: tuple[str, ...]
    is_broad: bool
    says_all: bool


def likeness(one: Topic, other: Topic, settings: MethodSettings) -> Likeness | None:
    """What two topics have in common; None where that is nothing worth naming.

    The head of one of them has to be in both, with at least half of what the shorter one says, or a
    name. They are alike in more than broad terms where both heads are the same, each says at least
    half of the other, and neither names, does or tells apart what the other does not: a school board is no
    surf board.
    """
    both = sorted(stem for stem in one.stems & other.stems if carries(stem))
    if not both or one.head is None or other.head is None:
        return None
    here, there = _covered(one, other), _covered(other, one)
    heads = (_match(one.head, other), _match(other.head, one))
    if not (any(heads) and max(here, there) >= settings.common_share) and not _has_name_of(one, other):
        return None
    is_close = (
        _same_heads(one, other)
        and min(here, there) >= settings.common_share
        and _names_agree(one, other)
        and _names_agree(other, one)
        and _verbs_agree(one, other)
        and not (_says_more_of_it(one, other) and _says_more_of_it(other, one))
    )
    verbs = {one.verb, other.verb}
    return Likeness(
        stems=tuple(stem for stem in both if stem not in verbs) or tuple(both),
        is_broad=not is_close,
        says_all=here == 1.0,
    )


def _match(part: Part, topic: Topic) -> float:
    """How much of a part is in a topic: all, half for a name that shares a word with another, or nothing."""
    mine = set(part.stems)
    if any(mine <= set(other.stems) or mine >= set(other.stems) for other in topic.parts):
        return 1.0
    return 0.5 if any(carries(stem) for stem in mine & topic.stems) else 0.0


def _covered(topic: Topic, by: Topic) -> float:
    """The share of a topic that another one says too, by weight."""
    whole = sum(part.weight for part in topic.parts)
    return sum(part.weight * _match(part, by) for part in topic.parts) / (whole or 1.0)


def _same_heads(one: Topic, other: Topic) -> bool:
    """Whether two topics are about the same: also "the Harbour Choir" and "singing in the Harbour Choir"."""
    ours, theirs = (_is_in(one.head, other), _is_in(other.head, one))
    if ours and theirs:
        return True
    known, unknown, head = (one, other, ours) if ours else (other, one, theirs)
    does_it = unknown.verb is not None and unknown.head is unknown.parts[0]
    return head and known.head is not None and known.head.is_name and does_it


def _is_in(head: Part | None, topic: Topic) -> bool:
    return head is not None and _match(head, topic) == 1.0


def _says_more_of_it(one: Topic, other: Topic) -> bool:
    """Whether a word at the head of the first, no aside and no verb, is missing in the second."""
    return any(part.weight == 1.0 and part is not one.head and not _match(part, other) for part in one.parts)


def _verbs_agree(one: Topic, other: Topic) -> bool:
    """Whether they do the same with it, as far as both say: keeping bees is not photographing them."""
    says_both = one.verb and other.verb and not (one.is_light or other.is_light)
    return not says_both or one.verb == other.verb


def _has_name_of(one: Topic, other: Topic) -> bool:
    """Whether a name of one of them stands in the other."""
    return any(
        part.is_name and any(carries(stem) for stem in part.stems) and _is_named_in(part, there)
        for here, there in ((one, other), (other, one))
        for part in here.parts
    )


def _names_agree(one: Topic, other: Topic) -> bool:
    """Whether the second has every name of the first, as it stands or in short."""
    return all(_is_named_in(part, other) for part in one.parts if part.is_name)


def _is_named_in(name: Part, topic: Topic) -> bool:
    # "Peachtree" is short for the Peachtree Road Race; "marathon" is not short for the Boston Marathon.
    first = next((stem for stem in name.stems if carries(stem)), name.stems[0])
    mine = set(name.stems)
    return any(
        mine <= set(part.stems) or (mine >= set(part.stems) and (part.is_name or first in part.stems))
        for part in topic.parts
    )
