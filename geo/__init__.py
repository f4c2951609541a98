"""The library of the friendship-city atlas: everything that is not a screen.

Floors, from the ground up; each imports only from those below it, and ``words`` serves all:

``data`` (the tables as they stand) → ``place`` (where things are) → ``ties`` (who, since when,
in which view) → ``measure`` (numbers) → ``draw`` (pictures) → ``export`` (files).

From a notebook::

    from geo.ties.roster import load_roster
    from geo.ties.view import View
    from geo.ties.select import select

    roster = load_roster()
    select(roster, View.default(roster).but(years=(1973, 2017)))
"""
