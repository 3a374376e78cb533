"""Bags and what is carried in cloth."""

import math

import materials as m
import shapes as s
from forms import form


@form
def tote(d):
    canvas = m.canvas(d.colour)
    wide, tall = 1.75, 1.75

    def side(facing):
        def place(u, v):
            a = 2 * u - 1
            belly = facing * (0.3 * (1 - abs(a) ** 3) ** 0.5 * (1 - 0.55 * v) + 0.03)
            crease = 0.035 * s.ripple(a * 1.5, v * 2.2, 1.7, facing + 3) + 0.014 * s.ripple(a * 5, v * 5, 1.4, 2)
            return (a * wide / 2 * (1 - 0.05 * math.sin(v * math.pi)), belly + crease * (0.4 + v * 0.6), v * tall + 0.02 * math.cos(a * 3) * (v > 0.9))

        return place

    for facing in (-1, 1):
        s.sheet(side(facing), canvas, 80, 80, 0.02)
        edge = [tuple(part + (0, facing * 0.012, 0)[i] for i, part in enumerate(side(facing)(t / 60, 0.985))) for t in range(61)]
        s.tube(edge, 0.016, canvas)
        strap = s.curved([(-0.42, facing * 0.19, tall - 0.22), (-0.41, facing * 0.18, tall + 0.1), (-0.3, facing * 0.1, tall + 0.68), (0, facing * 0.05, tall + 0.86), (0.3, facing * 0.1, tall + 0.68), (0.41, facing * 0.18, tall + 0.1), (0.42, facing * 0.19, tall - 0.22)], 12)
        s.sheet(lambda u, v, strap=strap, facing=facing: tuple(part + (((v - 0.5) * 0.11 * abs(math.cos(u * math.pi)), 0, (v - 0.5) * 0.11 * math.sin(u * math.pi)))[i] for i, part in enumerate(strap[min(int(u * (len(strap) - 1) + 0.5), len(strap) - 1)])), canvas, len(strap) - 1, 2, 0.02)
    front = side(-1)
    s.sheet(lambda u, v: ((u - 0.5) * 0.5, front(0.5 + (u - 0.5) * 0.28, 0.3 + v * 0.42)[1] - 0.018, 0.3 * tall + v * 0.42 * tall), m.printed(d.ink(), 0.9), 20, 20)
    holders = [thing for thing in s.bpy.context.scene.objects if thing.parent is None]
    s.join(holders, rotation=(-3, 0, 14))


@form
def drawstring(d):
    material = m.linen(d.colour)
    gather = lambda t, r, z: (r * (1 + 0.1 * abs(math.sin(t * 9 + z)) * min(1, max(0, (z - 0.55) / 0.4)) + 0.03 * math.sin(t * 3 + z * 2)), z + 0.02 * math.sin(t * 5))
    s.put(s.lathe(s.curved([(0.001, 0), (0.72, 0.02), (0.82, 0.2), (0.8, 0.6), (0.56, 0.98), (0.2, 1.16), (0.19, 1.24), (0.34, 1.38), (0.52, 1.56), (0.5, 1.56), (0.3, 1.4)], 8), material, 160, gather, 80), scale=(1, 0.8, 1))
    cord = m.cloth("cream", 280)
    s.put(s.ring(0.215, 0.035, cord, 1.2), scale=(1, 0.8, 1))
    for side in (-1, 1):
        s.tube(s.curved([(side * 0.2, -0.1, 1.2), (side * 0.5, -0.42, 1.12), (side * 0.62, -0.62, 0.82), (side * 0.64, -0.68, 0.55)], 8), 0.03, cord)
        s.blob((0.07, 0.07, 0.08), m.wood(d.accent), (side * 0.64, -0.68, 0.5))
    s.tube(s.curved([(-0.3, 0.1, 1.4), (-0.36, 0.1, 1.8), (0, 0.1, 2.05), (0.36, 0.1, 1.8), (0.3, 0.1, 1.4)], 10), 0.045, cord)


