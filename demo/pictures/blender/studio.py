"""The photographer: backdrop, lights, camera, exposure, and a filter for the last grain."""

import math
import os
import shutil
import tempfile

import bpy
import numpy
from mathutils import Matrix, Vector

import materials
import shapes
from colours import linear

SAMPLES = int(os.environ.get("SAMPLES", "20"))
SIZE = int(os.environ.get("SIZE", "800"))
BACKDROPS = {"paper": "#efe9df", "cool": "#e6e6e1", "blush": "#efe2d8", "sage": "#dfe2d6", "dusk": "#b9a994"}
VIEWS = {
    "front": {"pitch": 16, "turn": 0, "lens": 85, "fill": 0.64, "blur": 11},
    "close": {"pitch": 22, "turn": 24, "lens": 100, "fill": 1.05, "blur": 9},
    "above": {"pitch": 58, "turn": -18, "lens": 80, "fill": 0.72, "blur": 11},
    "scene": {"pitch": 13, "turn": 8, "lens": 70, "fill": 0.47, "blur": 5.6},
}


# Low, wide goods are photographed from higher up, or nothing of them would show.
STEEPER = {
    "pastries": 30, "teaTray": 30, "dishes": 42, "platter": 38, "pan": 34, "chopsticks": 42, "rollingPin": 38, "lunchBox": 27,
    "giftBox": 30, "incenseCoil": 34, "incenseBoat": 27, "letterSet": 52, "pencils": 44, "pen": 42, "brushes": 40, "deskTray": 36,
    "tapes": 28, "tinCandles": 32, "lipTin": 38, "careBox": 40, "loofah": 34, "tray": 30, "soap": 27, "scentStones": 26, "creamJar": 25,
    "foldedStack": 22, "towels": 20, "throw": 24, "pillow": 26, "tapers": 24, "mountains": 20, "woodBoxes": 24, "lowTable": 22,
    "pebbleCandles": 22, "bowl": 21, "cup": 22, "rug": 14, "nightLight": 20, "stool": 20,
}


# Light that goes through glass needs more of it.
GLASSY = {"jar", "pitcher", "glass", "oilBottle", "candleGlass", "reedDiffuser", "sprayBottle", "dropper", "rootingVases", "pumpBottle"}


def view_of(name, form):
    """The usual view, from higher up for flat forms."""
    view = dict(VIEWS[name])
    if form in STEEPER and name != "above":
        view["pitch"] = max(view["pitch"], STEEPER[form] * (0.8 if name == "scene" else 1.0))
        if name == "front":
            view["fill"] = 0.72
    return view


def clear():
    bpy.ops.wm.read_factory_settings(use_empty=True)


def goods():
    """Everything built so far that a picture must hold."""
    return [thing for thing in bpy.context.scene.objects if thing.type in {"MESH", "CURVE"}]


