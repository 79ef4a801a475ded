"""What one event does to the proposal for a whole town."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Change:
    """What an event does to the optimum, or would do.

    ``value`` and ``served`` are gains (negative when something is lost); ``came`` and ``went`` are
    the questions that are served after but not before, and the other way round.
    """

    value: int
    served: int
    came: tuple[int, ...] = ()
    went: tuple[int, ...] = ()

    def renamed(self, guest: int, question: int) -> "Change":
        """Call the stand-in of a changed question by its own number."""
        came = tuple(question if q == guest else q for q in self.came)
        both = {question} if question in came and question in self.went else set()
        return replace(
            self,
            came=tuple(sorted(set(came) - both)),
            went=tuple(sorted(set(self.went) - both)),
        )
