"""How long a file and a function may become: what one can read with a coffee."""

import ast
from collections.abc import Iterator

from tests.house.guards import Source

LONGEST_FILE, LONGEST_FUNCTION = 300, 40
LONGEST_KERNEL_FILE, LONGEST_KERNEL = 900, 110
"""For array code whose docstring owns up to it: "the file thinks in indexes"."""


def grows_too_long(source: Source) -> Iterator[str]:
    """Split by noun, then by verb."""
    lines = source.text.count("\n")
    most_lines, most = _allowed(source.tree)
    if lines > most_lines:
        yield f"{source.name}: {lines} lines"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef) and _length(node) > most:
            yield f"{source.name}:{node.lineno} {node.name}"


def _allowed(tree: ast.Module) -> tuple[int, int]:
    """Lines that a file and a function may have: array kernels are flat and long on purpose."""
    if "the file thinks in indexes" in (ast.get_docstring(tree) or ""):
        return LONGEST_KERNEL_FILE, LONGEST_KERNEL
    return LONGEST_FILE, LONGEST_FUNCTION


def _length(function: ast.FunctionDef) -> int:
    """Lines of a function without its docstring: explaining oneself is not growing."""
    first = function.body[0]
    explained = ast.get_docstring(function) is not None
    words = first.end_lineno - first.lineno + 1 if explained else 0
    return function.end_lineno - function.lineno - words
