"""YAML files: what they say, where each value stands, and how they are written; nothing else knows YAML."""

from handouts.source.data import NOWHERE as NOWHERE
from handouts.source.data import Data as Data
from handouts.source.data import Location as Location
from handouts.source.data import Place as Place
from handouts.source.data import Source as Source
from handouts.source.data import laid_over as laid_over
from handouts.source.data import merged as merged
from handouts.source.data import replaced as replaced
from handouts.source.reading import parse_source as parse_source
from handouts.source.reading import plain_value as plain_value
from handouts.source.reading import read_as_far as read_as_far
from handouts.source.reading import read_source as read_source
from handouts.source.text_file import read_text as read_text
from handouts.source.text_file import refuse_hidden_characters as refuse_hidden_characters
from handouts.source.text_file import unreadable as unreadable
from handouts.source.writing import called_from as called_from
from handouts.source.writing import write_source as write_source
