"""A therapist at the desk, in a real browser that is cut from the network: by mouse, by keyboard, by ear."""

import pytest
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from browser.person import Person, cards
from browser.tasks import FOUR, by_keyboard, by_mouse


def begin(person: Person) -> None:
    person.click("name")
    person.type("Sample Patient")
    person.click("condition-soleus-trigger-points")
    person.click("side-left")


def test_by_mouse_four_exercises_with_their_doses_take_few_clicks(person: Person) -> None:
    windows = len(person.driver.window_handles)
    by_mouse(person)
    assert cards(person) == [*FOUR]
    assert person.done <= 40
    assert "pages" in person.status
    assert person.see("preview").find_element(By.CSS_SELECTOR, "img.page").size["width"] > 200
    said = person.text_of_pdf()
    assert "Sample Patient" in said and "4 exercises" in said
    look_at_print(person, windows)
    assert [one for one in person.driver.get_log("browser") if one["level"] == "SEVERE"] == []


def look_at_print(person: Person, windows: int) -> None:
    """Close the window in which the PDF was opened."""
    driver, first = person.driver, person.driver.current_window_handle
    (opened,) = driver.window_handles[windows:]
    driver.switch_to.window(opened)
    assert driver.current_url.endswith("/print")
    driver.close()
    driver.switch_to.window(first)


def test_by_keyboard_alone_the_same_is_done(person: Person) -> None:
    windows = len(person.driver.window_handles)
    by_keyboard(person)
    assert cards(person) == [*FOUR]
    assert person.done <= 60
    assert person.focus == "e3.times_per_day"
    said = person.text_of_pdf()
    assert "Sample Patient" in said and "Left leg" in said
    look_at_print(person, windows)


def test_a_card_is_moved_and_removed_by_keys_and_the_focus_goes_with_it(person: Person) -> None:
    begin(person)
    for exercise in FOUR[:2]:
        person.press(Keys.CONTROL, "k")
        person.type(exercise.replace("-", " "))
        person.press(Keys.ENTER)
    person.press(Keys.ALT, Keys.ARROW_UP)
    assert cards(person) == [FOUR[1], FOUR[0]]
    person.tab_to("remove-0")
    person.press(Keys.ENTER)
    assert cards(person) == [FOUR[0]] and person.focus == "remove-0"


def test_a_card_is_dragged_to_the_place_of_another(person: Person) -> None:
    begin(person)
    for exercise in FOUR[:3]:
        person.click(f"add-{exercise}")
    heads = person.driver.find_elements(By.CSS_SELECTOR, ".card-head h3")
    ActionChains(person.driver).drag_and_drop(heads[2], heads[0]).perform()
    person.wait()
    assert cards(person) == [FOUR[2], *FOUR[:2]]


def test_what_is_wrong_is_said_at_its_field_and_goes_when_it_is_mended(person: Person) -> None:
    begin(person)
    person.click("review")
    person.type("soon")
    assert "is not a date" in person.see("fault-review").text
    assert person.see("review").get_attribute("aria-invalid") == "true"
    assert "1 thing to change" in person.status
    for _ in "soon":
        person.press(Keys.BACKSPACE)
    assert person.see("fault-review").text == ""
    assert "pages" in person.status


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_axe_finds_nothing_on_any_view(person: Person, tone: str) -> None:
    driver = person.driver
    person.prefers(tone)
    assert person.axe_faults == []
    begin(person)
    for exercise in FOUR[:2]:
        person.click(f"add-{exercise}")
    driver.execute_script("for (const one of document.querySelectorAll('details')) one.open = true")
    person.click("heard")
    person.click("e0.days")
    person.type("sometimes")
    assert person.axe_faults == []
    person.see("e0.days").clear()
    person.click("keep")
    driver.find_element(By.LINK_TEXT, "Plans").click()
    assert person.axe_faults == []


def test_at_two_hundred_per_cent_nothing_runs_off_the_side(person: Person) -> None:
    begin(person)
    person.click("add-heel-raise")
    assert person.misfits == []
