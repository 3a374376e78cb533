"""What things are made of. Each function gives a new Blender material."""

import os

import bpy

from colours import linear

LABELS = os.environ.get("LABELS", "")


class Recipe:
    """A principled material with a short way to add nodes."""

    def __init__(self, colour, roughness=0.5, **inputs):
        self.material = bpy.data.materials.new("m")
        self.material.use_nodes = True
        self.nodes = self.material.node_tree.nodes
        self.links = self.material.node_tree.links
        self.body = self.nodes["Principled BSDF"]
        self.body.inputs["Base Color"].default_value = linear(colour) if isinstance(colour, str) else colour
        self.body.inputs["Roughness"].default_value = roughness
        for name, value in inputs.items():
            self.body.inputs[name.replace("_", " ")].default_value = value

    def node(self, kind, **settings):
        node = self.nodes.new("ShaderNode" + kind)
        for name, value in settings.items():
            if hasattr(node, name):
                setattr(node, name, value)
            else:
                node.inputs[name].default_value = value
        return node

    def link(self, out, into):
        self.links.new(out, into)

    def place(self, scale=(1, 1, 1)):
        """Object coordinates, stretched."""
        coordinates = self.node("TexCoord")
        mapping = self.node("Mapping")
        mapping.inputs["Scale"].default_value = scale
        self.link(coordinates.outputs["Object"], mapping.inputs["Vector"])
        return mapping.outputs["Vector"]

    def noise(self, scale, detail=3.0, stretch=(1, 1, 1), distortion=0.0, roughness=0.5):
        noise = self.node("TexNoise", Scale=scale, Detail=detail, Distortion=distortion, Roughness=roughness)
        self.link(self.place(stretch), noise.inputs["Vector"])
        return noise.outputs["Fac"]

    def ramp(self, fac, *stops):
        ramp = self.node("ValToRGB")
        elements = ramp.color_ramp.elements
        while len(elements) < len(stops):
            elements.new(0.5)
        for element, (position, colour) in zip(elements, stops):
            element.position = position
            element.color = linear(colour) if isinstance(colour, str) else colour
        self.link(fac, ramp.inputs["Fac"])
        return ramp.outputs["Color"]

    def colour(self, out):
        self.link(out, self.body.inputs["Base Color"])
        return self

    def bump(self, height, strength=0.3, distance=0.02):
        bump = self.node("Bump", Strength=strength, Distance=distance)
        self.link(height, bump.inputs["Height"])
        if self.body.inputs["Normal"].links:
            self.link(self.body.inputs["Normal"].links[0].from_socket, bump.inputs["Normal"])
        self.link(bump.outputs["Normal"], self.body.inputs["Normal"])
        return self

    def mix(self, fac, one, other):
        mix = self.node("MixRGB")
        for value, name in ((fac, "Fac"), (one, "Color1"), (other, "Color2")):
            if hasattr(value, "is_linked"):
                self.link(value, mix.inputs[name])
            else:
                mix.inputs[name].default_value = value
        return mix.outputs["Color"]

    def math(self, operation, one, other=0.0):
        node = self.node("Math", operation=operation)
        for value, at in ((one, 0), (other, 1)):
            if hasattr(value, "is_linked"):
                self.link(value, node.inputs[at])
            else:
                node.inputs[at].default_value = value
        return node.outputs[0]

    def mottled(self, colour, amount=0.12, scale=2.5):
        """A colour that breathes a little, as fired or dyed things do."""
        fac = self.noise(scale, 4)
        base = linear(colour)
        return self.ramp(fac, (0.3, shade(base, 1 - amount)), (0.7, shade(base, 1 + amount)))


def shade(colour, factor):
    return tuple(min(1.0, channel * factor) for channel in colour[:3]) + (1.0,)


def matt(colour, roughness=0.6):
    recipe = Recipe(colour, roughness)
    recipe.colour(recipe.mottled(colour, 0.07))
    return recipe.bump(recipe.noise(60, 2), 0.08, 0.01).material


def glaze(colour, accent=None):
    recipe = Recipe(colour, 0.12, Specular=0.55, Clearcoat=0.3, Clearcoat_Roughness=0.05)
    recipe.colour(recipe.mottled(colour, 0.16, 1.6))
    return recipe.bump(recipe.noise(5, 2), 0.06, 0.05).material


def speckle(colour):
    recipe = Recipe(colour, 0.42)
    dots = recipe.ramp(recipe.noise(38, 1.5), (0.66, (0, 0, 0, 1)), (0.7, (1, 1, 1, 1)))
    recipe.colour(recipe.mix(dots, recipe.mottled(colour, 0.08), linear("walnut", 0.8)))
    return recipe.bump(recipe.noise(14, 2), 0.05, 0.03).material


