"""Compare our EDTF reader with three that other people wrote, and with the specification.

    python3 -m venv VENV && VENV/bin/pip install edtf==5.0.2 edtf-validate==2.0.0 pyparsing==3.3.3
    npm install --prefix DIR edtf@4.11.1
    cargo build --release -p standpoint-model --example edtf
    NODE_PATH=DIR/node_modules VENV/bin/python .ci/oracles/edtf.py target/release/examples/edtf

`--table` prints the classes as the table kept in crates/model/docs/edtf-oracles.md.

Candidates are the examples the Library of Congress prints, strings grown from the grammar of
levels 0 to 2 (right by construction), traps, and random edits of all these. Every string on which
ours and another reader part must fall in a class of CLASSES that names that reader, and every
reader a class names must part from ours on some string in it; otherwise the exit status is 1.
"""

import argparse
import calendar
import contextlib
import io
import random
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Callable
from importlib.metadata import version
from multiprocessing import Pool
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).resolve()
sys.path[:] = [path for path in sys.path if Path(path).resolve() != HERE.parent]  # not this edtf.py

import pyparsing  # noqa: E402
from edtf import parse_edtf  # noqa: E402
from edtf_validate.valid_edtf import is_valid  # noqa: E402

PINS = {"edtf": "5.0.2", "edtf-validate": "2.0.0", "pyparsing": "3.3.3"}
SEED, GROWN, EDITED = 8601, 1000, 800
READERS = {"e": "edtf", "v": "edtf-validate", "j": "edtf.js", "g": "the grammar"}
DOCUMENT = HERE.parents[2] / "crates/model/docs/edtf-oracles.md"

pyparsing.ParserElement.enable_packrat(None, force=True)  # an unbounded memo is three times faster

# The examples of the specification of 2019-02-04, by the level that prints them.
PRINTED = {
    0: "1985-04-12 1985-04 1985 1985-04-12T23:20:30 1985-04-12T23:20:30Z 1985-04-12T23:20:30-04 "
    "1985-04-12T23:20:30+04:30 1964/2008 2004-06/2006-08 2004-02-01/2005-02-08 "
    "2004-02-01/2005-02 2004-02-01/2005 2005/2006-02",
    1: "Y170000002 Y-170000002 2001-21 1984? 2004-06~ 2004-06-11% 201X 20XX 2004-XX 1985-04-XX "
    "1985-XX-XX 1985-04-12/.. 1985-04/.. 1985/.. ../1985-04-12 ../1985-04 ../1985 1985-04-12/ "
    "1985-04/ 1985/ /1985-04-12 /1985-04 /1985 -1985",
    2: "Y-17E7 1950S2 Y171010000S3 Y3388E2S3 2001-34 [1667,1668,1670..1672] [..1760-12-03] "
    "[1760-12..] [1760-01,1760-02,1760-12..] [1667,1760-12] [..1984] {1667,1668,1670..1672} "
    "{1960,1961-12} {..1984} 2004-06~-11 2004?-06-11 ?2004-06-~11 2004-%06-11 156X-12-25 "
    "15XX-12-25 XXXX-12-XX 1XXX-XX 1XXX-12 1984-1X 2004-06-~01/2004-06-~20 2004-06-XX/2004-07-03",
}
LEVELS = {text: str(level) for level, texts in PRINTED.items() for text in texts.split()}

