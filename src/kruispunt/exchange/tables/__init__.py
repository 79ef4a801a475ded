"""Tables as a spreadsheet shows them, whatever the file they came in: a header and its rows."""

from kruispunt.exchange.tables.reading import read_table
from kruispunt.exchange.tables.table import Cell, Flaw, Header, Row, Table

__all__ = ["Cell", "Flaw", "Header", "Row", "Table", "read_table"]
