"""Tins, pouches, boxes and jars."""

import math
import random

import materials as m
import shapes as s
from forms import form


@form
def tin(d):
    for at in range(d.count):
        tall = 1.0 * d.size if d.style != "plain" else 1.15
        radius = 0.42
        body = d.material("paint")
        can = s.lathe(s.rounded([(0, 0), (radius, 0), (radius, tall), (radius - 0.03, tall + 0.015), (0, tall + 0.015)], 0.02), body)
        lid = s.lathe(
            s.rounded([(radius + 0.004, tall - 0.02), (radius + 0.012, tall + 0.0), (radius + 0.012, tall + 0.28), (radius - 0.03, tall + 0.31), (0, tall + 0.315)], 0.035),
            body if d.style == "plain" else m.paint(d.accent if d.accent != "paper" else d.colour, 0.34),
        )
        seam = s.lathe([(radius + 0.014, tall - 0.018), (radius + 0.014, tall - 0.008)], m.metal("steel"))
        things = [can, lid, seam]
        if d.style != "plain":
            things.append(s.label_round(d.image("paper"), radius, 0.14, 0.46, 0.72))
        place = [(0, 0, 0), (0.86, 0.42, 0)][at] if d.count > 1 else (0, 0, 0)
        s.join(things, place, (0, 0, [-4, 26][at] if d.count > 1 else -6))


@form
def tea_cake(d):
    """A round cake of tea in a paper wrapper, one leaning on its back, one cut open."""
    wrap = m.paper(d.colour)
    profile = s.rounded([(0, 0), (0.85, 0.02), (1.0, 0.13), (0.86, 0.26), (0, 0.3)], 0.14, 8)

    def folds(turn, r, z):
        return r * (1 + 0.006 * math.sin(turn * 34 + z * 9) * (1 if r > 0.5 else 0)), z + 0.004 * math.sin(turn * 17) * (r < 0.8)

    cake = s.lathe(profile, wrap, 160, folds)
    face = s.label_flat(d.image("round"), 1.06, 1.06, (0, 0, 0.304), (0, 0, 0))
    s.join([cake, face], (0.0, 0.1, 0.98), (68, 0, -6))
    stand = m.wood("walnut")
    s.box((1.0, 0.42, 0.06), stand, (0, 0.0, 0), bevel=0.015)
    s.box((0.8, 0.05, 0.18), stand, (0, -0.17, 0.05), bevel=0.015)
    s.box((0.1, 0.06, 0.7), stand, (0.25, 0.32, 0.0), (14, 0, 0), 0.015)
    s.box((0.1, 0.06, 0.7), stand, (-0.25, 0.32, 0.0), (14, 0, 0), 0.015)
    crumb = m.Recipe("moss", 0.9)
    crumb.colour(crumb.ramp(crumb.noise(9, 4), (0.35, "walnut"), (0.5, "moss"), (0.68, "sand")))
    leafy = crumb.bump(crumb.noise(26, 4), 1.0, 0.06).material
    s.blob((0.26, 0.2, 0.1), leafy, (0.72, -0.5, 0.08), 0.35, 3, 4)
    s.blob((0.13, 0.11, 0.07), leafy, (0.42, -0.68, 0.05), 0.4, 5, 4)


