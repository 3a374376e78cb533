"""Pots, boards and what hangs beside the stove."""

import math

import materials as m
import shapes as s
from forms import form


@form
def pot(d):
    {"oven": dutch_oven, "clay": claypot, "milk": milk_pan}[d.style](d)


def knob(material, height, radius=0.1):
    return s.lathe(s.rounded([(0.05, height - 0.03), (0.045, height + 0.05), (radius, height + 0.09), (radius * 0.95, height + 0.15), (0, height + 0.17)], 0.035), material)


def ears(material, radius, height, wide=0.3, thick=0.05):
    for side in (-1, 1):
        line = s.curved([(side * (radius - 0.04), -wide, height), (side * (radius + 0.14), -wide * 0.85, height + 0.01), (side * (radius + 0.22), 0, height + 0.02), (side * (radius + 0.14), wide * 0.85, height + 0.01), (side * (radius - 0.04), wide, height)], 10)
        s.tube(line, thick, material)


def dutch_oven(d):
    coat = m.enamel(d.colour)
    s.lathe(s.walled(s.rounded([(0.78, 0), (1.0, 0.04), (1.04, 0.78)], 0.16, 8), 0.05), coat, 128)
    s.ring(1.03, 0.03, m.enamel("#efe6d6"), 0.8)
    s.lathe(s.rounded([(0, 0.82), (1.07, 0.82), (1.07, 0.88), (0.72, 1.04), (0.3, 1.09), (0, 1.1)], 0.06, 6), coat, 128)
    knob(m.metal(d.accent, 0.22), 1.1, 0.14)
    ears(coat, 1.04, 0.66)


def claypot(d):
    earth = m.clay(d.colour)
    dark = m.glaze(d.accent)
    s.lathe(s.walled(s.curved([(0.6, 0), (0.82, 0.12), (0.98, 0.4), (0.96, 0.66)]), 0.06), earth, 128, s.thrown(0.006))
    s.lathe(s.curved([(0.985, 0.4), (1.0, 0.52), (0.98, 0.665)]), dark, 128)
    s.lathe(s.curved([(0.93, 0.69), (0.8, 0.8), (0.45, 0.95), (0.16, 1.0), (0, 1.0)]), dark, 128)
    s.lathe(s.rounded([(0.12, 0.98), (0.13, 1.1), (0.19, 1.16), (0.15, 1.18), (0, 1.14)], 0.03), dark)
    s.put(s.disc(0.03, 0, m.matt("ink")), (0.5, -0.28, 0.925), (18, 14, 0))
    ears(earth, 0.98, 0.5, 0.2, 0.075)


def milk_pan(d):
    coat = m.enamel(d.colour)

    def lips(turn, r, z):
        pull = (abs(math.sin(turn)) ** 24) * max(0.0, (z - 0.55) / 0.3)
        return r * (1 + 0.08 * pull), z + 0.01 * pull

    s.lathe(s.walled(s.rounded([(0.66, 0), (0.78, 0.05), (0.8, 0.78), (0.84, 0.82)], 0.12, 8), 0.025), coat, 144, lips)
    s.ring(0.835, 0.018, m.enamel("walnut"), 0.825)
    timber = m.wood(d.accent, (2, 14, 14))
    stem = s.tube([(0.78, 0, 0.62), (1.05, 0, 0.68)], 0.05, m.metal("steel"))
    grip = s.tube(s.curved([(1.02, 0, 0.67), (1.4, 0, 0.75), (1.86, 0, 0.8)]), 0.085, timber, taper=lambda t: 0.8 + 0.35 * t)
    s.join([stem, grip], rotation=(0, 0, -35))
    s.disc(0.77, 0.52, m.Recipe("#f4ead8", 0.12).material)


