"""The whole task of a therapist: a patient, four exercises with doses of their own, a review, and print."""

from selenium.webdriver.common.keys import Keys

from browser.person import Person

FOUR = ("heel-raise", "toe-touch", "seated-soleus-stretch", "knee-to-wall")
NAME = "Sample Patient"
# What is pressed for the doses: a second set more, one time less, and so on.
STEPS = ("more-e0.sets", "less-e1.reps", "more-e2.hold_seconds", "more-e3.times_per_day")


def by_mouse(person: Person) -> None:
    """Do it by mouse; only the name is typed."""
    person.click("name")
    person.type(NAME)
    person.click("condition-soleus-trigger-points")
    person.click("side-left")
    for exercise in FOUR:
        person.click(f"add-{exercise}")
    for step in STEPS:
        person.click(step)
    person.click("review-2")
    person.click("print")


def by_keyboard(person: Person) -> None:
    """Do it with keys alone, with a few letters of each exercise in the search."""
    person.tab_to("name")
    person.type(NAME)
    person.press(Keys.TAB)
    person.press(Keys.TAB)
    while person.focus != "condition-soleus-trigger-points":
        person.press("c")
    person.press(Keys.SPACE)
    person.press(Keys.END)
    person.tab_to("side-none", most=2)
    person.press(Keys.ARROW_RIGHT)
    person.tab_to("review-2")
    person.press(Keys.ENTER)
    for exercise, step in zip(FOUR, STEPS, strict=True):
        person.press(Keys.CONTROL, "k")
        person.type(exercise.replace("-", " "))
        person.press(Keys.ENTER)
        person.tab_to(step.partition("-")[2])
        person.press(Keys.ARROW_UP if step.startswith("more") else Keys.ARROW_DOWN)
    person.press(Keys.CONTROL, "p")