# What a reader is apt to get wrong, mostly by being generous.
TRAPS = [
    *"""
20050924T100000 19850412 1985-102 1985-W15-5 P1Y 1985-4-12 1985-04-1 +1985 12345 -12345 19 -19 198
198? 1985-00 1985-13 1985-20 1985-42 1985-04-00 1985-04-31 1985-02-29 1900-02-29 2000-02-29
-0001-02-29 -0004-02-29 19X5-02-29 1900-0X-31 1985-02-3X 1985-04-X1 1985-3X 1985-2X 1985-X7
1985-XX-3X 2001-21-05 -0000 -0000-01-01 0000 -01XX -1XXX-12 -000X -XXXX -01XX/0050 -XXXX/.. [-01XX,0005] {-000X} x985 198x 198u 1984?~
1984?? -Y170000002 Y1985 Y-9999 Y9999 Y012345 Y12E2 Y1E3 Y1E4 Y12345E0 Y17E07 Y017E7 Y17E-7 Y17E
Y170000002-12 Y1XXXX y17e7 Y9223372036854775807 Y9223372036854775808 Y123456789012345678901
Y1E100001 Y17E7? Y170000002~ 1950S0 1950S1 1950S4 1950S5 1950S02 1950S2-05 -1950S2 195XS2 Y12345S6
Y12345S12 Y171010000S03 Y123456789012S11 1985-04-12T24:00:00 1985-04-12T24:00:01
1985-04-12T23:59:60 1985-04-12T23:59:61 1985-04-12T23:60:00 1985-04-12T25:00:00 1985-04-12T23:20
1985-04-12T23:20:30.5 1985-04-12T23 1985-04T23:20:30 1985T23:20:30 -1985-04-12T23:20:30
1985-04-12T23:20:30+14:30 1985-04-12T23:20:30+15 1985-04-12T23:20:30-00:00 1985-04-12T23:20:30-00
1985-04-12T23:20:30+0430 1985-04-12T23:20:30-0430 1985-04-12T23:20:30\u221204:30
1985-04-12?T23:20:30 198X-04-12T23:20:30
1985-04-12T23:20:30? / ../.. ../ /.. .. 1985/.. ../../.. 1984//1985
2008/1964 2004-06-11/2004-06-10 2005~/2004 2004-02-01/02-20 -0002/-0001 -0001/-0002 0000/-0001
2001-24/2001-21 2001-22/2001-21 2001-21/2001-24 2001-33/2001-01 1985-04-12T23:20:30/1985-04-13
1985-04-12/1985-04-13T23:20:30 ..1984/1990 1984/1990.. ../1990.. 1984../1990 1984/..1990 ..1984/..
{} [] {1984 1984] [1984} {1984,} {,1984} {1984,,1985} {{1984},1985} 1984,1985 1670..1672 {..} [..]
{1984} [1984] [..1984..] {1984..,1990} {1990,..1984} {1980,1984..,1990} {1984..1980}
{1984..1985-04} {1984-04..1984-06-01} {1984?..1990} {198X..1990} {2001-21..2001-23} {1984/1985}
{1985-04-12T23:20:30} {Y12345,Y12346} {1984..1986..1990} 2001-21^x 2001-21? ?2001-21 2001-29~
2004-06?-~11 ?2004?-06 2004-06~-11~ 2004?-?06 ?-2004 -?2004 ?2004 200X? ?200X-1X 2004-~XX
1985-02-1X/1985-02-2X Y12345/Y12346 Y12346/Y12345 Y1E50/1999 1950S2/1960 1940/1950S2
19XX-21 199X-33 19XX-02-29 XXXX-02-29 1984?/Y12345 ../Y12345 {1984,Y12345} {1984-XX,1990} Y12345/..
[..1984-05?] {1984-05~..} 1985/198X-0X-31 00X0-09-3X ?1950S2 -1060-XX-12
/-0044-03-15 -0044-03/-0044-05 -0100/-0044-03-15 1984-05?/?1990 1984-05?/198X-06 1985-02-29T23:20:30 [1984,1990?]
1985-04-12T23:20:30+00 1985-04-12T23:20:30+00:00 1985-04-12T23:20:30-13:00 2001-34/2002 ../2001-21
{2001,2002-34} 20XX? 201X-~05 198X-X5 1984/19XX ../198X 1984?-05/.. /1984-~05 1950S2? 1950S2/..
[1984,1950S2] {1985,20XX-05~} {1984?,1985} -1950S2~ 2001-24 2001-30 Y17E20 19XX-04-3X
{..1984,1990..1992}
    """.split(),
    *["1984 ", " 1984", "1667, 1668", "{1667, 1668}", "[1667 ,1668]", "{ 1984}", "1984 / 1985"],
]


