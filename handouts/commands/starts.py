"""What a new clinic, layout or exercise begins with: a short file with comments, right as it is."""

from handouts.schema.exercise import UNWRITTEN

CLINIC = """\
# The clinic whose name stands on every handout. What a `#` stands before is left out; take it away to use it.
name: Name of the clinic
# address: 1 Example Street, Sampletown
# phone: 01632 960 123
# email: hello@clinic.example
# website: clinic.example
# hours: Monday to Friday, 8 am to 6 pm
# A PNG or JPEG beside this file:
# logo: logo.png
# The country decides whom the patient is told to call: gb, ie, us …
{country}
# The clinic's own numbers win over those of the country:
# emergency: {{ambulance: "999", advice: "111", out_of_hours: 01632 960 999}}
# clinician: {{name: Alex Example, role: Physiotherapist}}
# When a clinician of yours has checked the content:
# reviewed: {{by: Alex Example, date: 2026-11-20}}
"""

LAYOUT = """\
# A look of your own: it says only what differs from the layout that it extends. `handouts list layouts` tells
# which there are, and `handouts schema layout` every key.
extends: clinic
id: {id}
title: {title}
# colours:
#   accent: "#0B3D68"
#   accent_tint: "#E6EDF3"
# type:
#   scale: 1.2
"""

EXERCISE = f"""\
# An exercise of your own; replace every text. `handouts check` says what is still wrong,
# `handouts show {{id}}` how it reads, and `handouts list exercises` what there is already.
id: {{id}}
title: {{title}}
# also_called: [Another name]
# stretch, strengthen or loosen; standing, sitting or floor:
group: loosen
position: standing
# The first line of its card, and the source that it rests on:
purpose: {{{{text: Helps you move with more ease., sources: [common-practice]}}}}
# equipment: [a chair]
# What is counted: times, reps or spots.
counts: times
# What of the body works; and one side at a time (each) or both (together):
limb: leg
sides: each
seconds_per_rep: 3
dose: {{{{reps: 10, times_per_day: 1, pain_limit: 3, sources: [common-practice]}}}}
start: Stand tall, one hand on a wall.
steps:
  - text: {UNWRITTEN[0]}
  - text: {UNWRITTEN[1]}
feel: {{{{text: {UNWRITTEN[2]}, sources: [common-practice]}}}}
avoid: {{{{text: {UNWRITTEN[3]}, sources: [common-practice]}}}}
# Who should ask first, printed on the card:
# ask_first: {{{{text: after an operation., sources: [common-practice]}}}}
# What the clinician should know, not printed:
cautions: []
easier: {{{{text: Do fewer.}}}}
harder: {{{{text: Do more.}}}}
# The line under the picture, and the picture: one of ours, or one of your own in `content/figures`.
caption: Slow and easy.
figure: heel-raise
sources: [common-practice]
"""