@form
def pan(d):
    steel = m.metal("#3d3a38", 0.36)
    s.lathe(s.walled(s.rounded([(0.92, 0), (1.02, 0.02), (1.3, 0.3)], 0.1, 8), 0.022, 0.025), steel, 160)
    stem = s.tube(s.curved([(1.18, 0, 0.18), (1.5, 0, 0.3), (1.75, 0, 0.4)]), 0.055, m.metal("#5a5653", 0.4))
    grip = s.tube(s.curved([(1.7, 0, 0.385), (2.2, 0, 0.52), (2.75, 0, 0.58)]), 0.1, m.wood(d.accent, (1.5, 12, 12)), taper=lambda t: 0.72 + 0.5 * t * (1.4 - t))
    loop = s.put(s.ring(0.06, 0.014, m.metal("brass")), (2.83, 0, 0.58), (80, 0, 0))
    s.join([stem, grip, loop], rotation=(0, 0, -38))
    for x, y in ((-0.6, 0.0), (-0.62, 0.14)):
        s.blob((0.012, 0.012, 0.006), steel, (x, y, 0.03))


@form
def kettle(d):
    cast = m.iron("#33302f")
    dots = lambda turn, r, z: (r * (1 + (0.012 * max(0, math.sin(turn * 44 + (round(z / 0.075) % 2) * math.pi)) * max(0, math.sin(z / 0.075 * math.pi)) if 0.22 < z < 0.62 and r > 0.4 else 0)), z)
    outline = s.curved([(0.5, 0.0), (0.76, 0.1), (0.86, 0.36), (0.76, 0.66), (0.5, 0.82), (0.34, 0.84)], 10)
    s.lathe([(0, 0)] + outline + [(0.3, 0.8), (0, 0.8)], cast, 220, dots)
    s.lathe(s.rounded([(0, 0.84), (0.38, 0.84), (0.36, 0.89), (0.1, 0.94), (0, 0.94)], 0.03), cast)
    s.lathe(s.rounded([(0, 0.93), (0.05, 0.95), (0.05, 1.0), (0.09, 1.06), (0.06, 1.11), (0, 1.12)], 0.03), m.metal(d.accent, 0.3))
    spout = s.tube(s.curved([(-0.7, 0, 0.44), (-0.95, 0, 0.54), (-1.05, 0, 0.74), (-1.16, 0, 0.84)]), 0.1, cast, taper=lambda t: 1.3 - 0.65 * t)
    arch = s.tube(s.curved([(-0.62, 0, 0.72), (-0.66, 0, 1.1), (-0.4, 0, 1.5), (0, 0, 1.62), (0.4, 0, 1.5), (0.66, 0, 1.1), (0.62, 0, 0.72)], 12), 0.045, cast)
    s.join([spout, arch], rotation=(0, 0, -18))


@form
def board(d):
    if d.style == "paddle":
        paddle(d)
        return
    woods = [m.wood(tone, (9, 9, 1.2)) for tone in ("#8a5530", "#a26a3d", "#7a4828", "#b17c4d")]
    pieces = []
    wide, deep, tall, cells = 2.3, 1.55, 0.2, (10, 6)
    for i in range(cells[0]):
        for j in range(cells[1]):
            w, h = wide / cells[0], deep / cells[1]
            x = -wide / 2 + w * (i + 0.5)
            y = -deep / 2 + h * (j + 0.5)
            pieces.append(s.box((w, h, tall), woods[(i * 7 + j * 3 + i * j) % 4], (x, y, 0), bevel=0.004))
    s.join(pieces, (0, 0.2, 0.72), (68, 0, -8))
    bread_and_knife(-0.1, -0.95)


def bread_and_knife(x, y):
    timber = m.wood("walnut", (3, 12, 12))
    blade = s.prism([(0, 0), (1.15, 0.0), (1.3, 0.16), (1.1, 0.26), (0, 0.26)], 0.014, m.metal("steel", 0.18), 0.004)
    grip = s.box((0.62, 0.15, 0.09), timber, (-0.3, 0.16, -0.03), bevel=0.04)
    s.join([blade, grip], (x - 0.3, y, 0.04), (0, 0, 6))