class Grower(random.Random):
    """Random strings of the grammar; each is valid whatever the dice say."""

    def plain(self, year=None, parts=None):
        if year is None:
            year = self.choice([0, -1, 4, 400, 1900, 2000] + [self.randint(-3000, 9999)] * 9)
        month = self.randint(1, 12)
        last = calendar.monthrange(2000 + year % 400, month)[1]
        day = self.choice([1, last, self.randint(1, last)])
        text = [f"{'-' * (year < 0)}{abs(year):04}", f"{month:02}", f"{day:02}"]
        return text[: parts or self.randint(1, 3)]

    def season(self, year=None):
        return self.plain(year, 1) + [str(self.randint(21, 41))]

    def masked(self, year=None):
        return ["".join(map(self.blot, part)) for part in self.plain(year)]

    def blot(self, char):
        return "X" if char != "-" and self.random() < 0.4 else char

    def qualified(self, year=None):
        parts = self.choice([self.plain] * 3 + [self.masked, self.season])(year)
        marks = [["", ""] for _ in parts]  # before and after each part
        for _ in range(self.randint(1, 2)):
            self.choice(marks)[self.randrange(2)] = self.choice("?~%")
        return [before + part + after for part, (before, after) in zip(parts, marks, strict=True)]

    def significant(self, year=None):
        return [f"{self.plain(year, 1)[0]}S{self.randint(1, 4)}{self.choice(['', '', '', '?'])}"]

    def letter(self, year=None):
        sign, digits = self.choice(["", "-"]), str(self.randint(10**4, 10 ** self.randint(5, 11)))
        text = self.choice([digits, f"{int(digits[:2])}E{self.randint(3, 12)}"])
        return [f"Y{sign}{text}{self.choice(['', '', f'S{self.randint(1, 5)}', '~'])}"]

    def date(self, year=None):
        kinds = [self.season, self.masked, self.qualified, self.qualified, self.significant]
        if year is None:
            kinds += [self.letter, self.plain]
        return "-".join(self.choice(kinds)(year))

    def ordered(self, count):
        """`count` dates in order, one of them perhaps more than a plain date."""
        years = [1000 * m + self.randint(1, 999) for m in sorted(self.sample(range(9), count))]
        dates = ["-".join(self.plain(year)) for year in years]
        if self.random() < 0.6:
            at = self.randrange(count)
            dates[at] = self.date(years[at])
        return dates

    def interval(self):
        a, b = self.ordered(2)
        one = [(a, ""), (a, ".."), ("", b), ("..", b), (f"..{a}", b), (a, f"{b}..")]
        return "/".join(self.choice([(a, b)] * 4 + one))

    def members(self):
        dates = self.ordered(self.randint(1, 4))
        if self.random() < 0.3:
            parts = self.randint(1, 3)
            dates.append("..".join("-".join(self.plain(year, parts)) for year in (9001, 9500)))
        if self.random() < 0.2:
            dates[0] = ".." + "-".join(self.plain(5))
        if self.random() < 0.2:
            dates.append("-".join(self.plain(9900)) + "..")
        return self.choice(["[{}]", "{{{}}}"]).format(",".join(dates))

    def moment(self):
        hour, minute, second = self.randrange(24), self.randrange(60), self.randrange(60)
        shift = f"{self.choice('+-')}{self.randint(1, 13):02}{self.choice(['', ':00', ':45'])}"
        shift = self.choice(["", "Z", shift, shift, "+00", "+00:00", "-00:30", "+14:00", "-14:00"])
        date = "-".join(self.plain(self.randint(0, 9999), 3))
        return f"{date}T{hour:02}:{minute:02}:{second:02}{shift}"

    def grow(self):
        kinds = [self.date] * 4 + [self.interval] * 3 + [self.members] * 2 + [self.moment]
        return self.choice(kinds)()

    def edit(self, text):
        at, char = self.randrange(len(text)), self.choice("0123456789-/.,[]{}?~%XYESTZ:+ ")
        cut = self.choice([0, 0, 1, 1, 2])
        return text[:at] + self.choice([char, text[at : at + 2][::-1], ""]) + text[at + cut :]


YEAR, MARK, CODE = r"-?[\dX]{4}", "[?~%]", r"(?:2[1-9]|3\d|4[01])"
SEASON = f"{MARK}?{YEAR}{MARK}?-{MARK}?{CODE}{MARK}?"


