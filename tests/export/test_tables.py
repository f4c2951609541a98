import csv
import io

import pandas as pd

from geo.export.tables import as_csv


def test_a_table_opens_in_a_spreadsheet_without_harm() -> None:
    table = pd.DataFrame({"城市": ["大马尼拉", "=1+1", "-5", "@x"], "n": [1, 2, 3, 4]})
    content = as_csv(table)
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert rows == [["城市", "n"], ["大马尼拉", "1"], ["'=1+1", "2"], ["-5", "3"], ["'@x", "4"]]
    assert list(table["城市"])[1] == "=1+1"
