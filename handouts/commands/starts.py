"""What a new clinic, layout, exercise or printer begins with: a short file with comments, right as it is."""

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
# Paper with a letterhead of its own, which goes 38 mm down; `pages: first` where the others are plain:
# letterhead: {{kind: blank, top_mm: 38}}
# A folder of your own exercises beside this file, for all plans:
# content: content
# Your usual doses, for what a plan gives without one:
# usual: {{heel-raise: 3x10}}
# Sets that plans choose by their name, as in `exercises: week-2`:
# sets: {{week-2: [heel-raise 3x10, toe-touch]}}
# Phases that plans choose by their number, as in `phase: 2`, of each condition:
# phases:
#   achilles-pain:
#     - {{title: Settle it, exercises: [seated-heel-raise]}}
#     - {{title: Load it, exercises: [heel-raise]}}
# Short words for what you often write, as in `note: <<rest>>`:
# macros: {{rest: Rest for 2 days.}}
# Pages to open with a phone, printed as QR codes:
# links: [{{title: Our exercise videos, address: https://clinic.example/videos}}]
# Words of your own in place of those of a text, or of a text of one condition:
# texts: {{warmth-and-cold: Use a warm pack., heel-pain.overview: This is what we found.}}
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
# An exercise of your own. It needs an id, a title and steps; take a `#` away to use what stands behind it.
# `handouts check` says what is wrong, `handouts show {{id}}` how it reads.
id: {{id}}
title: {{title}}
steps:
  - {UNWRITTEN[0]}
  - {UNWRITTEN[1]}
# How much, where a plan does not say it:
dose: 2x10
# A photo or drawing beside this file (PNG or JPEG), and what is seen in it, for those who cannot see it:
# picture: {{id}}.jpg
# alt: A person stands at a wall.
# Or two, of its start and its end:
# pictures: [{{{{file: start.jpg, alt: A person sits.}}}}, {{{{file: end.jpg, alt: The person stands.}}}}]
# purpose: Helps you move with more ease.
# feel: the muscle working.
# avoid: holding your breath.
# stretch, strengthen or loosen:
# group: loosen
# One side at a time (each), or both (together); and of a leg, hip, arm, shoulder, neck, back or the body:
# sides: each
# limb: leg
# Whether others can do it; `handouts schema exercise` tells every key:
# ask_first: after an operation.
# licence: CC BY 4.0
"""

PRINTER = """\
# What one printer does to a sheet, for `--printer {id}`. `handouts test-sheet` tells by numbers what to write
# here; take a `#` away to use what stands behind it. All of it can stay out.
title: {title}
# What this computer calls it, for `batch --print` (`lpstat -a` tells):
# queue: HP_LaserJet
# How far pages must be moved to the right and down, in millimetres, and the same for the backs:
# offset_mm: [1.5, -2]
# back_offset_mm: [0, 0.5]
# How many times as large pages must be: 1.02 where it prints 150 mm as 147.
# scale: 1.02
# On which edge it turns the paper over for the back, long or short:
# flip: long
# Where its paper is, as this computer calls it:
# tray: tray-2
"""
