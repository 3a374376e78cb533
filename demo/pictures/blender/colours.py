"""The house palette. Names are what the product sheets call a colour."""

PALETTE = {
    "paper": "#f3ede2", "cream": "#f2e7d3", "white": "#f6f4ef", "oat": "#ddcfb8", "sand": "#c9b497", "kraft": "#b98f5f",
    "toast": "#cf9b5e", "honey": "#cc9a4c", "mustard": "#b08a42", "clay": "#b9694b", "terracotta": "#a6512f",
    "cinnabar": "#b7352a", "plum": "#6d3346", "rose": "#d8a596", "lime": "#c8cc8f", "sage": "#a3ae8e", "moss": "#6d7447",
    "jade": "#64876f", "pine": "#2f4d3f", "celadon": "#b3c5ba", "ice": "#d8e0de", "mist": "#a3b0b6", "teal": "#2d5560",
    "indigo": "#2b3f68", "slate": "#7c8284", "charcoal": "#3d3b3a", "ink": "#26252a", "walnut": "#5f3f2a",
    "oak": "#c39b6b", "beech": "#dcb98c", "acacia": "#9a6238", "cedar": "#d09a68", "bamboo": "#d6b578",
    "brass": "#c79a4b", "steel": "#8b8d8f", "amber": "#9c5417", "clear": "#fbfdfc", "bottle": "#7fae8d", "tea": "#b8641c",
}


def linear(name, scale=1.0):
    """A palette name or #rrggbb as linear RGBA."""
    value = PALETTE.get(name, name)
    channels = [int(value[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return tuple(min(1.0, to_linear(channel) * scale) for channel in channels) + (1.0,)


def to_linear(channel):
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def lightness(name):
    red, green, blue, _ = linear(name)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
