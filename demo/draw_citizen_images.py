"""Draw the citizens' pictures added later: `python demo/draw_citizen_images.py`.

Canvas, colours and size are those of `draw_images.py`, beside this file.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from itertools import pairwise

from draw_images import (
    GREY,
    GREY_LIGHT,
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

LEAF = "#8db87c"
LEAF_LIGHT = "#d3e3c8"
LEAF_DARK = "#5d8a54"
ROSE_DARK = "#b7585f"
SKIN = "#f0c8a8"
SKIN_DARK = "#b57f5c"


def plate(canvas: Canvas) -> None:
    """Show a plate from above: half greens, the rest shared by grain and fish."""
    middle = (400, 255)
    canvas.circle(middle, 225, WHITE)
    canvas.shape(arc(middle, (180, 180), 90, 270), LEAF_LIGHT, GREY_LIGHT)
    canvas.shape([middle, *arc(middle, (180, 180), 270, 360)], SAND, GREY_LIGHT)
    canvas.shape([middle, *arc(middle, (180, 180), 0, 90)], ROSE_LIGHT, GREY_LIGHT)
    _greens(canvas)
    _grain(canvas)
    canvas.shape([(512, 326), (545, 298), (545, 354)], ROSE, ROSE_DARK)
    canvas.oval((468, 326), (56, 34), ROSE, ROSE_DARK)
    canvas.circle((436, 319), 5, INK)
    _cutlery(canvas)


def _greens(canvas: Canvas) -> None:
    for x, y in ((330, 140), (265, 215), (340, 235), (280, 310), (350, 340), (350, 400)):
        canvas.oval((x, y), (34, 20), LEAF, LEAF_DARK, 4)
        canvas.line([(x - 30, y), (x + 30, y)], LEAF_DARK, 3)
    for x, y in ((285, 160), (340, 185), (350, 290), (255, 262), (305, 365)):
        canvas.circle((x, y), 20, ROSE, ROSE_DARK, 4)


def _grain(canvas: Canvas) -> None:
    for step in range(26):
        turn, reach = step * 2.4, 12 * math.sqrt(step + 1)
        seed = (472 + reach * math.cos(turn), 180 + reach * 0.95 * math.sin(turn))
        canvas.oval(seed, (10, 5), "#c99f64", "#a97f49", 2)


def _cutlery(canvas: Canvas) -> None:
    for tine in (-20, 0, 20):
        canvas.line([(95 + tine, 90), (95 + tine, 175)], GREY, 8)
    canvas.line(arc((95, 170), (20, 40), 0, 180), GREY, 8)
    canvas.line([(95, 210), (95, 420)], GREY, 14)
    canvas.shape(
        [(700, 240), (700, 90), *arc((700, 160), (32, 70), -90, 0), (732, 240)], GREY_LIGHT, GREY
    )
    canvas.line([(708, 250), (708, 420)], GREY, 16)


def pulse(canvas: Canvas) -> None:
    """Show two rows of heartbeats: evenly spaced above, unevenly below."""
    for y in (50, 270):
        canvas.box((40, y), (720, 180), WHITE, GREY_LIGHT)
        for x in range(100, 760, 60):
            canvas.line([(x, y + 12), (x, y + 168)], GREY_LIGHT, 2)
    even = [_beat(x, 155, has_wave=True) for x in range(125, 720, 140)]
    canvas.line([(60, 155), *(point for beat in even for point in beat), (740, 155)], TEAL, 6)
    uneven = [_beat(x, 375, has_wave=False) for x in (105, 195, 365, 430, 560, 690)]
    line: list[Point] = [(60, 375)]
    for beat in uneven:
        line += [*_tremble(line[-1][0], beat[0][0], 375), *beat]
    canvas.line([*line, *_tremble(line[-1][0], 742, 375)], ROSE, 6)


def _beat(x: float, y: float, *, has_wave: bool) -> list[Point]:
    wave = arc((x - 42, y), (13, 16), 180, 360, 10) if has_wave else []
    spike = [(x - 14, y), (x - 7, y + 12), (x, y - 85), (x + 9, y + 34), (x + 16, y)]
    return [*wave, *spike]


def _tremble(start: float, stop: float, y: float) -> list[Point]:
    steps = max(2, int((stop - start) / 3))
    reach = (stop - start) / steps
    return [(start + i * reach, y + 7 * math.sin(i * 1.15)) for i in range(1, steps)]


def blood_test(canvas: Canvas) -> None:
    """Show three steps: on a lap with a soft toy, a band round the arm, a plaster."""
    for step, x in enumerate((25, 285, 545)):
        canvas.box((x, 35), (230, 370), WHITE, TEAL, 5)
        for dot in range(step + 1):
            canvas.circle((x + 115 + (dot - step / 2) * 40, 450), 13, TEAL, TEAL)
    _lap(canvas, 140)
    _arm(canvas, 285)
    canvas.line([(422, 182), (488, 188)], ROSE, 24)
    canvas.line([(430, 183), (480, 187)], ROSE_LIGHT, 6)
    canvas.line([(412, 252), (450, 282), (470, 306)], ROSE, 6)
    canvas.box((450, 310), (40, 78), WHITE, INK, 5, 16)
    canvas.box((455, 342), (30, 41), ROSE, ROSE, 1, 12)
    canvas.box((445, 300), (50, 22), TEAL, INK, 5, 6)
    _arm(canvas, 545)
    canvas.line([(650, 226), (696, 272)], SUN, 30)
    canvas.line([(665, 241), (681, 257)], "#fbe7b5", 22)


def _lap(canvas: Canvas, x: float) -> None:
    canvas.box((x - 82, 178), (164, 222), TEAL, INK, 5, 60)
    canvas.circle((x, 130), 58, SKIN_DARK)
    canvas.shape(arc((x, 118), (62, 58), 180, 360), INK)
    canvas.line(arc((x, 142), (20, 14), 20, 160), INK, 5)
    canvas.box((x - 48, 290), (96, 112), SUN, INK, 5, 34)
    canvas.circle((x, 248), 44, SKIN)
    canvas.shape(arc((x, 240), (47, 45), 185, 355), "#6b4a35")
    canvas.line(arc((x, 256), (14, 10), 20, 160), INK, 5)
    for side in (-1, 1):
        canvas.circle((x + side * 17, 248), 4, INK)
        canvas.circle((x + side * 22, 134), 5, INK)
        canvas.line(
            [(x + side * 78, 260), (x + side * 72, 345), (x + side * 40, 368)], SKIN_DARK, 20
        )
        canvas.circle((x + side * 19, 318), 11, "#a9784f")
    canvas.circle((x, 336), 27, "#c39468")
    for side in (-1, 1):
        canvas.circle((x + side * 9, 332), 3, INK)
    canvas.circle((x, 343), 5, INK)


def _arm(canvas: Canvas, left: float) -> None:
    """Draw a bent arm with a sleeve above and a hand below, in the panel that begins there."""
    canvas.circle((left + 62, 312), 33, SKIN)
    canvas.line([(left + 40, 300), (left + 30, 272)], INK, 28)
    for colour, grown in ((INK, 10), (SKIN, 0)):
        canvas.line([(left + 172, 130), (left + 168, 200), (left + 72, 300)], colour, 54 + grown)
    canvas.circle((left + 62, 312), 30, SKIN, SKIN)
    canvas.line([(left + 42, 302), (left + 31, 273)], SKIN, 18)
    for finger in range(3):
        canvas.line(arc((left + 50 + finger * 15, 333), (7, 9), 200, 330, 12), "#c99a78", 4)
    canvas.box((left + 132, 68), (80, 92), TEAL_LIGHT, INK, 5, 26)


def dentist(canvas: Canvas) -> None:
    """Show a chair to lie in, the lamp above, a mirror and a smiling tooth."""
    canvas.box((0, 430), (800, 90), SAND, SAND, 0, 0)
    canvas.line([(250, 360), (250, 440)], GREY, 34)
    canvas.line([(170, 440), (330, 440)], GREY, 22)
    for colour, grown in ((INK, 10), (LEAF, 0)):
        canvas.line([(85, 190), (205, 330), (400, 345), (440, 395)], colour, 62 + grown)
        canvas.line([(72, 155), (90, 178)], colour, 56 + grown)
    canvas.line([(180, 268), (290, 262)], INK, 22)
    canvas.line([(420, 0), (420, 60), (310, 95)], GREY, 14)
    canvas.shape([(240, 78), (330, 60), (350, 130), (265, 150)], TEAL)
    canvas.shape([(268, 150), (346, 132), (330, 215), (205, 235)], "#fbe7b5", "#fbe7b5", 1)
    canvas.line([(480, 70), (590, 210)], INK, 22)
    canvas.line([(480, 70), (590, 210)], GREY_LIGHT, 12)
    canvas.circle((612, 238), 46, TEAL_LIGHT)
    canvas.line(arc((612, 238), (28, 28), 190, 270), WHITE, 7)
    _tooth(canvas, 630, 350)


def _tooth(canvas: Canvas, x: float, y: float) -> None:
    crown = arc((x - 32, y - 20), (42, 46), 120, 300) + arc((x + 32, y - 20), (42, 46), 240, 420)
    roots = [(x + 42, y + 84), (x + 24, y + 84), (x, y + 40), (x - 24, y + 84), (x - 42, y + 84)]
    canvas.shape([*crown, *roots], WHITE)
    for side in (-1, 1):
        canvas.circle((x + side * 24, y - 18), 6, INK)
    canvas.line(arc((x, y), (24, 18), 20, 160), INK, 6)


def x_ray(canvas: Canvas) -> None:
    """Show a hand on an X-ray: light bones on a dark ground."""
    night, flesh, bone = "#18242b", "#3c525c", "#dfe9ea"
    canvas.box((120, 10), (560, 480), night, GREY, 8)
    wrist = (400, 392)
    fingers = ((-128, 300, 222), (-64, 216, 112), (-12, 200, 82), (42, 210, 104), (92, 244, 166))
    for across, knuckle, tip in fingers:
        canvas.line([wrist, (400 + across, knuckle), (400 + across * 1.3, tip - 34)], flesh, 46)
    canvas.shape([(340, 250), (480, 262), (452, 400), (348, 400)], flesh, flesh, 40)
    canvas.shape([(346, 390), (454, 390), (450, 478), (350, 478)], flesh, flesh, 8)
    for across, knuckle, tip in fingers:
        root = (400 + across * 0.42, 336 if across > -100 else 352)
        _bones(canvas, [root, (400 + across, knuckle), (400 + across * 1.3, tip - 34)], bone)
    for x, y in (
        (362, 366),
        (388, 358),
        (415, 358),
        (440, 364),
        (372, 388),
        (400, 384),
        (428, 388),
    ):
        canvas.circle((x, y), 11, bone, night, 3)
    for x in (378, 424):
        canvas.line([(x, 416), (x, 468)], bone, 24)


def _bones(canvas: Canvas, joints: list[Point], colour: str) -> None:
    """Draw a finger: one bone in the palm, three beyond the knuckle, with gaps between."""
    root, knuckle, tip = joints
    ends = [root, *(_between(knuckle, tip, share) for share in (0, 0.5, 0.8, 1.04))]
    for width, (start, stop) in zip((17, 14, 12, 10), pairwise(ends), strict=True):
        canvas.line([_between(start, stop, 0.2), _between(start, stop, 0.8)], colour, width)


def _between(start: Point, stop: Point, share: float) -> Point:
    return (start[0] + (stop[0] - start[0]) * share, start[1] + (stop[1] - start[1]) * share)


def bedroom(canvas: Canvas) -> None:
    """Show someone asleep under a quilt, the moon in the window."""
    wall, sky = "#3f5a68", "#1f2f3d"
    canvas.box((-20, -20), (840, 540), wall, wall, 0, 0)
    canvas.box((-20, 440), (840, 90), "#2b3f4a", "#2b3f4a", 0, 0)
    canvas.box((470, 40), (260, 210), sky, SAND, 12, 8)
    canvas.circle((640, 115), 42, "#f8dfa6", "#f8dfa6")
    canvas.circle((622, 104), 36, sky, sky)
    for x, y in ((520, 90), (560, 170), (505, 205), (690, 200), (590, 70)):
        canvas.circle((x, y), 4, WHITE, WHITE)
    canvas.line([(600, 46), (600, 244)], SAND, 8)
    canvas.box((60, 215), (36, 230), "#8d6a4c", INK, 5, 10)
    canvas.box((640, 310), (30, 135), "#8d6a4c", INK, 5, 10)
    canvas.box((80, 350), (570, 70), WHITE, INK, 5, 12)
    canvas.box((104, 305), (150, 62), WHITE, INK, 5, 28)
    canvas.circle((205, 292), 50, SKIN)
    canvas.shape(arc((198, 286), (54, 50), 140, 320), "#6b4a35")
    canvas.line(arc((222, 286), (11, 8), 20, 160), INK, 5)
    canvas.line(arc((232, 312), (9, 6), 20, 160), INK, 4)
    quilt = [(235, 420), *arc((330, 345), (95, 55), 180, 270), *arc((560, 355), (85, 45), 270, 360)]
    canvas.shape([*quilt, (648, 420)], TEAL)
    for x in (330, 430, 530):
        canvas.line([(x, 305), (x, 412)], TEAL_LIGHT, 7)


PICTURES: dict[str, Callable[[Canvas], None]] = {
    "artiklar/tallrik.png": plate,
    "artiklar/puls.png": pulse,
    "barn-och-unga/blodprov.png": blood_test,
    "barn-och-unga/tandlakare.png": dentist,
    "barn-och-unga/rontgen.png": x_ray,
    "barn-och-unga/sovrum.png": bedroom,
}


if __name__ == "__main__":
    draw(PICTURES)
