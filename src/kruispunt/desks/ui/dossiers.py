"""The way in to a dossier: a page that opens one leaves a line in the journal, once in a while.

Pages ask here, never the room's query itself: whoever forgets to leave a line cannot open one.
"""

from typing import Any

from kruispunt.arrangements import actions as looking_at_answers
from kruispunt.arrangements import queries as answers
from kruispunt.base.actor import Actor
from kruispunt.base.looking import looked_lately
from kruispunt.offers import actions as looking_at_offers
from kruispunt.offers import queries as offers
from kruispunt.questions import actions as looking_at_questions
from kruispunt.questions import queries as questions

# Rows of rooms, which doors know by what is on them and not by name.
type Row = Any


def question(actor: Actor, question_id: int) -> Row:
    found = questions.one(actor, question_id)
    if actor.person_id != found.asked_by_id and not looked_lately(actor, found):
        looking_at_questions.look_into(actor, question_id)
    return found


def volunteer(actor: Actor, volunteering_id: int) -> Row:
    found = offers.one(actor, volunteering_id)
    if actor.person_id != found.person_id and not looked_lately(actor, found):
        looking_at_offers.look_into_volunteer(actor, volunteering_id)
    return found


def match(actor: Actor, match_id: int) -> Row:
    found = answers.match(actor, match_id)
    asker = found.arrangement.question.asked_by_id
    if actor.person_id != asker and not looked_lately(actor, found):
        looking_at_answers.look_into_match(actor, match_id)
    return found


def referral(actor: Actor, referral_id: int) -> Row:
    found = answers.referral(actor, referral_id)
    if not looked_lately(actor, found):
        looking_at_answers.look_into_referral(actor, referral_id)
    return found
