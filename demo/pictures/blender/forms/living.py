"""Lamps, vases, plants, baskets and small furniture."""

import math
import random

import materials as m
import shapes as s
from forms import form


@form
def table_lamp(d):
    if d.style == "woven":
        woven_lamp(d)
        return
    stem = m.paint(d.colour, 0.4)
    s.lathe(s.rounded([(0, 0), (0.52, 0), (0.52, 0.05), (0.14, 0.12), (0.1, 0.3), (0.1, 1.05), (0, 1.05)], 0.05), stem)
    opal = m.shade_of_light("#fbf1e0" if d.colour in ("cream",) else d.colour, 0.0)
    inner = m.glow("#ffd7a0", 5.5)
    s.lathe(s.curved([(0.92, 0.92), (0.9, 1.12), (0.7, 1.42), (0.35, 1.56), (0.001, 1.6)], 8), opal if d.colour != "cream" else m.shade_of_light("#fbf1e0", 0.55), 128)
    s.lathe(s.curved([(0.9, 0.93), (0.86, 1.12), (0.66, 1.38), (0.33, 1.5), (0.001, 1.54)], 8), m.matt("#fff4e2"), 128)
    s.blob((0.2, 0.2, 0.16), inner, (0, 0, 1.2))
    for turn in (45, 135, 225, 315):
        s.bulb((0.45 * math.cos(math.radians(turn)), 0.45 * math.sin(math.radians(turn)), 1.0), 7, 0.14)
    s.ring(0.91, 0.014, m.paint(d.colour, 0.4), 0.925)
    s.put(s.cylinder(0.05, 0.012, m.metal("brass"), 0, 0.003), (0, -0.36, 0.075), (10, 0, 0))


def weave(radius, low, high, rows, strand, material, stakes, wave=0.03):
    """Horizontal strands going in and out of upright ones."""
    things = []
    for row in range(rows):
        z = low + (high - low) * (row + 0.5) / rows
        r = radius(z)
        phase = (row % 2) * math.pi
        line = [((r + wave * math.cos(t / 240 * math.tau * stakes / 2 + phase)) * math.cos(t / 240 * math.tau), (r + wave * math.cos(t / 240 * math.tau * stakes / 2 + phase)) * math.sin(t / 240 * math.tau), z) for t in range(240)]
        things.append(s.tube(line, strand, material, closed=True))
    for at in range(stakes):
        turn = at * math.tau / stakes
        things.append(s.tube([(radius(low + (high - low) * t / 12) * math.cos(turn), radius(low + (high - low) * t / 12) * math.sin(turn), low + (high - low) * t / 12) for t in range(13)], strand * 0.8, material))
    return things


def woven_lamp(d):
    cane = m.wood(d.colour, (6, 6, 6))
    belly = lambda z: 0.62 + 0.16 * math.sin((z - 0.25) / 1.3 * math.pi)
    weave(belly, 0.25, 1.55, 15, 0.022, cane, 36, 0.02)
    for z in (0.24, 1.56):
        s.ring(belly(z) + 0.01, 0.035, m.wood(d.accent), z)
    s.cylinder(0.62, 0.12, m.wood(d.accent), 0.06, 0.03)
    for at in range(3):
        turn = at * math.tau / 3
        s.blob((0.07, 0.07, 0.06), m.wood(d.accent), (0.5 * math.cos(turn), 0.5 * math.sin(turn), 0.05))
    s.blob((0.2, 0.2, 0.24), m.glow("#ffc27a", 14), (0, 0, 0.75))
    s.bulb((0, 0, 1.05), 60, 0.03)
    s.cylinder(0.48, 1.1, m.Recipe("#fff1da", 1.0, Emission_Strength=0.9, Emission=m.linear("#ffc98a"), Alpha=0.35).material, 0.28, 0.02)


@form
def lantern(d):
    paper = m.Recipe("#fff0d8", 0.9, Emission_Strength=1.15)
    split = paper.node("SeparateXYZ")
    paper.link(paper.place(), split.inputs[0])
    height = paper.math("DIVIDE", split.outputs[2], 1.9)
    warm = paper.ramp(height, (0.05, "#d98d45"), (0.35, "#ffdca6"), (0.6, "#ffe6bd"), (0.98, "#dd9a52"))
    paper.link(warm, paper.body.inputs["Emission"])
    folds = lambda t, r, z: (r * (1 + 0.012 * math.sin(t * 2 + 1)) + 0.016 * abs(math.sin(z * 17)), z)
    profile = [(0.98 * math.sin(math.pi * (0.07 + 0.86 * k / 120)) ** 0.9, 0.08 + 1.75 * k / 120) for k in range(121)]
    s.lathe(profile, paper.bump(paper.noise(30, 4), 0.15, 0.02).material, 128, folds)
    cane = m.wood(d.accent)
    s.ring(0.23, 0.03, cane, 1.84)
    s.ring(0.24, 0.035, cane, 0.06)
    for at in range(3):
        turn = at * math.tau / 3 + 0.3
        s.tube([(0.24 * math.cos(turn), 0.24 * math.sin(turn), 0.1), (0.42 * math.cos(turn), 0.42 * math.sin(turn), 0.0)], 0.028, cane)


