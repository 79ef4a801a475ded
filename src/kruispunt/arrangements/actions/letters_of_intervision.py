"""What we write about intervision: an invitation, who prepares it, and that it is called off."""

from kruispunt.arrangements.models.intervision import Attendance, IntervisionMeeting
from kruispunt.arrangements.queries.intervision import attendance_link
from kruispunt.base import post
from kruispunt.base.actor import Actor
from kruispunt.people import actions as people


def invite(actor: Actor, invited: Attendance) -> None:
    """Ask a volunteer to come and learn with others."""
    people.write_to(
        actor,
        invited.volunteering.person_id,
        subject="Komt u ook naar de intervisie?",
        lines=(
            "U helpt een ander. Wat is mooi, en wat is lastig? Daar praten we samen over.",
            f"{_when(invited.meeting)} U hoeft geen namen te noemen.",
            f"Komt u? Zeg het hier: {post.link('intervision', attendance_link(invited))}",
        ),
        key=_key(invited),
    )


def no_answer_needed(actor: Actor, invited: Attendance) -> None:
    """Nobody has to call about what was answered."""
    post.recall(actor, key=_key(invited))


def called_off(actor: Actor, invited: Attendance) -> None:
    """The meeting does not take place."""
    no_answer_needed(actor, invited)
    day = post.day_in_words(invited.meeting.on)
    people.write_to(
        actor,
        invited.volunteering.person_id,
        subject="De intervisie gaat niet door",
        lines=(f"De intervisie van {day} gaat niet door.", "U hoort van ons wat de nieuwe dag is."),
        key=f"intervision off:{invited.pk}",
    )


def you_prepare(actor: Actor, meeting: IntervisionMeeting) -> None:
    """Whoever prepares the meeting knows it."""
    if meeting.owner_id == actor.person_id:
        return
    people.write_to(
        actor,
        meeting.owner_id,
        subject="U bereidt de intervisie voor",
        lines=(
            _when(meeting),
            "U bereidt deze keer voor. Bedenk samen met wie de groep leidt een onderwerp.",
        ),
        key=f"intervision prepare:{meeting.pk}",
    )


def _when(meeting: IntervisionMeeting) -> str:
    day = post.day_in_words(meeting.on)
    place = f", {meeting.where}" if meeting.where else ""
    return f"De intervisie is op {day}{place}."


def _key(invited: Attendance) -> str:
    return f"intervision:{invited.pk}"