def paddle(d):
    timber = m.wood(d.colour, (1.0, 10, 10))
    outline = s.rounded_rect(1.5, 1.05, 0.28)
    body = s.prism(outline, 0.11, timber, 0.03)
    grip = s.prism(s.rounded_rect(0.86, 0.28, 0.13), 0.11, timber, 0.03)
    grip.location = (1.0, 0, 0)
    hole = s.put(s.disc(0.05, 0, m.matt("ink")), (1.28, 0, 0.113))
    cord = s.tube(s.curved([(1.28, 0.0, 0.12), (1.5, 0.12, 0.1), (1.72, 0.05, 0.03), (1.55, -0.14, 0.03), (1.3, -0.02, 0.12)], 10), 0.018, m.cloth("paper"))
    things = [body, grip, hole, cord]
    for at in range(3):
        things.append(s.put(slice_of_bread(at), (-0.35 + at * 0.17, 0.06 - at * 0.05, 0.12), (0, -58 if at else -8, 10)))
    s.join(things, rotation=(0, 0, -20))


def slice_of_bread(seed):
    crumb = m.Recipe("#ecd9b2", 0.9)
    inner = crumb.bump(crumb.noise(20, 4), 0.9, 0.05).material
    crust = m.matt("#9a5a26", 0.7)
    outline = [(0.3 * math.cos(t * math.tau / 40) * (1.1 if math.sin(t * math.tau / 40) > 0 else 0.95), 0.26 * math.sin(t * math.tau / 40)) for t in range(40)]
    middle = s.prism([(x * 0.94, y * 0.93) for x, y in outline], 0.102, inner, 0.005)
    skin = s.prism(outline, 0.096, crust, 0.02)
    return s.join([middle, skin])


@form
def utensils(d):
    pot_material = m.speckle(d.accent)
    s.lathe(s.walled(s.curved([(0.4, 0), (0.46, 0.06), (0.48, 0.5), (0.46, 0.95)]), 0.04), pot_material, warp=s.thrown(0.006))
    timber = m.wood(d.colour, (12, 12, 1))
    spade = s.prism([(-0.05, 0), (0.05, 0), (0.06, 1.5), (0.2, 1.75), (0.2, 2.3), (-0.2, 2.3), (-0.2, 1.75), (-0.06, 1.5)], 0.06, timber, 0.02)
    s.put(spade, (-0.12, 0.1, 0.1), (90, -12, 14))
    stem = s.tube([(0, 0, 0.1), (0, 0, 1.7)], 0.045, timber)
    cup = s.put(s.lathe(s.walled(s.curved([(0.03, 0), (0.18, 0.05), (0.26, 0.2)]), 0.03), timber, 64), (0, -0.12, 1.9), (-62, 0, 0))
    s.join([stem, cup], (0.02, 0.16, 0.05), (0, 6, 0))
    paddle_blade = [(0.05 * 1, 0), (0.06, 1.3), (0.24, 1.6), (0.26, 1.95), (0.16, 2.16), (-0.16, 2.16), (-0.26, 1.95), (-0.24, 1.6), (-0.06, 1.3), (-0.05, 0)]
    s.put(s.prism(paddle_blade, 0.06, timber, 0.025), (0.2, 0.02, 0.1), (90, 16, -22))


@form
def chopsticks(d):
    tones = ["cinnabar", "honey", "rose", "terracotta", "cream"] if d.style == "warm" else ["teal", "sage", "mist", "indigo", "paper"]
    timber = m.wood(d.colour, (1, 20, 20))
    rest = m.glaze("celadon")
    for at, tone in enumerate(tones):
        y = (at - 2) * 0.26
        for side in (-1, 1):
            pair = []
            pair.append(s.tube([(-1.2, 0, 0), (0.78, 0, 0)], 0.045, timber, taper=lambda t: 0.5 + 0.5 * t))
            pair.append(s.tube([(0.78, 0, 0), (1.2, 0, 0)], 0.0455, m.paint(tone, 0.3)))
            s.join(pair, (0, y + side * 0.05, 0.12), (0, 2.2, side * 0.6))
    s.box((0.17, 1.4, 0.075), rest, (-0.72, 0, 0), bevel=0.035)
    for thing in list(s.bpy.context.scene.objects):
        if thing.parent is None and thing.type != "EMPTY":
            thing.rotation_euler = (0, 0, 0)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, (0, 0, 0), (0, 0, 28))


