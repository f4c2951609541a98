"""Where a file comes from, written into it and read from it again.

PNG, SVG, PDF, GIF and MP4 carry an XMP packet (ISO 16684-1), which programs for pictures show; PNG
the same in text chunks besides, PDF in its document information. DOCX, PPTX and XLSX have it in
their document properties (ECMA-376, part 2).
"""

from geo.export.origin.origin import Origin as Origin
from geo.export.origin.origin import address_in_atlas as address_in_atlas
from geo.export.origin.origin import origin_from as origin_from
from geo.export.origin.read import origin_of as origin_of
from geo.export.origin.stamp import stamped as stamped
