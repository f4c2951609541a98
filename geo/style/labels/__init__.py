"""Names beside marks: where they may stand, and which of them find room."""
