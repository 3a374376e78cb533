"""Soap, bottles and creams."""

import math
import random

import materials as m
import shapes as s
from forms import form


def bar(colour, seed=0):
    soap = m.Recipe(colour, 0.5)
    soap.colour(soap.ramp(soap.noise(3, 5), (0.3, m.shade(m.linear(colour), 0.86)), (0.6, colour), (0.8, m.shade(m.linear(colour), 1.12))))
    material = soap.bump(soap.noise(9, 3), 0.18, 0.03).material
    block = s.box((1.15, 0.75, 0.38), material, bevel=0.07, segments=5)
    mark = s.label_flat("seal-emboss.png", 0.3, 0.3, (0.0, 0, 0.384), (0, 0, 0))
    return s.join([block, mark])


@form
def soap(d):
    s.put(bar(d.colour), (-0.2, 0.18, 0.0), (0, 0, 12))
    s.put(bar(d.colour, 1), (0.12, -0.16, 0.385), (0, 0, -22))
    sleeve = [s.box((1.18, 0.78, 0.41), m.paper("paper"), bevel=0.03), s.label_flat(d.image("paper"), 0.42, 0.65, (0, -0.393, 0.2), (90, 90, 0))]
    sleeve[1].hide_render = True
    top = s.label_flat(d.image("paper"), 0.42, 0.65, (0, 0, 0.414), (0, 0, 90))
    s.join([sleeve[0], top], (0.95, 0.62, 0), (0, 0, -16))
    from forms.living import sprig

    sprig((-1.0, -0.5, 0.03), (-0.35, -0.62, 0.04), "jade", 7)


@form
def pump_bottle(d):
    round_ = d.style == "round"
    tall = 1.5 * (0.6 + 0.4 * d.size)
    clear = d.colour == "amber"
    body = m.glass("amber") if clear else m.paint(d.colour, 0.45)
    outline = s.rounded([(0.4, 0), (0.48, 0.0), (0.48, tall - 0.2), (0.17, tall), (0.17, tall + 0.06)], 0.14 if round_ else 0.06, 8)
    s.lathe(s.walled(outline, 0.03, 0.06) if clear else [(0, 0)] + outline + [(0, tall + 0.06)], body)
    if clear:
        s.lathe([(0, 0.07), (0.435, 0.07), (0.435, tall * 0.72), (0, tall * 0.72)], m.liquid("#8a3f10"))
    cap = m.paint(d.accent if d.accent != "charcoal" else "ink", 0.4)
    s.cylinder(0.2, 0.17, cap, tall + 0.04, 0.02)
    s.cylinder(0.06, 0.22, m.paint("ink", 0.3), tall + 0.2, 0.005)
    head = s.box((0.5, 0.17, 0.11), cap, (-0.1, 0, tall + 0.38), bevel=0.05)
    tip = s.box((0.06, 0.08, 0.1), cap, (-0.34, 0, tall + 0.33), bevel=0.02)
    s.join([head, tip], rotation=(0, 0, 32))
    image = d.image("paper") if clear or round_ else d.ink()
    s.label_round(image, 0.48, 0.22, 0.46, 0.72 * min(1, d.size + 0.1))


