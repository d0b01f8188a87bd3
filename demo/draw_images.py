"""Draw the demo's illustrations: `python demo/draw_images.py` writes the PNG files anew."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 800, 500
SCALE = 3
"""Drawn this much larger, then shrunk: Pillow's own lines are not anti-aliased."""
COLOURS = 64
CONTENT = Path(__file__).parent / "content"

Point = tuple[float, float]

PAPER = "#f7f4ee"
INK = "#2b3a42"
TEAL = "#2f7f86"
TEAL_LIGHT = "#a9d3d2"
ROSE = "#d9858b"
ROSE_LIGHT = "#f2cfcf"
SAND = "#e8cfae"
GREY = "#9aa3a6"
GREY_LIGHT = "#d5d9da"
SUN = "#f0b94b"
WHITE = "#ffffff"


class Canvas:
    """A sheet of 800 x 500 units that hides the scaling."""

    def __init__(self) -> None:
        self._image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), PAPER)
        self._draw = ImageDraw.Draw(self._image)

    def circle(
        self, centre: Point, radius: float, fill: str | None, outline: str = INK, width: int = 5
    ) -> None:
        self.oval(centre, (radius, radius), fill, outline, width)

    def oval(
        self, centre: Point, radii: Point, fill: str | None, outline: str = INK, width: int = 5
    ) -> None:
        box = [(centre[i] + sign * radii[i]) * SCALE for sign in (-1, 1) for i in (0, 1)]
        self._draw.ellipse(box, fill=fill, outline=outline, width=width * SCALE)

    def box(
        self,
        corner: Point,
        size: Point,
        fill: str,
        outline: str = INK,
        width: int = 5,
        radius: int = 18,
    ) -> None:
        (x, y), (w, h) = corner, size
        box = [x * SCALE, y * SCALE, (x + w) * SCALE, (y + h) * SCALE]
        self._draw.rounded_rectangle(
            box, radius=radius * SCALE, fill=fill, outline=outline, width=width * SCALE
        )

    def line(self, points: Iterable[Point], colour: str = INK, width: int = 5) -> None:
        """Draw a line through the points, with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(scaled, fill=colour, width=width * SCALE, joint="curve")
        half = width * SCALE / 2
        for x, y in (scaled[0], scaled[-1]):
            self._draw.ellipse([x - half, y - half, x + half, y + half], fill=colour)

    def shape(self, points: Iterable[Point], fill: str, outline: str = INK, width: int = 5) -> None:
        corners = list(points)
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in corners], fill=fill)
        self.line([*corners, corners[0]], outline, width)

    def save(self, path: Path) -> None:
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def arc(centre: Point, radii: Point, start: float, stop: float, steps: int = 60) -> list[Point]:
    """Points along an ellipse, from one angle to another, in degrees clockwise from the right."""
    angles = [math.radians(start + (stop - start) * step / steps) for step in range(steps + 1)]
    return [
        (centre[0] + radii[0] * math.cos(a), centre[1] + radii[1] * math.sin(a)) for a in angles
    ]


def cataract(canvas: Canvas) -> None:
    """Show an eye in cross-section, where light from the left scatters in the lens."""
    for y in (200, 250, 300):
        canvas.line([(40, y), (262, 250 + (y - 250) * 0.6)], SUN, 7)
    canvas.line([(560, 250), (760, 275)], SAND, 56)
    canvas.circle((450, 250), 190, WHITE)
    canvas.line(arc((450, 250), (178, 178), -125, 125), ROSE, 11)
    canvas.shape(arc((305, 250), (65, 88), 110, 250), TEAL_LIGHT)
    for y in (230, 250, 270):
        canvas.line([(262, y), (345, y)], SUN, 7)
    for end in arc((450, 250), (166, 166), -66, 66, 7):
        canvas.line([(345, 250), end], "#f6dca4", 5)
    canvas.line([(303, 138), (303, 206)], TEAL, 16)
    canvas.line([(303, 294), (303, 362)], TEAL, 16)
    canvas.oval((345, 250), (36, 84), GREY)
    for x, y, radius in ((338, 210, 14), (352, 250, 18), (340, 292, 13)):
        canvas.circle((x, y), radius, GREY_LIGHT, GREY_LIGHT)


def airways(canvas: Canvas) -> None:
    """Show two airways cut across: one open, one with a thick wall and mucus."""
    canvas.circle((205, 250), 165, ROSE_LIGHT)
    canvas.circle((205, 250), 130, WHITE, ROSE)
    canvas.circle((595, 250), 165, ROSE_LIGHT)
    canvas.circle((595, 250), 142, ROSE, ROSE)
    canvas.oval((595, 255), (80, 66), "#e6dd9c", "#c9b95a")
    canvas.oval((607, 238), (38, 28), WHITE, "#c9b95a")
    for angle in range(0, 360, 30):
        for x in (205, 595):
            canvas.line(arc((x, 250), (184, 184), angle, angle + 16), TEAL, 9)


def blood_pressure(canvas: Canvas) -> None:
    """Show an arm on a table, with a cuff and a meter."""
    canvas.box((0, 385), (800, 130), SAND, SAND, 0, 0)
    for colour, grown in ((INK, 10), ("#e9b99a", 0)):
        for finger in range(4):
            tip = (682 - abs(finger - 1) * 14, 318 + finger * 19)
            canvas.line([(600, 316 + finger * 19), tip], colour, 17 + grown)
        canvas.line([(-60, 0), (170, 235), (310, 335), (600, 345)], colour, 90 + grown)
    canvas.shape([(60, 190), (165, 78), (262, 172), (155, 288)], TEAL)
    canvas.line([(92, 222), (197, 110)], TEAL_LIGHT, 7)
    canvas.line(arc((370, 150), (140, 70), 180, 0), INK, 8)
    canvas.box((500, 50), (220, 170), GREY_LIGHT)
    canvas.box((525, 75), (170, 90), WHITE, INK, 4, 8)
    canvas.line([(540, 120), (575, 120), (590, 92), (612, 148), (628, 120), (680, 120)], ROSE, 6)
    canvas.circle((610, 192), 13, TEAL, INK, 4)


def _eye(canvas: Canvas, x: float, pupil: str, shine: str) -> None:
    lids = arc((x, 330), (190, 190), 208, 332) + arc((x, 170), (190, 190), 28, 152)
    canvas.shape(lids, WHITE, INK, 7)
    canvas.circle((x, 250), 78, TEAL)
    canvas.circle((x, 250), 42, pupil)
    canvas.circle((x + 22, 226), 12, shine, shine)
    canvas.line(arc((x, 310), (200, 200), 222, 318), "#7a5c48", 14)


def two_eyes(canvas: Canvas) -> None:
    """Show a clear lens on the left, a cloudy one on the right."""
    _eye(canvas, 205, "#11181c", WHITE)
    _eye(canvas, 595, GREY_LIGHT, WHITE)


def urinary_tract(canvas: Canvas) -> None:
    """Show kidneys, ureters and bladder in the outline of a body."""
    body = [
        (250, 0),
        (225, 140),
        (262, 270),
        (232, 500),
        (568, 500),
        (538, 270),
        (575, 140),
        (550, 0),
    ]
    canvas.shape(body, SAND, "#c7a67c")
    for side in (-1, 1):
        x = 400 + side * 82
        canvas.line([(x - side * 20, 170), (400 + side * 48, 270), (400 + side * 34, 372)], SUN, 13)
        canvas.oval((x, 150), (45, 72), ROSE)
        canvas.circle((x - side * 42, 152), 20, SAND, SAND)
        middle = 90 - side * 90
        canvas.line(arc((x - side * 42, 152), (20, 20), middle - 75, middle + 75))
    canvas.line([(400, 420), (400, 488)], SUN, 15)
    canvas.oval((400, 392), (72, 60), TEAL_LIGHT)
    canvas.shape(arc((400, 392), (66, 54), 10, 170), SUN, SUN)


def aura(canvas: Canvas) -> None:
    """Show a zigzag arch of coloured strokes around a blurred patch."""
    for step in range(12):
        canvas.circle((400, 290), 130 - step * 10, _mix(PAPER, GREY, step / 14), PAPER, 0)
    for ring, colour in enumerate((TEAL, SUN, ROSE, INK)):
        points = [
            arc((400, 330), (r, r * 0.85), angle, angle, 1)[0]
            for index, angle in enumerate(range(170, 375, 8))
            for r in (200 + ring * 28 + (22 if index % 2 else -22),)
        ]
        canvas.line(points, colour, 9)


def _mix(first: str, second: str, share: float) -> str:
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def slit_lamp(canvas: Canvas) -> None:
    """Show a child with the chin on a rest, a doctor on the other side of the lamp."""
    canvas.box((0, 430), (800, 90), SAND, SAND, 0, 0)
    canvas.box((90, 330), (170, 130), SUN)
    canvas.circle((185, 235), 105, "#f0c8a8")
    canvas.shape(arc((180, 215), (110, 105), 160, 320), "#6b4a35")
    canvas.circle((245, 232), 11, INK)
    canvas.line(arc((245, 275), (26, 16), 20, 120), INK, 6)
    canvas.box((545, 340), (190, 120), WHITE)
    canvas.circle((625, 225), 110, "#c58f6b")
    canvas.shape(arc((630, 200), (114, 108), 215, 375), GREY)
    canvas.line(arc((562, 280), (28, 18), 60, 160), INK, 6)
    canvas.box((290, 345), (30, 95), GREY)
    canvas.line([(240, 345), (320, 345)], GREY, 14)
    canvas.box((375, 190), (150, 85), TEAL)
    canvas.box((515, 205), (45, 55), INK, INK, 5, 8)
    canvas.line([(450, 275), (450, 430)], TEAL, 26)
    canvas.shape([(375, 228), (262, 218), (262, 246), (375, 238)], "#fbe7b5", "#fbe7b5", 1)
    canvas.line([(360, 432), (540, 432)], INK, 14)


def hands(canvas: Canvas) -> None:
    """Show two hands reaching for each other over a hill in the sun."""
    canvas.circle((400, 205), 120, "#f8dfa6", "#f8dfa6")
    canvas.shape(arc((400, 760), (620, 420), 180, 360), TEAL_LIGHT, TEAL_LIGHT)
    for side, skin, sleeve in ((-1, "#f0c8a8", ROSE), (1, "#b57f5c", TEAL)):
        canvas.line([(400 + side * 400, 390), (400 + side * 200, 305)], sleeve, 90)
        canvas.line([(400 + side * 185, 298), (400 + side * 85, 262)], skin, 62)
        for finger in range(4):
            tip = (400 + side * 4, 236 + finger * 19 + side * 6)
            canvas.line([(400 + side * 82, 246 + finger * 14), tip], skin, 16)
        canvas.line([(400 + side * 118, 252), (400 + side * 62, 208)], skin, 18)


PICTURES: dict[str, Callable[[Canvas], None]] = {
    "kunskapsstod/katarakt.png": cataract,
    "kunskapsstod/luftror.png": airways,
    "kunskapsstod/blodtryck.png": blood_pressure,
    "artiklar/öga.png": two_eyes,
    "artiklar/urinvagar.png": urinary_tract,
    "artiklar/flimmer.png": aura,
    "barn-och-unga/ogonmikroskop.png": slit_lamp,
    "barn-och-unga/hander.png": hands,
}


def draw(pictures: Mapping[str, Callable[[Canvas], None]]) -> None:
    """Write every picture beside the Markdown that shows it."""
    for path, picture in pictures.items():
        canvas = Canvas()
        picture(canvas)
        canvas.save(CONTENT / path)


if __name__ == "__main__":
    draw(PICTURES)
