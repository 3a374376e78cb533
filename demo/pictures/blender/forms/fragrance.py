"""Candles, incense and what scents a room."""

import math

import materials as m
import shapes as s
from forms import form


def flame(x, y, z, size=1.0):
    fire = m.glow("#ffb45a", 9)
    return s.put(s.lathe(s.curved([(0.001, 0), (0.035, 0.05), (0.028, 0.12), (0.001, 0.22)]), fire, 32), (x, y, z), scale=size)


def wick(x, y, z):
    return s.tube([(x, y, z), (x + 0.012, y, z + 0.09)], 0.012, m.matt("ink"))


@form
def candle_glass(d):
    scale = 0.75 + 0.25 * d.size
    radius, tall = 0.46, 1.05
    tint = {"slate": "#b9c0bf"}.get(d.colour, d.colour)
    s.lathe(s.walled(s.rounded([(0.38, 0), (radius, 0.0), (radius, tall)], 0.06), 0.03, 0.07), m.glass(tint))
    s.cylinder(radius - 0.042, 0.66, m.wax("cream"), 0.08, 0.015)
    wick(0, 0, 0.73)
    flame(0.012, 0, 0.8)
    s.label_round(d.image("paper"), radius, 0.2, 0.4, 0.6)
    lid = s.cylinder(0.47, 0.09, m.wood("walnut"), 0, 0.015)
    s.put(lid, (0.78, 0.5, 0.46), (70, 0, 30))
    for thing in list(s.bpy.context.scene.objects):
        thing.scale = tuple(part * scale for part in thing.scale)
        thing.location = tuple(part * scale for part in thing.location)


@form
def candle_cup(d):
    from forms.table import flowing

    outline = s.curved([(0.34, 0), (0.44, 0.06), (0.54, 0.4), (0.56, 0.78)])
    s.lathe(s.walled(outline, 0.035, 0.07), flowing(d.colour, "terracotta"), 112, s.thrown(0.008))
    s.cylinder(0.5, 0.5, m.wax(d.accent), 0.1, 0.02)
    for x in (-0.14, 0.16):
        wick(x, 0, 0.59)
        flame(x + 0.012, 0, 0.66, 0.85)
    for at in range(26):
        turn = at * 2.4
        s.blob((0.035, 0.035, 0.014), m.Recipe("honey", 0.6).material, (0.72 + math.cos(turn) * 0.012 * at, -0.42 + math.sin(turn) * 0.008 * at, 0.012), 0.4, at, 2)


@form
def tapers(d):
    wax = m.wax("#d8a544")
    for at, (x, y, tall) in enumerate(((-0.5, 0.1, 1.9), (-0.12, 0.3, 2.15))):
        s.tube([(x, y, 0.16), (x, y, tall)], 0.09, wax, taper=lambda t: 1.08 - 0.2 * t)
        wick(x, y, tall)
        if at == 0:
            flame(x + 0.012, y, tall + 0.06, 0.9)
        s.lathe(s.rounded([(0, 0), (0.26, 0), (0.26, 0.04), (0.12, 0.07), (0.13, 0.22), (0.1, 0.23)], 0.02), m.metal("brass", 0.3)).location = (x, y, 0)
    for at, (y, z) in enumerate(((-0.5, 0.09), (-0.3, 0.09), (-0.4, 0.25), (-0.7, 0.09))):
        s.tube([(0.0 + at * 0.02, y, z), (1.75 + at * 0.02, y + 0.02, z)], 0.088, wax, taper=lambda t: 1.05 - 0.2 * t)
    band = m.paper("paper")
    s.put(s.sheet(lambda u, v: (0.7 + v * 0.36, -0.46 + 0.36 * math.copysign(abs(math.cos(u * math.tau)) ** 0.7, math.cos(u * math.tau)), 0.17 + 0.185 * math.copysign(abs(math.sin(u * math.tau)) ** 0.7, math.sin(u * math.tau))), band, 60, 2, wrap=True))


@form
def pebble_candles(d):
    stone = m.Recipe(d.colour, 0.55)
    stone.colour(stone.ramp(stone.noise(14, 5), (0.3, m.shade(m.linear(d.colour), 0.75)), (0.6, d.colour), (0.8, "paper")))
    material = stone.bump(stone.noise(30, 3), 0.12, 0.01).material
    for at, (x, y, w, h) in enumerate(((-0.5, 0.25, 0.62, 0.6), (0.5, 0.3, 0.46, 0.4), (0.12, -0.42, 0.38, 0.28))):
        s.blob((w, w * 0.86, h / 2), material, (x, y, h / 2 - 0.02), 0.16, at + 3, 5, 1.1)
        s.put(s.disc(w * 0.3, 0, m.wax("cream")), (x, y, h - 0.028))
        wick(x, y, h - 0.04)
        if at < 2:
            flame(x + 0.012, y, h + 0.04, 0.8)


