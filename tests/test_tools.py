"""Small tools around the releases."""

from __future__ import annotations

import pytest

from tools.lowest import lowest


def test_the_lowest_version_is_the_one_that_a_range_begins_with() -> None:
    text = "# why\n-r other.txt\npandas>=3.0.1,<4  # tables\n\nopencc-python>=0.1.7,<0.2\nx~=2.1\n"
    assert list(lowest(text)) == ["pandas==3.0.1", "opencc-python==0.1.7", "x==2.1"]
    with pytest.raises(ValueError, match="pandas<4: no lowest version is named"):
        list(lowest("pandas<4"))
