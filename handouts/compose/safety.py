"""Turn the warning signs of a region and the numbers of a country into the warning blocks."""

import datetime

from handouts.compose.blocks import Contact, HelpQuestion, HelpStrip, RedFlagGroup, RedFlags
from handouts.compose.links import phone_span
from handouts.compose.text import Text, text_of
from handouts.library.words import Speech, Words
from handouts.schema.clinic import Clinic
from handouts.schema.condition import Safety


def compose_help_strip(safety: Safety, country: Words, *, see_page: Text, speech: Speech) -> HelpStrip:
    """Return the signs that stand before everything else: emergency first, then urgent."""
    words = speech.words.help
    emergency = HelpQuestion(_strong(safety.strip_emergency.text), text_of(country.strip_emergency))
    action = f"{country.strip_today} {safety.strip_today_action.text} "
    today = HelpQuestion(_strong(safety.strip_today.text), (*text_of(action), *see_page))
    return HelpStrip(
        heading=words.heading,
        short_heading=words.short_heading,
        questions=(emergency, today),
        short_questions=(
            HelpQuestion(text_of(safety.strip_emergency.text), text_of(country.strip_emergency)),
            HelpQuestion(text_of(safety.strip_today.text), text_of(country.strip_today)),
            HelpQuestion(text_of(safety.strip_hospital.text), text_of(country.strip_hospital)),
        ),
    )


def compose_red_flags(safety: Safety, country: Words) -> RedFlags:
    """Return when to get help: the emergency, the hospital, and whom to call today."""
    groups = (
        RedFlagGroup(country.emergency, True, True, tuple(text_of(sign.text) for sign in safety.emergency)),
        RedFlagGroup(country.hospital, False, False, tuple(text_of(sign.text) for sign in safety.hospital)),
        RedFlagGroup(country.today, False, True, tuple(text_of(sign.text) for sign in safety.today)),
    )
    return RedFlags(safety.heading, groups, text_of(safety.foot.text))


def _strong(message: str) -> Text:
    return text_of(f"**{message}**")


def compose_contact(
    clinic: Clinic | None,
    safety: Safety,
    country: Words,
    *,
    review: datetime.date | None,
    speech: Speech,
) -> Contact:
    """Return whom to ask and when to come back; without a clinic, the person who gave the sheet.

    The signs that can wait some days, such as pain that stops every walk, are said here and nowhere else.
    """
    words = speech.words.contact
    known = clinic is not None and clinic.phone is not None
    ask = (
        text_of(words.questions, hours=clinic.hours or "")
        if clinic and known
        else text_of(words.questions_no_clinic)
    )
    later = text_of(f"**{safety.soon_heading}** {country.soon} {safety.soon.text}")
    return Contact(
        ask=ask,
        number=(phone_span(clinic.phone, clinic, speech),) if clinic and clinic.phone else (),
        later=later,
        review=text_of(words.review, date=speech.date(review)) if review else (),
    )