@form
def tin_candles(d):
    tones = ("rose", "sage", "honey", "pine")
    names = ("春-ink.png", "夏-ink.png", "秋-ink.png", "冬-cream.png")
    for at, (x, y) in enumerate(((-0.62, 0.3), (0.3, 0.52), (-0.22, -0.42), (0.72, -0.26))):
        coat = m.paint(tones[at], 0.36)
        can = s.cylinder(0.4, 0.3, m.metal("steel", 0.35), 0, 0.03)
        if at == 3:
            wax = s.cylinder(0.375, 0.02, m.wax("cream"), 0.285, 0.008)
            fuse, fire = wick(0, 0, 0.3), flame(0.012, 0, 0.37, 0.8)
            cover = s.put(s.cylinder(0.415, 0.13, coat, 0, 0.03), (0.32, 0.5, 0.36), (62, 0, -30))
            s.join([can, wax, fuse, fire, cover], (x, y, 0))
            continue
        cover = s.cylinder(0.415, 0.14, coat, 0.25, 0.03)
        mark = s.label_flat(names[at], 0.36, 0.56, (0, 0, 0.395), (0, 0, -8 + at * 7))
        s.join([can, cover, mark], (x, y, 0))


@form
def incense_tube(d):
    wood = m.wood(d.colour, (14, 14, 1))
    body = s.cylinder(0.22, 1.9 * (0.8 + 0.2 * d.size), wood, 0, 0.02)
    cover = s.cylinder(0.226, 0.34, m.metal("brass", 0.3), 1.9 * (0.8 + 0.2 * d.size) - 0.02, 0.02)
    mark = s.label_round(d.image("paper"), 0.22, 0.6, 0.26, 0.56)
    s.join([body, cover, mark], (-0.42, 0.25, 0), (0, 0, 0))
    dish = s.lathe(s.walled(s.curved([(0.3, 0), (0.46, 0.03), (0.56, 0.1)]), 0.03, 0.04), m.glaze("celadon"))
    dish.location = (0.6, -0.15, 0)
    s.blob((0.06, 0.06, 0.07), m.metal("brass"), (0.6, -0.15, 0.07))
    s.tube([(0.6, -0.15, 0.1), (0.34, -0.12, 1.55)], 0.018, m.matt("#8a6a48", 0.9))
    s.tube([(0.34, -0.12, 1.55), (0.336, -0.12, 1.575)], 0.02, m.glow("#ff6a2a", 6))
    for at in range(5):
        s.tube([(-0.5 + at * 0.05, -0.62 - at * 0.03, 0.02), (0.9 + at * 0.04, -0.72 + at * 0.03, 0.02)], 0.018, m.matt("#8a6a48", 0.9))


@form
def incense_coil(d):
    timber = m.wood(d.colour)
    s.put(s.box((1.7, 1.7, 0.34), timber, bevel=0.02), (0, 0, 0))
    s.box((1.54, 1.54, 0.02), m.cloth("cream"), (0, 0, 0.335), bevel=0.004)
    incense = m.matt("#6b4a30", 0.95)
    for x, y in ((-0.38, 0.38), (0.4, 0.36), (-0.36, -0.4), (0.38, -0.4)):
        line = [((0.05 + 0.3 * t / 160) * math.cos(t * 0.118) + x, (0.05 + 0.3 * t / 160) * math.sin(t * 0.118) + y, 0.375) for t in range(161)]
        s.tube(line, 0.022, incense)
    lid = s.box((1.74, 1.74, 0.12), timber, bevel=0.02)
    s.put(lid, (0.75, 1.28, 0.72), (58, 0, -14))
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 16))


@form
def incense_boat(d):
    material = d.material("clay")

    def hull(u, v):
        a = 2 * u - 1
        half = 0.3 * (1 - abs(a) ** 2.2) ** 0.75
        b = 2 * v - 1
        keel = 0.05 + 0.2 * abs(a) ** 2.6
        return (a * 1.45, b * half, keel + (abs(b) ** 2.0) * 0.2 * (1 - abs(a) ** 6) + 0.012 * s.ripple(u * 6, v * 4, 2, 1))

    s.sheet(hull, material, 120, 40, 0.05, angle=80)
    s.box((0.9, 0.14, 0.06), m.clay("toast"), bevel=0.02)
    s.blob((0.1, 0.08, 0.07), material, (-1.0, 0, 0.2))
    s.tube([(-1.0, 0, 0.22), (0.75, 0, 0.98)], 0.018, m.matt("#7b5a3b", 0.95))
    s.tube([(0.75, 0, 0.98), (0.775, 0, 0.99)], 0.02, m.glow("#ff6a2a", 6))
    for at in range(8):
        s.blob((0.05, 0.018, 0.014), m.matt("#b9b4ab", 1.0), (-0.6 + at * 0.12, 0.02 * math.sin(at * 4), 0.125), 0.3, at, 2)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(0, 0, 24))