@form
def desk_lamp(d):
    coat, timber = m.paint(d.colour, 0.36), m.wood(d.accent, (8, 8, 8))
    brass = m.metal("brass", 0.25)
    s.lathe(s.rounded([(0, 0), (0.62, 0), (0.62, 0.08), (0.56, 0.1), (0, 0.1)], 0.03), coat).location = (-0.5, 0, 0)
    elbow, head = (-0.95, 0, 1.35), (0.25, 0, 2.15)
    s.tube([(-0.5, 0, 0.1), elbow], 0.05, timber)
    s.tube([elbow, head], 0.05, timber)
    for point in ((-0.5, 0, 0.14), elbow, head):
        s.put(s.cylinder(0.085, 0.16, brass, -0.08, 0.01), point, (90, 0, 0))
    shade = s.lathe(s.curved([(0.46, 0.0), (0.4, 0.12), (0.14, 0.5), (0.1, 0.62), (0.001, 0.62)]), coat)
    bulb = s.blob((0.15, 0.15, 0.18), m.glow("#ffe0b0", 16), (0, 0, 0.2))
    shine = s.bulb((0, 0, 0.02), 130)
    top = s.cylinder(0.11, 0.1, coat, 0.56, 0.02)
    s.join([shade, bulb, top, shine], (0.46, 0, 1.62), (0, -24, 0))


@form
def night_light(d):
    places = ((0, 0, 1.0),) if d.count == 1 else ((-0.55, 0.25, 1.0), (0.55, 0.32, 0.82), (0.05, -0.42, 0.7))
    for at, (x, y, size) in enumerate(places):
        soft = m.Recipe("#fff3df", 0.6, Emission_Strength=1.0 if at == 0 else 0.75)
        split = soft.node("SeparateXYZ")
        soft.link(soft.place(), split.inputs[0])
        soft.link(soft.ramp(soft.math("ADD", split.outputs[2], 0.5), (0.1, "#ffb765"), (0.6, "#ffe0b0"), (1.0, "#d8a574")), soft.body.inputs["Emission"])
        s.put(s.blob((0.5, 0.46, 0.34), soft.material, (0, 0, 0), 0.1, at + 2, 5, 0.9), (x, y, 0.4 * size), (0, 0, at * 50), (0.5 * size, 0.46 * size, 0.34 * size))
        s.cylinder(0.3 * size, 0.08, m.wood(d.accent), 0, 0.02).location = (x, y, 0)


@form
def vase(d):
    material = d.material("matt")
    if d.style == "moon":
        profile = s.curved([(0.42, 0), (0.72, 0.16), (1.0, 0.6), (1.07, 0.96), (1.0, 1.32), (0.8, 1.6), (0.5, 1.8), (0.44, 1.92)], 10)
        s.lathe(s.walled(profile, 0.04), material, 160, lambda t, r, z: (r * (1 + 0.012 * math.sin(t * 2 + z * 2)), z + 0.012 * math.sin(t) * (z > 1.2)))
        return
    profile = s.curved([(0.36, 0), (0.52, 0.08), (0.58, 0.42), (0.44, 0.86), (0.17, 1.12), (0.13, 1.5), (0.16, 1.62)], 10)
    s.lathe(s.walled(profile, 0.03), material, 128, s.thrown(0.016))
    if d.pattern == "branch":
        branch((0, 0, 1.1), 1.35)