@form
def rolling_pin(d):
    timber = m.wood(d.colour, (1, 12, 12))
    s.put(s.tube([(-1.5 + 3 * t / 60, 0, 0) for t in range(61)], 0.17, timber, taper=lambda t: 0.42 + 0.58 * math.sin(math.pi * t) ** 0.6), (0, 0.1, 0.17), (0, 0, 24))
    dough = m.Recipe("#f1e6d2", 0.7).material
    for at, (x, y) in enumerate(((0.62, -0.62), (0.98, -0.34), (0.2, -0.76))):
        uneven = lambda turn, r, z, at=at: (r * (1 + 0.03 * math.sin(turn * 3 + at)), z)
        s.lathe(s.rounded([(0, 0.0), (0.28, 0.0), (0.28, 0.035), (0, 0.04)], 0.02), dough, 64, uneven).location = (x, y, 0.004 * at)
    flour = m.Recipe("#fbf8f2", 1.0).material
    for at in range(40):
        turn = at * 2.4
        s.blob((0.012, 0.012, 0.005), flour, (0.3 + math.cos(turn) * at * 0.022, -0.5 + math.sin(turn) * at * 0.012, 0.002), detail=1)


@form
def lunch_box(d):
    timber = m.wood(d.colour, (1, 1, 14))
    oval = lambda turn, r, z: (r, z)
    base = s.lathe(s.walled(s.rounded([(0.9, 0), (0.95, 0.0), (0.95, 0.5)], 0.01), 0.03), timber, 128, oval)
    s.put(base, scale=(1.0, 0.66, 1))
    cover = s.lathe(s.rounded([(0, 0.06), (0.97, 0.06), (0.99, 0.05), (0.99, 0.0)], 0.02), timber, 128)
    band = s.lathe(s.rounded([(0.985, 0.0), (0.995, 0.0), (0.995, 0.26), (0.985, 0.3), (0, 0.3)], 0.02), timber, 128)
    s.join([s.put(cover, scale=(1, 0.66, 1)), s.put(band, scale=(1, 0.66, 1))], (0.5, 0.72, 0.28), (52, 0, 10))
    rice = m.Recipe("#f6f1e6", 0.6)
    grain = rice.bump(rice.noise(45, 3), 1.0, 0.05).material
    s.blob((0.5, 0.52, 0.12), grain, (-0.36, 0, 0.36), 0.1, 2, 4)
    s.blob((0.1, 0.1, 0.08), m.Recipe("cinnabar", 0.3).material, (-0.4, -0.04, 0.46))
    s.box((0.03, 1.05, 0.34), timber, (0.16, 0, 0.1), bevel=0.01)
    for at in range(6):
        turn = at * 2.4
        s.blob((0.15, 0.12, 0.1), m.leaf("jade"), (0.42 + 0.15 * math.cos(turn), 0.2 + 0.12 * math.sin(turn), 0.36), 0.9, at, 4, 3)
    for at in range(3):
        s.cylinder(0.15, 0.13, m.Recipe("#eab93e", 0.5).material, 0.0, 0.03, 48).location = (0.42 + at * 0.13, -0.26 + at * 0.05, 0.3)


@form
def oil_bottle(d):
    outer = s.curved([(0.34, 0.0), (0.4, 0.04), (0.4, 0.5), (0.31, 0.95), (0.33, 1.15), (0.16, 1.45), (0.14, 1.7)])
    wall = s.walled(outer, 0.03, 0.07)
    s.lathe(wall, m.glass(d.colour))
    oil = [(max(0, r - 0.04), z) for r, z in outer if 0.08 < z < 1.0]
    s.lathe([(0, 0.09)] + oil + [(0, oil[-1][1])], m.liquid("#d9a53a" if d.colour == "clear" else "#3a160a"))
    s.cylinder(0.15, 0.12, m.metal("steel", 0.25), 1.68, 0.02)
    s.tube(s.curved([(0, 0, 1.78), (0, 0, 1.9), (-0.1, 0, 2.02), (-0.2, 0, 2.06)]), 0.04, m.metal("steel", 0.2), taper=lambda t: 1.2 - 0.5 * t)
    s.blob((0.09, 0.09, 0.06), m.clay("toast"), (0.06, 0.02, 1.83))
    s.label_round("听檐-paper.png", 0.395, 0.14, 0.26, 0.36)
