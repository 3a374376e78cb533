"""Pots, cups and trays for tea, and what is eaten with it."""

import math

import materials as m
import shapes as s
from forms import form


@form
def teapot(d):
    if d.style == "set":
        travel_set(d)
        return
    clay = d.material("clay")
    outline = s.curved([(0.3, 0.0), (0.52, 0.06), (0.68, 0.3), (0.62, 0.56), (0.4, 0.72), (0.3, 0.75)])
    s.lathe(s.walled(outline, 0.035), clay, warp=s.thrown(0.008))
    lid(clay, 0.3, 0.75)
    spout = s.curved([(0.5, -0.0, 0.34), (0.74, 0, 0.42), (0.86, 0, 0.6), (0.97, 0, 0.7)])
    pour = s.tube(spout, 0.1, clay, taper=lambda t: 1.25 - 0.65 * t)
    mouth = s.put(s.disc(0.045, 0, m.matt("ink")), (0.972, 0, 0.702), (0, 48, 0))
    s.join([pour, mouth], rotation=(0, 0, -164))
    handle = s.lathe(s.rounded([(0.06, 0), (0.075, 0.1), (0.07, 0.45), (0.1, 0.72), (0.085, 0.77), (0.06, 0.7), (0, 0.66)], 0.03), clay, 48)
    s.put(handle, (0.44, -0.46, 0.42), (0, 74, -40))


def lid(material, radius, height):
    s.lathe(s.rounded([(0, height - 0.01), (radius + 0.02, height - 0.0), (radius + 0.03, height + 0.03), (radius * 0.55, height + 0.11), (0.07, height + 0.13), (0.05, height + 0.16), (0.1, height + 0.22), (0.07, height + 0.26), (0, height + 0.27)], 0.03), material)


def travel_set(d):
    matt = d.material("matt")
    s.lathe(s.walled(s.curved([(0.26, 0), (0.42, 0.05), (0.48, 0.3), (0.45, 0.62)]), 0.035), matt)
    s.put(s.lathe(s.walled(s.curved([(0.2, 0), (0.32, 0.05), (0.4, 0.2), (0.44, 0.3)]), 0.03), matt), (0, 0, 0.96), (180, 0, 0))
    s.ring(0.46, 0.014, m.wood("walnut"), 0.64)
    for x, y in ((0.78, -0.28), (-0.8, -0.2), (0.55, 0.55)):
        small_cup(matt, x, y)
    bag = m.canvas("slate" if d.colour != "slate" else "oat")
    s.blob((0.5, 0.34, 0.16), bag, (-0.72, 0.62, 0.13), 0.22, 2, 4)


def small_cup(material, x, y, filled=True, radius=0.27, tall=0.26):
    cup = s.lathe(s.walled(s.curved([(radius * 0.5, 0), (radius * 0.62, 0.02), (radius * 0.86, tall * 0.4), (radius, tall)]), 0.022), material)
    things = [cup]
    if filled:
        things.append(s.disc(radius * 0.87, tall * 0.72, tea_surface()))
    return s.join(things, (x, y, 0))


def tea_surface(colour="#a8621c"):
    return m.Recipe(colour, 0.02, Specular=0.6).material


@form
def gaiwan(d):
    glazed = d.material("glaze")
    saucer = s.curved([(0.24, 0.0), (0.3, 0.03), (0.5, 0.06), (0.66, 0.15)])
    s.lathe(s.walled(saucer, 0.025, 0.045), glazed)
    bowl = s.curved([(0.2, 0.07), (0.22, 0.1), (0.36, 0.22), (0.47, 0.45), (0.56, 0.66)])
    s.lathe(s.walled(bowl, 0.022), glazed)
    top = s.curved([(0.49, 0.645), (0.44, 0.72), (0.26, 0.84), (0.14, 0.87)])
    s.lathe([(0, 0.63)] + top + [(0.135, 0.93), (0.16, 0.955), (0.14, 0.965), (0.1, 0.925), (0, 0.92)], glazed)
    gold = m.clay("walnut")
    s.ring(0.552, 0.007, gold, 0.665)


@form
def pitcher(d):
    facets = lambda turn, r, z: (r * (1 + 0.012 * math.sin(turn * 14 + z * 10) * math.sin(z * 19)), z)

    def lip(turn, r, z):
        r, z = facets(turn, r, z)
        pull = max(0.0, math.cos(turn + 0.35)) ** 22 * max(0.0, (z - 0.7) / 0.35)
        return r * (1 + 0.32 * pull), z + 0.05 * pull

    outline = s.curved([(0.3, 0), (0.42, 0.03), (0.5, 0.3), (0.44, 0.7), (0.4, 0.86), (0.44, 1.02)])
    s.lathe(s.walled(outline, 0.03, 0.06), m.glass(d.colour), 128, lip)
    inside = [(max(0, r - 0.035), z) for r, z in outline if 0.06 < z < 0.58]
    s.lathe([(0, 0.065)] + inside + [(0, inside[-1][1])], m.liquid("tea"))
    handle = s.curved([(-0.42, 0, 0.84), (-0.66, 0, 0.86), (-0.76, 0, 0.6), (-0.64, 0, 0.3), (-0.46, 0, 0.26)], 10)
    s.tube(handle, 0.042, m.glass(d.colour))