@form
def burner(d):
    brass = m.metal(d.colour, 0.24)
    s.lathe(s.walled(s.curved([(0.3, 0.1), (0.5, 0.14), (0.58, 0.34), (0.54, 0.56)]), 0.03), brass, 128)
    for at in range(3):
        turn = at * math.tau / 3 + 0.5
        s.blob((0.09, 0.09, 0.1), brass, (0.36 * math.cos(turn), 0.36 * math.sin(turn), 0.08))
    ridge = lambda t, k: 0.55 + 0.26 * math.sin(t * (2 + k % 2) + k * 2) + 0.08 * math.sin(t * 5 + k)
    for k, (radius, low, tall) in enumerate(((0.55, 0.57, 0.34), (0.45, 0.62, 0.5), (0.32, 0.66, 0.68))):
        s.sheet(lambda u, v, k=k, radius=radius, low=low, tall=tall: (
            radius * math.cos(u * math.tau) * (1 - 0.25 * v * ridge(u * math.tau, k)),
            radius * math.sin(u * math.tau) * (1 - 0.25 * v * ridge(u * math.tau, k)),
            low + v * tall * ridge(u * math.tau, k)), m.metal(d.colour, 0.28 + 0.06 * k), 160, 10, 0.025, wrap=True)
    s.lathe(s.rounded([(0, 0.55), (0.57, 0.55), (0.57, 0.59), (0.3, 0.6), (0, 0.6)], 0.015), brass, 128)
    for ear in (-1, 1):
        s.put(s.ring(0.11, 0.028, brass), (ear * 0.62, 0, 0.42), (90, 0, 0))
    smoke = m.Recipe("#ffffff", 1.0, Alpha=0.09).material
    line = [(0.1 * math.sin(t / 7) * t / 40, 0.0, 1.0 + t * 0.02) for t in range(44)]
    s.tube(line, 0.05, smoke, taper=lambda t: 0.25 + 1.0 * t)


@form
def reed_diffuser(d):
    scale = d.size
    s.lathe(s.walled(s.rounded([(0.4, 0), (0.48, 0), (0.48, 0.86 * scale), (0.18, 0.96 * scale), (0.17, 1.16 * scale)], 0.07), 0.05, 0.1), m.glass("#f4f7f2"))
    s.lathe([(0, 0.11), (0.42, 0.11), (0.42, 0.55 * scale), (0, 0.55 * scale)], m.liquid("#b9c78a"))
    s.lathe(s.rounded([(0.13, 1.1 * scale), (0.21, 1.1 * scale), (0.21, 1.26 * scale), (0.13, 1.26 * scale)], 0.015), m.wood("walnut", (12, 12, 2)))
    for at in range(7):
        turn = at * 0.9
        top = (0.42 * math.cos(turn) + 0.02, 0.34 * math.sin(turn), 2.25 + 0.1 * math.sin(at * 3))
        s.tube([(-0.12 * math.cos(turn), -0.1 * math.sin(turn), 0.16), top], 0.021, m.wood("beech", (20, 20, 1)))
    s.label_round(d.image("paper"), 0.48, 0.2, 0.4, 0.58 * scale)


@form
def spray_bottle(d):
    radius, tall = (0.34, 1.35) if d.style != "slim" else (0.28, 1.6)
    tint = {"sage": "#b9cbb0"}.get(d.colour, d.colour)
    s.lathe(s.walled(s.rounded([(radius - 0.04, 0), (radius, 0.0), (radius, tall - 0.16), (0.15, tall), (0.15, tall + 0.08)], 0.07), 0.025, 0.06), m.glass(tint))
    s.lathe([(0, 0.07), (radius - 0.035, 0.07), (radius - 0.035, tall * 0.7), (0, tall * 0.7)], m.liquid("#7b3a10" if d.colour == "amber" else "#cfdcc0"))
    s.tube([(0, 0, 0.1), (0, 0, tall)], 0.02, m.glass())
    dark = m.paint("ink", 0.4)
    s.cylinder(0.175, 0.16, dark, tall + 0.02, 0.02)
    s.cylinder(0.12, 0.17, dark, tall + 0.17, 0.02)
    s.put(s.cylinder(0.025, 0.04, m.matt("paper"), 0, 0.005), (-0.03, -0.115, tall + 0.27), (90, 0, 0))
    s.label_round(d.image("paper"), radius, 0.2, 0.34, 0.62)
    cap = s.cylinder(0.18, 0.36, dark, 0, 0.03)
    s.put(cap, (0.55, -0.2, 0.18), (90, 0, 40))