def corners(things):
    bpy.context.view_layer.update()
    shapes_now = bpy.context.evaluated_depsgraph_get()
    points = []
    for thing in things:
        seen = thing.evaluated_get(shapes_now)
        mesh = seen.to_mesh()
        step = max(1, len(mesh.vertices) // 400)
        points += [seen.matrix_world @ mesh.vertices[at].co for at in range(0, len(mesh.vertices), step)]
        seen.to_mesh_clear()
    return points


def aim(points, view, size=1.0, aspect=1.0, shift=(0, 0)):
    """Stands the camera so that the goods fill the frame as the view asks."""
    camera = bpy.data.objects.new("camera", bpy.data.cameras.new("camera"))
    bpy.context.collection.objects.link(camera)
    camera.data.lens = view["lens"]
    turn = Matrix.Rotation(math.radians(view["turn"]), 3, "Z") @ Matrix.Rotation(math.radians(90 - view["pitch"]), 3, "X")
    right, up, back = (turn @ Vector(axis) for axis in ((1, 0, 0), (0, 1, 0), (0, 0, 1)))
    centre = sum(points, Vector()) / len(points)
    half = 18 / view["lens"] * view["fill"] * (0.86 + 0.14 * size)
    distance = 10.0
    for _ in range(12):
        seen = [((p - centre).dot(right), (p - centre).dot(up), distance - (p - centre).dot(back)) for p in points]
        xs, ys = [x / depth for x, _, depth in seen], [y / depth for _, y, depth in seen]
        centre = centre + right * (max(xs) + min(xs)) / 2 * distance + up * (max(ys) + min(ys)) / 2 * distance
        spread = max(max(xs) - min(xs), (max(ys) - min(ys)) * aspect) / 2
        distance *= spread / half
    offset = right * (-shift[0] * distance * 18 / view["lens"] * 2) + up * (-shift[1] * distance * 18 / view["lens"] * 2)
    camera.matrix_world = Matrix.Translation(centre + offset + back * distance) @ turn.to_4x4()
    nearest = min(distance - (p - centre).dot(back) for p in points)
    camera.data.dof.use_dof = True
    camera.data.dof.focus_distance = nearest * 0.55 + distance * 0.45
    camera.data.dof.aperture_fstop = view["blur"] * 0.9 / max(distance / 10, 0.5) * 0.55
    bpy.context.scene.camera = camera
    return centre, distance


def backdrop(colour, depth=9.0):
    """A sheet of paper that rises softly behind the table."""
    line = [(-14, 0), (depth * 0.35, 0)]
    bend = [(depth * 0.35 + 3.2 * math.sin(t * math.pi / 40), 3.2 - 3.2 * math.cos(t * math.pi / 40)) for t in range(1, 21)]
    line = line + bend + [(bend[-1][0], 30)]
    recipe = materials.Recipe(colour, 0.9, Specular=0.1)
    verts, faces = [], []
    for y, z in line:
        verts += [(-40, y, z), (40, y, z)]
    for at in range(len(line) - 1):
        faces.append((2 * at, 2 * at + 1, 2 * at + 3, 2 * at + 2))
    thing = shapes.add_mesh(verts, faces, recipe.material)
    thing.name = "backdrop"
    return thing


def lamp(location, target, energy, size, colour="#ffffff", size_y=None):
    data = bpy.data.lights.new("lamp", "AREA")
    data.energy, data.size, data.color = energy, size, linear(colour)[:3]
    if size_y:
        data.shape, data.size_y = "RECTANGLE", size_y
    light = bpy.data.objects.new("lamp", data)
    bpy.context.collection.objects.link(light)
    light.location = location
    light.rotation_euler = (Vector(target) - Vector(location)).to_track_quat("-Z", "Y").to_euler()
    return light


def daylight(strength, colour="#fdfaf5"):
    world = bpy.data.worlds.new("world")
    world.use_nodes = True
    bpy.context.scene.world = world
    sky = world.node_tree.nodes["Background"]
    sky.inputs["Color"].default_value = linear(colour)
    sky.inputs["Strength"].default_value = strength


def studio_light(centre, reach, night=False):
    """One big soft window from the left, a weak one from the right, a rim from behind."""
    level = 0.22 if night else 1.0
    unit = reach * reach * level
    at = lambda x, y, z: (centre[0] + x * reach, centre[1] + y * reach, z * reach)
    focus = (centre[0], centre[1], centre[2] * 0.6)
    lamp(at(-2.3, -0.9, 2.3), focus, 128 * unit, 1.5 * reach, "#fffaf3", 2.0 * reach)
    lamp(at(2.8, -1.4, 1.2), focus, 14 * unit, 2.4 * reach, "#f6f8ff")
    lamp(at(1.0, 2.2, 2.9), focus, 34 * unit, 1.0 * reach, "#fffdf8")
    daylight(0.3 * (0.5 if night else 1.0))


def window_light(centre, reach):
    """Late sun through a window and leaves, for the styled pictures."""
    sun = bpy.data.lights.new("sun", "SUN")
    sun.energy, sun.angle, sun.color = 2.3, math.radians(1.8), linear("#ffeed9")[:3]
    light = bpy.data.objects.new("sun", sun)
    bpy.context.collection.objects.link(light)
    direction = Vector((0.78, 0.52, -0.6))
    light.rotation_euler = direction.to_track_quat("-Z", "Y").to_euler()
    cutouts(Vector(centre) - direction * reach * 3.0, direction, reach)
    lamp((centre[0] - 3 * reach, centre[1] - 1.5 * reach, 2.6 * reach), centre, 44 * reach * reach, 2.5 * reach, "#fbfaf8")
    daylight(0.36, "#f6f6f5")


def cutouts(where, direction, reach):
    """Window bars and a few leaves between the sun and the table."""
    dark = materials.Recipe("charcoal", 1.0).material
    turn = direction.to_track_quat("-Z", "Y").to_euler()
    things = []
    for x in (-1.25, 0.05, 1.3):
        things.append(shapes.box((0.11 * reach, 0.02, 5 * reach), dark, (x * reach, -2.5 * reach, 0), (-90, 0, 0), 0))
    for y in (-0.9, 0.55, 1.9):
        things.append(shapes.box((5 * reach, 0.09 * reach, 0.02), dark, (0, y * reach, 0), bevel=0))
    for at in range(15):
        spin = at * 2.4
        outline = lambda u, v: (
            (u - 0.5) * 0.26 * reach * math.sin(max(0.02, v) * math.pi) ** 0.8, v * 0.72 * reach, 0.0)
        leaf = shapes.sheet(outline, dark, 4, 10)
        shapes.put(leaf, ((math.sin(spin * 1.7) * 0.9 + 0.7) * reach, (math.cos(spin) * 0.8 + 0.9) * reach, 0.15 * reach), (0, 0, spin * 57 + 30))
        things.append(leaf)
    holder = shapes.join(things)
    holder.location, holder.rotation_euler = where, turn
    for thing in things:
        thing.visible_camera = False
        thing.visible_glossy = False


def prepare(width, height):
    scene = bpy.context.scene
    scene.render.engine = "CYCLES"
    scene.render.resolution_x, scene.render.resolution_y, scene.render.resolution_percentage = width, height, 100
    cycles = scene.cycles
    cycles.samples, cycles.use_adaptive_sampling, cycles.use_denoising = SAMPLES, False, False
    cycles.max_bounces, cycles.diffuse_bounces, cycles.glossy_bounces = 12, 2, 3
    cycles.transmission_bounces, cycles.transparent_max_bounces = 12, 16
    cycles.caustics_reflective = cycles.caustics_refractive = False
    cycles.sample_clamp_indirect, cycles.sample_clamp_direct, cycles.blur_glossy = 3.0, 12.0, 0.5
    scene.view_layers[0].cycles.denoising_store_passes = True


PASSES = {"image": "Image", "direct": "DiffDir", "indirect": "DiffInd", "colour": "DiffCol", "albedo": "Denoising Albedo", "normal": "Denoising Normal"}


def shoot(path, width=SIZE, height=SIZE, exposure=1.0, care=1.0, glassy=False):
    """Renders, filters and writes a PNG. Gives back the light without the colours, from which `recolour` makes more."""
    prepare(width, height)
    scene = bpy.context.scene
    scene.cycles.samples = round(SAMPLES * care)
    layer = scene.view_layers[0]
    layer.use_pass_diffuse_direct = layer.use_pass_diffuse_indirect = layer.use_pass_diffuse_color = True
    seen = developed_passes(PASSES, width, height)
    light = seen["direct"] + seen["indirect"]
    rest = seen["image"] - light * seen["colour"]
    light, rest = filtered(light, rest, seen["image"], seen["albedo"], seen["normal"], glassy)
    save(path, developed((light * seen["colour"] + rest) * exposure))
    return {"light": light, "rest": rest, "exposure": exposure, "size": (width, height)}


def recolour(path, negative):
    """The same goods in other colours under the same light: only the colours are rendered again."""
    width, height = negative["size"]
    prepare(width, height)
    scene = bpy.context.scene
    scene.cycles.samples, scene.cycles.max_bounces = 4, 0
    scene.view_layers[0].use_pass_diffuse_color = True
    scene.view_layers[0].cycles.denoising_store_passes = False
    colour = developed_passes({"colour": "DiffCol"}, width, height)["colour"]
    save(path, developed((negative["light"] * colour + negative["rest"]) * negative["exposure"]))


def developed_passes(passes, width, height):
    scene = bpy.context.scene
    folder = tempfile.mkdtemp()
    scene.use_nodes = True
    tree = scene.node_tree
    tree.nodes.clear()
    layers = tree.nodes.new("CompositorNodeRLayers")
    out = tree.nodes.new("CompositorNodeOutputFile")
    out.base_path = folder
    out.format.file_format, out.format.color_depth, out.format.exr_codec = "OPEN_EXR", "32", "NONE"
    out.file_slots.clear()
    for slot, name in passes.items():
        out.file_slots.new(slot)
        tree.links.new(layers.outputs[name], out.inputs[slot])
    bpy.ops.render.render()
    seen = {slot: pixels(os.path.join(folder, f"{slot}0001.exr"), width, height) for slot in passes}
    shutil.rmtree(folder)
    return seen


def pixels(path, width, height):
    image = bpy.data.images.load(path)
    image.colorspace_settings.name = "Linear"
    values = numpy.empty(width * height * 4, dtype=numpy.float32)
    image.pixels.foreach_get(values)
    return values.reshape(height, width, 4)[:, :, :3].copy()


def filtered(light, rest, image, albedo, normal, glassy=False, rounds=4):
    """Edge-avoiding à-trous wavelet filter (Dammertz and others, 2010), guided by surface, colour and tone."""
    if glassy:
        # Behind glass the guides themselves are grainy: the mean of the neighbours stands in.
        albedo, normal = mean(mean(albedo), 2), mean(mean(normal), 2) * 0.3
    guide = numpy.concatenate([normal * 60**0.5, albedo * 320**0.5], axis=2)
    picture = numpy.concatenate([light, rest], axis=2)
    tone = numpy.log1p(image.mean(axis=2))
    trust = 0.25 if glassy else 1.0
    for step in range(rounds):
        reach = 2**step
        tolerance = 0.3 / (1.5**step)
        total, weights = picture * 0.25, numpy.full(tone.shape, 0.25, dtype=numpy.float32)
        soft = tone * 0.25
        padded = [numpy.pad(part, [(reach, reach), (reach, reach), (0, 0)][: part.ndim], "edge") for part in (guide, picture, tone)]
        for dy in (-1, 0, 1):
            for dx in (-1, 0, 1):
                if dx == dy == 0:
                    continue
                there, near, near_tone = (view(part, dx * reach, dy * reach, reach) for part in padded)
                apart = there - guide
                apart = numpy.einsum("ijk,ijk->ij", apart, apart) + numpy.abs(near_tone - tone) * (trust / tolerance)
                weight = numpy.exp(-apart) * (0.125 if dx * dy == 0 else 0.0625)
                total += near * weight[:, :, None]
                soft += near_tone * weight
                weights += weight
        picture = total / weights[:, :, None]
        tone = soft / weights
    return picture[:, :, :3], picture[:, :, 3:]


def view(padded, dx, dy, margin):
    height, width = padded.shape[0] - 2 * margin, padded.shape[1] - 2 * margin
    return padded[margin + dy : margin + dy + height, margin + dx : margin + dx + width]


def mean(image, reach=1):
    padded = numpy.pad(image, ((reach, reach), (reach, reach), (0, 0)), "edge")
    return sum(view(padded, dx, dy, reach) for dx in (-reach, 0, reach) for dy in (-reach, 0, reach)) / 9


def developed(light):
    """Film: a soft shoulder so that whites keep their form, then sRGB."""
    light = numpy.clip(light, 0, None)
    grey = light.mean(axis=2, keepdims=True)
    light = grey + (light - grey) * 0.93
    knee = 0.72
    light = numpy.where(light > knee, knee + (1 - knee) * (1 - numpy.exp(-(light - knee) / (1 - knee))), light)
    return numpy.where(light <= 0.0031308, light * 12.92, 1.055 * numpy.power(numpy.maximum(light, 1e-6), 1 / 2.4) - 0.055)


def even_edges(picture):
    """Few samples leave edges ragged: there, and only there, a pixel takes something from its neighbours."""
    padded = numpy.pad(picture, ((1, 1), (1, 1), (0, 0)), "edge")
    around = [view(padded, dx, dy, 1) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
    tones = numpy.stack([part.mean(axis=2) for part in around])
    edge = numpy.clip((tones.max(axis=0) - tones.min(axis=0) - 0.1) / 0.2, 0, 0.75)[:, :, None]
    soft = sum(part * (0.25, 0.125, 0.0625)[(at % 3 != 1) + (at // 3 != 1)] for at, part in enumerate(around))
    return picture * (1 - edge) + soft * edge


def save(path, picture):
    picture = even_edges(numpy.clip(picture, 0, 1))
    height, width, _ = picture.shape
    image = bpy.data.images.new("out", width, height)
    values = numpy.ones((height, width, 4), dtype=numpy.float32)
    values[:, :, :3] = picture
    image.pixels.foreach_set(values.ravel())
    image.filepath_raw, image.file_format = path, "PNG"
    image.save()
