"""The map is drawn alike by programs that know less of styles than a browser does.

    python drawing.py STANDPOINT RECORDS FOLDER

Draws the map of RECORDS by Chromium, by CairoSVG, and by librsvg and Inkscape where they are. At most two pixels in a hundred
differ from those of the browser, and the map is neither blank nor black.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import cairosvg
import numpy
from PIL import Image

MOST = 0.02
# How far two colours of 256 shades are apart to be seen as two: letters are smoothed otherwise everywhere.
APART = 64


def pixels(path):
    """The pixels of a picture on white paper."""
    picture = Image.open(path).convert("RGBA")
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture)
    return numpy.asarray(paper.convert("RGB")).astype(int)


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def main():
    standpoint, records, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3]).resolve()
    drawing = folder / "map.svg"
    run(standpoint, "export", "svg", records, "-o", drawing)
    width, height = (int(re.search(rf' {side}="(\d+)"', drawing.read_text())[1]) for side in ["width", "height"])
    browser = folder / "browser.png"
    run(
        *["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--hide-scrollbars"],
        *["--disable-background-networking", "--disable-component-update", "--disable-sync"],
        f"--user-data-dir={folder / 'profile'}",
        f"--screenshot={browser}",
        # The window has more in it than the page.
        f"--window-size={width + 300},{height + 300}",
        drawing.as_uri(),
    )
    expected = pixels(browser)[:height, :width]
    is_ink = (expected < 200).any(axis=2).mean()
    assert 0.005 < is_ink < 0.5, f"{is_ink:.1%} of the map is drawn"
    cairosvg.svg2png(url=str(drawing), write_to=str(folder / "CairoSVG.png"))
    drawers = ["CairoSVG"]
    for name, command in {
        "librsvg": ["rsvg-convert", drawing, "-o", folder / "librsvg.png"],
        "Inkscape": ["inkscape", drawing, "--export-type=png", "-o", folder / "Inkscape.png"],
    }.items():
        if shutil.which(command[0]):
            run(*command)
            drawers.append(name)
    for name in drawers:
        drawn = pixels(folder / f"{name}.png")
        assert drawn.shape == expected.shape, f"{name}: {drawn.shape}, and not {expected.shape}"
        other = (abs(drawn - expected).max(axis=2) > APART).mean()
        assert other <= MOST, f"{name}: {other:.1%} of the pixels are others"
        print(f"{Path(records).stem}: {name} draws the map as a browser does, but for {other:.2%} of the pixels")


main()