def kind(candidate):
    return "interval" if "/" in candidate else "set" if candidate[0] in "[{" else "date"


def atoms(candidate):
    """The dates a candidate is made of."""
    return list(filter(None, re.split(r"\.\.|[,/{}[\]]", candidate)))


def like(pattern):
    return re.compile(pattern).search


def some(test, *kinds):
    return lambda s: (not kinds or kind(s) in kinds) and any(map(test, atoms(s)))


def atom(pattern, *kinds):
    return some(re.compile(pattern).fullmatch, *kinds)


def fits(part, value):
    """Whether a component with unspecified digits may stand for the value."""
    return re.fullmatch(part.replace("X", "."), value)


def impossible(date):
    parts = re.fullmatch(r"-?([\dX]{4})-([\dX]{2})-([\dX]{2})", re.sub(f"{MARK}|T.*", "", date))
    if not parts:
        return False
    year, month, day = parts.groups()
    leap = any(calendar.isleap(y) for y in range(10000) if fits(year, f"{y:04}"))
    last = [calendar.monthrange(2000 if leap else 2001, m)[1] for m in range(1, 13)]
    days = (f"{m:02}-{d:02}" for m in range(1, 13) for d in range(1, last[m - 1] + 1))
    return not any(fits(f"{month}-{day}", text) for text in days)


def magnitude(date):
    """(significand, exponent, significant digits) of a year that has no month."""
    parts = re.fullmatch(r"Y?-?(\d+)(?:E(\d+))?(?:S(\d+))?", re.sub(MARK, "", date))
    return parts and [int(part or 0) for part in parts.groups()]


def vast(date):
    parts = magnitude(date)
    return parts and (parts[1] > 99 or parts[0] * 10 ** parts[1] >= 2**63)


def short(date):
    parts = date.startswith("Y") and magnitude(date)
    return parts and parts[1] < 5 and parts[0] * 10 ** parts[1] < 10**4


def overfull(date):
    parts = magnitude(date)
    return parts and parts[2] > max(4, len(str(parts[0])) + parts[1])


def backwards(start, end):
    """Whether the first day of the start comes after the last day of the end."""

    def day(date, unspecified, missing):
        parts = re.fullmatch(
            r"(-?)([\dX]{4})(?:-([01X][\dX]))?(?:-([\dX]{2}))?", re.sub(f"{MARK}|S.*", "", date)
        )
        if not parts:
            return None
        sign, year, month, day = parts.groups()
        year = int(sign + year.replace("X", unspecified))
        return year, *(part.replace("X", unspecified) if part else missing for part in (month, day))

    first, last = day(start, "0", "00"), day(end, "9", "99")
    return first and last and first > last


class Class(NamedTuple):
    """A reason for which readers part from ours."""

    name: str
    ours: str  # what ours does: "accepts", "refuses" or "bounds" (accepts, with other bounds)
    readers: str  # who does otherwise, by the keys of READERS
    right: str  # "ours", "theirs", or "undecided" by the text
    test: Callable
    clause: str  # sections without a standard's name are those of the Library's specification