@form
def pouch(d):
    """A stand-up bag with a flat top seam."""
    tall, wide, deep = 1.62 * d.size, 1.08, 0.44

    def side(facing):
        def place(u, v):
            x = (u - 0.5) * wide * (1 - 0.03 * v)
            belly = (math.sin(min(1, v * 1.06 + 0.16) * math.pi) ** 0.65) if v < 0.79 else max(0, (1 - v) / 0.21) ** 1.4 * 0.62
            shape = max(0.0, 1 - abs(2 * u - 1) ** 3.2) ** 0.6
            foot = max(0.0, 1 - v * 5)
            y = facing * (deep / 2) * max(belly * shape, foot * (1 - abs(2 * u - 1) ** 4) ** 0.5 * 0.9 if abs(2 * u - 1) < 1 else 0)
            crease = 0.016 * s.ripple(u * 3, v * 3, 1.6, facing * 3 + 1) * (1 - v * 0.3)
            return (x, y + crease * shape, v * tall)

        return place

    bag = m.paper(d.colour, 0.62)
    for facing in (-1, 1):
        s.sheet(side(facing), bag, 60, 80)
    s.box((wide * 0.97, 0.018, 0.13), m.paper(d.colour, 0.5), (0, 0, tall - 0.12), bevel=0.005)
    y = -deep / 2 * 1.0
    s.sheet(lambda u, v: ((u - 0.5) * 0.5, side(-1)(0.5 + (u - 0.5) * 0.46, 0.24 + v * 0.48 / d.size)[1] - 0.014, (0.24 + v * 0.48 / d.size) * tall), m.printed(d.image("paper")), 20, 20)
    return y


@form
def carton(d):
    body = m.paper(d.colour, 0.6)
    pack = s.box((1.0, 0.56, 1.25), body, bevel=0.012)
    front = s.label_flat(d.image("paper"), 0.5, 0.78, (0, -0.284, 0.66))
    s.join([pack, front], (-0.15, 0.1, 0), (0, 0, 18))
    for at, (x, turn) in enumerate(((0.72, 12), (1.0, -30))):
        tea_bag(x, -0.42 + at * 0.22, turn)


def tea_bag(x, y, turn):
    gauze = m.cloth("cream", 280, 0.3)
    pyramid = s.add_mesh(
        [(-0.17, -0.1, 0), (0.17, -0.1, 0), (0, 0.2, 0), (0, 0.03, 0.27)], [(0, 2, 1), (0, 1, 3), (1, 2, 3), (2, 0, 3)], gauze, False)
    string = s.tube(s.curved([(0, 0.03, 0.27), (0.05, -0.1, 0.32), (0.2, -0.22, 0.05), (0.3, -0.26, 0.01)]), 0.006, m.cloth("paper"))
    tag = s.box((0.14, 0.11, 0.008), m.paper("sage"), (0.35, -0.27, 0), (0, 0, -20), 0.002)
    s.join([pyramid, string, tag], (x, y, 0), (0, 0, turn))


@form
def gift_box(d):
    body = m.paper(d.colour, 0.58)
    wide, deep, tall = (1.7, 1.2, 0.62) if d.style == "ribbon" else (1.5, 1.05, 0.42)
    things = [
        s.box((wide - 0.05, deep - 0.05, tall), body, bevel=0.012),
        s.box((wide, deep, tall * 0.62), body, (0, 0, tall * 0.42), bevel=0.012),
    ]
    top = tall * 1.04
    if d.style == "ribbon":
        band = m.cloth(d.accent, 280, 0.4)
        things.append(s.box((0.13, deep + 0.014, top + 0.004), band, (-0.42, 0, 0), bevel=0.004))
        things.append(s.box((wide + 0.014, 0.13, top + 0.006), band, (0, 0.18, 0), bevel=0.004))
        for turn in (-1, 1):
            loop = [(0, 0, 0.02), (turn * 0.22, -0.1, 0.2), (turn * 0.36, 0.02, 0.14), (turn * 0.2, 0.06, 0.05), (0, 0, 0.03)]
            things.append(s.put(ribbon(s.curved(loop), 0.11, band), (-0.42, 0.18, top)))
            tail = [(0, 0, 0.03), (turn * 0.16, -0.2, 0.06), (turn * 0.26, -0.42, 0.012)]
            things.append(s.put(ribbon(s.curved(tail), 0.1, band), (-0.42, 0.18, top)))
        things.append(s.blob((0.08, 0.07, 0.06), band, (-0.42, 0.18, top + 0.05)))
        things.append(s.label_flat(d.ink(), 0.42, 0.62, (0.36, -0.18, top + 0.006), (0, 0, 0)))
    else:
        things.append(s.label_flat(d.image("paper"), 0.46, 0.72, (-0.3, 0, top + 0.006), (0, 0, 0)))
        wrap = m.paper("paper")
        for x, y in ((0.98, -0.5), (1.2, -0.26)):
            s.lathe(s.rounded([(0, 0.015), (0.14, 0.02), (0.15, 0.1), (0.1, 0.16), (0.03, 0.17), (0, 0.24)], 0.05), wrap, 48, lambda turn, r, z: (r * (1 + 0.05 * math.sin(turn * 11 + z * 20)), z)).location = (x, y, 0)
    s.join(things, (0, 0, 0), (0, 0, 20))