def clay(colour):
    recipe = Recipe(colour, 0.85)
    recipe.colour(recipe.mottled(colour, 0.2, 5))
    return recipe.bump(recipe.noise(90, 3), 0.35, 0.012).bump(recipe.noise(12, 2), 0.15, 0.03).material


def enamel(colour):
    return Recipe(colour, 0.14, Specular=0.55, Clearcoat=0.5, Clearcoat_Roughness=0.04).material


def paint(colour, roughness=0.38):
    recipe = Recipe(colour, roughness)
    return recipe.bump(recipe.noise(180, 1), 0.06, 0.004).material


def metal(colour, roughness=0.26):
    recipe = Recipe(colour, roughness, Metallic=1.0)
    return recipe.bump(recipe.noise(30, 3, (1, 1, 12)), 0.04, 0.01).material


def iron(colour="ink"):
    recipe = Recipe(colour, 0.55, Specular=0.35)
    return recipe.bump(recipe.noise(45, 3), 0.5, 0.02).material


def paper(colour, roughness=0.8):
    recipe = Recipe(colour, roughness, Specular=0.2)
    recipe.colour(recipe.mottled(colour, 0.05, 6))
    return recipe.bump(recipe.noise(120, 4), 0.12, 0.006).material


def wax(colour):
    return Recipe(colour, 0.45).material


def wood(colour, grain=(1.0, 14.0, 14.0), roughness=0.5):
    base = linear(colour)
    recipe = Recipe(colour, roughness, Specular=0.3)
    broad = recipe.noise(1.3, 6, grain, 0.6, 0.6)
    fine = recipe.noise(6, 6, tuple(part * 2.2 for part in grain), 0.2, 0.7)
    rings = recipe.ramp(broad, (0.3, shade(base, 0.62)), (0.5, base), (0.72, shade(base, 1.22)))
    streaks = recipe.ramp(fine, (0.35, shade(base, 0.6)), (0.6, shade(base, 1.15)))
    recipe.colour(recipe.mix(0.35, rings, streaks))
    return recipe.bump(fine, 0.1, 0.008).material


def cloth(colour, threads=260, strength=0.28, slub=0.1, stripe=None):
    """A plain weave; the coordinates are slanted so that it shows on every side."""
    recipe = Recipe(colour, 0.92, Specular=0.1)
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place((threads, threads, threads)), split.inputs[0])
    x, y, z = split.outputs
    warp = recipe.math("SINE", recipe.math("ADD", x, z))
    weft = recipe.math("SINE", recipe.math("ADD", y, recipe.math("MULTIPLY", z, 0.9)))
    weave = recipe.math("MULTIPLY", warp, weft)
    tone = recipe.mottled(colour, slub, 9)
    if stripe:
        tone = recipe.mix(stripes(recipe), tone, linear(stripe))
    recipe.colour(tone)
    return recipe.bump(weave, strength, 0.012).bump(recipe.noise(4, 3), 0.12, 0.05).material


def stripes(recipe, every=0.34, width=0.86):
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place((1 / every,) * 3), split.inputs[0])
    return recipe.math("GREATER_THAN", recipe.math("FRACT", recipe.math("ADD", split.outputs[0], 50.0)), width)


def linen(colour, stripe=None):
    return cloth(colour, 190, 0.35, 0.16, stripe)


def canvas(colour):
    return cloth(colour, 130, 0.8, 0.08)


def fluffy(colour, scale=70, strength=1.0):
    recipe = Recipe(colour, 1.0, Specular=0.05)
    loops = recipe.node("TexVoronoi", Scale=scale)
    recipe.link(recipe.place(), loops.inputs["Vector"])
    recipe.colour(recipe.mix(recipe.math("MULTIPLY", loops.outputs["Distance"], 0.6), linear(colour), shade(linear(colour), 0.6)))
    return recipe.bump(recipe.math("SUBTRACT", 1.0, loops.outputs["Distance"]), strength, 0.03).bump(recipe.noise(7, 3), 0.2, 0.05).material


def wool(colour):
    recipe = Recipe(colour, 1.0, Specular=0.05)
    recipe.colour(recipe.mottled(colour, 0.18, 16))
    return recipe.bump(recipe.noise(60, 5, (1, 2.4, 1)), 0.9, 0.03).bump(recipe.noise(5, 2), 0.2, 0.05).material


def ribs(colour, per_unit=34, strength=0.8, axis=0):
    """Corduroy, or any cloth with a wale."""
    recipe = Recipe(colour, 0.95, Specular=0.08)
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place((per_unit,) * 3), split.inputs[0])
    wale = recipe.math("ABSOLUTE", recipe.math("SINE", split.outputs[axis]))
    recipe.colour(recipe.mix(wale, shade(linear(colour), 0.6), linear(colour)))
    return recipe.bump(wale, strength, 0.03).bump(recipe.noise(80, 3), 0.3, 0.01).material


