"""Paper, pens and what lies on a table."""

import math

import materials as m
import shapes as s
from forms import form


def pages(wide, deep, tall):
    block = m.Recipe("#f3ead6", 0.9)
    split = block.node("SeparateXYZ")
    block.link(block.place((1, 1, 160)), split.inputs[0])
    lines = block.math("SINE", split.outputs[2])
    return s.box((wide, deep, tall), block.bump(lines, 0.6, 0.006).material, bevel=0.004)


def book(colour, cover=None, wide=1.5, deep=2.1, tall=0.2, ribbon=True):
    cover = cover or m.linen(colour)
    things = [s.put(pages(wide - 0.08, deep - 0.08, tall), (0.02, 0, 0.02))]
    for z in (0, tall + 0.02):
        things.append(s.box((wide, deep, 0.032), cover, (0, 0, z), bevel=0.012))
    things.append(s.put(s.sheet(lambda u, v: (-wide / 2 - 0.035 * math.sin(u * math.pi), (v - 0.5) * deep, 0.01 + u * (tall + 0.032)), cover, 16, 2, 0.02)))
    if ribbon:
        things.append(s.sheet(lambda u, v: (0.2 + v * 0.04 + 0.05 * math.sin(u * 4), -deep / 2 - u * 0.34, 0.13 - 0.12 * u), m.cloth("cinnabar", 280), 12, 1, 0.004))
    return s.join(things)


@form
def notebook(d):
    if d.style == "thread":
        sketchbook(d)
        return
    first = book(d.colour)
    seal = s.label_flat("听檐-ink.png" if d.ink().endswith("ink.png") else "听檐-cream.png", 0.34, 0.53, (0.4, 0.55, 0.254), (0, 0, 0))
    s.join([first, seal], (0, 0.25, 1.02), (74, 0, -16))
    s.put(book(d.colour, tall=0.2), (0.15, -0.62, 0), (0, 0, 66), 0.85)
    prop = s.box((0.9, 0.5, 0.8), m.matt("paper"), (0.05, 0.78, 0), bevel=0.02)
    prop.hide_render = True


def sketchbook(d):
    block = s.put(pages(1.75, 1.8, 0.3), (0, 0, 0.025))
    card = m.paper(d.colour)
    covers = [s.box((1.8, 1.84, 0.03), card, (0, 0, z), bevel=0.005) for z in (0, 0.325)]
    thread = m.cloth(d.accent, 280)
    stitches = []
    for at in range(6):
        y = -0.75 + at * 0.3
        stitches.append(s.tube([(-0.895, y, 0.02), (-0.905, y, 0.18), (-0.895, y, 0.34)], 0.014, thread))
        stitches.append(s.tube([(-0.9, y, 0.34), (-0.78, y, 0.362)], 0.012, thread))
    mark = s.label_flat("听檐-ink.png", 0.4, 0.62, (0.45, 0.1, 0.358), (0, 0, 0))
    s.join([block, mark] + covers + stitches, rotation=(0, 0, -128))
    s.put(pencil("cedar", "cinnabar"), (-0.1, -0.45, 0.43), (0, 0, 34))


def pencil(wood, dip, length=1.75):
    timber = m.wood(wood, (2, 14, 14))
    things = [
        s.tube([(-length / 2, 0, 0), (length / 2 - 0.3, 0, 0)], 0.05, timber),
        s.tube([(-length / 2 - 0.002, 0, 0), (-length / 2 + 0.22, 0, 0)], 0.0512, m.paint(dip, 0.35)),
        s.tube([(length / 2 - 0.3, 0, 0), (length / 2, 0, 0)], 0.05, m.wood("beech"), taper=lambda t: 1 - 0.72 * t),
        s.tube([(length / 2 - 0.02, 0, 0), (length / 2 + 0.07, 0, 0)], 0.016, m.matt("ink"), taper=lambda t: 1 - 0.9 * t),
    ]
    return s.join(things)


