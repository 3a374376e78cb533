"""Bowls, plates and cups."""

import math

import materials as m
import shapes as s
from forms import form
from forms.tea import tea_surface


@form
def bowl(d):
    material = d.material("speckle")
    if d.style == "wide":
        outline = s.curved([(0.32, 0), (0.34, 0.09), (0.5, 0.16), (0.82, 0.42), (1.08, 0.78)])
        s.lathe(s.walled(outline, 0.035, 0.13), material, 128, s.thrown(0.004))
        s.ring(1.075, 0.022, m.glaze(d.accent), 0.795, segments=160)
        return
    outline = s.curved([(0.25, 0), (0.25, 0.1), (0.36, 0.15), (0.52, 0.34), (0.6, 0.6)])
    for at in range(d.count):
        piece = s.lathe(s.walled(outline, 0.032, 0.14), material, 112, s.thrown(0.006, at))
        s.put(piece, (0, 0, at * 0.2))
    s.lathe([(0.252, 0.0), (0.262, 0.004), (0.262, 0.05), (0.252, 0.055)], m.clay("sand"))


@form
def plate(d):
    waves = lambda turn, r, z: (r * (1 + 0.022 * math.cos(turn * 12) * max(0, (r - 0.7) / 0.35)), z + 0.022 * math.cos(turn * 12) * max(0.0, (r - 0.75) / 0.3))
    outline = s.curved([(0.6, 0.0), (0.66, 0.035), (0.86, 0.07), (1.02, 0.17)])
    for at in range(3):
        scale = 1 - at * 0.0
        piece = s.lathe(s.walled(outline, 0.03, 0.05), d.material("glaze"), 200, waves)
        if at < 2:
            s.put(piece, (0, 0, at * 0.075), (0, 0, at * 8), scale)
        else:
            s.put(piece, (0.16, 0.92, 1.02), (78, 0, -6))
    s.box((0.5, 0.12, 0.05), m.wood("walnut"), (0.16, 0.86, 0), bevel=0.01)


@form
def dishes(d):
    places = ((-0.68, -0.2, "oat"), (0.3, -0.56, "clay"), (0.8, 0.4, "sage"), (-0.22, 0.76, "mist"))
    for at, (x, y, colour) in enumerate(places):
        pinch = lambda turn, r, z, at=at: (r * (1 + 0.05 * math.sin(turn * 2 + at) + 0.03 * math.sin(turn * 5 + at * 3)), z * (1 + 0.09 * math.sin(turn * 3 + at)))
        outline = s.curved([(0.2, 0), (0.28, 0.03), (0.42, 0.1), (0.5, 0.19)])
        s.put(s.lathe(s.walled(outline, 0.035, 0.05), m.speckle(colour), 96, pinch), (x, y, 0))
    s.put(s.disc(0.3, 0.1, m.Recipe("#2a120a", 0.04).material), (0.3, -0.56, 0))


@form
def platter(d):
    timber = m.wood(d.colour, (1.0, 10, 10))
    stretch = lambda turn, r, z: (r, z)
    outline = s.curved([(0.5, 0), (0.62, 0.02), (0.78, 0.08), (0.84, 0.17)])
    s.put(s.lathe(s.walled(outline, 0.04, 0.05), timber, 128, stretch), (0, 0, 0), (0, 0, 12), (2.1, 0.78, 1.0))
    fig = m.Recipe("plum", 0.5)
    fig.colour(fig.mottled("plum", 0.4, 5))
    for at, (x, y) in enumerate(((-0.9, -0.22), (-0.52, -0.05), (-0.7, 0.16))):
        s.blob((0.17, 0.17, 0.19), fig.material, (x, y, 0.24), 0.08, at, 4)
    nut = m.Recipe("toast", 0.8)
    shell = nut.bump(nut.noise(8, 4), 1.0, 0.05).material
    for at, (x, y) in enumerate(((0.3, 0.12), (0.55, -0.02), (0.72, 0.26), (0.92, 0.08), (0.5, 0.3))):
        s.blob((0.12, 0.11, 0.11), shell, (x, y, 0.17), 0.22, at, 3, 3)


def handle(material, radius, low, high, reach=0.32, thick=0.05):
    line = s.curved([(radius - 0.03, 0, high), (radius + reach * 0.75, 0, high + 0.02), (radius + reach, 0, (low + high) / 2 + 0.05), (radius + reach * 0.7, 0, low + 0.02), (radius - 0.03, 0, low)], 10)
    return s.tube(line, thick, material)


@form
def mug(d):
    if d.style == "enamel":
        enamel_mug(d)
        return
    material = d.material("matt")
    tiles = lambda turn, r, z: (r * (1 + (0.018 * abs(math.sin(turn * 15)) if 0.1 < z < 0.78 and r > 0.4 else 0)), z)
    outline = s.rounded([(0.34, 0), (0.44, 0.05), (0.46, 0.12), (0.46, 0.82), (0.47, 0.94)], 0.08)
    body = s.lathe(s.walled(outline, 0.038), material, 180, tiles)
    grip = handle(material, 0.46, 0.24, 0.72)
    drink = s.disc(0.42, 0.78, m.Recipe("#2c1407", 0.05).material)
    s.join([body, grip, drink], rotation=(0, 0, -28))


