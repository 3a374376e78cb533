"""Everything soft."""

import math
import random

import materials as m
import shapes as s
from forms import form


def fold(material, wide, deep, thick, layers, seed=0, base=0.0):
    """A folded cloth: a soft stack whose front is one rounded fold."""
    each = thick / layers
    things = []
    for layer in range(layers):
        z = base + each * layer

        def section(u, v, z=z, layer=layer):
            turn = u * math.tau
            v = 0.5 - 0.5 * math.cos(v * math.pi)
            x = (v - 0.5) * wide * (1 - 0.012 * ((layer * 5 + seed) % 3))
            # superellipse section: flat faces, round front and back
            c, n = math.cos(turn), math.sin(turn)
            y = deep / 2 * math.copysign(abs(c) ** 0.22, c) * (1 - 0.02 * ((layer + seed) % 3))
            h = each * 0.56 * math.copysign(abs(n) ** 0.55, n)
            near = min(1.0, (1 - abs(2 * v - 1)) * wide / 2 / (each * 0.6))
            end = (1 - (1 - near) ** 2) ** 0.5
            sag = 0.03 * s.ripple(x * 1.4, y * 1.4, 1.2, seed + layer * 3) + 0.008 * s.ripple(x * 5, y * 5, 1.6, seed + layer)
            return (x, y + 0.02 * s.ripple(x, z, 3, seed), z + each / 2 + h * end + sag * (0.4 + 0.6 * layer / layers))

        things.append(s.sheet(section, material, 72, 90, wrap=True, angle=75))
    return things


@form
def folded_stack(d):
    if d.style == "quilt":
        things = fold(m.quilted(d.colour), 2.3, 1.7, 0.95, 3, 1)
        band = m.cloth("honey", 280, 0.5)
        things.append(strap(band, 1.74, 0.98, 0.2))
        s.join(things, rotation=(0, 0, 18))
        return
    things, level = [], 0.0
    tones = {"ribbon": [d.colour] * 4, "buttons": [d.colour] * 2, "striped": [d.colour, d.colour]}[d.style]
    thick = {"ribbon": (0.36, 0.3, 0.24, 0.2), "buttons": (0.36, 0.32), "striped": (0.14, 0.14)}[d.style]
    for at, tone in enumerate(tones):
        stripe = d.accent if d.style == "striped" and at == len(tones) - 1 else None
        cloth = m.linen(tone, stripe) if d.way == "linen" else m.cloth(tone)
        shrink = 1 - 0.05 * at
        things += fold(cloth, 2.1 * shrink, 1.6 * shrink, thick[at], 2, at * 7, level)
        level += thick[at]
    if d.style == "ribbon":
        things.append(strap(m.cloth("paper", 280), 1.62, level, 0.16))
        things.append(s.put(s.box((0.36, 0.012, 0.5), m.paper("paper")), (-0.3, -0.83, level * 0.3), (8, 0, 0)))
    if d.style == "buttons":
        for at in range(4):
            shell = s.cylinder(0.055, 0.03, m.clay("walnut"), 0, 0.01, 32)
            things.append(s.put(shell, (-0.6 + at * 0.4, -0.62, level + 0.012)))
    s.join(things, rotation=(0, 0, 18))


def strap(material, deep, tall, wide):
    line = [(0, -deep / 2 - 0.015, 0.02), (0, -deep / 2 - 0.02, tall - 0.06), (0, -deep / 2 + 0.08, tall + 0.02), (0, 0, tall + 0.035), (0, deep / 2 - 0.08, tall + 0.02), (0, deep / 2 + 0.02, tall - 0.06), (0, deep / 2 + 0.015, 0.02)]
    line = s.curved(line, 8)
    return s.sheet(lambda u, v: (0.25 + (v - 0.5) * wide, *line[min(int(u * (len(line) - 1) + 0.5), len(line) - 1)][1:]), material, len(line) - 1, 2, 0.012)