@form
def tube(d):
    scale = 0.85 + 0.15 * d.size
    shell = m.metal(d.colour, 0.4) if d.style == "metal" else m.paint(d.colour, 0.42)
    if d.style == "metal":
        shell = m.Recipe(d.colour, 0.36, Metallic=0.55)
        shell = shell.bump(shell.noise(4, 3), 0.25, 0.06).material
    tall, radius = 1.55, 0.3

    def place(u, v):
        turn = u * math.tau
        flat = v ** 1.5
        x = math.cos(turn) * radius * (1 + 0.32 * flat)
        y = math.sin(turn) * radius * (1 - flat * 0.96)
        return (x, y, 0.34 + v * tall)

    body = s.sheet(place, shell, 96, 60, wrap=True, angle=80)
    crimp = s.box((radius * 2.66, 0.035, 0.16), shell, (0, 0, 0.34 + tall - 0.05), bevel=0.008)
    cap = s.lathe(s.rounded([(0, 0), (0.2, 0), (0.22, 0.02), (0.2, 0.3), (0, 0.3)], 0.02), m.paint("ink", 0.4), 72, lambda t, r, z: (r * (1 + 0.012 * math.sin(t * 36) * (r > 0.15)), z))
    shoulder = s.lathe(s.rounded([(0.12, 0.28), (0.29, 0.33), (0.3, 0.345)], 0.02), shell)
    mark = s.sheet(lambda u, v: ((u - 0.5) * 0.42, place(0.75 + (u - 0.5) * 0.2, 0.14 + v * 0.42)[1] - 0.006, 0.34 + (0.14 + v * 0.42) * tall), m.printed(d.ink(), 0.5), 16, 16)
    first = [body, crimp, cap, shoulder, mark]
    s.join(first, (-0.1, 0.12, 0), (0, 0, -8), scale)
    dab = m.Recipe("#fbf5ea", 0.35).material
    s.lathe(s.curved([(0.24, 0.0), (0.27, 0.04), (0.2, 0.1), (0.12, 0.13), (0.05, 0.19), (0.001, 0.26)], 6), dab, 64, lambda t, r, z: (r * (1 + 0.05 * math.sin(t * 3 + z * 14)), z)).location = (0.68, -0.25, 0)
    if d.style == "metal":
        for at in range(16):
            turn = at * 2.4
            s.blob((0.028, 0.028, 0.012), m.Recipe(d.colour, 0.6).material, (0.9 + math.cos(turn) * 0.03 * at ** 0.9, 0.3 + math.sin(turn) * 0.02 * at ** 0.9, 0.01), 0.4, at, 2)


@form
def cream_jar(d):
    radius, tall = (0.5, 0.56) if d.style != "low" else (0.52, 0.36)
    body = m.glaze(d.colour) if d.style != "low" else m.paint(d.colour, 0.4)
    s.lathe(s.rounded([(0, 0), (radius - 0.02, 0), (radius, 0.03), (radius, tall), (radius - 0.05, tall + 0.02), (radius - 0.06, tall - 0.06), (0, tall - 0.06)], 0.06, 6), body)
    tone = {"clay": "#8f9b78", "low": "#e8d5a0"}.get(d.style, "#fbf7ef")
    cream = m.Recipe(tone, 0.35)
    swirl = lambda t, r, z: (r, z + (0.035 * math.sin(t + r * 22) * (1 - abs(r / radius * 2 - 0.9)) if r > 0.02 else 0.04))
    s.lathe([(radius - 0.06 - (radius - 0.06) * k / 40, tall - 0.03 + 0.05 * (k / 40)) for k in range(41)], cream.material, 96, swirl, 80)
    lid = m.wood(d.accent) if d.accent == "oak" else m.paint(d.accent, 0.4)
    cover = s.cylinder(radius + 0.02, 0.2, lid, 0, 0.025)
    s.put(cover, (radius * 1.62, -0.12, radius * 0.95), (-66, 0, 52))
    s.label_round(d.ink() if d.style != "low" else d.image("paper"), radius, 0.03, 0.24, 0.38 if tall > 0.5 else 0.3)


@form
def lip_tin(d):
    brass = d.material("metal")
    for at in range(2):
        w, h = 1.25, 0.8
        base = s.prism(s.rounded_rect(w, h, 0.18), 0.2, brass, 0.03)
        if at == 0:
            cover = s.prism(s.rounded_rect(w + 0.03, h + 0.03, 0.19), 0.1, brass, 0.03, 0.16)
            mark = s.label_flat("听檐-ink.png", 0.4, 0.62, (0, 0, 0.264), (0, 0, 90))
            s.join([base, cover, mark], (-0.35, 0.45, 0.0), (0, 0, 16))
        else:
            balm = s.prism(s.rounded_rect(w - 0.1, h - 0.1, 0.15), 0.03, m.wax(d.accent), 0.012, 0.185)
            cover = s.prism(s.rounded_rect(w + 0.03, h + 0.03, 0.19), 0.09, brass, 0.03, 0.2)
            cover.location = (0.72, 0.0, 0.02)
            s.join([base, balm, cover], (0.15, -0.5, 0), (0, 0, 16))


