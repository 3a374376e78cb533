"""Styled pictures: the goods on a table by a window, and several goods together for the banners."""

import bpy
from mathutils import Vector

import materials as m
import shapes as s
import studio
from forms import FORMS, Drawing
from forms.bath import bar
from forms.cloth import fold
from forms.desk import book, pencil
from forms.living import branch, sprig
from forms.tea import cup_of_tea, plate_of

TABLES = {
    "leaf-tea": "oak", "flower-tea": "oak", "tea-treats": "walnut", "tea-ware": "walnut", "bowls-plates": "oak", "cups-mugs": "oak",
    "cookware": "beech", "boards-tools": "beech", "jars-boxes": "beech", "candles": "walnut", "incense": "walnut", "diffusers": "oak",
    "notebooks": "oak", "desk": "oak", "lamps": "walnut", "vases-plants": "oak", "baskets-trays": "oak", "bags": "oak",
    "soap-bath": "stone", "face-care": "stone", "hands-lips": "stone",
}


def dress(job, points, centre, reach):
    category = job["category"]
    night = category == "lamps"
    room(TABLES.get(category, "oak"), reach, night)
    low = Vector(min(p[axis] for p in points) for axis in range(3))
    high = Vector(max(p[axis] for p in points) for axis in range(3))
    companions(category, low, high)
    if night:
        studio.lamp((centre[0] - 4, centre[1] - 2, 4), centre, 60, 3, "#bcd0ff")
        studio.daylight(0.12, "#d6e0f0")
    else:
        studio.window_light(centre, max(reach, 0.8))


def room(table, reach, night=False):
    """A table top and a plastered wall."""
    top = m.matt("#d9d5cd", 0.4) if table == "stone" else m.wood({"oak": "#b59a78", "walnut": "#6a4c38", "beech": "#cbb394"}[table], (0.35, 5, 5), 0.42)
    s.add_mesh([(-30, -20, 0), (30, -20, 0), (30, 30, 0), (-30, 30, 0)], [(0, 1, 2, 3)], top)
    wall = m.Recipe("#d8cbb8" if night else "#ebe4d8", 0.95)
    wall.colour(wall.mottled("#cdbfa9" if night else "#e9e2d6", 0.03, 0.7))
    y = max(2.6, reach * 2.4)
    s.add_mesh([(-40, y, -1), (40, y, -1), (40, y, 40), (-40, y, 40)], [(0, 1, 2, 3)], wall.bump(wall.noise(3, 5), 0.12, 0.05).material)


def group(build, location, turn=0.0, size=1.0):
    """Builds and moves together whatever the function leaves on the table."""
    before = set(bpy.context.scene.objects)
    build()
    roots = [thing for thing in bpy.context.scene.objects if thing not in before and thing.parent is None]
    return s.join(roots, location, (0, 0, turn), size)


def stems_in_vase():
    s.lathe(s.walled(s.curved([(0.3, 0), (0.44, 0.1), (0.46, 0.5), (0.2, 0.9), (0.17, 1.1)]), 0.03), m.clay("paper"))
    branch((0, 0, 0.8), 1.5, 4, False)


def cup():
    cup_of_tea(m.glaze("celadon"))


def books():
    book("oat", ribbon=False)
    s.put(book("teal", ribbon=False), (0.08, 0.05, 0.25), (0, 0, 14), 0.92)


def napkin():
    s.join(fold(m.linen("#e7dfd0"), 1.5, 1.1, 0.1, 2, 3))


def leaves_on_dish():
    plate_of(m.glaze("paper"), 0.5)
    from forms.tea import math

    green = m.leaf("moss")
    for at in range(46):
        turn = at * 2.4
        s.blob((0.11, 0.018, 0.012), green, (math.cos(turn) * 0.045 * at**0.5, math.sin(turn) * 0.045 * at**0.5, 0.08 + 0.001 * at), 0.4, at, 2).rotation_euler = (0.3 * math.sin(at), 0.3 * math.cos(at), turn * 3)


def towel():
    s.join(fold(m.fluffy("paper"), 1.6, 1.1, 0.5, 3, 2))


def companions(category, low, high):
    """What stands around, always a little behind or beside the goods."""
    left, right, back, front = low.x, high.x, high.y, low.y
    if category in ("leaf-tea", "flower-tea", "tea-treats", "tea-ware"):
        group(cup, (right + 0.55, front + 0.15, 0))
        group(leaves_on_dish, (left - 0.62, front + 0.25, 0))
        group(stems_in_vase, (left - 0.9, back + 0.9, 0))
    elif category in ("bowls-plates", "cups-mugs"):
        group(napkin, (left - 0.7, front + 0.5, 0), 24)
        group(stems_in_vase, (right + 0.8, back + 0.8, 0))
    elif category in ("cookware", "boards-tools", "jars-boxes"):
        group(napkin, (right + 0.7, front + 0.5, 0), -20)
        group(stems_in_vase, (left - 0.9, back + 0.7, 0))
    elif category in ("candles", "incense", "diffusers", "vases-plants"):
        group(books, (left - 1.0, back + 0.5, 0), 30)
        group(cup, (right + 0.7, front + 0.4, 0))
    elif category in ("notebooks", "desk"):
        group(cup, (right + 0.55, back + 0.1, 0))
        s.put(pencil("cedar", "cinnabar"), (left - 0.35, front + 0.3, 0.05), (0, 0, 60))
    elif category == "lamps":
        group(books, (right + 0.9, back - 0.2, 0), -16)
        group(cup, (left - 0.6, front + 0.2, 0))
    elif category in ("soap-bath", "face-care", "hands-lips"):
        group(towel, (left - 0.9, back + 0.5, 0), 16)
        sprig((right + 0.2, front + 0.2, 0.03), (right + 0.95, front + 0.45, 0.08), "jade", 10)
        if category != "soap-bath":
            s.put(bar("cream"), (right + 0.75, back + 0.35, 0), (0, 0, 24), 0.8)
    else:
        group(stems_in_vase, (right + 0.9, back + 0.8, 0))


def compose(job, path):
    """Several goods in one picture; `frame` says how much of the width they take, `shift` moves them aside."""
    for part in job["parts"]:
        drawing = Drawing(part["drawing"])
        group(lambda: FORMS[part["drawing"]["form"]](drawing), tuple(part["at"]), part.get("turn", 0), part.get("size", 1.0))
    points = studio.corners(studio.goods())
    view = {"pitch": job.get("pitch", 11), "turn": job.get("turn", 0), "lens": job.get("lens", 85), "fill": job["fill"], "blur": job.get("blur", 6)}
    width, height = job["width"], job["height"]
    centre, _ = studio.aim(points, view, 1.0, width / height, job.get("shift", (0, 0)))
    reach = max((max(p[axis] for p in points) - min(p[axis] for p in points)) for axis in range(3)) * 0.5
    if job.get("scene"):
        room(job["scene"], reach * 0.9, job.get("night", False))
        studio.window_light(centre, max(reach * 0.8, 0.8))
    else:
        studio.backdrop(job["backdrop"], depth=max(4.0, reach * 3))
        studio.studio_light(centre, max(reach, 0.8))
    return studio.shoot(path, width, height, job.get("exposure", 1.1))
