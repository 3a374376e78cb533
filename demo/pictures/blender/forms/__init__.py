"""Every form a product sheet may name. A form builds its goods on the table and says nothing more."""

FORMS = {}


def form(build):
    """Registers a form under its own name in camel case."""
    head, *rest = build.__name__.split("_")
    FORMS[head + "".join(part.capitalize() for part in rest)] = build
    return build


class Drawing:
    """What the sheet says, with defaults."""

    def __init__(self, facts):
        self.colour = facts.get("colour", "oat")
        self.accent = facts.get("accent", "walnut")
        self.way = facts.get("material")
        self.style = facts.get("style", "")
        self.pattern = facts.get("pattern", "")
        self.label = facts.get("label", "")
        self.size = facts.get("size", 1.0)
        self.count = facts.get("count", 1)

    def material(self, usual, colour=None):
        from materials import of

        return of(self.way or usual, colour or self.colour)

    def image(self, kind):
        return f"{self.label or '听檐'}-{kind}.png"

    def ink(self):
        """Print that shows on the body: dark on pale, pale on dark."""
        from colours import lightness

        return self.image("cream" if lightness(self.colour) < 0.28 else "ink")


from forms import bags, bath, cloth, desk, fragrance, kitchen, living, packs, table, tea  # noqa: E402,F401
