"""Renders the jobs of a list: blender -b --python render.py -- list.json folder"""

import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import studio  # noqa: E402
from forms import FORMS, Drawing  # noqa: E402
from scenes import compose, dress  # noqa: E402


def draw(job, folder):
    started = time.process_time()
    studio.clear()
    path = os.path.join(folder, job["name"] + ".png")
    negative = compose(job, path) if "parts" in job else photograph(job, path)
    print(f"DREW {job['name']} in {time.process_time() - started:.1f} s", flush=True)
    for other in job.get("recolours", []):
        started = time.process_time()
        studio.clear()
        stand({**job, "drawing": other["drawing"]})
        studio.recolour(os.path.join(folder, other["name"] + ".png"), negative)
        print(f"DREW {other['name']} in {time.process_time() - started:.1f} s", flush=True)


def stand(job):
    """Builds the goods and the stage and puts the camera up."""
    drawing = Drawing(job["drawing"])
    form = job["drawing"]["form"]
    FORMS[form](drawing)
    points = studio.corners(studio.goods())
    centre, _ = studio.aim(points, studio.view_of(job["view"], form), drawing.size)
    reach = max((max(p[axis] for p in points) - min(p[axis] for p in points)) for axis in range(3)) * 0.62
    if job["view"] == "scene":
        dress(job, points, centre, reach)
        return 1.25
    studio.backdrop(studio.BACKDROPS[job.get("backdrop", "paper")], depth=max(4.0, reach * 4))
    studio.studio_light(centre, max(reach, 0.6), night=form in ("tableLamp", "lantern", "deskLamp", "nightLight"))
    return 1.12


def photograph(job, path):
    exposure = stand(job)
    glassy = job["drawing"]["form"] in studio.GLASSY
    return studio.shoot(path, exposure=exposure, care=1.9 if glassy else 1.0, glassy=glassy)


def main():
    where = sys.argv.index("--") + 1
    with open(sys.argv[where], encoding="utf-8") as file:
        jobs = json.load(file)
    wanted = sys.argv[where + 2 :]
    for job in jobs:
        if wanted and not any(job["name"].startswith(name) for name in wanted):
            continue
        try:
            draw(job, sys.argv[where + 1])
        except Exception as error:  # one broken form must not stop the night's work
            import traceback

            traceback.print_exc()
            print(f"FAILED {job['name']}: {error}", flush=True)


main()
