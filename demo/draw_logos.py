"""Draw the logos of two regions, invented for the demo: `python demo/draw_logos.py`.

Canvas, colours and size are those of `draw_images.py`, beside this file.
"""

from __future__ import annotations

from collections.abc import Callable

from draw_images import (
    INK,
    ROSE,
    SAND,
    SUN,
    TEAL,
    TEAL_LIGHT,
    WHITE,
    Canvas,
    arc,
    draw,
)


def skane(canvas: Canvas) -> None:
    """Show fields beneath a sun."""
    canvas.circle((400, 190), 110, SUN)
    for top, colour in ((250, SAND), (320, TEAL_LIGHT), (390, TEAL)):
        hill = arc((400, top + 420), (640, 420), 200, 340)
        canvas.shape([*hill, (800, 500), (0, 500)], colour)


def vastra_gotaland(canvas: Canvas) -> None:
    """Show an island, with a lighthouse, in the sea."""
    canvas.shape([(350, 330), (370, 110), (430, 110), (450, 330)], WHITE)
    canvas.line([(362, 220), (438, 220)], ROSE, 34)
    canvas.box((365, 60), (70, 55), SUN, INK, 5, 10)
    canvas.shape(arc((400, 400), (230, 90), 180, 360), SAND)
    for top, colour in ((390, TEAL_LIGHT), (430, TEAL)):
        canvas.box((-20, top), (840, 140), colour, INK, 5, 0)


PICTURES: dict[str, Callable[[Canvas], None]] = {
    "../logotyper/skane.png": skane,
    "../logotyper/vastra-gotaland.png": vastra_gotaland,
}


if __name__ == "__main__":
    draw(PICTURES)
