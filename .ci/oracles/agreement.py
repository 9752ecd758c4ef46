"""Compare our alpha and its interval with the package `krippendorff`: python agreement.py STANDPOINT EXAMPLE

Two codings that are made of EXAMPLE by changing it at random: modality, type and date of each record with the same chance. The values
of each pair come from `standpoint agreement --format json`; alpha is computed of them anew, and its interval by drawing pairs.
"""

import json
import random
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

import krippendorff
import numpy as np

PIN = "0.9.0"
DRAWS = 2000
MODALITIES = ["stated", "reported", "alleged", "estimated", "inferred"]
TYPES = {"event": ["attack", "clash", "agreement", "meeting"], "relationship": ["ally", "rival", "adversary"]}


def changed(records, chance, at_random):
    for record in records:
        if "basis" in record and at_random.random() < chance:
            record["basis"]["modality"] = at_random.choice(MODALITIES)
        if record["kind"] in TYPES and at_random.random() < chance:
            record["type"] = at_random.choice(TYPES[record["kind"]])
        if "when" in record and at_random.random() < chance:
            record["when"] = at_random.choice(["2019", "2020", "2020-06"])
    return records


def alpha(values):
    """Of one column a unit, the values as numbers."""
    if len(np.unique(values)) < 2:
        return None
    return krippendorff.alpha(reliability_data=values, level_of_measurement="nominal")


def interval(values, at_random):
    units = values.shape[1]
    drawn = (alpha(values[:, at_random.integers(0, units, units)]) for _ in range(DRAWS))
    return np.quantile([value for value in drawn if value is not None], [0.025, 0.975])


def compare(standpoint, a, b):
    run = subprocess.run([standpoint, "agreement", a, b, "--format", "json"], capture_output=True, text=True, check=False)
    assert run.returncode in (0, 1), run.stderr
    told = json.loads(run.stdout)
    compared = 0
    for measured in told["measured"]:
        pairs = [values for pair in told["pairs"] for values in pair["values"] if values["variable"] == measured["variable"]]
        words = {word: number for number, word in enumerate(sorted({values[side] for values in pairs for side in "ab"}))}
        values = np.array([[words[values[side]] for values in pairs] for side in "ab"], dtype=float)
        own, theirs = measured["alpha"].get("value"), alpha(values)
        assert len(pairs) == measured["alpha"]["units"]
        if theirs is None:
            assert own is None, measured
            continue
        assert abs(own - theirs) < 1e-9, (measured, theirs)
        ends = interval(values, np.random.default_rng(7))
        # Two sets of 2,000 draws.
        assert np.allclose(measured["alpha"]["interval"], ends, atol=0.04), (measured, ends)
        compared += 1
    return compared


def main(standpoint, example):
    assert version("krippendorff") == PIN, f"krippendorff is {version('krippendorff')}, not {PIN}"
    records = json.loads((Path(example) / "records.json").read_text())
    compared = 0
    with tempfile.TemporaryDirectory() as folder:
        a, b = (Path(folder) / name for name in ("a.json", "b.json"))
        a.write_text(json.dumps(records))
        for seed, chance in enumerate([0.0, 0.1, 0.3, 0.6, 1.0]):
            at_random = random.Random(seed)
            b.write_text(json.dumps(changed(json.loads(json.dumps(records)), chance, at_random)))
            compared += compare(standpoint, a, b)
    # The well-known example with missing data, so that it is the same measure that both speak of.
    missing = [list("123321412***"), list("1233224125*3"), list("*3332342251*"), list("12332441251*")]
    values = [[np.nan if word == "*" else float(word) for word in row] for row in missing]
    assert round(krippendorff.alpha(reliability_data=values, level_of_measurement="nominal"), 3) == 0.743
    assert compared > 10
    print(f"{compared} alphas and intervals are those of krippendorff {PIN}")


if __name__ == "__main__":
    main(*sys.argv[1:])