def ribbon(line, wide, material):
    half = wide / 2
    return s.sheet(lambda u, v: tuple(along(line, u)[at] + (0, (v - 0.5) * 2 * half, 0)[at] for at in range(3)), material, 40, 2, 0.006)


def along(line, t):
    place = min(t, 0.9999) * (len(line) - 1)
    at, rest = int(place), place - int(place)
    return [line[at][axis] * (1 - rest) + line[at + 1][axis] * rest for axis in range(3)]


@form
def jar(d):
    """Glass with a turned lid and something good inside."""
    radius, tall = 0.5, 1.05 * d.size
    wall = s.walled(s.rounded([(0.3, 0), (radius, 0.0), (radius, tall * 0.86), (radius - 0.06, tall)], 0.07), 0.035, 0.06)
    s.lathe(wall, m.glass())
    lid = m.wood(d.accent) if d.accent in ("bamboo", "acacia", "oak", "walnut") else m.metal(d.accent, 0.3)
    s.cylinder(radius + 0.01, 0.17, lid, tall + 0.005, 0.025)
    s.cylinder(radius - 0.07, 0.09, m.matt("paper"), tall - 0.07, 0.02)
    fill(d, radius - 0.06, 0.08, tall * 0.82)
    if d.label:
        s.label_round(d.image("paper"), radius, 0.2 * d.size, 0.42, 0.62 * min(d.size, 1.15))
    if d.style in ("flowers", "plums", "salt", "grain"):
        spilled(d)


def fill(d, radius, low, high):
    if d.style == "honey":
        s.lathe(s.rounded([(0, low), (radius, low), (radius, high), (0, high)], 0.03), honey(d.colour))
        return
    s.cylinder(radius * 0.86, (high - low) * 0.9, bed(d), low)
    count = {"flowers": 330, "plums": 170, "salt": 420, "grain": 900}[d.style]
    models = pieces(d)
    chance = random.Random(4)
    for at in range(count):
        turn, z = chance.random() * math.tau, chance.uniform(low + 0.02, high)
        reach = radius * (0.93 if at % 5 else math.sqrt(chance.random()) * 0.9) - max(models[0].scale) * 0.55
        z = high - 0.02 if at % 5 == 0 else z
        model = models[at % len(models)]
        scale = chance.uniform(0.8, 1.2)
        s.copy(model, (reach * math.cos(turn), reach * math.sin(turn), z), [chance.uniform(0, 360) for _ in range(3)], tuple(part * scale for part in model.scale))
    for model in models:
        model.location = (0, 0, low + 0.15)


def bed(d):
    return m.matt({"grain": "#b98f55", "salt": "#e9e4da"}.get(d.style, d.colour), 0.9)


def honey(colour):
    return m.Recipe(colour, 0.05, Transmission=0.55, IOR=1.45).material


