"""Which glyphs does TrinhKyMarks.ttf have? Those of MARKS (functions/domain/content/text.ts), taken from DejaVu Sans.

    npm pack dejavu-fonts-ttf@2.37.3 && tar xzf dejavu-fonts-ttf-2.37.3.tgz
    pip install fonttools==4.68.0
    python make-font.py package/ttf/DejaVuSans.ttf TrinhKyMarks.ttf

The same source and marks give the same bytes. Its name is its own, as DejaVu's licence asks of what was changed, and so
that no other font of a machine can stand in for it.
"""
import re
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Trinh Ky Marks"
NAMES = {1: NAME, 2: "Regular", 3: f"{NAME}, from DejaVu Sans 2.37", 4: NAME, 6: NAME.replace(" ", "")}
"""Copyright, family, style, identity, whole name, version, PostScript name, licence and where it is."""
KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]

source, target = sys.argv[1:]
text = Path(__file__).parents[2] / "domain" / "text.ts"
found = re.search(r"export const MARKS =\s*'([^']+)'", text.read_text(encoding="utf8"))
marks = [ord(mark) for mark in found.group(1)]

font = TTFont(source, recalcTimestamp=False)
options = subset.Options()
options.hinting = False
options.layout_features = []
options.name_IDs = KEPT_NAMES
options.notdef_outline = True
options.drop_tables += ["FFTM", "GDEF", "GPOS", "GSUB", "kern", "MATH", "gasp"]
subsetter = subset.Subsetter(options)
subsetter.populate(unicodes=marks)
subsetter.subset(font)
lacking = set(marks) - set(font.getBestCmap())
if lacking:
    sys.exit(f"not in {source}: {[hex(mark) for mark in sorted(lacking)]}")
for record in font["name"].names:
    record.string = NAMES.get(record.nameID, record.toUnicode())
font.save(target)
