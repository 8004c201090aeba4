"""What is there already? Requests whose path is meant to be right name what exists, in four of five; each press has a key of
its own; no query is so long that it ends before it gets to us. KNOWN is a JSON object: the name of a parameter, and its
values."""

import json
import os
import random
import uuid

import schemathesis
from schemathesis.core.parameters import ParameterLocation

KNOWN = json.loads(os.environ["KNOWN"])
# The same requests each time.
CHANCE = random.Random(1)
SHARE = 0.8
# Node takes 16 KB of address and headers, AWS 10, and a letter may take 12 bytes there.
LONGEST = 600


@schemathesis.hook
def before_call(context, case, kwargs):
    for name, value in (case.query or {}).items():
        if isinstance(value, str):
            case.query[name] = value[:LONGEST]
    if case.meta is None:
        return
    for location, values in (
        (ParameterLocation.PATH, case.path_parameters),
        (ParameterLocation.HEADER, case.headers),
    ):
        part = case.meta.components.get(location)
        if not values or part is None or not part.mode.is_positive:
            continue
        for name in list(values):
            if name == "Idempotency-Key":
                values[name] = str(uuid.UUID(int=CHANCE.getrandbits(128), version=4))
            elif name in KNOWN and CHANCE.random() < SHARE:
                values[name] = CHANCE.choice(KNOWN[name])