# fmt: off
CLASSES = [
    # ours accepts, another refuses
    Class("shift of zero", "accepts", "ev", "ours", like(r"T.*\+00(:00)?$"),
          "L0 Date and Time; ISO 8601-1 4.3.13, `+` also when equal to UTC"),
    Class("shift beyond -12:00", "accepts", "j", "ours", like(r"T.*-1[2-4]"),
          "L0 Date and Time sets no bound, nor does ISO 8601-1 4.3.13"),
    Class("leap second", "accepts", "evj", "ours", like(r"T.*:60"),
          "L0 Date and Time; ISO 8601-1 4.3.10"),
    Class("sub-year grouping qualified", "accepts", "evj", "ours", atom(f"(?=.*{MARK}){SEASON}"),
          "L1 Qualification: of any date; ISO 8601-2 8.4.2 with 4.8"),
    Class("sub-year grouping in an interval", "accepts", "evj", "ours", atom(SEASON, "interval"),
          "L1 Seasons: stands for the month; L1 Extended Interval"),
    Class("sub-year grouping in a set", "accepts", "evj", "ours", atom(SEASON, "set"),
          "L1 Seasons: stands for the month; L2 Set representation"),
    Class("sub-year grouping of an unspecified year", "accepts", "evj", "ours",
          atom(f"(?=.*X){SEASON}"), "L2 Unspecified Digit: anywhere in a component"),
    Class("unspecified digits qualified", "accepts", "evj", "ours", atom(f"(?=.*X).*{MARK}.*"),
          "L1 Qualification, L2 Qualification: of any date or component"),
    Class("negative year with unspecified digits", "accepts", "e", "ours", like(r"^-(?=\d*X)[\dX]{4}"),
          "L2 Unspecified Digit: anywhere in a component; L1 Negative calendar year"),
    Class("partly unspecified month", "accepts", "e", "ours", atom(r"-?\d{4}-(\dX|X\d)"),
          "L2 Unspecified Digit, example 6 `1984-1X`"),
    Class("unspecified month in an interval or a set", "accepts", "e", "ours",
          atom(r"-?\d{4}-XX", "interval", "set"),
          "L1 Unspecified digit(s) from the right; L2 Interval, L2 Set representation"),
    Class("unspecified digits of a late day in an interval", "accepts", "v", "ours",
          atom(r".*-(02-(2X|X9)|(0X|X\d)-3[01X])", "interval"),
          "L2 Interval; L2 Unspecified Digit: it stands for a day there is"),
    Class("unspecified digit of the 30th", "accepts", "j", "ours", atom(".*-([0X][469]|11)-3X"),
          "L2 Unspecified Digit: anywhere in a component; months of 30 days have a 30th"),
    Class("qualified or unspecified date at a double dot", "accepts", "ev", "ours",
          like(r"^[{[]\.\.[^,]*[?~%X]|[?~%X][^,]*\.\.[]}]$"),
          "L1 Qualification, L2 Unspecified Digit, L2 Set representation"),
    Class("mark before significant digits", "accepts", "evj", "ours", atom(rf"{MARK}-?\d+S.*"),
          "L2 Qualification: of a component; L2 Significant digits"),
    Class("unspecified tens of a month 3 to 9", "accepts", "j", "ours", atom(r".*-X[3-9].*"),
          "L2 Unspecified Digit: anywhere in a component"),
    Class("unspecified digits beside an open or unknown end", "accepts", "ev", "ours",
          lambda s: re.search(r"^(\.\.)?/|/(\.\.)?$", s) and "X" in s,
          "L2 Interval, L1 Extended Interval"),
    Class("partly qualified beside an open or unknown end", "accepts", "ev", "ours",
          like(rf"^(\.\.)?/.*{MARK}-?\d|{MARK}-?\d.*/(\.\.)?$"),
          "L2 Interval, L1 Extended Interval"),
    Class("end qualified whole, the other in part or unspecified", "accepts", "e", "ours",
          like(rf"\d{MARK}/.*({MARK}-?\d|X)|({MARK}-?\d|X).*/.*\d{MARK}$"),
          "L1 Extended Interval, L2 Interval"),
    Class("interval that ends in a negative year", "accepts", "v", "ours", like("/-"),
          "L0 Time Interval, L1 Negative calendar year"),
    Class("group and individual marks together", "accepts", "e", "ours",
          atom(rf"(?=.*{MARK}.*{MARK}).*\d{MARK}.*"), "L2 Qualification; ISO 8601-2 8.4.6"),
    Class("marks on both sides of a component", "accepts", "vj", "undecided",
          atom(rf".*{MARK}-?\d+{MARK}.*"),
          "L2 Qualification defines each alone; ISO 8601-2 8.2.4 has redundant marks dropped"),
    Class("qualified year in a set", "accepts", "j", "ours", atom(YEAR + MARK, "set"),
          "L1 Qualification, L2 Set representation"),
    Class("qualified year beyond four digits", "accepts", "evj", "ours", atom(f"Y.*{MARK}"),
          "L1 Qualification: of any date"),
    Class("year beyond four digits in an interval or a set", "accepts", "evj", "ours",
          atom("Y.*", "interval", "set"), "L0 Time Interval, L2 Set representation: of dates"),
    Class("qualified significant digits", "accepts", "vj", "ours", atom(rf"-?\d+S\d+{MARK}"),
          "L1 Qualification: of any date"),
    Class("significant digits in an interval or a set", "accepts", "vj", "ours",
          atom(r"-?\d+S.*", "interval", "set"),
          "L0 Time Interval, L2 Set representation: of dates"),
    Class("ten or more significant digits", "accepts", "j", "ours", atom(r".*S[1-9]\d+"),
          "L2 Significant digits: a positive integer"),
    Class("zero before the significant digits", "accepts", "vj", "undecided", atom(r".*S0+[1-9].*"),
          "L2 Significant digits: a positive integer, its spelling unsaid"),
    Class("zero before the exponent", "accepts", "ev", "undecided", atom(r"Y-?\d+E0+[1-9].*"),
          "L2 Exponential year: a positive integer, its spelling unsaid"),
    Class("exponent of zero", "accepts", "ev", "theirs", atom(r"Y-?\d+E0+(S.*)?"),
          "L2 Exponential year: the exponent is a positive integer; ISO 8601-2 4.4.2"),
    Class("interval end on or before, on or after", "accepts", "evj", "ours",
          like(r"^\.\.[^/]+/|/[^/]+\.\.$"), "ISO 8601-2 10.6, A.6.6; not in the Library's text"),
    Class("set of one date", "accepts", "ev", "ours", like(r"^[{[][^.,]+[]}]$"),
          "L2 Set representation; ISO 8601-2 6.1 asks no second member"),
    Class("double dot inside the list", "accepts", "evj", "theirs", like(r"\d\.\.,|,\.\.\d"),
          "L2 Set representation: before at the beginning, after at the end of the list"),
    Class("earlier dates and a range in one set", "accepts", "v", "ours", like(r"^.\.\..*\d\.\.\d"),
          "L2 Set representation; ISO 8601-2 6.3 d"),
    # ours refuses, another accepts
    Class("spaces", "refuses", "evj", "ours", like(" "),
          "L2 Set representation: no spaces; ISO 8601-1 3.2.1"),
    Class("no such day", "refuses", "evj", "ours", some(impossible), "L0 Date; ISO 8601-1 4.2.1"),
    Class("negative year with unspecified digits in an interval or a set", "refuses", "evj", "theirs",
          atom(rf"{MARK}?-(?=\d*X){YEAR}.*", "interval", "set"),
          "L2 Unspecified Digit: anywhere in a component; L1 Negative calendar year"),
    Class("year beyond 64 bits", "refuses", "evj", "theirs", some(vast),
          "L1 Letter-prefixed calendar year, L2 Exponential year set no bound"),
    Class("seasons of one year against a private order", "refuses", "e", "theirs",
          like(r"^(-?\d{4})-(2\d|3[0-2])/\1-"),
          "L2 Sub-year groupings: 21 to 24 are independent of location; ISO 8601-2 3.1.3"),
    Class("interval that ends before it starts", "refuses", "ej", "ours",
          lambda s: "/" in s and backwards(*s.split("/")),
          "L0 Time Interval: beginning and ending; cf. ISO 8601-2 7.14.2"),
    Class("set range that ends before it starts", "refuses", "evj", "ours",
          lambda s: any(backwards(*ends) for ends in re.findall(r"([^[{,]+)\.\.([^]},]+)", s)),
          "L2 Set representation: the values between the two"),
    Class("interval without a date", "refuses", "evj", "undecided", like(r"^(\.\.)?/(\.\.)?$"),
          "L1 Extended Interval: either start or end; no example has neither"),
    Class("date-time of a negative year", "refuses", "evj", "undecided",
          like(r"^-\d{4}-\d\d-\d\dT"),
          "L0 Date and Time; L1 Negative calendar year; nothing joins them"),
    Class("end of day", "refuses", "evj", "undecided", like("T24:00:00"),
          "ISO 8601-1:2019 5.3.2 dropped it, Amd 1:2022 brought it back"),
    Class("date-time without a day", "refuses", "ev", "ours", like(r"^(?!-?\d{4}-\d\d-\d\dT).*T"),
          "L0 Date and Time: complete representations"),
    Class("time of day cut or split", "refuses", "j", "ours", like(r"T\d\d:\d\d(?!:)|T.*\.\d"),
          "L0 Date and Time: complete representations"),
    Class("shift in the basic format", "refuses", "j", "ours", like(r"T.*[+-]\d{4}$"),
          "Extended format"),
    Class("minus sign U+2212", "refuses", "j", "undecided", like("\u2212"),
          "the Library prints the hyphen; ISO 8601-1 has the minus sign where the repertoire does"),
    Class("time of day in an interval", "refuses", "j", "ours", like("T.*/|/.*T"),
          "L0 Time Interval: time of day is excluded"),
    Class("bare century or decade", "refuses", "j", "ours", like(rf"^-?\d{{2,3}}{MARK}?$"),
          "Compliance: ISO 8601-1 features outside level 0 are suppressed"),
    Class("letter-prefixed year of four digits", "refuses", "evj", "ours", some(short),
          "L1 Letter-prefixed calendar year: only beyond four digits"),
    Class("zero before a letter-prefixed year", "refuses", "j", "undecided", atom("Y-?0.*"),
          "L2 Exponential year: an integer, its spelling unsaid"),
    Class("no significant digit", "refuses", "e", "ours", atom(".*S0+"),
          "L2 Significant digits: a positive integer"),
    Class("more significant digits than digits", "refuses", "evj", "undecided", some(overfull),
          "L2 Significant digits; ISO 8601-2 4.4.3 does not say"),
    Class("significant digits of a month", "refuses", "e", "ours", atom(r"-?\d{4}S\d+-.*"),
          "L2 Significant digits: of a year"),
    Class("list open at both ends", "refuses", "j", "undecided", like(r"^.\.\.[^,]*\.\..$"),
          "L2 Set representation: every date there is; no example"),
    Class("qualified season of the draft", "refuses", "e", "ours", like(r"\^"),
          "Differences: not in the specification of 2019"),
    # both accept, and bound differently
    Class("winter, southern summer", "bounds", "e", "undecided", atom("-?....-(24|28|30)"),
          "ISO 8601-2 3.1.3 leaves seasons open: ours ends in February, edtf on 31 December"),
    Class("negative year of significant digits", "bounds", "e", "ours", atom(r"Y?-.*S\d+"),
          "ISO 8601-2 4.4.3: edtf counts the sign as a digit"),
    Class("significant digits, qualified", "bounds", "e", "ours", atom(rf"-?\d+S\d+{MARK}"),
          "L2 Significant digits: edtf has the mark widen the year instead"),
    Class("negative year, month unspecified", "bounds", "e", "ours", atom(r"-\d{4}-XX(-\d\d)?"),
          "L2 Unspecified Digit: edtf puts the end before the start"),
    Class("negative year with unspecified last digits", "bounds", "e", "ours", like(r"^-\d{1,3}X+(-|$)"),
          "L2 Unspecified Digit: edtf has the year zero among years before it"),
    Class("29 February of an unspecified year", "bounds", "e", "ours", atom(".*X.*-02-29"),
          "ISO 8601-1 4.2.1: edtf names a day that is not there"),
    Class("bounds beyond 64 bits", "bounds", "e", "theirs", some(vast),
          "L2 Exponential year: ours gives no bounds"),
]
# fmt: on


