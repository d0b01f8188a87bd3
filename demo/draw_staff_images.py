"""Draw the pictures of the staff articles added later: `python demo/draw_staff_images.py`.

Canvas, colours and size are those of `draw_images.py`, beside this file.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from draw_images import (
    INK,
    ROSE,
    ROSE_LIGHT,
    SAND,
    SUN,
    TEAL,
    TEAL_LIGHT,
    WHITE,
    Canvas,
    Point,
    arc,
    draw,
)

SKIN = "#e9b99a"
GRID = "#f0d9d6"
EDGE = "#c7a67c"
TOES = ((625, 165), (642, 222), (636, 266), (620, 306), (594, 340))


def _curve(points: list[Point], steps: int = 14) -> list[Point]:
    """A closed, smooth line through the points (Catmull-Rom)."""
    count, smooth = len(points), []
    for index in range(count):
        before, start, end, after = (points[(index + k) % count] for k in (-1, 0, 1, 2))
        smooth += [_between(before, start, end, after, step / steps) for step in range(steps)]
    return smooth


def _between(before: Point, start: Point, end: Point, after: Point, t: float) -> Point:
    def along(p: float, q: float, r: float, s: float) -> float:
        square = (2 * p - 5 * q + 4 * r - s) * t * t
        return (2 * q + (r - p) * t + square + (3 * q - p - 3 * r + s) * t**3) / 2

    x, y = (along(before[i], start[i], end[i], after[i]) for i in (0, 1))
    return x, y


def foot(canvas: Canvas) -> None:
    """Show the sole of a foot with the points where feeling is tried, and a filament."""
    outline = [(60, 250), (95, 175), (190, 165), (310, 195), (420, 160), (520, 145)]
    outline += [(575, 200), (580, 280), (540, 335), (430, 345), (310, 315), (180, 335), (90, 320)]
    toes = list(zip(TOES, (42, 27, 24, 22, 20), strict=True))
    for colour, grown in ((INK, 10), (SKIN, 0)):
        for (x, y), radius in toes:
            canvas.line([(500, 215 + (y - 215) * 0.8), (x - 30, y)], colour, radius + 4 + grown)
    for centre, radius in toes:
        canvas.circle(centre, radius, SKIN)
    canvas.shape(_curve(outline), SKIN)
    for point in (
        (630, 165),
        (637, 266),
        (534, 190),
        (540, 252),
        (512, 310),
        (320, 290),
        (120, 250),
    ):
        canvas.circle(point, 13, TEAL, WHITE, 4)
    canvas.line([(300, 470), (430, 420)], INK, 22)
    canvas.line([(430, 420), (492, 380), (511, 326)], SUN, 5)


def _beat(x: float, base: float, *, wave: bool) -> list[Point]:
    """One heartbeat: a wave before it only where the rhythm is regular."""
    before = arc((x - 44, base), (13, 15), 180, 360, 12) if wave else []
    spike = [(x - 14, base), (x - 8, base + 10), (x, base - 88), (x + 9, base + 26), (x + 16, base)]
    return [*before, *spike, *arc((x + 58, base), (22, 22), 180, 360, 16)]


def _paper(canvas: Canvas, top: int) -> None:
    canvas.box((40, top), (720, 190), WHITE, EDGE, 4)
    for step in range(1, 24):
        canvas.line([(40 + step * 30, top + 6), (40 + step * 30, top + 184)], GRID, 2)
    for step in range(1, 7):
        canvas.line([(46, top + step * 27), (754, top + step * 27)], GRID, 2)


def rhythm(canvas: Canvas) -> None:
    """Show two strips of ECG: sinus rhythm above, atrial fibrillation below."""
    _paper(canvas, 40)
    canvas.line(
        [
            (56, 170),
            *(p for x in (150, 300, 450, 600) for p in _beat(x, 170, wave=True)),
            (744, 170),
        ],
        TEAL,
        6,
    )
    _paper(canvas, 270)
    line: list[Point] = []
    start = 56.0
    for x in (112, 262, 342, 482, 692):
        line += _tremble(start, x - 14, 400)
        line += _beat(x, 400, wave=False)[:5]
        start = x + 16.0
    canvas.line([*line, *_tremble(start, 744, 400)], ROSE, 6)


def _tremble(start: float, stop: float, base: float) -> list[Point]:
    """The uneasy line between beats, where the upper chambers flutter without order."""
    steps = max(2, int((stop - start) / 4))
    points = []
    for step in range(steps + 1):
        x = start + (stop - start) * step / steps
        size = 5 + 3 * math.sin(x / 23)
        points.append((x, base + size * math.sin(x / 4.6)))
    return points


def inhalation(canvas: Canvas) -> None:
    """Show a head in profile with an inhaler, and the way of the air down into the lungs."""
    neck = [
        (330, 300),
        (325, 420),
        (150, 470),
        (110, 520),
        (620, 520),
        (585, 470),
        (500, 420),
        (470, 330),
    ]
    canvas.shape(neck, SKIN)
    face = [(300, 200), (320, 95), (420, 50), (520, 90), (545, 160), (585, 225), (550, 240)]
    face += [(560, 270), (545, 290), (540, 335), (470, 350), (400, 330), (330, 300)]
    canvas.shape(_curve(face), SKIN)
    canvas.shape(
        _curve([(290, 210), (300, 90), (410, 25), (530, 80), (470, 115), (410, 150), (360, 260)]),
        "#6b4a35",
    )
    canvas.circle((490, 170), 9, INK)
    canvas.line(arc((390, 215), (20, 28), 250, 480), INK, 5)
    canvas.box((558, 240), (60, 44), TEAL_LIGHT, INK, 5, 8)
    canvas.box((610, 190), (95, 145), TEAL, INK, 5, 40)
    canvas.circle((658, 262), 22, TEAL_LIGHT, INK, 4)
    way = [(545, 262), (490, 262), *arc((490, 332), (70, 70), 270, 180, 20), (420, 430)]
    canvas.line(way, WHITE, 30)
    canvas.line(way, TEAL, 9)
    for side in (-1, 1):
        canvas.line([(420, 430), (420 + side * 60, 485)], WHITE, 24)
        tip = (420 + side * 62, 486)
        canvas.line([(420, 430), tip], TEAL, 8)
        canvas.line(
            [(tip[0] - side * 30, tip[1] - 4), tip, (tip[0] - side * 6, tip[1] - 30)], TEAL, 8
        )


def _figure(canvas: Canvas, x: float, floor: float, colour: str) -> None:
    """A person on a step."""
    canvas.line([(x - 14, floor - 8), (x, floor - 56), (x + 14, floor - 8)], INK, 10)
    canvas.line([(x, floor - 56), (x, floor - 100)], colour, 30)
    canvas.line([(x - 34, floor - 74), (x, floor - 104), (x + 34, floor - 84)], colour, 11)
    canvas.circle((x, floor - 140), 21, SKIN, INK, 4)


def stairs(canvas: Canvas) -> None:
    """Show three steps: many people on the widest one, one person on the narrowest."""
    steps = ((40, 390, 350, TEAL_LIGHT), (390, 300, 230, SUN), (620, 210, 140, ROSE_LIGHT))
    for left, top, width, colour in steps:
        canvas.box((left, top), (width, 480 - top), colour, INK, 5, 10)
    for x in (90, 172, 254, 336):
        _figure(canvas, x, 388, TEAL)
    for x in (455, 555):
        _figure(canvas, x, 298, ROSE)
    _figure(canvas, 690, 208, INK)
    canvas.line([(20, 480), (780, 480)], SAND, 14)


PICTURES: dict[str, Callable[[Canvas], None]] = {
    "kunskapsstod/fotstatus.png": foot,
    "kunskapsstod/ekg-flimmer.png": rhythm,
    "kunskapsstod/inhalation.png": inhalation,
    "kunskapsstod/artrostrappa.png": stairs,
}


if __name__ == "__main__":
    draw(PICTURES)
