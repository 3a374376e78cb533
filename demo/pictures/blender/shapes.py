"""Solid things to build forms from. One unit is ten centimetres; everything stands on z = 0."""

import math
import random

import bpy
from mathutils import Vector, noise

TAU = math.tau


def add_mesh(verts, faces, material, smooth=True, angle=40, uvs=None):
    mesh = bpy.data.meshes.new("goods")
    mesh.from_pydata(verts, [], faces)
    if smooth:
        mesh.polygons.foreach_set("use_smooth", [True] * len(mesh.polygons))
        mesh.use_auto_smooth = True
        mesh.auto_smooth_angle = math.radians(angle)
    if uvs:
        layer = mesh.uv_layers.new()
        for loop in mesh.loops:
            layer.data[loop.index].uv = uvs[loop.vertex_index]
    mesh.materials.append(material)
    thing = bpy.data.objects.new("goods", mesh)
    bpy.context.collection.objects.link(thing)
    return thing


def put(thing, location=(0, 0, 0), rotation=(0, 0, 0), scale=None):
    """Moves, turns (degrees) and sizes a thing."""
    thing.location = location
    thing.rotation_euler = [math.radians(part) for part in rotation]
    if scale:
        thing.scale = scale if isinstance(scale, tuple) else (scale,) * 3
    return thing


def join(things, location=(0, 0, 0), rotation=(0, 0, 0), scale=1.0):
    """Lets several things move as one."""
    holder = bpy.data.objects.new("group", None)
    bpy.context.collection.objects.link(holder)
    for thing in things:
        if thing.parent is None:
            thing.parent = holder
    put(holder, location, rotation, scale)
    return holder


def rounded(points, radius=0.02, steps=4):
    """A polyline with its inner corners rounded; a point may carry its own radius."""
    result = []
    for at, point in enumerate(points):
        here = Vector(point[:2])
        if at in (0, len(points) - 1):
            result.append(here)
            continue
        own = point[2] if len(point) > 2 else radius
        before, after = Vector(points[at - 1][:2]) - here, Vector(points[at + 1][:2]) - here
        cut = min(own, before.length * 0.49, after.length * 0.49)
        if cut < 1e-4:
            result.append(here)
            continue
        start, end = here + before.normalized() * cut, here + after.normalized() * cut
        for step in range(steps + 1):
            t = step / steps
            result.append((1 - t) ** 2 * start + 2 * t * (1 - t) * here + t**2 * end)
    return [(max(point.x, 0.0), point.y) for point in result]


def curved(points, steps=6):
    """A soft line through the points (Catmull-Rom)."""
    line = [Vector(point) for point in points]
    line = [line[0] * 2 - line[1]] + line + [line[-1] * 2 - line[-2]]
    result = []
    for at in range(1, len(line) - 2):
        a, b, c, d = line[at - 1 : at + 3]
        for step in range(steps):
            t = step / steps
            result.append(0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3))
    result.append(line[-2])
    return [tuple(point) for point in result]


def walled(outer, wall=0.03, floor=None):
    """Closes an outer profile (foot to rim) with an inner wall and a rounded rim."""
    inner = []
    for at in range(len(outer) - 1, -1, -1):
        before, after = Vector(outer[max(at - 1, 0)]), Vector(outer[min(at + 1, len(outer) - 1)])
        along = (after - before).normalized() if (after - before).length else Vector((0, 1))
        point = Vector(outer[at]) + Vector((-along.y, along.x)) * wall
        inner.append((max(point.x, 0.0), point.y))
    floor = outer[0][1] + wall * 1.5 if floor is None else floor
    inner = [point for point in inner if point[1] > floor]
    rim = Vector(outer[-1])
    lip = ((rim + Vector(inner[0])) / 2) + Vector((0, wall * 0.45))
    return [(0, outer[0][1])] + list(outer) + [tuple(lip)] + inner + [(inner[-1][0] * 0.9, floor), (0, floor)]


