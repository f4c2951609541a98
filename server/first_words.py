"""What a page says before the app has come: its finding, of the map its numbers, in its own HTML.

The app is a megabyte of code before it shows anything, which takes half a minute on a slow line.
So long the reader reads what the page is about to show; once it is there, the style hides this.
"""

from __future__ import annotations

from markupsafe import Markup

from geo.figures.map.key_figures import key_figures
from geo.figures.opening import opening
from geo.figures.scene import Scene
from geo.style.colours import GROUNDS

THERE = ".finding, .waiting, [data-testid=stException], [data-testid=stAlert]"
"""What the app shows first, of whatever page."""
COLOURS = "".join(
    f"@media (prefers-color-scheme: {name}) "
    f"{{ .first-words {{ background: {ground.paper}; color: {ground.ink}; }} }}\n"
    for name, ground in GROUNDS.items()
)
STYLE = Markup(f"""<style>
.first-words {{ position: fixed; inset: 3.8rem 0 auto; z-index: 1; pointer-events: none;
  padding: 0 1.6rem; font: 15px/1.4 'PingFang SC', 'Microsoft YaHei', sans-serif; }}
.first-words .first {{ font-size: clamp(1.15rem, 1.55vw, 1.65rem); line-height: 1.3; margin: 0;
  font-weight: 700; }}
.first-words dl {{ display: flex; flex-wrap: wrap; gap: .2rem 1.6rem; }}
.first-words dd {{ margin: 0; font-size: 1.25rem; font-weight: 700; }}
@media (min-width: 768px) {{ .first-words {{ left: 264px; }} }}
body:has({THERE}) .first-words {{ display: none; }}
{COLOURS}</style>""")
BODY = Markup(
    '<div class="first-words"><p class="first">{finding}</p><p>{subtitle}</p>{numbers}'
    '<p role="status">{follows}</p></div>'
)
NUMBERS = Markup("<dl>{}</dl>")
NUMBER = Markup("<div><dt>{name}</dt><dd>{number}</dd></div>")


def first_words(scene: Scene, page: str, figure: str) -> str:
    """The finding of a page and, of the map, its numbers, for the beginning of its body.

    Args:
        scene: of the page.
        page: its part of the address.
        figure: key of the figure that stands first on it (:func:`geo.figures.opening.opening`).

    Returns:
        Plain text, and no Markup: added to any text, that would escape it.
    """
    first = opening(scene, page, figure)
    return str(
        STYLE
        + BODY.format(
            finding=first.finding,
            subtitle=first.subtitle,
            numbers="" if page else _numbers(scene),
            follows=scene.words.say("The whole page follows; on a slow line it takes a while."),
        )
    )


def _numbers(scene: Scene) -> Markup:
    """The numbers under the map."""
    one_by_one = [NUMBER.format(name=one.name, number=one.number) for one in key_figures(scene)]
    return NUMBERS.format(Markup("").join(one_by_one))