def enamel_mug(d):
    shine = m.enamel(d.colour)
    outline = s.rounded([(0.4, 0), (0.5, 0.03), (0.5, 0.9), (0.515, 0.93)], 0.07)
    body = s.lathe(s.walled(outline, 0.015), shine)
    rim = s.ring(0.512, 0.017, m.enamel(d.accent), 0.935)
    line = s.curved([(0.48, 0, 0.8), (0.72, 0, 0.8), (0.82, 0, 0.62), (0.74, 0, 0.3), (0.48, 0, 0.24)], 10)
    grip = s.put(s.tube(line, 0.06, shine), scale=(1, 0.5, 1))
    cover = s.lathe(s.rounded([(0, 0.945), (0.53, 0.945), (0.53, 0.965), (0.3, 1.02), (0.06, 1.04), (0.05, 1.09), (0.09, 1.13), (0, 1.16)], 0.02), shine)
    edge = s.ring(0.53, 0.014, m.enamel(d.accent), 0.955)
    s.join([body, rim, grip, cover, edge], rotation=(0, 0, -30))


@form
def cup(d):
    for at, (x, y) in enumerate(((-0.3, 0.0), (0.36, 0.22))[: d.count]):
        outline = s.curved([(0.15, 0.0), (0.16, 0.06), (0.25, 0.12), (0.31, 0.3), (0.3, 0.46)])
        body = s.lathe(s.walled(outline, 0.02, 0.09), flowing(d.colour, d.accent), 112, s.thrown(0.012, at * 4))
        foot = s.lathe([(0, 0.0), (0.152, 0.0), (0.165, 0.02), (0.165, 0.062)], m.clay("walnut"))
        s.join([body, foot, s.disc(0.275, 0.36, tea_surface())], (x, y, 0))


def flowing(colour, accent):
    """A glaze that has run: pale at the lip, dark where it gathers."""
    recipe = m.Recipe(colour, 0.1, Specular=0.6, Clearcoat=0.4)
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place(), split.inputs[0])
    drip = recipe.math("ADD", split.outputs[2], recipe.math("MULTIPLY", recipe.noise(5, 3, (1, 1, 0.2)), 0.22))
    base = m.linear(colour)
    recipe.colour(recipe.ramp(drip, (0.14, m.shade(m.linear(accent), 0.7)), (0.24, m.shade(base, 0.8)), (0.45, base), (0.6, m.shade(base, 1.45))))
    return recipe.material


@form
def glass(d):
    places = ((0, 0),) if d.count == 1 else ((-0.48, 0), (0.52, 0.28))
    for x, y in places:
        outer = s.curved([(0.2, 0), (0.38, 0.03), (0.46, 0.35), (0.42, 0.8), (0.43, 1.0)])
        inner = s.curved([(0.1, 0.16), (0.28, 0.22), (0.38, 0.45), (0.385, 0.8), (0.415, 0.99)])
        shell = s.lathe([(0, 0)] + outer + list(reversed(inner)) + [(0, 0.15)], m.glass())
        water = s.lathe([(0, 0.165)] + [(r - 0.012, z + 0.006) for r, z in inner if z < 0.78] + [(0, 0.78)], m.liquid("honey"))
        leaves = []
        for at in range(16):
            turn = at * 2.4
            leaves.append(s.put(leaf_of_tea(), (0.16 * math.cos(turn) * (1 - at / 40), 0.16 * math.sin(turn), 0.24 + 0.022 * at), (12 * math.sin(at * 3), 14 * math.cos(at * 5), turn * 57)))
        s.join([shell, water] + leaves, (x, y, 0))


def leaf_of_tea():
    green = m.leaf("moss")
    return s.sheet(lambda u, v: ((u - 0.5) * 0.075 * math.sin(max(0.03, v) * math.pi), 0.03 * (u - 0.5) ** 2, v * 0.24), green, 4, 8)


@form
def thermos(d):
    coat = m.paint(d.colour, 0.42)
    s.lathe(s.rounded([(0, 0), (0.35, 0), (0.36, 0.04), (0.36, 1.72), (0.3, 1.84), (0.3, 1.9)], 0.05), coat)
    s.lathe([(0.365, 0.0), (0.365, 0.05), (0.36, 0.055)], m.metal("steel"))
    s.lathe([(0.305, 1.86), (0.305, 1.9), (0.29, 1.9)], m.metal("steel", 0.2))
    s.cylinder(0.31, 0.1, m.wood(d.accent, (14, 14, 2)), 1.905, 0.012)
    s.lathe(s.rounded([(0, 2.005), (0.305, 2.005), (0.305, 2.22), (0.27, 2.28), (0, 2.285)], 0.05), coat)
    loop = s.curved([(0.22, 0, 2.24), (0.36, 0, 2.3), (0.46, 0, 2.1), (0.42, 0, 1.9), (0.44, 0, 1.75)], 8)
    s.put(s.tube(loop, 0.02, m.cloth("walnut")), rotation=(0, 0, -25))
    s.label_round("听檐-cream.png" if d.ink().endswith("cream.png") else "听檐-ink.png", 0.36, 0.7, 0.2, 0.34)