@form
def pencils(d):
    for at in range(9):
        s.put(pencil(d.colour, d.accent), (0.0 + 0.03 * math.sin(at * 5), (at - 4) * 0.108, 0.05), (at * 20, 0, 0.8 * math.sin(at * 3)))
    for at, (turn, y) in enumerate(((9, -0.1), (-8, 0.22))):
        s.put(pencil(d.colour, d.accent), (0.1, y, 0.15), (0, 0, turn))
    shaving(0.95, -0.72)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 34))


def shaving(x, y):
    curl = lambda u, v: (x + (0.1 + 0.05 * v) * math.cos(u * 7), y + (0.1 + 0.05 * v) * math.sin(u * 7), 0.02 + v * 0.1 + u * 0.05)
    s.sheet(curl, m.wood("cedar"), 40, 4, 0.006)


@form
def letter_set(d):
    sheetlike = m.paper(d.colour)
    for at, turn in enumerate((-9, 4)):
        s.put(s.box((1.5, 2.1, 0.012), sheetlike, bevel=0.002), (-0.35 + at * 0.08, 0.1, at * 0.014), (0, 0, turn))
    s.put(bamboo(), (-0.62, 0.4, 0.029), (0, 0, 4))
    rule = m.matt("#d9cfbd")
    for at in range(9):
        s.put(s.box((0.005, 1.7, 0.001), rule, bevel=0), (-0.78 + at * 0.13 + 0.05, 0.08, 0.0265), (0, 0, 4))
    for at, turn in enumerate((18, 11)):
        cover = s.box((1.7, 1.15, 0.016), m.paper("kraft" if at == 0 else "cream"), bevel=0.003)
        s.put(cover, (0.62, -0.42, 0.03 + at * 0.02), (0, 0, turn))
    flap = s.prism([(-0.84, 0.57), (0.84, 0.57), (0.06, -0.06), (-0.06, -0.06)], 0.008, m.paper("cream"), 0.002)
    s.put(flap, (0.62, -0.42, 0.066), (0, 0, 11))
    seal = s.lathe(s.rounded([(0, 0), (0.15, 0.0), (0.16, 0.03), (0.11, 0.045), (0.1, 0.03), (0, 0.03)], 0.012), m.Recipe(d.accent, 0.3).material, 64, lambda t, r, z: (r * (1 + 0.05 * math.sin(t * 3) + 0.03 * math.sin(t * 7)), z))
    s.put(seal, (0.63, -0.46, 0.075))
    stick = s.box((0.7, 0.11, 0.11), m.Recipe(d.accent, 0.35).material, (1.3, 0.55, 0), (0, 0, 62), 0.015)
    return stick