def lathe(profile, material, segments=96, warp=None, angle=40):
    """Turns a profile of (radius, height) round the axis; `warp(turn, r, z)` may bend it."""
    verts, faces = [], []
    for r, z in profile:
        for step in range(segments):
            turn = TAU * step / segments
            radius, height = warp(turn, r, z) if warp else (r, z)
            radius = max(radius, 1e-4)
            verts.append((radius * math.cos(turn), radius * math.sin(turn), height))
    for ring in range(len(profile) - 1):
        for step in range(segments):
            after = (step + 1) % segments
            low, high = ring * segments, (ring + 1) * segments
            faces.append((low + step, low + after, high + after, high + step))
    return add_mesh(verts, faces, material, angle=angle)


def thrown(amount=0.006, seed=0.0):
    """The small unevenness of a hand at the wheel."""

    def warp(turn, r, z):
        wobble = noise.noise(Vector((math.cos(turn) * 0.9, math.sin(turn) * 0.9, z * 2 + seed)))
        ring = math.sin(z * 60 + wobble * 2) * 0.15
        return r * (1 + amount * (wobble * 2 + ring)), z

    return warp


def cylinder(radius, height, material, base=0.0, edge=0.02, segments=96):
    return lathe(rounded([(0, base), (radius, base), (radius, base + height), (0, base + height)], edge), material, segments)


def disc(radius, height, material):
    return lathe([(0, height), (radius, height)], material)


def box(size, material, location=(0, 0, 0), rotation=(0, 0, 0), bevel=0.02, segments=3):
    """A box standing on its base."""
    w, d, h = (part / 2 for part in size)
    verts = [(x * w, y * d, z * h) for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)]
    faces = [(0, 1, 3, 2), (4, 6, 7, 5), (0, 4, 5, 1), (2, 3, 7, 6), (0, 2, 6, 4), (1, 5, 7, 3)]
    verts = [(x, y, z + h) for x, y, z in verts]
    thing = add_mesh(verts, faces, material)
    if bevel:
        modifier = thing.modifiers.new("bevel", "BEVEL")
        modifier.width, modifier.segments = min(bevel, min(w, d, h) * 0.95), segments
    return put(thing, location, rotation)


def prism(outline, height, material, bevel=0.02, base=0.0):
    """An outline in x and y, raised."""
    count = len(outline)
    verts = [(x, y, base) for x, y in outline] + [(x, y, base + height) for x, y in outline]
    faces = [tuple(reversed(range(count))), tuple(range(count, 2 * count))]
    faces += [(at, (at + 1) % count, count + (at + 1) % count, count + at) for at in range(count)]
    thing = add_mesh(verts, faces, material)
    if bevel:
        modifier = thing.modifiers.new("bevel", "BEVEL")
        modifier.width, modifier.segments, modifier.limit_method, modifier.angle_limit = bevel, 3, "ANGLE", math.radians(50)
    return thing


def rounded_rect(w, d, r, steps=8):
    points = []
    for cx, cy, start in ((w / 2 - r, d / 2 - r, 0), (r - w / 2, d / 2 - r, 90), (r - w / 2, r - d / 2, 180), (w / 2 - r, r - d / 2, 270)):
        for step in range(steps + 1):
            turn = math.radians(start + 90 * step / steps)
            points.append((cx + r * math.cos(turn), cy + r * math.sin(turn)))
    return points


def sheet(f, material, nu=64, nv=64, thickness=0.0, wrap=False, angle=60):
    """A surface (u, v) → (x, y, z), u and v from 0 to 1; `wrap` closes it round u."""
    columns = nu if wrap else nu + 1
    verts, uvs = [], []
    for j in range(nv + 1):
        for i in range(columns):
            verts.append(f(i / nu, j / nv))
            uvs.append((i / nu, j / nv))
    faces = []
    for j in range(nv):
        for i in range(nu):
            after = (i + 1) % columns
            faces.append((j * columns + i, j * columns + after, (j + 1) * columns + after, (j + 1) * columns + i))
    thing = add_mesh(verts, faces, material, angle=angle, uvs=uvs)
    if thickness:
        modifier = thing.modifiers.new("thick", "SOLIDIFY")
        modifier.thickness, modifier.offset = thickness, 0
    return thing