@form
def loofah(d):
    fibre = m.Recipe("#dcc48f", 0.95)
    lines = fibre.noise(9, 6, (1, 1, 0.35), 1.2)
    fibre.colour(fibre.ramp(lines, (0.38, "#8f6f3a"), (0.5, "#d9bf86"), (0.62, "#f0e2b8")))
    material = fibre.bump(lines, 1.0, 0.16).bump(fibre.noise(40, 4), 0.6, 0.03).material
    long = s.lathe(s.curved([(0.001, -1.25), (0.28, -1.22), (0.36, -0.8), (0.33, 0), (0.37, 0.8), (0.27, 1.22), (0.001, 1.25)], 8), material, 128, lambda t, r, z: (r * (1 + 0.05 * math.sin(t * 9) + 0.02 * math.sin(t * 23 + z * 30)), z), 85)
    loop = s.tube(s.curved([(0, 0, 1.2), (0.1, 0, 1.5), (0, 0, 1.7), (-0.1, 0, 1.5), (0, 0, 1.2)], 10), 0.022, m.cloth(d.accent))
    s.join([long, loop], (-0.1, 0.25, 0.36), (0, 90, 24))
    flat = s.lathe(s.rounded([(0, 0), (0.5, 0), (0.54, 0.1), (0.5, 0.2), (0, 0.22)], 0.08, 6), material, 128, lambda t, r, z: (r * (1 + 0.03 * math.sin(t * 7) + 0.02 * math.sin(t * 19)), z + 0.02 * math.sin(t * 9 + r * 20)), 85)
    s.put(flat, (0.5, -0.62, 0))


@form
def care_box(d):
    timber = m.wood(d.colour, (1, 10, 10))
    wide, deep, tall = 2.5, 1.7, 0.6
    things = [s.box((wide, deep, 0.06), timber, bevel=0.01)]
    for side in (-1, 1):
        things.append(s.box((wide, 0.08, tall), timber, (0, side * (deep - 0.08) / 2, 0), bevel=0.015))
        things.append(s.box((0.08, deep, tall), timber, (side * (wide - 0.08) / 2, 0, 0), bevel=0.015))
    chance = random.Random(5)
    straw = m.wood("beech", (4, 4, 4))
    for _ in range(120):
        x, y, a = chance.uniform(-1.1, 1.1), chance.uniform(-0.7, 0.7), chance.random() * 6
        curl = [(x + 0.14 * math.cos(a + t * 0.5), y + 0.14 * math.sin(a + t * 0.5), 0.2 + chance.uniform(0, 0.14) + 0.02 * t) for t in range(7)]
        things.append(s.tube(curl, 0.018, straw))
    things.append(s.put(bar("cream"), (-0.62, 0.3, 0.36), (4, -3, 12)))
    hand = [
        s.sheet(lambda u, v: (math.cos(u * math.tau) * 0.2 * (1 + 0.3 * v), math.sin(u * math.tau) * 0.2 * (1 - 0.95 * v ** 1.5), v * 1.15), m.Recipe(d.accent, 0.36, Metallic=0.5).material, 64, 30, wrap=True, angle=80),
        s.cylinder(0.15, 0.22, m.paint("ink"), -0.22, 0.02),
    ]
    things.append(s.join(hand, (-0.2, -0.42, 0.5), (0, 90, 8)))
    lip = s.prism(s.rounded_rect(0.7, 0.5, 0.12), 0.18, m.metal("brass"), 0.03)
    things.append(s.put(lip, (0.62, 0.34, 0.4), (3, 2, -14)))
    card = s.box((0.6, 0.42, 0.012), m.paper("paper"), (0.1, 0.55, 0.42), (30, 0, -6), 0.002)
    things.append(card)
    s.join(things, rotation=(0, 0, 16))