def bamboo():
    ink = m.matt("#6d7a6c")
    things = []
    for at in range(9):
        turn = math.radians((-70, -50, -110, -85, -35, -60, -95, -45, -75)[at])
        x, y = 0.1 * (at % 3), -0.16 * (at // 3)
        leaf = s.sheet(lambda u, v: ((u - 0.5) * 0.06 * math.sin(max(0.03, v) * math.pi) ** 0.7, v * 0.36, 0), ink, 3, 10)
        things.append(s.put(leaf, (x, y, 0), (0, 0, math.degrees(turn) - 90 + 180)))
    return s.join(things)


@form
def calendar(d):
    timber = m.wood("beech", (1, 12, 12))
    base = s.box((1.35, 0.46, 0.16), timber, bevel=0.02)
    leaf = s.put(s.box((1.2, 0.02, 1.6), m.paper(d.colour), bevel=0.003), (0, 0.02, 0.13), (-10, 0, 0))
    print_ = s.put(s.label_flat(d.image("ink"), 0.42, 0.65, (0, 0, 0), (90, 0, 0)), (-0.25, 0.115, 1.22), (80, 0, 0))
    hills = []
    for at, (tone, tall, shift) in enumerate((("#c9b79c", 0.42, 0.4), ("#7f8a78", 0.3, 1.7), ("#3d4a44", 0.18, 3.0))):
        hill = s.sheet(lambda u, v, tall=tall, shift=shift: ((u - 0.5) * 1.06, v * (tall * (0.6 + 0.4 * math.sin(u * 6 + shift)) + 0.03), 0), m.matt(tone, 0.9), 50, 1)
        hills.append(s.put(hill, (0, 0.006 - at * 0.003, 0.24), (80, 0, 0)))
    sun = s.put(s.disc(0.11, 0, m.matt(d.accent, 0.9)), (0.3, 0.085, 0.86), (80, 0, 0))
    s.join([base, leaf, print_, sun] + hills, rotation=(0, 0, -16))


@form
def tapes(d):
    tones = ("moss", "honey", "clay", "ice") if d.style == "hill" else ("plum", "rose", "mustard", "indigo")
    places = ((-0.5, 0.25, 0, 0), (-0.44, 0.2, 0.3, 0), (0.42, 0.35, 0.4, 1), (0.42, -0.4, 0, 0))
    for at, (x, y, z, stood) in enumerate(places):
        roll = s.lathe(s.rounded([(0.26, 0), (0.4, 0), (0.4, 0.29), (0.26, 0.29)], 0.008), m.paper(tones[at], 0.6))
        core = s.lathe([(0.262, 0.285), (0.235, 0.285), (0.235, 0.005), (0.262, 0.005)], m.paper("kraft"))
        tail = s.sheet(lambda u, v: (0.0 + u * 0.55, -0.4 - 0.002 + 0.04 * u * u, v * 0.29), m.paper(tones[at], 0.6), 20, 2, 0.004) if at == 3 else None
        things = [part for part in (roll, core, tail) if part]
        s.join(things, (x, y, z), (90, 0, 24) if stood else (0, 0, 0))


@form
def pen(d):
    brass = m.metal(d.colour, 0.22)
    body = [
        s.tube([(-1.05, 0, 0), (0.55, 0, 0)], 0.12, brass, taper=lambda t: 0.82 + 0.18 * math.sin(min(1, t * 3) * math.pi / 2)),
        s.tube([(0.55, 0, 0), (0.86, 0, 0)], 0.095, m.paint("ink", 0.3), taper=lambda t: 1 - 0.22 * t),
        s.put(nib(), (0.84, 0, 0.02)),
        s.ring(0.1, 0.012, m.metal("steel", 0.15)),
    ]
    s.put(body[3], (0.55, 0, 0), (0, 90, 0))
    s.join(body, (0.05, -0.3, 0.134), (0, 0, 28))
    cap = [
        s.tube([(-0.55, 0, 0), (0.5, 0, 0)], 0.137, brass, taper=lambda t: 0.86 + 0.14 * math.sin(min(1, t * 4) * math.pi / 2)),
        s.tube(s.curved([(-0.5, 0, 0.12), (-0.45, 0, 0.19), (0.1, 0, 0.18), (0.28, 0, 0.15)]), 0.022, brass),
    ]
    s.join(cap, (-0.15, 0.3, 0.15), (0, 0, 28))
    s.put(s.box((1.7, 1.2, 0.012), m.paper("paper"), bevel=0.002), (0.35, 0.05, 0.0), (0, 0, 14))


def nib():
    steel = m.metal("steel", 0.12)
    return s.sheet(lambda u, v: (v * 0.34, (u - 0.5) * 0.15 * (1 - v ** 1.6), 0.05 * (1 - (2 * u - 1) ** 2) * (1 - v)), steel, 12, 16, 0.01)


@form
def brushes(d):
    for at, (y, turn) in enumerate(((-0.2, 24), (0.12, 30), (0.4, 19))):
        cane = m.wood(d.colour, (1, 16, 16))
        size = 1 - at * 0.12
        things = [
            s.tube([(-1.6, 0, 0), (0.7, 0, 0)], 0.06 * size, cane),
            s.tube([(0.68, 0, 0), (0.8, 0, 0)], 0.066 * size, m.matt("ink", 0.4)),
            s.tube([(0.8 + t * 0.006, 0, 0) for t in range(80)], 0.06 * size, m.wool(d.accent if at else "#b08050"), taper=lambda t: (1 + 0.25 * math.sin(t * math.pi)) * (1 - t ** 2.2) + 0.02),
            s.tube(s.curved([(-1.6, 0, 0), (-1.75, 0.06, -0.02), (-1.82, 0, -0.03), (-1.75, -0.06, -0.02), (-1.6, 0, 0)]), 0.012, m.cloth("cinnabar")),
        ]
        s.join(things, (0, y, 0.1 + 0.06), (0, 0, turn))
    rest = s.box((0.3, 1.3, 0.1), m.glaze("celadon"), (0.72, 0.5, 0), (0, 0, 24), 0.045)
    stone = m.Recipe("#2a2a2c", 0.5).material
    s.put(s.lathe(s.walled(s.curved([(0.4, 0), (0.5, 0.02), (0.5, 0.16)]), 0.07, 0.06), stone), (-0.5, -0.85, 0))
    s.put(s.disc(0.4, 0.1, m.Recipe("#060606", 0.03).material), (-0.5, -0.85, 0))
    return rest


@form
def desk_tray(d):
    timber = m.wood(d.colour, (1, 12, 12))
    wide, deep, tall = 2.4, 1.05, 0.27
    things = [s.box((wide - 0.04, deep - 0.04, 0.06), timber, bevel=0.004), s.box((wide - 0.2, deep - 0.2, 0.012), m.wool(d.accent), (0, 0, 0.06), bevel=0.003)]
    for side in (-1, 1):
        things.append(s.box((wide, 0.075, tall), timber, (0, side * (deep - 0.075) / 2, 0), bevel=0.012))
        end = m.wood(d.colour, (12, 1, 12))
        things.append(s.box((0.075, deep, tall), end, (side * (wide - 0.075) / 2, 0, 0), bevel=0.012))
        for z in (0.05, 0.15):
            for y in (-1, 1):
                things.append(s.box((0.08, 0.078, 0.055), m.wood("beech"), (side * (wide - 0.075) / 2, y * (deep - 0.075) / 2, z), bevel=0.003))
    things.append(s.put(pencil("cedar", "cinnabar"), (0.0, 0.2, 0.12), (0, 0, 3)))
    things.append(s.put(pencil("beech", "pine"), (0.1, 0.02, 0.12), (0, 0, -4)))
    things.append(s.box((0.42, 0.2, 0.14), m.matt("paper"), (-0.75, -0.22, 0.072), (0, 0, 12), 0.03))
    things.append(s.put(s.ring(0.11, 0.012, m.metal("brass")), (0.7, -0.24, 0.085)))
    s.join(things, rotation=(0, 0, 16))


@form
def mountains(d):
    material = d.material("glaze")
    for x, y, wide, tall, seed in ((-0.42, 0.1, 0.85, 0.85, 1), (0.55, -0.16, 0.6, 0.52, 6)):
        peak = lambda t, r, z, wide=wide, seed=seed: (r * (1 + 0.12 * math.sin(t * 2 + seed) + 0.07 * math.sin(t * 5 + seed * 2) + 0.04 * math.sin(t * 9 + z * 5)), z)
        profile = s.curved([(0.001, 0), (wide * 0.9, 0.0), (wide * 0.86, 0.05), (wide * 0.5, tall * 0.42), (wide * 0.24, tall * 0.8), (wide * 0.08, tall * 0.98), (0.001, tall)], 10)
        s.put(s.lathe(profile, material, 120, peak, 70), (x, y, 0), scale=(1, 0.6, 1))
