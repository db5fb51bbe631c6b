"""Make the stack of a roster that was looked through, one handout at a time, while others are answered."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile, ZipInfo

from handouts.batch.stack import StackPlan, StackWriter
from handouts.problems import ContentError, Problem
from handouts.schema.papers import FlipEdge
from handouts.web.roster_form import RosterForm
from handouts.web.roster_look import EVERYBODY, Looked

STACK = "stack.pdf"


class RosterStack:
    """The stack of the rows that are right; where they are on several papers, a stack of each.

    Of `total` rows, `count` are in it when all `steps` are done; `left_out` has what is wrong with others,
    and `printed` the files, each with its paper and the edge to flip on.
    """

    def __init__(self, looked: Looked, form: RosterForm, folder: Path) -> None:
        """Write into a folder that is for this answer alone; nothing is written yet."""
        assert looked.maker and looked.checked
        self.total = len(looked.checked.rows)
        self.count = 0
        self.left_out: dict[int, list[Problem]] = {row: [*told] for row, told in looked.wrong.items()}
        self._maker, self._checked = looked.maker, looked.checked
        self._folder = folder
        self.printed: dict[Path, tuple[str, FlipEdge | None]] = {}
        self._plan = StackPlan(folder / STACK, duplex=bool(form["duplex"]), slips=bool(form["slips"]))

    async def steps(self) -> AsyncIterator[int]:
        """Yield how many rows are done; raise ContentError where nothing can be made."""
        rows, done = self._checked.rows, 0
        for media, plan in self._plan.by_media(rows).items():
            stack = StackWriter(plan, self._maker, folder=self._folder)
            todo = [one for one in rows if plan.media(one) == media]
            tasks = EVERYBODY.tasks(todo, self._maker.run.roster)
            with closing(stack.write(tasks, left_out=sorted(self.left_out))) as outcomes:
                for outcome in outcomes:
                    if outcome.problems:
                        self.left_out[outcome.row] = [*outcome.problems]
                    self.count += not outcome.problems
                    done += 1
                    yield done
                    await asyncio.sleep(0)
            self.printed |= dict.fromkeys(stack.paths, (media.paper, plan.flip))
        self._maker.refuse_changed(self._checked.stamp)
        if not self.printed:
            raise ContentError([one for told in self.left_out.values() for one in told])

    def file(self) -> tuple[str, bytes]:
        """Return the name and the bytes of the stack, of several a ZIP archive."""
        if len(self.printed) == 1:
            return STACK, next(iter(self.printed)).read_bytes()
        archive = BytesIO()
        with ZipFile(archive, "w") as packed:
            for path in self.printed:
                packed.writestr(ZipInfo(path.name), path.read_bytes())
        return f"{Path(STACK).stem}.zip", archive.getvalue()