def pieces(d):
    if d.style == "flowers":
        petal = m.Recipe(d.colour, 0.8)
        petal.colour(petal.ramp(petal.noise(6, 3), (0.3, m.shade(m.linear(d.colour), 0.55)), (0.7, m.shade(m.linear(d.colour), 1.25))))
        material = petal.bump(petal.noise(22, 3), 0.8, 0.05).material
        return [s.blob((0.075, 0.075, 0.085), material, (0, 0, -9), 0.45, seed, 3, 3.0) for seed in range(3)] + [s.blob((0.03, 0.03, 0.06), m.leaf("moss"), (0, 0, -9), 0.2, 8)]
    if d.style == "plums":
        skin = m.Recipe(d.colour, 0.7)
        skin.colour(skin.ramp(skin.noise(5, 4), (0.35, d.colour), (0.75, "rose")))
        material = skin.bump(skin.noise(9, 4), 1.0, 0.06).material
        return [s.blob((0.12, 0.11, 0.09), material, (0, 0, -9), 0.3, seed, 4, 2.5) for seed in range(3)]
    if d.style == "salt":
        crystal = m.Recipe("#efe6d6", 0.35).material
        return [s.blob((0.05, 0.04, 0.04), crystal, (0, 0, -9), 0.5, seed, 1) for seed in range(3)] + [s.blob((0.05, 0.03, 0.015), m.matt("mustard"), (0, 0, -9), 0.3)]
    return [s.blob((0.032, 0.022, 0.02), m.matt(colour, 0.6), (0, 0, -9), 0.1, 1, 2) for colour in ("#c79a5c", "#a8763f", "#8a5a30")]


def spilled(d):
    models = pieces(d)
    chance = random.Random(9)
    low = max(models[0].scale) * 0.7
    for at in range(9 if d.style in ("flowers", "plums") else 46):
        turn, reach = chance.uniform(-1.2, 0.75), chance.uniform(0.1, 0.5)
        where = (0.62 + reach * math.cos(turn) * 0.8, -0.5 + reach * math.sin(turn) * 0.5, low * 0.8)
        s.copy(models[at % len(models)], where, [chance.uniform(0, 360) for _ in range(3)], tuple(models[at % len(models)].scale))
    for model in models:
        model.location = (0, 0, 0.3)


@form
def caddy(d):
    """A stoneware jar with a wooden lid; a pair of them for salt and sugar."""
    for at in range(2 if d.style == "pair" else 1):
        body = d.material("matt")
        outline = s.curved([(0.34, 0), (0.47, 0.08), (0.53, 0.4), (0.5, 0.78), (0.43, 0.92)] if d.style != "pair" else [(0.36, 0), (0.44, 0.05), (0.46, 0.35), (0.45, 0.62)])
        top = outline[-1]
        pot = s.lathe(s.walled(outline, 0.04), body, warp=s.thrown(0.006, at))
        lid = s.lathe(s.rounded([(top[0] - 0.05, top[1] - 0.04), (top[0] - 0.05, top[1] + 0.02), (top[0] + 0.012, top[1] + 0.02), (top[0] + 0.012, top[1] + 0.1), (0, top[1] + 0.11)], 0.02), m.wood(d.accent))
        knob = s.lathe(s.rounded([(0.05, top[1] + 0.1), (0.05, top[1] + 0.16), (0.1, top[1] + 0.2), (0.09, top[1] + 0.25), (0, top[1] + 0.27)], 0.03), m.wood(d.accent))
        radius = 0.53 if d.style != "pair" else 0.455
        image = d.image("paper") if d.style != "pair" else ["盐-ink.png", "糖-ink.png"][at]
        mark = s.label_round(image, radius, 0.2, 0.36 if d.style != "pair" else 0.3, 0.56 if d.style != "pair" else 0.44)
        place = [(-0.52, 0, 0), (0.52, 0.16, 0)][at] if d.style == "pair" else (0, 0, 0)
        s.join([pot, lid, knob, mark], place)
    if d.style == "pair":
        spoon(0.05, -0.6)


def spoon(x, y):
    timber = m.wood("acacia")
    handle = s.tube(s.curved([(0, 0, 0.05), (0.3, 0, 0.07), (0.55, 0, 0.045)]), 0.022, timber)
    bowl = s.lathe(s.walled(s.curved([(0.02, 0), (0.09, 0.02), (0.12, 0.07)]), 0.014), timber, 40)
    bowl.location = (-0.1, 0, 0)
    s.join([handle, bowl], (x, y, 0), (0, 0, 28))