def stuffed(wide, deep, thick, material, seed=0, power=2.6, piping=None):
    """A cushion lying down: two bellies sewn at the edge, with wrinkles running to the corners."""
    things = []
    for side in (-1, 1):

        def place(u, v, side=side):
            a, b = 2 * u - 1, 2 * v - 1
            pinch = 1 - 0.07 * (1 - abs(a) ** 2) * abs(b) ** 4
            pinch_y = 1 - 0.07 * (1 - abs(b) ** 2) * abs(a) ** 4
            belly = s.soften(a, power) * s.soften(b, power)
            crease = 0.05 * s.ripple(a * 1.6, b * 1.6, 1.5, seed + side) + 0.02 * s.ripple(a * 4, b * 4, 1.5, seed + 4)
            edge = (abs(a * b)) ** 3 * 0.06 * math.sin((a - b) * 30)
            return (a * wide / 2 * pinch_y, b * deep / 2 * pinch, side * (belly * thick / 2) * (1 + crease * 1.6) + edge * 0.3)

        things.append(s.sheet(place, material, 90, 90, angle=80))
    if piping:
        line = []
        for at in range(200):
            t = at / 200 * 4
            side, p = int(t), (t - int(t)) * 2 - 1
            a, b = ((p, -1), (1, p), (-p, 1), (-1, -p))[side]
            line.append((a * wide / 2 * (1 - 0.07 * (1 - b * b) * abs(a) ** 4), b * deep / 2 * (1 - 0.07 * (1 - a * a) * abs(b) ** 4), 0))
        things.append(s.tube(line, 0.022, piping, closed=True))
    return things


@form
def cushion(d):
    if d.style == "round":
        round_cushion(d)
        return
    things = stuffed(1.9, 1.9, 0.62, m.linen(d.colour), 3, 2.4, m.linen(d.colour))
    for x, y, turn, size in ((-0.36, 0.3, 20, 1.0), (0.24, 0.44, -35, 0.8), (0.06, -0.2, 70, 1.15), (0.5, -0.02, 10, 0.7), (-0.4, -0.34, -60, 0.75)):
        things.append(ginkgo(d.accent, x, y, turn, size))
    s.join(things, (0, 0.1, 0.9), (72, 0, -14))


def ginkgo(colour, x, y, turn, size):
    """Two lobes of satin stitch on the belly of the cushion."""
    silk = m.ribs(colour, 260, 0.5, 1)
    a = math.radians(turn)
    stalk = [(x + 0.22 * size * t * math.sin(a), y - 0.22 * size * t * math.cos(a)) for t in (-0.1, 0.3, 0.7, 1.0)]
    top = lambda px, py: 0.31 * s.soften(px / 0.95, 2.4) * s.soften(py / 0.95, 2.4) + 0.02

    def place(u, v):
        spread = math.radians(-70 + 140 * u)
        reach = v * 0.3 * size * (1 - 0.3 * math.exp(-((u - 0.5) / 0.035) ** 2) - 0.02 * abs(math.sin(u * 31)))
        px, py = reach * math.sin(spread), reach * math.cos(spread)
        wx, wy = x + px * math.cos(a) - py * math.sin(a), y + px * math.sin(a) + py * math.cos(a)
        return (wx, wy, top(wx, wy) * 1.07 + 0.03)

    stem = s.tube([(px, py, top(px, py) * 1.07 + 0.03) for px, py in stalk], 0.014, silk)
    return s.join([s.sheet(place, silk, 48, 10, 0.012), stem])


def round_cushion(d):
    wale = m.ribs(d.colour, 55, 0.8)
    bulge = lambda turn, r, z: (r * (1 + 0.008 * math.sin(turn * 26)), z)
    profile = s.curved([(0.001, 0.06), (0.6, 0.0), (1.05, 0.05), (1.2, 0.26), (1.08, 0.5), (0.6, 0.58), (0.12, 0.5), (0.001, 0.47)], 8)
    s.lathe(profile, wale, 160, bulge, 80)
    for height in (0.12, 0.43):
        s.ring(1.165, 0.022, m.cloth(d.colour), height)
    s.put(s.blob((0.09, 0.09, 0.035), m.wood("walnut"), (0, 0, 0.49)))


@form
def pillow(d):
    s.join(stuffed(2.3, 1.5, 0.6, m.linen(d.colour), 6, 2.2), (0, 0, 0.32), (4, 0, 14))
    husk = m.Recipe("#4a3526", 0.7)
    hull = husk.bump(husk.noise(30, 3), 0.6, 0.03).material
    chance = random.Random(2)
    model = s.blob((0.03, 0.025, 0.018), hull, (0.9, -0.8, 0.02), 0.4, 1, 2)
    for _ in range(130):
        turn, reach = chance.random() * math.tau, chance.random() ** 0.7 * 0.36
        s.copy(model, (0.95 + reach * math.cos(turn), -0.86 + reach * math.sin(turn) * 0.55, 0.015 + max(0, 0.14 - reach * 0.5) * chance.random()), [chance.uniform(0, 360) for _ in range(3)], tuple(model.scale))


