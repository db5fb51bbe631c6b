"""Every word of the program's own, in one language; a language file must be complete."""

from handouts.schema.base import Country, Language, Message, Model
from handouts.schema.figure_words import FigureWords
from handouts.schema.plural import Plural


class DateWords(Model):
    """Date patterns (Unicode CLDR letters)."""

    full: Message
    short: Message
    month_year: Message
    month: Message


class SideWords(Model):
    """One side in the places it is said: in a sentence, with the leg, in the dose, and as a heading."""

    side: Message
    leg: Message
    dose: Message
    heading: Message


class SidesWords(Model):
    """The sides a plan can name; `sore` where it names none, `each` for one leg after the other."""

    left: SideWords
    right: SideWords
    both: SideWords
    each: SideWords
    sore: SideWords
    letters: tuple[Message, Message]


class DoseWords(Model):
    """The parts of a dose; numbers in braces become the figures a patient must see.

    `often` is what is heard for once, twice and so on a day; after its last, `per_day` is.
    """

    often: tuple[Message, ...]
    often_on_days: Message
    times: Plural
    sets: Plural
    spots: Plural
    hold: Plural
    hold_short: Plural
    no_hold: Message
    no_hold_short: Message
    per_day: Plural
    per_day_short: Plural
    days_per_week: Plural
    per_day_and_week: Message
    per_day_and_days: Message
    every_day: Message
    rest: Plural
    rest_minutes: Plural
    pain_limit: Message


class GroupWords(Model):
    """The kinds of exercise as headings of the plan."""

    stretch: Message
    strengthen: Message
    loosen: Message


class SummaryWords(Model):
    """The plan at a glance."""

    heading: Plural
    minutes: Plural
    minutes_more: Message
    minutes_some_days: Plural
    minutes_range: Message
    each_time: Plural
    in_all: Plural
    once: Message
    per_day: Plural
    per_day_range: Message
    often_on_days: Message
    days_a_week: Plural
    goal: Message
    note: Message


class CardWords(Model):
    """The words of an exercise card."""

    heading: Message
    range: Message
    place: Message
    minutes: Plural
    kicker: Message
    kicker_weeks: Message
    weeks: Plural
    feel: Message
    avoid: Message
    note: Message
    ask_first: Message
    see_page: Message


class MapText(Model):
    """The words of the trigger-point map: heads, labels, legend and what is said in its place."""

    heading: Message
    anatomy_head: Message
    pain_head: Message
    legend_point: Message
    legend_hidden: Message
    legend_core: Message
    legend_spill: Message
    legend_looks: tuple[Message, Message, Message, Message]
    spot: Message
    trust: Message
    alt: Message
    alt_point: Message


class PainWords(Model):
    """The pain rule on a one-page sheet, and a light as it is heard."""

    light: Message
    short_heading: Message
    short_scale: Message


class DiaryWords(Model):
    """The words of a diary."""

    heading: Message
    week_from: Message
    rest: Message
    rest_day: Message
    bring: Message
    tick: Message
    pain: Message
    week: Message
    sheet_note: Message
    sheet_note_rest: Message
    sheet_pain: Message


class HelpWords(Model):
    """Headings of the warning blocks."""

    heading: Message
    short_heading: Message


class IdentityWords(Model):
    """The labels of a person's details."""

    patient: Message
    side: Message
    date: Message
    start: Message
    review: Message
    id: Message


class ContactWords(Model):
    """Whom to ask, with and without a clinic, and what a listener hears of a link."""

    call: Message
    write: Message
    visit: Message
    questions: Message
    questions_no_clinic: Message
    review: Message


class ImprintWords(Model):
    """Sources and clinical status."""

    sources: Message
    unchecked: Message
    checked: Message
    version: Message
    overdue: Message


class ChangesWords(Model):
    """What is different from the last plan."""

    heading: Message
    none: Message
    new: Message
    stopped: Message
    exercise: Message
    now: Message
    now_was: Message
    reps_now_was: Message
    note: Message


class CopyWords(Model):
    """What only the clinic's copy says."""

    mark: Message
    keep: Message
    heading: Message
    note: Message
    code: Message
    content: Message
    program: Message
    signed: Message
    signed_on: Message


class FooterWords(Model):
    """What stands under every page, and what the title of the file adds to the handout's."""

    page: Message
    id: Message
    handout: Message
    file_title: Message


class StackWords(Model):
    """What only the printer of a stack reads: the slip before each handout, and the tally after the last."""

    person: Message
    row: Message
    pages: Plural
    copies: Plural
    tally: Message
    roster: Message
    handouts: Message
    sides: Message
    sheets: Message
    first: Message
    last: Message
    left_out: Message
    order: Message


class GradeWords(Model):
    """How sure we are, in plain words, for the grades of the fact base."""

    A: Message
    B: Message
    C: Message
    D: Message
    N: Message


class CountryWords(Model):
    """Whom to call in the countries with these codes (ISO 3166, lower case)."""

    codes: tuple[Country, ...]
    emergency: Message
    hospital: Message
    today: Message
    strip_emergency: Message
    strip_hospital: Message
    strip_today: Message
    soon: Message


class Words(Model):
    """All words of one language."""

    language: Language
    name: Message
    separator: Message
    abbreviations: dict[Message, Message]
    dates: DateWords
    sides: SidesWords
    dose: DoseWords
    groups: GroupWords
    summary: SummaryWords
    what_helps: Message
    card: CardWords
    figure: FigureWords
    map: MapText
    pain: PainWords
    diary: DiaryWords
    help: HelpWords
    identity: IdentityWords
    contact: ContactWords
    imprint: ImprintWords
    changes: ChangesWords
    clinic_copy: CopyWords
    footer: FooterWords
    stack: StackWords
    grades: GradeWords
    countries: tuple[CountryWords, ...]
    elsewhere: CountryWords
