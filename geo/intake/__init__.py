"""Rosters of other people's homes, read from whatever file they have: bytes in, ties out.

The way of a file: ``kinds`` (what it is, and whether it is too much), ``encodings`` (bytes to
text), ``workbook``, ``delimited``, ``markup`` and ``records`` (to grids of cells), ``columns``
(which column is what), ``rows`` with ``dates`` and ``places`` (to ties with a verdict), and
``reading``, which goes this way from end to end.
"""