@form
def rolled(d):
    """A roll tied twice, its spiral showing at the end."""
    pad = m.quilted(d.colour, 1.8)
    line = []
    for at in range(220):
        t = at / 219
        turn = t * math.tau * 3.6
        reach = 0.1 + 0.5 * t
        line.append((0, reach * math.cos(turn), reach * math.sin(turn) + 0.62))
    length = 2.4
    roll = s.sheet(lambda u, v: ((v - 0.5) * length + 0.02 * math.sin(u * 50), *line[min(int(u * 219), 219)][1:]), pad, 219, 40, 0.12)
    ties = []
    for x in (-0.55, 0.55):
        tie = s.put(s.ring(0.67, 0.035, m.cloth(d.accent, 280)), (x, 0, 0.62), (0, 90, 0))
        bow = s.blob((0.07, 0.09, 0.06), m.cloth(d.accent, 280), (x, -0.45, 1.12))
        tail = s.tube(s.curved([(x, -0.46, 1.1), (x - 0.08, -0.66, 0.9), (x - 0.02, -0.72, 0.62)]), 0.03, m.cloth(d.accent, 280))
        ties += [tie, bow, tail]
    s.join([roll] + ties, rotation=(0, 0, 32))


@form
def throw(d):
    material = d.material("wool")
    if d.style == "folded":
        s.join(fold(material, 2.2, 1.7, 0.7, 5, 2), rotation=(0, 0, 20))
        return
    things = fold(material, 2.0, 1.5, 0.62, 4, 5)

    def drape(u, v):
        x = -0.15 + (v - 0.5) * 1.1 + 0.03 * math.sin(u * 9)
        line = u * 2.2
        y = 0.55 - line if line < 1.3 else -0.75 - 0.05 * math.sin((line - 1.3) * 3)
        z = 0.66 + 0.02 * math.sin(v * 20) if line < 1.22 else max(0.015, 0.66 - (line - 1.22) * 0.75)
        wave = 0.035 * s.ripple(v * 4, u * 3, 1.4, 3)
        return (x, y + wave, z + wave * (line < 1.3))

    things.append(s.sheet(drape, material, 70, 60, 0.05, angle=80))
    yarn = m.wool(d.colour)
    for at in range(26):
        x = -0.15 + (at / 25 - 0.5) * 1.06 + 0.03
        y = -0.81
        things.append(s.tube([(x, y, 0.05), (x + 0.01 * math.sin(at * 3), y - 0.09, 0.03), (x + 0.03 * math.sin(at * 5), y - 0.26, 0.018)], 0.014, yarn))
    s.join(things, rotation=(0, 0, 16))


@form
def rug(d):
    rope = m.cloth(d.colour, 26, 1.0, 0.25)
    dark = m.cloth(d.accent, 26, 1.0, 0.25)
    things = []
    for at in range(15):
        things.append(s.ring(0.06 + at * 0.088, 0.05, dark if at in (11, 12) else rope, 0.05, segments=120))
    s.join(things, (0, 0, 1.36), (76, 0, 0))
    s.box((2.0, 0.3, 0.9), m.wood("oak", (1, 12, 12)), (0, 0.62, 0), bevel=0.02)


@form
def towels(d):
    {"stack": towel_stack, "rolled": towel_rolls, "mat": bath_mat}[d.style](d)


def towel_stack(d):
    tones, level, things = [d.colour, d.colour, d.colour], 0.0, []
    for at, tone in enumerate(tones):
        things += fold(m.fluffy(tone), 1.7 - 0.04 * at, 1.15, 0.36, 3, at * 5, level)
        level += 0.36
    things.append(s.put(s.box((0.1, 0.012, 0.16), m.paper("cream"), bevel=0.002), (0.55, -0.6, 0.8), (14, 0, 0)))
    s.join(things, rotation=(0, 0, 18))


def towel_roll(material, length, radius):
    line = []
    for at in range(160):
        t = at / 159
        turn, reach = t * math.tau * 3.1, radius * (0.16 + 0.84 * t)
        line.append((reach * math.cos(turn), reach * math.sin(turn)))
    return s.sheet(lambda u, v: ((v - 0.5) * length + 0.02 * math.sin(u * 26), line[min(int(u * 159), 159)][0], line[min(int(u * 159), 159)][1]), material, 159, 40, radius * 0.24)


