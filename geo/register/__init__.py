"""The official register of all ties, read and held against the atlas; nothing in the data changes.

The way of an answer: ``asking`` (one request to a host that the reader names), ``saved`` (kept with
its date and checksum), ``rows`` and ``listing`` (bytes to pairs), ``matching`` (to which home and
partner a pair belongs), ``comparing`` (what is new, missing or dated otherwise) and ``report``. Of
the register only the shape of its answer is known, not the register itself (docs/register.md).
"""