@form
def zip_pouch(d):
    waxed = m.Recipe(d.colour, 0.55, Specular=0.3)
    waxed.colour(waxed.ramp(waxed.noise(5, 6), (0.35, m.shade(m.linear(d.colour), 0.8)), (0.62, d.colour), (0.78, m.shade(m.linear(d.colour), 1.3))))
    material = waxed.bump(waxed.noise(70, 3), 0.3, 0.01).bump(waxed.noise(3, 3), 0.2, 0.06).material
    brass = m.metal(d.accent, 0.25)
    for x, y, size, turn in ((-0.2, 0.42, 1.0, -8), (0.5, -0.42, 0.66, 10)):
        things = []
        for facing in (-1, 1):
            def place(u, v, facing=facing):
                a = 2 * u - 1
                full = (1 - abs(a) ** 4) ** 0.5 * math.sin(min(1.0, v * 0.94 + 0.1) * math.pi) ** 0.5
                return (a * 1.0 * (1 - 0.04 * (1 - v)), facing * (0.22 * full + 0.01) + 0.02 * s.ripple(a * 2, v * 2, 1.5, facing), v * 1.1)
            things.append(s.sheet(place, material, 70, 50, 0.015))
        things.append(s.box((1.9, 0.04, 0.045), brass, (0, 0, 1.08), bevel=0.01))
        for at in range(46):
            things.append(s.box((0.018, 0.06, 0.03), brass, (-0.93 + at * 0.0413, 0, 1.105), bevel=0.004))
        things.append(s.tube([(0.8, 0, 1.12), (0.84, -0.08, 1.0), (0.86, -0.2, 0.82)], 0.03, m.clay("walnut")))
        s.join(things, (x, y, 0.01), (0, 0, turn), size)


@form
def furoshiki(d):
    dye = m.Recipe(d.colour, 0.9, Specular=0.1)
    split = dye.node("SeparateXYZ")
    dye.link(dye.place(), split.inputs[0])
    from forms.cloth import pattern

    dye.colour(dye.mix(pattern(dye, "rain", split), m.linear(d.colour), m.linear(d.accent)))
    cloth = dye.bump(dye.noise(5, 3), 0.25, 0.05).bump(dye.noise(110, 2), 0.2, 0.006).material

    def wrap(u, v):
        turn, climb = u * math.tau, v
        square = 1 / max(abs(math.cos(turn)), abs(math.sin(turn))) ** 0.75
        reach = 0.86 * square if climb < 0.55 else 0.86 * square * (1 - ((climb - 0.55) / 0.45) ** 1.3 * 0.9)
        z = 0.02 + climb / 0.55 * 0.7 if climb < 0.55 else 0.72 + 0.2 * ((climb - 0.55) / 0.45) ** 1.6
        pleat = 0.045 * math.sin(turn * 4 + 0.6) * max(0, climb - 0.3) + 0.02 * math.sin(turn * 11) * max(0, climb - 0.5)
        return (reach * math.cos(turn), reach * math.sin(turn), z + pleat + 0.02 * s.ripple(turn, climb * 3, 1.5, 2))

    s.sheet(wrap, cloth, 160, 60, 0.02, wrap=True, angle=80)
    s.blob((0.17, 0.15, 0.13), cloth, (0, 0, 0.98), 0.2, 3, 4)
    for turn in (-40, 140, 60, 215):
        a = math.radians(turn)
        ear = lambda u, v, a=a: (math.cos(a) * v * 0.62 + (u - 0.5) * 0.36 * math.sin(a) * math.sin(max(0.08, v) ** 0.8 * math.pi * 0.93), math.sin(a) * v * 0.62 - (u - 0.5) * 0.36 * math.cos(a) * math.sin(max(0.08, v) ** 0.8 * math.pi * 0.93), 0.98 + 0.3 * math.sin(v * 2.6) + 0.08 * (2 * u - 1) ** 2)
        s.sheet(ear, cloth, 14, 24, 0.02, angle=80)
    s.cylinder(0.3, 0.5, cloth, 0.4)