def towel_rolls(d):
    terry = m.fluffy(d.colour)
    for x, z, y in ((0, 0.36, -0.36), (0.04, 0.36, 0.42), (-0.02, 0.98, 0.03)):
        s.put(towel_roll(terry, 1.7, 0.3), (x, y, z), (0, 0, 0))
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 38))


def bath_mat(d):
    s.join(fold(m.fluffy(d.colour, 46), 2.2, 1.3, 0.62, 3, 4), rotation=(0, 0, 18))


@form
def cloth(d):
    """A dyed cloth hung over a rod, pale below."""
    dye = m.Recipe(d.colour, 0.9, Specular=0.1)
    split = dye.node("SeparateXYZ")
    dye.link(dye.place(), split.inputs[0])
    edge = dye.math("ADD", split.outputs[2], dye.math("MULTIPLY", dye.noise(5, 4), 0.16))
    depth = dye.ramp(edge, (0.18, "#dfe3e2"), (0.45, "#8fa3bd"), (0.75, "#4b658f"), (1.0, d.colour))
    wave = pattern(dye, d.pattern, split)
    dye.colour(dye.mix(wave, depth, m.linear(d.accent)))
    front = lambda u, v: ((u - 0.5) * 1.5, -0.08 - 0.06 * math.sin(u * 14 + v) * (1 - v * 0.75), 0.12 + v * 1.9)
    back = lambda u, v: ((u - 0.5) * 1.5, 0.1 + 0.05 * math.sin(u * 12 + 2) * (1 - v * 0.8), 0.45 + v * 1.57)
    top = lambda u, v: ((u - 0.5) * 1.5, -0.094 + 0.194 * v, 2.02 + 0.07 * math.sin(v * math.pi))
    for f in (front, back, top):
        s.sheet(f, dye.material, 80, 60, 0.014)
    timber = m.wood("oak", (1, 12, 12))
    s.tube([(-1.0, 0, 2.0), (1.0, 0, 2.0)], 0.05, timber)
    for x in (-0.94, 0.94):
        s.tube([(x, 0.0, 0), (x, 0, 2.05)], 0.045, timber)
        s.box((0.14, 0.7, 0.07), timber, (x, 0, 0), bevel=0.02)


def pattern(recipe, name, split):
    if name == "rain":
        cell = recipe.math("FRACT", recipe.math("MULTIPLY", recipe.math("ADD", split.outputs[0], 5), 11))
        row = recipe.math("FRACT", recipe.math("ADD", recipe.math("MULTIPLY", split.outputs[2], 2.6), recipe.math("MULTIPLY", recipe.math("FLOOR", recipe.math("MULTIPLY", recipe.math("ADD", split.outputs[0], 5), 11)), 0.37)))
        return recipe.math("MULTIPLY", recipe.math("LESS_THAN", cell, 0.1), recipe.math("LESS_THAN", row, 0.55))
    wave = recipe.math("ADD", recipe.math("MULTIPLY", split.outputs[2], 7), recipe.math("MULTIPLY", recipe.math("SINE", recipe.math("MULTIPLY", split.outputs[0], 13)), 0.3))
    return recipe.math("LESS_THAN", recipe.math("FRACT", recipe.math("ADD", wave, 9)), 0.1)


@form
def sachet(d):
    material = m.linen(d.colour)
    for x, y, turn in ((-0.3, 0.1, 10), (0.5, -0.16, -22)):
        bag = s.lathe(s.curved([(0.001, 0.0), (0.3, 0.02), (0.4, 0.2), (0.34, 0.44), (0.13, 0.6), (0.1, 0.66), (0.16, 0.76), (0.27, 0.88), (0.26, 0.885)], 7), material, 120,
                      lambda t, r, z: (r * (1 + (0.14 * abs(math.sin(t * 8)) * min(1, max(0, (z - 0.3) / 0.3))) + 0.05 * math.sin(t * 2)), z), 80)
        cord = s.ring(0.118, 0.024, m.cloth(d.accent, 280), 0.635)
        loop = s.tube(s.curved([(0.1, -0.06, 0.64), (0.3, -0.18, 0.5), (0.34, -0.24, 0.24), (0.36, -0.22, 0.12)]), 0.014, m.cloth(d.accent, 280))
        bead = s.blob(0.045, m.wood("walnut"), (0.36, -0.22, 0.14))
        s.join([s.put(bag, scale=(1, 0.72, 1)), cord, loop, bead], (x, y, 0), (0, 0, turn))
