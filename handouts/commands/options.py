"""The options that several commands share, what the shell offers for them, and what they stand for."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from handouts.library.plan_options import PlanOptions
    from handouts.page.style import Printing
    from handouts.request import InputFiles

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]
Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]

FILE = click.Path(path_type=Path)


def ids_in(*folders: str, ending: str = ".yaml") -> Complete:
    """Return a completer that offers the names of the files in folders that come with the program."""

    def complete(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        from handouts.library import HOME

        names = (path.stem for folder in folders for path in (HOME / folder).glob(f"*{ending}"))
        return [CompletionItem(name) for name in sorted(names) if name.startswith(incomplete)]

    return complete


def together(*some: Decorator) -> Decorator:
    """Return options as one, in the order of the help."""

    def add(command: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(some):
            command = option(command)
        return command

    return add


json_option = click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")

content_option = click.option(
    "--content",
    type=FILE,
    metavar="DIR",
    help="A folder of your own content, beside ours.  [default: `content` beside the plan]",
)

layouts_option = click.option(
    "--layouts",
    type=FILE,
    metavar="DIR",
    help="A folder of your own layouts, beside ours.  [default: `layouts` beside the plan]",
)

layout_option = click.option(
    "-l", "--layout", metavar="ID", shell_complete=ids_in("layouts"), help="How the pages look."
)

paper_option = click.option(
    "--paper",
    type=click.Choice(["a4", "letter"]),
    help="The paper.  [default: the clinic's, else the layout's]",
)

force_option = click.option(
    "--force", is_flag=True, help="Replace a PDF even where it is another person's, or no handout."
)

colour_option = click.option(
    "--colour",
    type=click.Choice(["colour", "grey", "black"]),
    help="In colour, in greys, or in black that can be copied again.  [default: the clinic's, else colour]",
)


class LetterheadParam(click.ParamType[Any]):
    """Paper of the clinic's own, such as top=38mm,first-page."""

    name = "letterhead"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the letterhead."""
        from handouts.schema.papers import Letterhead

        if isinstance(value, Letterhead):
            return value
        text = "".join(str(value).lower().split())
        if text in ("printed", "blank"):
            return Letterhead(kind="printed" if text == "printed" else "blank")
        found = re.fullmatch(r"(?:top=)?(\d{1,3}(?:\.\d)?)(mm|cm)?(?:,(first|every)-page)?", text)
        top = float(found[1]) * (10 if found[2] == "cm" else 1) if found else 0
        if not found or not 10 <= top <= 100:
            self.fail(
                "write how far down it goes, 10 to 100 mm: top=38mm or top=38mm,first-page.", param, ctx
            )
        return Letterhead(kind="blank", top_mm=top, pages="first" if found[3] == "first" else "every")


letterhead_option = click.option(
    "--letterhead",
    type=LetterheadParam(),
    metavar="top=LENGTH[,first-page]",
    help="Room for the letterhead of the clinic's own paper, from its upper edge down; or `printed` by us.",
)

binding_option = click.option(
    "--binding",
    type=click.Choice(["left", "right", "left,both-sides", "right,both-sides"]),
    help="A wider margin at the edge to punch or bind; on both sides, that of the backs is the other edge.",
)

printing_options = together(colour_option, letterhead_option, binding_option)

settings_option = click.option(
    "--set",
    "settings",
    metavar="KEY=VALUE",
    multiple=True,
    help="Another value for a key of the plan, such as exercises.heel-raise.reps=10; again for each.",
)


clinic_option = click.option(
    "--clinic", type=FILE, metavar="FILE", help="The clinic.  [default: `clinic.yaml` beside the plan]"
)

language_option = click.option(
    "--language", metavar="TAG", shell_complete=ids_in("content/words"), help="The language: en."
)

# Where the files of a plan are, and its other keys.
file_options = together(language_option, clinic_option, content_option, layouts_option, settings_option)

since_option = click.option(
    "--since", type=FILE, metavar="FILE", help="The last plan, from which changes are told."
)


def one_of(name: str) -> Callable[[click.Context, click.Parameter, str | None], str | None]:
    """Return what refuses a word that a type in the schema of exercises does not have; its beginning will do.

    The schema is only loaded when a word is given.
    """

    def check(ctx: click.Context, param: click.Parameter, word: str | None) -> str | None:
        if word is None:
            return None
        from handouts.problems import listed
        from handouts.schema import exercise

        words = get_args(getattr(exercise, name))
        meant = [one for one in words if one == word] or [one for one in words if one.startswith(word)]
        if len(meant) != 1:
            raise click.BadParameter(f"`{word}` is none of {listed(words)}.", ctx, param)
        return str(meant[0])

    return check


# What chooses exercises: what they are for, how they are done and what they need.
finding_options = together(
    click.option(
        "--purpose", metavar="WORD", callback=one_of("Group"), help="What it is for, such as stretch."
    ),
    click.option(
        "--position", metavar="WORD", callback=one_of("Position"), help="How it is done, such as sitting."
    ),
    click.option(
        "--equipment",
        metavar="THING",
        help="What is needed, such as band; `none` for no more than a chair, wall or table.",
    ),
    click.option(
        "--limb",
        metavar="WORD",
        callback=one_of("Limb"),
        help="Which part of the body works, such as neck.",
    ),
    click.option("--target", metavar="MUSCLE", help="Which muscle it is for, such as soleus."),
)

# What stands for keys of a plan.
plan_options = together(
    click.option(
        "--condition",
        metavar="ID",
        multiple=True,
        shell_complete=ids_in("content/conditions"),
        help="What it is about; again for each. Without one: exercises with general safety.",
    ),
    click.option(
        "--exercise",
        "exercises",
        metavar="TEXT",
        multiple=True,
        shell_complete=ids_in("content/exercises"),
        help='An exercise and its dose, such as "heel-raise 3x12 hold 2s 1/day"; again for each.',
    ),
    click.option(
        "--add",
        "added",
        metavar="TEXT",
        multiple=True,
        shell_complete=ids_in("content/exercises"),
        help="One exercise more, after the plan's or the usual ones; again for each.",
    ),
    click.option("--phase", metavar="N", help="The phase of the protocol: its exercises, and when to go on."),
    click.option("--patient", metavar="NAME", help="Who it is for."),
    click.option("--id", "patient_id", metavar="ID", help="The person's number in your records."),
    click.option("--initials", metavar="TEXT", help="The person's initials."),
    click.option(
        "--fact",
        "facts",
        metavar="ID",
        multiple=True,
        help="What decides what the person can do, such as anticoagulants; again for each.",
    ),
    click.option(
        "--order",
        metavar="ORDER",
        help="Of the exercises: as-written, or by-position, with the fewest changes of position.",
    ),
    click.option("--side", metavar="left|right|both", help="The sore side."),
    click.option("--goal", metavar="TEXT", help="What the person wants to do again."),
    click.option("--note", metavar="TEXT", help="What is printed for this person alone."),
    click.option("--private-note", metavar="TEXT", help="What stands on the clinic's copy alone."),
    click.option(
        "--accept", "accepted", metavar="REASON", help="Why something is given in spite of a caution."
    ),
    click.option("--review", metavar="DATE", help="The next visit, such as +14 or 2026-12-04."),
    click.option(
        "--with",
        "with_blocks",
        metavar="BLOCK",
        multiple=True,
        help="A block more, such as glossary or 'diary: {weeks: 2}'; again for each.",
    ),
    click.option(
        "--without", "without_blocks", metavar="BLOCK", multiple=True, help="A block less; again for each."
    ),
    layout_option,
    click.option(
        "--need",
        "needs",
        metavar="ID",
        multiple=True,
        help="What the person needs of the paper: large-print or giant-print; it chooses the layout.",
    ),
    click.option(
        "--country", metavar="CODE", help="Whose emergency numbers are printed where there is no clinic: gb."
    ),
)


def plan_options_of(options: Mapping[str, Any]) -> "PlanOptions":
    """Return those options of a command that stand for keys of a plan, `--clinic` left out.

    It names a file from where the command is called, while the plan's `clinic` is beside the plan.
    """
    from dataclasses import fields

    from handouts.library.plan_options import PlanOptions

    keys = {one.name for one in fields(PlanOptions)} & options.keys() - {"clinic"}
    return PlanOptions(**{key: options[key] for key in keys})


def printing_of(options: Mapping[str, Any]) -> "Printing":
    """Return how a command's options say that handouts are put on paper."""
    from handouts.page.style import Binding, Printing

    edge, _, sides = (options["binding"] or "").partition(",")
    binding = Binding("left" if edge == "left" else "right", bool(sides)) if edge else None
    return Printing(options["colour"], options["letterhead"], binding)


def input_files_of(options: Mapping[str, Any], *, beside: Path) -> "InputFiles":
    """Return where a command's options say that files are; raise ContentError for a missing folder."""
    from handouts.commands.surroundings import find_files

    return find_files(
        beside,
        clinic=options["clinic"],
        content=options["content"],
        layouts=options["layouts"],
        since=options.get("since"),
    )
