"""Turn the warning signs of a region and the numbers of a country into the warning blocks."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from math import inf
from typing import NamedTuple

from handouts.compose.clinic import phone_span
from handouts.compose.information_blocks import Contact, HelpQuestion, HelpStrip, RedFlagGroup, RedFlags
from handouts.compose.text import Span, Text, string_of, text_of
from handouts.library.words import Speech, Words
from handouts.schema.base import Sign, Statement
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Safety
from handouts.schema.country import CountryNumbers, Emergency, country_names
from handouts.schema.plan import Plan


class Calls(NamedTuple):
    """Whom to call where a sheet is read: in an emergency, for advice at any hour, when a practice is closed.

    The numbers are the clinic's own, else its country's; where there is none, words say it.
    """

    ambulance: str | None
    advice: str | None
    out_of_hours: str | None
    place: Words
    speech: Speech

    def said(self, message: str, number: str | None = None) -> Text:
        """Return a message with the number, never read for marks, and the names of the place in it."""
        return text_of(message, number=number, hospital=self.place.hospital, doctor=self.place.doctor)

    @property
    def closed(self) -> Text:
        """What to do out of hours; nothing where the number to call is open at any hour."""
        words = self.speech.words.help
        if self.out_of_hours:
            return self.said(words.closed, self.out_of_hours)
        return () if self.advice else self.said(words.closed_local)


def country_of(clinic: Clinic | None, plan: Plan) -> str | None:
    """Return the country that a handout is for: the clinic's, or the plan's where there is none."""
    return (clinic and clinic.country) or plan.country


def calls_for(
    clinic: Clinic | None, code: str | None, countries: Mapping[str, CountryNumbers], speech: Speech
) -> Calls:
    """Return whom to call in a country and at a clinic, or where nobody knows."""
    words = speech.words.help
    place = next((place for place in words.places if code in place.codes), words.elsewhere)
    numbers = (clinic.emergency if clinic else Emergency(), countries.get(code or ""))
    ambulance, advice, out_of_hours = (
        next((one for one in (getattr(some, key, None) for some in numbers) if one), None)
        for key in ("ambulance", "advice", "out_of_hours")
    )
    return Calls(ambulance, advice, out_of_hours, place, speech)


def unknown_number(
    clinic: Clinic | None, code: str | None, countries: Mapping[str, CountryNumbers]
) -> tuple[str, str] | None:
    """Return the message and hint of a warning where no number for an ambulance can be printed."""
    if (clinic and clinic.emergency.ambulance) or code in countries:
        return None
    hint = "Write `country: gb`, with your own country, in clinic.yaml."
    why = "no country is named"
    if code:
        why = f"no number is known for {country_names()[code]} (`{code}`)"
        hint = "Write it as `emergency: {ambulance: …}` in clinic.yaml."
    return f"{why}, so the sheet says to call the local emergency number and does not name it.", hint


def compose_help_strip(safety: Safety, calls: Calls, see_page: Text) -> HelpStrip:
    """Return the signs that stand before everything else: emergency first, then urgent."""
    words = calls.speech.words.help
    message = words.strip_emergency if calls.ambulance else words.strip_emergency_local
    now = calls.said(message, calls.ambulance)
    today = words.strip_today_advice if calls.advice else words.strip_today
    action = calls.said(f"{today} {safety.strip_today_action.text} ", calls.advice)
    return HelpStrip(
        heading=words.heading,
        short_heading=words.short_heading,
        questions=(
            HelpQuestion(_strong(safety.strip_emergency.text), now),
            HelpQuestion(_strong(safety.strip_today.text), (*action, *see_page)),
        ),
        short_questions=(
            HelpQuestion(text_of(safety.strip_emergency.text), now),
            HelpQuestion(text_of(safety.strip_today.text), calls.said(today, calls.advice)),
            HelpQuestion(text_of(safety.strip_hospital.text), calls.said(words.strip_hospital)),
        ),
    )


def compose_red_flags(safety: Safety, calls: Calls) -> RedFlags:
    """Return when to get help: the emergency, the hospital, and whom to call today, also out of hours."""
    words = calls.speech.words.help
    emergency = words.emergency if calls.ambulance else words.emergency_local
    today = words.today_advice if calls.advice else words.today
    groups = [
        RedFlagGroup(string_of(calls.said(emergency, calls.ambulance)), True, True, _signs(safety.emergency)),
        RedFlagGroup(string_of(calls.said(words.hospital)), False, False, _signs(safety.hospital)),
        RedFlagGroup(
            string_of(calls.said(today, calls.advice)), False, True, _signs(safety.today), calls.closed
        ),
    ]
    groups = [group for group in groups if group.signs]
    foot = text_of(safety.foot.text)
    if safety.clot_risk:
        foot = (*foot, Span(" "), *text_of(safety.clot_risk.text))
    return RedFlags(safety.heading, tuple(groups), foot)


def _signs(signs: Iterable[Statement]) -> tuple[Text, ...]:
    return tuple(text_of(one.text) for one in signs)


def _strong(message: str) -> Text:
    return text_of(f"**{message}**")


def compose_contact(
    clinic: Clinic | None,
    safeties: Sequence[Safety],
    calls: Calls,
    review: datetime.date | None,
) -> Contact:
    """Return whom to ask and when to come back; one who has no clinic is told whom else to ask.

    The signs that can wait some days, such as pain that stops every walk, are said here and nowhere else.
    """
    speech = calls.speech
    words = speech.words.contact
    ask = text_of(words.questions_no_phone if clinic else words.questions_no_clinic)
    if clinic and clinic.phone:
        ask = text_of(words.questions, hours=clinic.hours or "")
    soon = speech.words.help.soon if clinic else speech.words.help.soon_alone
    later = calls.said(_not_urgent(safeties, soon))
    return Contact(
        ask=ask,
        number=(phone_span(clinic.phone, clinic, speech),) if clinic and clinic.phone else (),
        later=later,
        review=text_of(words.review, date=speech.date(review)) if review else (),
    )


def _not_urgent(safeties: Sequence[Safety], soon: str) -> str:
    """Return when to come back where help is not urgent, `soon`: after the shortest time, each sign once."""
    signs = dict.fromkeys(safety.soon.text for safety in safeties)
    heading = min((safety.soon_heading for safety in safeties), key=_first_number)
    return " ".join([f"**{heading}** {soon}", *signs])


def _first_number(words: str) -> float:
    """Return the first number in words, such as 2 of 2 weeks, and infinity for none, as in a few weeks."""
    found = re.search(r"\d+", words)
    return int(found[0]) if found else inf


def compose_stop(stop: Iterable[Sign], *, speech: Speech) -> Text:
    """Return what to stop for."""
    *signs, last = (one.text for one in stop)
    return text_of(speech.words.card.stop, signs=", ".join(signs), last=last)
