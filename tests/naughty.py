"""Values that no parameter is made for, one or two of every kind that has broken programs."""

from __future__ import annotations

MARKUP = "<img src=x onerror=alert(1)>"
"""What must never stand on a page as it is written here."""

VALUES = [
    "",
    " \t\n ",
    MARKUP,
    f'"><script>alert(1)</script>{MARKUP}',
    "javascript:alert(1)",
    "[x](javascript:alert(1)) ![](https://other.example/x.png) :red[x] $x^2$ `x`",
    "'; DROP TABLE ties; --",
    "1 OR 1=1",
    "{view.__class__} {0} %s %n %(x)s ${7*7} {{7*7}} #{7*7}",
    "=cmd|' /C calc'!A0",
    "../../../../etc/passwd",
    "..%2f..%2f..%5cwindows\\win.ini",
    "%00%0d%0aSet-Cookie: a=b",
    "\x00\x01\x1b[31m\x7f\x85",
    "a\r\nX-Header: b",
    "\u202eelbisrever\u202c \u2066x\u2069 \u200b\ufeff\u2028",
    "שלום مرحبا Z̸̢̛a̷l̶g̵o̴̧",
    "\ud800\udfff x \udbff",
    "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿 𝔘𝔫𝔦 𠜎",
    "ﷺＡ１，２；ｘ",
    "١٩٨٠",
    "1980.5",
    "-1",
    "9" * 400,
    "1e999",
    "NaN",
    "null",
    "true",
    "[]",
    '{"a": [1, 2]}',
    "__proto__",
    "(((((((((((((((a+)+)+)+",
    ",;|、" * 200,
    "x" * 100_000,
    "友" * 30_000,
    "１９８０-" * 3_000,
]