def branch(start, tall, seed=4, blossom=True):
    """A bare twig with a few buds."""
    chance = random.Random(seed)
    bark = m.clay("walnut")
    x, y, z = start
    line = s.curved([(x, y, z), (x + 0.08, y, z + tall * 0.3), (x - 0.12, y + 0.04, z + tall * 0.62), (x + 0.16, y, z + tall)], 8)
    things = [s.tube(line, 0.03, bark, taper=lambda t: 1 - 0.7 * t)]
    tips = [line[-1]]
    for at, part in enumerate((0.42, 0.55, 0.7, 0.82)):
        base = line[int(part * (len(line) - 1))]
        side = 1 if at % 2 else -1
        tip = (base[0] + side * tall * chance.uniform(0.25, 0.4), base[1] + chance.uniform(-0.15, 0.15), base[2] + tall * chance.uniform(0.12, 0.3))
        bend = s.curved([base, ((base[0] + tip[0]) / 2, (base[1] + tip[1]) / 2, (base[2] + tip[2]) / 2 - 0.05), tip], 6)
        things.append(s.tube(bend, 0.017, bark, taper=lambda t: 1 - 0.6 * t))
        tips += [tip, bend[len(bend) // 2]]
    if blossom:
        petal, heart = m.Recipe("#f2d9d2", 0.6).material, m.matt("mustard")
        for at, tip in enumerate(tips + [line[len(line) // 2]]):
            for k in range(5):
                turn = k * math.tau / 5 + at
                things.append(s.blob((0.05, 0.035, 0.022), petal, (tip[0] + 0.045 * math.cos(turn), tip[1] - 0.03, tip[2] + 0.045 * math.sin(turn)), 0.1, k, 2))
            things.append(s.blob(0.022, heart, (tip[0], tip[1] - 0.045, tip[2]), detail=2))
    return things


def sprig(start, end, colour="sage", leaves=14):
    """A small leafy stem lying or standing."""
    green = m.leaf(colour)
    line = s.curved([start, tuple((a + b) / 2 + (0, 0, 0.05)[i] for i, (a, b) in enumerate(zip(start, end))), end], 12)
    things = [s.tube(line, 0.012, m.leaf("moss"))]
    direction = math.atan2(end[1] - start[1], end[0] - start[0])
    for at in range(leaves):
        point = line[int((at + 1) / (leaves + 1) * (len(line) - 1))]
        side = 1 if at % 2 else -1
        leaf = s.sheet(lambda u, v: ((u - 0.5) * 0.1 * math.sin(max(0.04, v) * math.pi) ** 0.8, v * 0.26, 0.05 * v * v), green, 5, 10)
        things.append(s.put(leaf, point, (18, 0, math.degrees(direction) - 90 + side * 52)))
    return things


@form
def plant(d):
    fern = d.style == "fern"
    tall, top = (0.72, 0.52) if fern else (0.95, 0.62)
    s.lathe(s.walled(s.curved([(top * 0.72, 0.06), (top * 0.8, 0.1), (top, tall)]), 0.05), d.material("clay"), warp=s.thrown(0.005))
    s.lathe(s.walled(s.curved([(top * 0.7, 0.0), (top * 1.0, 0.02), (top * 1.06, 0.1)]), 0.04, 0.04), d.material("clay") if fern else m.wood(d.accent))
    soil = m.Recipe("#33251b", 1.0)
    s.cylinder(top * 0.93, 0.05, soil.bump(soil.noise(16, 5), 1.0, 0.08).material, tall - 0.14, 0.01)
    (fern_fronds if fern else sword_leaves)(tall)


def fern_fronds(base):
    chance = random.Random(3)
    stem, green = m.leaf("moss"), m.leaf("#5f8a4d")
    needle = s.tube([(0, 0, 0), (0.13, 0, 0.02)], 0.007, green)
    for at in range(13):
        turn = at * 2.4
        lean = chance.uniform(0.25, 0.75)
        tall = chance.uniform(0.55, 1.0)
        tip = (lean * math.cos(turn), lean * math.sin(turn), base + tall)
        line = s.curved([(0.06 * math.cos(turn), 0.06 * math.sin(turn), base - 0.1), (0.3 * tip[0], 0.3 * tip[1], base + tall * 0.62), tip], 8)
        s.tube(line, 0.012, stem, taper=lambda t: 1 - 0.6 * t)
        for layer in range(5):
            heart = line[len(line) // 2 + layer * (len(line) // 2 - 1) // 5]
            for k in range(30):
                angle, reach = k * 2.4, 0.04 + 0.009 * k
                where = (heart[0] + reach * math.cos(angle), heart[1] + reach * math.sin(angle), heart[2] + 0.02 * chance.uniform(-1, 1))
                s.copy(needle, where, (chance.uniform(-20, 20), chance.uniform(-20, 10), math.degrees(angle) + chance.uniform(-40, 40)), (1, 1, 1))
    s.bpy.data.objects.remove(needle)


def sword_leaves(base):
    band = m.Recipe("#4d6b45", 0.45)
    split = band.node("SeparateXYZ")
    band.link(band.place(), split.inputs[0])
    wave = band.math("ADD", band.math("MULTIPLY", split.outputs[2], 11), band.math("MULTIPLY", band.noise(7, 4), 5))
    stripes = band.ramp(band.math("FRACT", wave), (0.3, "#38543a"), (0.5, "#7d9468"), (0.75, "#44624a"))
    edge = band.math("GREATER_THAN", band.math("ABSOLUTE", split.outputs[0]), 0.098)
    band.colour(band.mix(edge, stripes, m.linear("#b9ae62")))
    chance = random.Random(8)
    for at in range(10):
        turn = at * 2.4
        tall = chance.uniform(1.1, 2.1)
        leaf = s.sheet(lambda u, v, tall=tall: ((u - 0.5) * 0.26 * (1 - v ** 5) ** 0.7 * (0.8 + 0.3 * math.sin(v * 3)), 0.06 * (2 * u - 1) ** 2 + 0.1 * v * v, v * tall), band.material, 12, 30, 0.015)
        s.put(leaf, (0.2 * math.cos(turn), 0.2 * math.sin(turn), base - 0.12), (chance.uniform(-9, 9), chance.uniform(-9, 9), chance.uniform(-70, 70)))


@form
def rooting_vases(d):
    shapes = (((-0.66, 0.05), [(0.26, 0), (0.36, 0.05), (0.38, 0.3), (0.14, 0.6), (0.13, 0.95), (0.17, 1.0)]), ((0.06, 0.3), [(0.2, 0), (0.28, 0.04), (0.3, 0.5), (0.12, 0.95), (0.11, 1.3), (0.14, 1.36)]), ((0.66, -0.12), [(0.3, 0), (0.38, 0.08), (0.34, 0.42), (0.13, 0.56), (0.15, 0.68)]))
    for at, ((x, y), outline) in enumerate(shapes):
        line = s.curved(outline, 8)
        shell = s.lathe(s.walled(line, 0.028, 0.08), m.glass(d.colour))
        water = [(max(0, r - 0.034), z) for r, z in line if 0.09 < z < outline[3][1]]
        fill = s.lathe([(0, 0.095)] + water + [(0, water[-1][1])], m.liquid("#eef3ee"))
        s.join([shell, fill], (x, y, 0))
        tall = (0.9, 0.75, 0.6)[at]
        tip = (x + (-0.3, 0.12, 0.38)[at], y, outline[-1][1] + tall)
        sprig((x, y, 0.25), tip, "jade", 9)


@form
def basket(d):
    (willow if d.style == "handle" else rope_basket)(d)


def rope_basket(d):
    rope = m.cloth(d.colour, 30, 1.0, 0.12)
    for row in range(13):
        z = 0.07 + row * 0.122
        radius = 0.92 + 0.1 * math.sin(row / 12 * math.pi) + 0.01 * math.sin(row * 5)
        s.ring(radius, 0.07, rope, z, 0.98)
    s.cylinder(0.9, 0.04, rope, 0.01)
    for side in (-1, 1):
        s.tube(s.curved([(side * 0.95, -0.22, 1.52), (side * 0.98, -0.2, 1.74), (side * 0.99, 0, 1.82), (side * 0.98, 0.2, 1.74), (side * 0.95, 0.22, 1.52)], 8), 0.065, rope)
        for y in (-0.22, 0.22):
            s.put(s.ring(0.085, 0.02, m.clay(d.accent)), (side * 0.955, y, 1.5), (0, 0, 0))
    soft = m.wool("rose" if d.colour == "slate" else "sage")
    s.blob((0.74, 0.72, 0.34), soft, (0.05, 0, 1.5), 0.3, 5, 5, 1.4)
    s.box((0.3, 0.03, 0.16), m.clay(d.accent), (0, -1.06, 0.62), bevel=0.005)


def willow(d):
    cane = m.wood(d.colour, (8, 8, 8))
    side = lambda z: 0.82 + 0.2 * min(1, z / 0.7)
    things = weave(side, 0.04, 0.86, 13, 0.034, cane, 30, 0.035)
    things.append(s.ring(1.03, 0.06, cane, 0.9))
    things.append(s.cylinder(0.8, 0.05, cane, 0.0))
    things.append(s.tube(s.curved([(-1.0, 0, 0.85), (-0.92, 0, 1.5), (-0.5, 0, 1.98), (0, 0, 2.12), (0.5, 0, 1.98), (0.92, 0, 1.5), (1.0, 0, 0.85)], 12), 0.055, cane))
    things.append(s.tube(s.curved([(-0.42, 0, 2.02), (0, 0, 2.12), (0.42, 0, 2.02)], 10), 0.072, m.clay("acacia")))
    for at in range(9):
        turn = at * 2.4
        tone = ("#d9862b", "#c9701e", "#e0a13a")[at % 3]
        peel = m.Recipe(tone, 0.45)
        things.append(s.blob((0.26, 0.26, 0.23), peel.bump(peel.noise(50, 2), 0.3, 0.01).material, (0.16 * at ** 0.62 * math.cos(turn), 0.16 * at ** 0.62 * math.sin(turn), 0.96 - at * 0.02), 0.05, at, 4))
    s.join(things, rotation=(0, 0, 30))


@form
def tray(d):
    timber = m.wood(d.colour, (1, 10, 10))
    s.lathe(s.walled(s.rounded([(1.46, 0.0), (1.6, 0.02), (1.58, 0.34)], 0.05), 0.06, 0.08), timber, 160)
    from forms.tea import cup_of_tea, pot_on

    pot_on(-0.3, 0.4, 0.08)
    s.put(cup_of_tea(m.glaze("paper"), 0.34, 0.36), (0.55, -0.3, 0.08))
    s.put(cup_of_tea(m.glaze("paper"), 0.34, 0.36), (-0.5, -0.62, 0.08))


@form
def stool(d):
    timber = m.wood(d.colour, (1, 10, 10))
    leg = m.wood(d.colour, (10, 10, 1))
    s.box((3.0, 2.0, 0.24), timber, (0, 0, 1.98), bevel=0.06)
    s.box((0.7, 0.17, 0.26), m.matt("#1d140e", 0.9), (0, 0, 1.972), bevel=0.05)
    for x in (-1, 1):
        for y in (-1, 1):
            s.tube([(x * 1.08, y * 0.66, 2.0), (x * 1.36, y * 0.92, 0.0)], 0.14, leg, taper=lambda t: 1 - 0.12 * t)
            s.put(s.disc(0.13, 0, m.wood("oak", (6, 6, 1))), (x * 1.06, y * 0.64, 2.224))
    for y in (-1, 1):
        s.tube([(-1.23, y * 0.8, 0.98), (1.23, y * 0.8, 0.98)], 0.085, timber)
    s.tube([(0, -0.8, 0.98), (0, 0.8, 0.98)], 0.075, timber)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 26))


@form
def wood_boxes(d):
    timber = m.wood(d.colour, (1, 10, 10))
    for at in range(d.count):
        z = at * 0.62
        body = s.box((2.0, 1.4, 0.52), timber, bevel=0.012)
        cover = s.box((1.9, 1.3, 0.06), timber, (0.0 if at < d.count - 1 else 0.34, 0, 0.53), bevel=0.008)
        rim = [s.box((2.0, 0.06, 0.1), timber, (0, y, 0.51), bevel=0.006) for y in (-0.67, 0.67)]
        notch = s.put(s.disc(0.1, 0.0, m.matt("#8a6a45")), (0.72 + (0.34 if at == d.count - 1 else 0), 0, 0.594), scale=(0.5, 1, 1))
        s.join([body, cover, notch] + rim, (0.02 * at, 0.01, z), (0, 0, 24 + (at % 2) * 5))
    if d.count == 1:
        s.label_flat("seal-emboss.png", 0.01, 0.01, (0, 0, 0.6), (0, 0, 0))


@form
def low_table(d):
    timber = m.wood(d.colour, (1, 9, 9))
    s.box((3.2, 2.1, 0.14), timber, (0, 0, 1.4), bevel=0.03)
    for y in (-1, 1):
        s.box((3.2, 0.08, 0.2), timber, (0, y * 1.01, 1.42), bevel=0.02)
    for x in (-1, 1):
        s.box((0.08, 2.1, 0.2), timber, (x * 1.56, 0, 1.42), bevel=0.02)
        for y in (-1, 1):
            s.tube([(x * 1.25, y * 0.8, 1.42), (x * 1.38, y * 0.86, 0)], 0.09, m.wood(d.colour, (9, 9, 1)))
        s.tube([(x * 1.33, -0.83, 0.5), (x * 1.33, 0.83, 0.5)], 0.06, timber)
    from forms.tea import cup_of_tea

    s.put(cup_of_tea(m.glaze("celadon"), 0.3, 0.32), (0.6, -0.25, 1.54))
    from forms.desk import book

    s.put(book("indigo", ribbon=False), (-0.6, 0.12, 1.54), (0, 0, 14), 0.62)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 24))