def tube(points, radius, material, closed=False, taper=None):
    """A round rod along a line."""
    curve = bpy.data.curves.new("goods", "CURVE")
    curve.dimensions, curve.bevel_depth, curve.bevel_resolution, curve.use_fill_caps = "3D", radius, 5, True
    spline = curve.splines.new("POLY")
    spline.points.add(len(points) - 1)
    for at, point in enumerate(points):
        spline.points[at].co = (*point, 1)
        spline.points[at].radius = taper(at / max(1, len(points) - 1)) if taper else 1.0
    spline.use_cyclic_u = closed
    curve.materials.append(material)
    thing = bpy.data.objects.new("goods", curve)
    bpy.context.collection.objects.link(thing)
    return thing


def ring(radius, thick, material, height=0.0, squash=1.0, segments=96):
    points = [(radius * math.cos(TAU * at / segments), radius * math.sin(TAU * at / segments), height) for at in range(segments)]
    return put(tube(points, thick, material, closed=True), scale=(1, squash, 1))


def blob(size, material, location=(0, 0, 0), rough=0.0, seed=0, detail=3, scale_of_noise=2.0):
    """A sphere, more or less."""
    bpy.ops.mesh.primitive_ico_sphere_add(subdivisions=detail, radius=1)
    thing = bpy.context.object
    for vertex in thing.data.vertices:
        push = noise.noise(vertex.co * scale_of_noise + Vector((seed * 7.3, seed, 0))) * rough
        vertex.co *= 1 + push
    thing.data.polygons.foreach_set("use_smooth", [True] * len(thing.data.polygons))
    thing.data.materials.append(material)
    return put(thing, location, scale=size if isinstance(size, tuple) else (size,) * 3)


def bulb(location, watts, radius=0.12, colour=(1.0, 0.72, 0.42)):
    """A lamp that shines for the goods themselves."""
    data = bpy.data.lights.new("bulb", "POINT")
    data.energy, data.shadow_soft_size, data.color = watts, radius, colour
    light = bpy.data.objects.new("bulb", data)
    bpy.context.collection.objects.link(light)
    return put(light, location)


def copy(thing, location, rotation=(0, 0, 0), scale=None):
    twin = thing.copy()
    bpy.context.collection.objects.link(twin)
    return put(twin, location, rotation, scale)


def scatter(things, radius, low, high, count, seed=1, size=(0.8, 1.2)):
    """Fills a round vessel with copies, turned at random."""
    chance = random.Random(seed)
    for _ in range(count):
        reach, turn = radius * math.sqrt(chance.random()), chance.random() * TAU
        where = (reach * math.cos(turn), reach * math.sin(turn), chance.uniform(low, high))
        scale = chance.uniform(*size)
        model = chance.choice(things)
        copy(model, where, [chance.uniform(0, 360) for _ in range(3)], tuple(part * scale for part in model.scale))
    for model in things:
        bpy.data.objects.remove(model)


def soften(x, power=2.5):
    """1 in the middle, 0 at ±1, with a full belly: the section of a cushion."""
    return max(0.0, 1 - abs(x) ** power) ** 0.5


def ripple(x, y, scale=2.0, seed=0.0):
    return noise.noise(Vector((x * scale, y * scale, seed)))


def label_round(image, radius, bottom, width, height, roughness=0.6, turn=-90.0, taper=1.0):
    """A label on a round body; `width` along the curve. `taper` is the radius above over that below."""
    from materials import printed

    half = width / radius / 2

    def place(u, v):
        angle = math.radians(turn) + (u - 0.5) * 2 * half
        reach = (radius + 0.004) * (1 + (taper - 1) * v)
        return (reach * math.cos(angle), reach * math.sin(angle), bottom + v * height)

    return sheet(place, printed(image, roughness), 32, 2)


def label_flat(image, width, height, location=(0, 0, 0), rotation=(90, 0, 0), roughness=0.6):
    from materials import printed

    thing = sheet(lambda u, v: ((u - 0.5) * width, (v - 0.5) * height, 0), printed(image, roughness), 1, 1)
    return put(thing, location, rotation)
