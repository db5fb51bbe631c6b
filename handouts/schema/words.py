"""Every word of the program's own, in one language; a language file must be complete."""

from handouts.schema.base import Model
from handouts.schema.figure_words import FigureWords
from handouts.schema.plural import Plural


class DateWords(Model):
    """Date patterns (Unicode CLDR letters)."""

    full: str
    short: str
    month_year: str
    month: str


class SideWords(Model):
    """One side in the places it is said: in a sentence, with the leg, in the dose, and as a heading."""

    side: str
    leg: str
    dose: str
    heading: str


class SidesWords(Model):
    """The sides a plan can name; `sore` where it names none, `each` for one leg after the other."""

    left: SideWords
    right: SideWords
    both: SideWords
    each: SideWords
    sore: SideWords
    letters: tuple[str, str]


class DoseWords(Model):
    """The parts of a dose; numbers in braces become the figures a patient must see.

    `often` is what is heard for once, twice and so on a day; after its last, `per_day` is.
    """

    often: tuple[str, ...]
    often_on_days: str
    times: Plural
    sets: Plural
    spots: Plural
    hold: Plural
    hold_short: Plural
    no_hold: str
    no_hold_short: str
    per_day: Plural
    per_day_short: Plural
    days_per_week: Plural
    per_day_and_week: str
    per_day_and_days: str
    every_day: str
    rest: Plural
    rest_minutes: Plural
    pain_limit: str


class GroupWords(Model):
    """The kinds of exercise as headings of the plan."""

    stretch: str
    strengthen: str
    loosen: str


class SummaryWords(Model):
    """The plan at a glance."""

    heading: Plural
    minutes: Plural
    minutes_more: str
    minutes_some_days: Plural
    minutes_range: str
    each_time: Plural
    in_all: Plural
    once: str
    per_day: Plural
    per_day_range: str
    often_on_days: str
    days_a_week: Plural
    goal: str
    note: str


class CardWords(Model):
    """The words of an exercise card."""

    heading: str
    range: str
    place: str
    minutes: Plural
    kicker: str
    kicker_weeks: str
    weeks: Plural
    feel: str
    avoid: str
    note: str
    ask_first: str
    see_page: str


class MapText(Model):
    """The words of the trigger-point map: heads, labels, legend and what is said in its place."""

    heading: str
    anatomy_head: str
    pain_head: str
    legend_point: str
    legend_hidden: str
    legend_core: str
    legend_spill: str
    legend_looks: tuple[str, str, str, str]
    spot: str
    trust: str
    alt: str
    alt_point: str


class PainWords(Model):
    """The pain rule on a one-page sheet, and a light as it is heard."""

    light: str
    short_heading: str
    short_scale: str


class DiaryWords(Model):
    """The words of a diary."""

    heading: str
    week_from: str
    rest: str
    rest_day: str
    bring: str
    tick: str
    pain: str
    week: str
    sheet_note: str
    sheet_note_rest: str
    sheet_pain: str


class HelpWords(Model):
    """Headings of the warning blocks."""

    heading: str
    short_heading: str


class IdentityWords(Model):
    """The labels of a person's details."""

    patient: str
    side: str
    date: str
    start: str
    review: str
    id: str


class ContactWords(Model):
    """Whom to ask, with and without a clinic, and what a listener hears of a link."""

    call: str
    write: str
    visit: str
    questions: str
    questions_no_clinic: str
    review: str


class ImprintWords(Model):
    """Sources and clinical status."""

    sources: str
    unchecked: str
    checked: str
    version: str
    overdue: str


class ChangesWords(Model):
    """What is different from the last plan."""

    heading: str
    none: str
    new: str
    stopped: str
    exercise: str
    now: str
    now_was: str
    reps_now_was: str
    note: str


class CopyWords(Model):
    """What only the clinic's copy says."""

    mark: str
    keep: str
    heading: str
    note: str
    code: str
    content: str
    program: str
    signed: str
    signed_on: str


class FooterWords(Model):
    """What stands under every page, and what the title of the file adds to the handout's."""

    page: str
    id: str
    handout: str
    file_title: str


class StackWords(Model):
    """What only the printer of a stack reads: the slip before each handout, and the tally after the last."""

    person: str
    row: str
    pages: Plural
    copies: Plural
    tally: str
    roster: str
    handouts: str
    sides: str
    sheets: str
    first: str
    last: str
    left_out: str
    order: str


class GradeWords(Model):
    """How sure we are, in plain words, for the grades of the fact base."""

    A: str
    B: str
    C: str
    D: str
    N: str


class CountryWords(Model):
    """Whom to call in the countries with these codes (ISO 3166, lower case)."""

    codes: tuple[str, ...]
    emergency: str
    hospital: str
    today: str
    strip_emergency: str
    strip_hospital: str
    strip_today: str
    soon: str


class Words(Model):
    """All words of one language."""

    language: str
    name: str
    separator: str
    abbreviations: dict[str, str]
    dates: DateWords
    sides: SidesWords
    dose: DoseWords
    groups: GroupWords
    summary: SummaryWords
    what_helps: str
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