def waffle(colour, cells=11.0):
    recipe = Recipe(colour, 0.95, Specular=0.08)
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place((cells * 3.14159,) * 3), split.inputs[0])
    x = recipe.math("ABSOLUTE", recipe.math("SINE", recipe.math("ADD", split.outputs[0], split.outputs[2])))
    y = recipe.math("ABSOLUTE", recipe.math("SINE", recipe.math("ADD", split.outputs[1], split.outputs[2])))
    pit = recipe.math("MULTIPLY", x, y)
    recipe.colour(recipe.mix(pit, linear(colour), shade(linear(colour), 0.72)))
    return recipe.bump(recipe.math("SUBTRACT", 1.0, pit), 0.9, 0.05).bump(recipe.noise(90, 2), 0.25, 0.008).material


def quilted(colour, cells=2.4):
    recipe = Recipe(colour, 0.9, Specular=0.1)
    split = recipe.node("SeparateXYZ")
    recipe.link(recipe.place((cells * 3.14159,) * 3), split.inputs[0])
    x = recipe.math("ABSOLUTE", recipe.math("SINE", recipe.math("ADD", split.outputs[0], split.outputs[1])))
    y = recipe.math("ABSOLUTE", recipe.math("SINE", recipe.math("SUBTRACT", split.outputs[0], split.outputs[1])))
    puff = recipe.math("POWER", recipe.math("MULTIPLY", x, y), 0.4)
    return recipe.bump(puff, 0.9, 0.09).bump(recipe.noise(7, 3), 0.3, 0.03).bump(recipe.noise(130, 2), 0.15, 0.005).material


def glass(colour="clear", roughness=0.0):
    """Lets shadow rays through, so that a bottle does not stand in the dark without caustics."""
    # Light crosses four walls on its way through a vessel, so each may take only a little.
    tint = tuple(channel**0.4 for channel in linear(colour)[:3]) + (1.0,)
    recipe = Recipe(tint, roughness, Transmission=1.0, IOR=1.45, Specular=0.5)
    see_through = recipe.node("BsdfTransparent")
    see_through.inputs["Color"].default_value = shade(tint, 0.92)
    path = recipe.node("LightPath")
    mix = recipe.node("MixShader")
    recipe.link(recipe.math("MAXIMUM", path.outputs["Is Shadow Ray"], 0.35), mix.inputs["Fac"])
    recipe.link(recipe.body.outputs[0], mix.inputs[1])
    recipe.link(see_through.outputs[0], mix.inputs[2])
    recipe.link(mix.outputs[0], recipe.nodes["Material Output"].inputs["Surface"])
    return recipe.material


def glow(colour, strength):
    recipe = Recipe(colour, 0.6, Emission_Strength=strength)
    recipe.body.inputs["Emission"].default_value = linear(colour)
    recipe.material.cycles.sample_as_light = False
    # Seen by the camera only: small bright things would otherwise pepper the table with stray light.
    path = recipe.node("LightPath")
    recipe.link(recipe.math("MULTIPLY", path.outputs["Is Camera Ray"], strength), recipe.body.inputs["Emission Strength"])
    return recipe.material


def shade_of_light(colour, strength=1.6):
    """Opal glass or paper with a lamp inside: bright below, paler above."""
    recipe = Recipe(colour, 0.5, Emission_Strength=strength)
    recipe.body.inputs["Emission"].default_value = linear("#ffd9a0")
    return recipe.bump(recipe.noise(20, 4), 0.08, 0.02).material


def leaf(colour="moss"):
    recipe = Recipe(colour, 0.5, Specular=0.3)
    recipe.colour(recipe.mottled(colour, 0.3, 4))
    return recipe.material


def liquid(colour="tea"):
    return Recipe(colour, 0.03, Transmission=0.75, IOR=1.33, Specular=0.5).material


def printed(image, roughness=0.6):
    """A picture with transparency, as ink on whatever lies below."""
    recipe = Recipe("paper", roughness)
    texture = recipe.node("TexImage")
    texture.image = bpy.data.images.load(os.path.join(LABELS, image), check_existing=True)
    texture.extension = "CLIP"
    recipe.link(texture.outputs["Color"], recipe.body.inputs["Base Color"])
    recipe.link(texture.outputs["Alpha"], recipe.body.inputs["Alpha"])
    return recipe.material


WAYS = {
    "matt": matt, "glaze": glaze, "speckle": speckle, "clay": clay, "enamel": enamel, "paint": paint, "metal": metal,
    "iron": iron, "wood": wood, "cloth": cloth, "linen": linen, "canvas": canvas, "terry": fluffy, "wool": wool,
    "corduroy": ribs, "waffle": waffle, "quilted": quilted, "paper": paper, "glass": glass, "beech": lambda _: wood("beech"),
    "rope": lambda colour: cloth(colour, 30, 0.9, 0.15), "wicker": lambda colour: clay(colour),
}


def of(way, colour):
    return WAYS[way](colour)
