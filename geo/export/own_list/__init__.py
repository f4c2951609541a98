"""A reader's own list, read where it holds up nobody else, and what came of it."""

from geo.export.own_list.outcome import Outcome as Outcome
from geo.export.own_list.outcome import Tables as Tables
from geo.export.own_list.outcome import Understood as Understood
from geo.export.own_list.processes import close as close
from geo.export.own_list.processes import read as read
from geo.export.own_list.refusals import refused_table as refused_table