@form
def tea_tray(d):
    timber = m.wood(d.colour)
    wide, deep = 2.6, 1.5
    s.box((wide, deep, 0.07), timber, bevel=0.03)
    for y in (-1, 1):
        s.box((wide, 0.09, 0.3), timber, (0, y * (deep - 0.09) / 2, 0), bevel=0.03)
    for x in (-1, 1):
        s.box((0.09, deep, 0.3), timber, (x * (wide - 0.09) / 2, 0, 0), bevel=0.03)
    for at in range(13):
        y = (at - 6) * 0.105
        s.box((wide - 0.2, 0.07, 0.06), timber, (0, y, 0.21), bevel=0.02)
    for x, y in ((-0.85, -0.3), (-0.3, -0.4)):
        small_cup(m.glaze("celadon"), 0, 0).location = (x, y, 0.27)
    pot_on(0.5, 0.12, 0.27)


def pot_on(x, y, z):
    clay = m.clay("terracotta")
    outline = s.curved([(0.22, 0.0), (0.38, 0.05), (0.46, 0.22), (0.4, 0.42), (0.22, 0.5)])
    things = [s.lathe(s.walled(outline, 0.03), clay)]
    cover = s.lathe(s.rounded([(0, 0.5), (0.23, 0.5), (0.2, 0.55), (0.06, 0.59), (0.06, 0.63), (0.08, 0.67), (0, 0.7)], 0.02), clay)
    spout = s.tube(s.curved([(0.36, 0, 0.22), (0.55, 0, 0.3), (0.64, 0, 0.48)]), 0.06, clay, taper=lambda t: 1.3 - 0.6 * t)
    grip = s.tube(s.curved([(-0.36, 0, 0.4), (-0.62, 0, 0.42), (-0.64, 0, 0.18), (-0.42, 0, 0.12)], 8), 0.035, clay)
    s.join(things + [cover, spout, grip], (x, y, z), (0, 0, -24))


@form
def pastries(d):
    plate_of(m.glaze("ice"), 1.0)
    if d.style == "square":
        green = m.Recipe(d.colour, 0.75)
        cake = green.bump(green.noise(50, 4), 0.35, 0.02).material
        for at, (x, y, z, turn) in enumerate(((-0.42, 0.14, 0.1, 8), (0.08, 0.3, 0.1, -10), (0.48, 0.02, 0.1, 14), (-0.06, -0.26, 0.1, 2), (0.02, 0.08, 0.39, 24))):
            block = s.box((0.42, 0.42, 0.28), cake, bevel=0.045)
            mark = s.label_flat("seal-emboss.png", 0.22, 0.22, (0, 0, 0.285), (0, 0, 0))
            s.join([block, mark], (x, y, z), (0, 0, turn))
    else:
        for at, (x, y, z, turn) in enumerate(((-0.4, 0.2, 0.1, 0), (0.3, 0.34, 0.1, 40), (0.46, -0.2, 0.1, 90), (-0.2, -0.3, 0.1, 10), (0.02, 0.06, 0.28, 70))):
            s.put(cookie(d.colour, at), (x, y, z), (0, 0, turn))
    s.put(cup_of_tea(), (1.35, 0.7, 0))


def cookie(colour, seed):
    crust = m.Recipe(colour, 0.85)
    crust.colour(crust.ramp(crust.noise(3, 4), (0.3, m.shade(m.linear(colour), 0.7)), (0.65, m.shade(m.linear(colour), 1.15))))
    crack = crust.node("TexVoronoi", Scale=7, feature="DISTANCE_TO_EDGE")
    crust.link(crust.place(), crack.inputs["Vector"])
    edge = crust.math("SMOOTH_MIN", crack.outputs["Distance"], 0.12)
    material = crust.bump(edge, 1.0, 0.25).bump(crust.noise(26, 4), 0.5, 0.03).material
    uneven = lambda turn, r, z: (r * (1 + 0.04 * math.sin(turn * 3 + seed) + 0.02 * math.sin(turn * 7 + seed * 2)), z)
    return s.lathe(s.rounded([(0, 0), (0.26, 0), (0.33, 0.06), (0.24, 0.16), (0, 0.2)], 0.1, 6), material, 64, uneven)


def plate_of(material, radius):
    return s.lathe(s.walled(s.curved([(radius * 0.5, 0), (radius * 0.62, 0.03), (radius * 0.86, 0.06), (radius, 0.13)]), 0.03, 0.05), material, 128)


def cup_of_tea(material=None, radius=0.36, tall=0.36):
    cup = s.lathe(s.walled(s.curved([(radius * 0.5, 0), (radius * 0.6, 0.02), (radius * 0.88, tall * 0.4), (radius, tall)]), 0.026), material or m.glaze("celadon"))
    return s.join([cup, s.disc(radius * 0.9, tall * 0.72, tea_surface())])