def lines(command, candidates):
    text = "".join(f"{candidate}\n" for candidate in candidates)
    done = subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True, encoding="utf-8")
    return [line.split("\t") for line in done.stdout.splitlines()]


def bound(day):
    if isinstance(day, float):
        return ".."
    return f"{'-' * (day.tm_year < 0)}{abs(day.tm_year):04}-{day.tm_mon:02}-{day.tm_mday:02}"


def python(candidate):
    """What `edtf` and `edtf-validate` say, and the bounds of the former; a crash is a refusal."""
    parsed = bounds = valid = None
    how = "fuzzy" if "S" in candidate else "strict"  # only the fuzzy heed significant digits
    with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(Exception):
        parsed = parse_edtf(candidate, fail_silently=True)
        bounds = [bound(getattr(parsed, f"{end}_{how}")()) for end in ("lower", "upper")]
    with contextlib.suppress(Exception):
        valid = is_valid(candidate)
    return parsed is not None, bool(valid), bounds


def partings(binary, candidates, grown):
    """(candidate, reader, what ours does) wherever a reader does not do what ours does."""
    with Pool() as pool:
        pythons = pool.map_async(python, candidates, chunksize=16)
        ours = lines([binary], candidates)
        scripts = lines(["node", HERE.with_suffix(".mjs")], candidates)
        pythons = pythons.get()
    for candidate, (verdict, *details), (script,), (parsed, valid, bounds) in zip(
        candidates, ours, scripts, pythons, strict=True
    ):
        accepted = verdict == "valid"
        others = {"e": parsed, "v": valid, "j": script == "valid"}
        if candidate in grown:
            others["g"] = True
        for reader, other in others.items():
            if other != accepted:
                yield candidate, reader, "accepts" if accepted else "refuses"
        if accepted and bounds and kind(candidate) == "date" and bounds != details[1:]:
            yield candidate, "e", "bounds"
        if accepted and LEVELS.get(candidate, details[0]) != details[0]:
            yield candidate, "g", "level"


