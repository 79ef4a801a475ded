"""The role table (22 roles by 12 drawers) as agreed on paper, and what each word in it means.

A cell says how far a role reaches into a drawer of its own case, and after the stroke of somebody
else's case in the same municipality; without a stroke it is the same. Of another municipality
nobody sees anything, ever.

w   writes            r   reads in full        s   sees an outline, a status
m   the minimal set   a   sees sums of ten or more                  -   nothing
"""

from kruispunt.base.drawers import Drawer
from kruispunt.base.roles import Role

TABLE = """
role              contact request situation profile certificate match_journal instruments safety guide_notes hybrid_goals money statistics
resident          w/-     w/-     r/-       m/-     -           w/-           w/-         -      w/-         w/-          -     a
carer             m/-     r/-     m/-       m/-     -           r/-           r/-         w      w/-         m/-          -     a
volunteer         m/-     r/-     m/-       w/-     r/-         w/-           -           w      -           -            r/-   a
ambassador        m/-     w/-     -         s/-     -           -             -           w      -           -            -     a
worker            w       w       w         r       s           s             w           w      -           s            -     a
coordinator       r/-     r/-     r/-       w       w           w/-           r/-         w      -           -            w     a
registrar         -       s       -         w       w           s             -           w      -           -            r     a
contact           m/-     r/-     m/-       m/-     -           s/-           -           w      -           r/-          -     a
team_member       -       r/-     -         -       -           -             -           w      -           -            -     a
process_manager   -       r       -         s       -           s             -           w      -           s            a     r
wmo_advisor       r/-     r/-     r/-       -       -           -             w/-         w      -           w/-          -     a
provider          r/-     r/-     r/-       -       -           s/-           w/-         w      -           w/-          -     a
coach             r/-     r/-     m/-       s       -           s/-           -           w      -           w/-          r/-   a
guide             m/-     r/-     -         w/-     r/-         -             -           w      w/-         -            r/-   a
guide_coordinator -       s       -         w       s/-         -             -           w      s           -            -     r
safety_officer    r/-     r/-     r/-       r/-     -           r/-           r/-         w      -           r/-          -     a
school            -       -       -         r/-     -           s/-           -           w      -           -            -     a
work_coach        -       -       -         -       -           -             -           -      -           -            -     -
trainer           -       -       -         s/-     -           -             -           w      -           -            -     a
policy            -       -       -         -       -           -             -           -      -           -            a     a
technician        -       -       -         -       -           -             -           -      -           -            -     -
privacy_officer   -       -       -         -       -           -             -           -      -           -            -     -
"""  # noqa: E501  (a table reads as a table)

# How far each word reaches: the words with which a permit is declared.
REACH = {"w": "fills", "r": "opens", "s": "glimpses", "m": "glimpses", "a": "counts", "-": ""}

# Agreed on paper, and given by nothing yet: the test holds that these roles have nothing there.
# Whoever builds it takes the cell out of this list.
NOT_YET = {
    Role.RESIDENT: (Drawer.INSTRUMENTS, Drawer.STATISTICS),
    Role.CARER: (
        Drawer.CONTACT, Drawer.SITUATION, Drawer.PROFILE,
        Drawer.MATCH_JOURNAL, Drawer.GUIDE_NOTES, Drawer.HYBRID_GOALS, Drawer.STATISTICS,
    ),
    Role.VOLUNTEER: (Drawer.STATISTICS,),
    Role.AMBASSADOR: (Drawer.CONTACT, Drawer.PROFILE),
    Role.COORDINATOR: (Drawer.INSTRUMENTS,),
    Role.REGISTRAR: (Drawer.MATCH_JOURNAL, Drawer.STATISTICS),
    Role.CONTACT: (
        Drawer.PROFILE, Drawer.MATCH_JOURNAL, Drawer.HYBRID_GOALS, Drawer.STATISTICS,
    ),
    Role.TEAM_MEMBER: (Drawer.STATISTICS,),
    Role.PROCESS_MANAGER: (Drawer.PROFILE, Drawer.MATCH_JOURNAL),
    Role.WMO_ADVISOR: (Drawer.INSTRUMENTS, Drawer.STATISTICS),
    Role.PROVIDER: (Drawer.INSTRUMENTS, Drawer.STATISTICS),
    Role.COACH: (Drawer.PROFILE, Drawer.MATCH_JOURNAL, Drawer.STATISTICS),
    Role.GUIDE: (Drawer.CERTIFICATE, Drawer.STATISTICS),
    Role.GUIDE_COORDINATOR: (Drawer.REQUEST, Drawer.CERTIFICATE),
    Role.SAFETY_OFFICER: (
        Drawer.CONTACT, Drawer.REQUEST, Drawer.SITUATION, Drawer.PROFILE,
        Drawer.MATCH_JOURNAL, Drawer.HYBRID_GOALS, Drawer.STATISTICS, Drawer.INSTRUMENTS,
    ),
    Role.SCHOOL: (Drawer.STATISTICS,),
    Role.TRAINER: (Drawer.STATISTICS,),
}  # fmt: skip

# Given, but more narrowly than the paper allows.
NARROWER = {
    (Role.WMO_ADVISOR, Drawer.SITUATION): "m/-",
    (Role.PROVIDER, Drawer.SITUATION): "m/-",
    (Role.GUIDE_COORDINATOR, Drawer.STATISTICS): "a",
    (Role.RESIDENT, Drawer.HYBRID_GOALS): "r/-",
}


def read() -> dict[tuple[str, str], str]:
    """The table by role and drawer."""
    head, *lines = [line.split() for line in TABLE.strip().splitlines()]
    return {
        (line[0], drawer): cell
        for line in lines
        for drawer, cell in zip(head[1:], line[1:], strict=True)
    }


def reach(cell: str, relation: str) -> str:
    """How far a cell reaches into somebody's drawer."""
    own, _, others = cell.partition("/")
    word = {"own": own, "other": others or own, "elsewhere": "-"}[relation]
    return REACH[word]
