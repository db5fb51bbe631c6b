"""A handout as plain data in one language: what is said, in order, and nothing of how it looks.

Everything before this point knows YAML and looks things up; everything after it only lays out and
paints. Strings with `{page}`, `{pages}`, `{first}`, `{last}` or `{count}` wait for numbers that only
the laid-out pages know.
"""

from handouts.handout.body_map import BodyMap as BodyMap
from handouts.handout.body_map import Legend as Legend
from handouts.handout.body_map import Spot as Spot
from handouts.handout.exercise import DoseCell as DoseCell
from handouts.handout.exercise import DoseWord as DoseWord
from handouts.handout.exercise import ExerciseCard as ExerciseCard
from handouts.handout.exercise import Exercises as Exercises
from handouts.handout.exercise import Note as Note
from handouts.handout.person import ClinicCopy as ClinicCopy
from handouts.handout.person import Field as Field
from handouts.handout.person import Footer as Footer
from handouts.handout.person import Letterhead as Letterhead
from handouts.handout.plan import OneSide as OneSide
from handouts.handout.plan import PlanGroup as PlanGroup
from handouts.handout.plan import Posed as Posed
from handouts.handout.plan import Summary as Summary
from handouts.handout.plan import Thumbnail as Thumbnail
from handouts.handout.printer import Slip as Slip
from handouts.handout.printer import Tally as Tally
from handouts.handout.progress import Diary as Diary
from handouts.handout.progress import DiaryDay as DiaryDay
from handouts.handout.progress import DiaryRow as DiaryRow
from handouts.handout.progress import DiaryWeek as DiaryWeek
from handouts.handout.progress import Light as Light
from handouts.handout.progress import PainRule as PainRule
from handouts.handout.safety import Contact as Contact
from handouts.handout.safety import HelpQuestion as HelpQuestion
from handouts.handout.safety import HelpStrip as HelpStrip
from handouts.handout.safety import Imprint as Imprint
from handouts.handout.safety import RedFlagGroup as RedFlagGroup
from handouts.handout.safety import RedFlags as RedFlags
from handouts.handout.text import Link as Link
from handouts.handout.text import Span as Span
from handouts.handout.text import Text as Text
from handouts.handout.texts import Bullets as Bullets
from handouts.handout.texts import CaptionedPicture as CaptionedPicture
from handouts.handout.texts import Choice as Choice
from handouts.handout.texts import Choices as Choices
from handouts.handout.texts import Paragraph as Paragraph
from handouts.handout.texts import Part as Part
from handouts.handout.texts import Steps as Steps
from handouts.handout.texts import Subheading as Subheading
from handouts.handout.texts import TextBlock as TextBlock
from handouts.handout.texts import WhatHelps as WhatHelps
from handouts.handout.whole import Block as Block
from handouts.handout.whole import Handout as Handout