def table(examples):
    """The classes in Markdown, each with two strings on which most of its readers part."""
    yield "| Class | For example | ours | edtf | edtf-validate | edtf.js | Right | Decided by |"
    yield "| --- | --- | :-: | :-: | :-: | :-: | --- | --- |"
    for c in CLASSES:
        parted = {}
        for reader in c.readers.replace("g", ""):
            for candidate in examples[c.name, reader]:
                parted.setdefault(candidate, set()).add(reader)
        most = max(parted.values(), key=len)
        chosen = [s for s in parted if parted[s] == most]
        chosen = sorted(chosen, key=lambda s: (s not in TRAPS, len(s), s))[:2]
        ours, theirs = {"accepts": "✓✗", "refuses": "✗✓", "bounds": "✓≠"}[c.ours]
        marks = [theirs if reader in most else ours for reader in "evj"]
        shown = "<br>".join(f"`{s}`" for s in chosen)
        yield f"| {c.name} | {shown} | {' | '.join([ours, *marks])} | {c.right} | {c.clause} |"


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("binary")
    arguments.add_argument("--table", action="store_true")
    arguments = arguments.parse_args()
    for package, pin in PINS.items():
        if version(package) != pin:
            sys.exit(f"{package} is {version(package)}, not {pin}")

    grower = Grower(SEED)
    grown = {*LEVELS, *(grower.grow() for _ in range(GROWN))}
    known = sorted({*grown, *TRAPS})
    edited = (grower.edit(grower.choice(known)) for _ in range(EDITED))
    candidates = sorted({*known, *edited} - {""})

    faults, examples = [], defaultdict(list)
    for candidate, reader, verb in partings(arguments.binary, candidates, grown):
        found = [c for c in CLASSES if c.ours == verb and reader in c.readers and c.test(candidate)]
        if not found:
            faults.append(f"{candidate}: ours {verb}, not so {READERS[reader]}: of no class")
        if len(found) == 1:
            examples[found[0].name, reader].append(candidate)
    for c in CLASSES:
        for reader in c.readers:
            if not examples[c.name, reader]:
                faults.append(f"{c.name}: no string of this class alone for {READERS[reader]}")
    if not faults:
        rows = "\n".join(table(examples))
        if arguments.table:
            print(rows)
        elif rows not in DOCUMENT.read_text(encoding="utf-8"):
            faults.append(f"{DOCUMENT.name} does not hold what --table prints")
    faults.append(f"{len(candidates)} candidates, {len(CLASSES)} classes, {len(faults)} faults")
    print(*faults, sep="\n", file=sys.stderr)
    sys.exit(len(faults) > 1)


if __name__ == "__main__":
    main()