@form
def scent_stones(d):
    plaster = m.Recipe("#efe9df", 0.95)
    stone = plaster.bump(plaster.noise(40, 4), 0.15, 0.01).material
    ridges = lambda t, r, z: (r, z + (0.025 * math.sin(r * 55) if z > 0.1 and r < 0.42 else 0))
    tile = s.lathe(s.rounded([(0, 0), (0.48, 0), (0.48, 0.16), (0.42, 0.2)], 0.03) + [(0.41 - 0.41 * k / 40, 0.15) for k in range(41)], stone, 96, ridges)
    s.put(tile, (-0.55, 0.3, 0.48), (78, 0, -16))
    moon = s.lathe(s.rounded([(0, 0), (0.36, 0), (0.4, 0.07), (0.36, 0.14), (0, 0.15)], 0.06), stone)
    s.put(moon, (0.34, -0.35, 0))
    leaf = lambda u, v: (v * 0.55 * math.sin(math.radians(-58 + 116 * u)), v * 0.55 * math.cos(math.radians(-58 + 116 * u)) * (1 - 0.2 * math.exp(-((u - 0.5) / 0.06) ** 2)), 0.06 + 0.02 * math.sin(u * 60) * v)
    s.put(s.sheet(leaf, stone, 60, 14, 0.11), (-0.42, -0.66, 0.02), (0, 0, 40))
    bottle(0.85, 0.25, 0.7)


def bottle(x, y, scale):
    glass = s.lathe(s.walled(s.rounded([(0.2, 0), (0.24, 0), (0.24, 0.6), (0.12, 0.7), (0.12, 0.78)], 0.05), 0.02, 0.05), m.glass("amber"))
    oil = s.lathe([(0, 0.06), (0.215, 0.06), (0.215, 0.45), (0, 0.45)], m.liquid("#5a2a0c"))
    cap = s.cylinder(0.15, 0.26, m.paint("ink"), 0.76, 0.02)
    mark = s.label_round("听檐-paper.png", 0.24, 0.12, 0.24, 0.38)
    return s.join([glass, oil, cap, mark], (x, y, 0), (0, 0, 10), scale)


@form
def mist_diffuser(d):
    shell = m.Recipe(d.colour, 0.5)
    shell.colour(shell.ramp(shell.noise(18, 4), (0.35, m.shade(m.linear(d.colour), 0.86)), (0.65, d.colour)))
    uneven = lambda t, r, z: (r * (1 + 0.04 * math.sin(t * 2 + 0.6) + 0.02 * math.sin(t * 3)), z)
    s.lathe(s.curved([(0.001, 0.1), (0.5, 0.1), (0.78, 0.3), (0.72, 0.66), (0.4, 0.9), (0.1, 0.94), (0.09, 0.9), (0.001, 0.9)], 8), shell.material, 128, uneven)
    s.cylinder(0.5, 0.05, m.glow("#ffcf94", 2.2), 0.055, 0.01)
    s.cylinder(0.54, 0.055, m.wood(d.accent), 0, 0.015)
    smoke = m.Recipe("#ffffff", 1.0, Alpha=0.1).material
    line = [(0.12 * math.sin(t / 8) * t / 30, 0.02 * math.sin(t / 5), 0.92 + t * 0.024) for t in range(40)]
    s.tube(line, 0.07, smoke, taper=lambda t: 0.5 + 1.3 * t)


@form
def dropper(d):
    scale = 1.0 if d.style != "face" else 1.12
    body = s.lathe(s.walled(s.rounded([(0.28, 0), (0.34, 0), (0.34, 0.86), (0.14, 1.0), (0.14, 1.08)], 0.07), 0.025, 0.07), m.glass(d.colour))
    oil = s.lathe([(0, 0.08), (0.31, 0.08), (0.31, 0.6), (0, 0.6)], m.liquid("#6a300e"))
    cap = s.cylinder(0.175, 0.22, m.metal("brass", 0.3) if d.style == "face" else m.paint("ink"), 1.04, 0.02)
    bulb = s.lathe(s.rounded([(0.11, 1.25), (0.12, 1.4), (0.11, 1.58), (0, 1.64)], 0.08), m.paint("ink", 0.5))
    stem = s.tube([(0, 0, 1.05), (0, 0, 0.25)], 0.035, m.glass())
    mark = s.label_round(d.image("paper"), 0.34, 0.14, 0.36, 0.56)
    s.join([body, oil, cap, bulb, stem, mark], scale=scale)
    if d.style == "face":
        for at, (x, y) in enumerate(((0.66, -0.3), (0.85, 0.02), (0.52, -0.06))):
            s.blob((0.1, 0.09, 0.09), m.matt("walnut", 0.5), (x, y, 0.085), 0.15, at, 3)
    else:
        from forms.living import sprig

        sprig((0.45, -0.3, 0.02), (0.95, -0.1, 0.14), "pine", 12)
