"""Turn the warning signs of a region and the numbers of a country into the warning blocks."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass

from handouts.compose.guidance import Contact, HelpQuestion, HelpStrip, RedFlagGroup, RedFlags
from handouts.compose.links import phone_span
from handouts.compose.text import Span, Text, plain, text_of
from handouts.library.words import Speech, Words
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Safety
from handouts.schema.country import CountryNumbers, Emergency, country_names
from handouts.schema.plan import Plan


@dataclass(frozen=True)
class Calls:
    """Whom to call where a sheet is read: the clinic's own numbers, else its country's, else words."""

    own: Emergency
    country: CountryNumbers | None
    place: Words
    speech: Speech

    @property
    def ambulance(self) -> str | None:
        """The number in an emergency."""
        return self.own.ambulance or (self.country.ambulance if self.country else None)

    @property
    def advice(self) -> str | None:
        """The number that gives advice at any hour."""
        return self.own.advice or (self.country.advice if self.country else None)

    @property
    def out_of_hours(self) -> str | None:
        """Whom to call when the doctor's practice is closed."""
        return self.own.out_of_hours or (self.country.out_of_hours if self.country else None)

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
    own = clinic.emergency if clinic else Emergency()
    return Calls(own, countries.get(code or ""), place, speech)


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


def compose_help_strip(safety: Safety, calls: Calls, *, see_page: Text, speech: Speech) -> HelpStrip:
    """Return the signs that stand before everything else: emergency first, then urgent."""
    words = speech.words.help
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


def compose_red_flags(safety: Safety, calls: Calls, *, speech: Speech) -> RedFlags:
    """Return when to get help: the emergency, the hospital, and whom to call today, also out of hours."""
    words = speech.words.help
    emergency = words.emergency if calls.ambulance else words.emergency_local
    today = words.today_advice if calls.advice else words.today
    groups = (
        RedFlagGroup(
            plain(calls.said(emergency, calls.ambulance)),
            True,
            True,
            tuple(text_of(one.text) for one in safety.emergency),
        ),
        RedFlagGroup(
            plain(calls.said(words.hospital)),
            False,
            False,
            tuple(text_of(one.text) for one in safety.hospital),
        ),
        RedFlagGroup(
            plain(calls.said(today, calls.advice)),
            False,
            True,
            tuple(text_of(one.text) for one in safety.today),
            calls.closed,
        ),
    )
    foot = text_of(safety.foot.text)
    if safety.clot_risk:
        foot = (*foot, Span(" "), *text_of(safety.clot_risk.text))
    return RedFlags(safety.heading, groups, foot)


def _strong(message: str) -> Text:
    return text_of(f"**{message}**")


def compose_contact(
    clinic: Clinic | None,
    safety: Safety,
    calls: Calls,
    *,
    review: datetime.date | None,
    speech: Speech,
) -> Contact:
    """Return whom to ask and when to come back; one who has no clinic is told whom else to ask.

    The signs that can wait some days, such as pain that stops every walk, are said here and nowhere else.
    """
    words = speech.words.contact
    ask = text_of(words.questions_no_clinic)
    if clinic:
        ask = (
            text_of(words.questions, hours=clinic.hours or "")
            if clinic.phone
            else text_of(words.questions_no_phone)
        )
    soon = speech.words.help.soon if clinic else speech.words.help.soon_alone
    later = calls.said(f"**{safety.soon_heading}** {soon} {safety.soon.text}")
    return Contact(
        ask=ask,
        number=(phone_span(clinic.phone, clinic, speech),) if clinic and clinic.phone else (),
        later=later,
        review=text_of(words.review, date=speech.date(review)) if review else (),
    )
