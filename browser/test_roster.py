"""A list of people at the desk, in a real browser: dropped, mapped, mended, stacked; by eye and by ear."""

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.select import Select

from browser.person import Person

SOLEUS = "soleus-trigger-points"
HEADINGS = {"Pat no": "patient.id", "Who": "patient.name", "Diagnosis": "condition", "Sore side": "side"}
ROWS = f"7,Sample Patient,{SOLEUS},left\n8,Sample Other,{SOLEUS},upper\n"


@pytest.mark.parametrize("tone", ["light", "dark"])
def test_a_list_is_mapped_mended_and_stacked_and_axe_finds_nothing(
    person: Person, tmp_path: Path, tone: str
) -> None:
    driver = person.driver
    person.prefers(tone)
    file = tmp_path / "list.csv"
    file.write_text(f"{','.join(HEADINGS)}\n{ROWS}", "utf-8")
    driver.find_element(By.LINK_TEXT, "For a list").click()
    assert person.axe_faults == []
    person.see("list").send_keys(str(file))
    person.see("open-list").click()
    person.wait_for("status-list", "First choose")
    assert person.axe_faults == []
    for number, key in enumerate(HEADINGS.values(), start=1):
        Select(person.see(f"key-{number}")).select_by_value(key)
    person.see("check-headings").click()
    person.wait_for("status-list", "1 row to mend")
    assert person.axe_faults == [] and person.misfits == []
    person.see("make").click()
    person.wait_for("fault-skip", "Mend the rows")
    person.see("cell-3-4").clear()
    person.see("cell-3-4").send_keys("right")
    person.see("make").click()
    person.wait_for("done", "2 handouts are ready")
    assert person.focus == "open-stack"
    assert person.axe_faults == []
    assert "Sample Other" in person.text_of_pdf("roster", "/roster/stack")
    errors = [one for one in driver.get_log("browser") if one["level"] == "SEVERE"]
    assert [one for one in errors if "422" not in one["message"]] == []
