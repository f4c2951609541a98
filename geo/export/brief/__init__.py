"""A brief on a partner (简报): composed once, set as an editable document and as PDF."""
