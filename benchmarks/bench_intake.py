"""How long it takes to read a large list, and to refuse one that is too large.

    python -m benchmarks.bench_intake [--rows N] [--homes N]

A list of so many ties of so many homes is made up out of the atlas's own partners and read as CSV
in UTF-8 and in GB18030 (its encoding guessed) and as an Excel workbook, each in a process of its
own; then a file of 200 MB, one of a million rows and a workbook that unpacks to 200 MB are refused.
Times are seconds from the first byte to the last row, memory is the peak of the process in MB, with
what Python and the tables of the atlas take (``bare``).
"""

from __future__ import annotations

import argparse
import io
import multiprocessing
import random
import resource
import time
import zipfile
from collections.abc import Callable

import xlsxwriter

from geo.data import read_table
from geo.intake.limits import Refused
from geo.intake.reading import read_file

HEAD = ("城市", "友好城市", "国家", "结好时间")


def rows(ties: int, homes: int) -> list[tuple[str, ...]]:
    """A head and made-up ties."""
    chance = random.Random(2026)
    partners = read_table("places").to_dict("records")
    countries = read_table("countries").set_index("country")["name_zh"]
    found: list[tuple[str, ...]] = [HEAD]
    for number in range(ties):
        partner = chance.choice(partners)
        day = f"{chance.randint(1950, 2024)}年{chance.randint(1, 12)}月{chance.randint(1, 28)}日"
        home = f"城市{number % homes}"
        found.append((home, partner["full_zh"], countries[partner["country"]], day))
    return found


def workbook(lines: list[tuple[str, ...]]) -> bytes:
    """The list as an Excel workbook."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet()
    for number, line in enumerate(lines):
        sheet.write_row(number, 0, line)
    book.close()
    return out.getvalue()


def bomb() -> bytes:
    """A small archive that unpacks to 200 MB."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/zeros.bin", bytes(200 * 2**20))
    return out.getvalue()


def read(content: bytes, results: multiprocessing.SimpleQueue) -> None:
    """Read in this process, and tell rows, homes or the reason, seconds, and MB."""
    start = time.perf_counter()
    try:
        reading = read_file(content, "list.csv")
        what = f"{len(reading.rows):,} rows, {len(reading.homes):,} homes, {reading.encoding}"
    except Refused as refused:
        what = str(refused)
    seconds = time.perf_counter() - start
    results.put((what, seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024))


def measured(name: str, make: Callable[[], bytes]) -> None:
    """Read one file in a process of its own and print what it took."""
    content = make()
    context = multiprocessing.get_context("spawn")
    results = context.SimpleQueue()
    process = context.Process(target=read, args=(content, results))
    process.start()
    what, seconds, memory = results.get()
    process.join()
    print(f"{name:24}{len(content) / 2**20:8.1f} MB{seconds:8.2f} s{memory:8.0f} MB peak  {what}")


def main() -> None:
    """Measure every file."""
    asked = argparse.ArgumentParser(prog="python -m benchmarks.bench_intake", description=__doc__)
    asked.add_argument("--rows", type=int, default=25_000)
    asked.add_argument("--homes", type=int, default=6_000)
    given = asked.parse_args()
    lines = rows(given.rows, given.homes)
    text = "\n".join(map(",".join, lines))
    measured("bare", lambda: b"City,Country\nKobe,Japan\n")
    measured("CSV, UTF-8", lambda: text.encode())
    measured("CSV, GB18030", lambda: text.encode("gb18030"))
    measured("Excel workbook", lambda: workbook(lines))
    measured("200 MB", lambda: bytes(200 * 2**20))
    measured("a million rows", lambda: b"City,Country\n" + b"Kobe,Japan\n" * 1_000_000)
    measured("zip bomb", bomb)


if __name__ == "__main__":
    main()
