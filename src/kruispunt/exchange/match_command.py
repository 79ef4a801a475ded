"""`kruispunt match`: two spreadsheets in, the best proposal out, with reasons."""

import contextlib
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from types import FrameType
from typing import Final

from kruispunt.exchange.match_options import HELP, HelpAsked, read_options
from kruispunt.exchange.match_run import run
from kruispunt.exchange.refusals import InputRefused, TargetRefused

DONE: Final = 0
BROKEN: Final = 1
_CODES: Final[dict[type[BaseException], int]] = {
    InputRefused: 2,
    MemoryError: 2,
    TargetRefused: 3,
    KeyboardInterrupt: 130,
}
_UNSAID: Final[dict[type[BaseException], str]] = {
    KeyboardInterrupt: "gestopt; er is niets veranderd",
    MemoryError: "er is te weinig geheugen voor deze bestanden; er is niets veranderd",
}


def main(argv: Sequence[str]) -> int:
    """Run the command; the answer is its exit code."""
    try:
        with _stopping_cleanly():
            return _answer(argv)
    except tuple(_CODES) as wrong:
        # A library may raise a kind of its own, such as numpy's MemoryError, in words of its own.
        kind = next(known for known in _CODES if isinstance(wrong, known))
        _line(_UNSAID.get(kind) or str(wrong))
        return _CODES[kind]
    except BrokenPipeError:
        # Whoever read our words has left; the files stand. Keep the interpreter quiet at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as wrong:  # noqa: BLE001 - a coordinator can do nothing with a traceback
        _line(f"er ging iets mis dat niet aan uw bestanden ligt ({type(wrong).__name__}: {wrong})")
        return BROKEN


def _answer(argv: Sequence[str]) -> int:
    try:
        options = read_options(argv)
    except HelpAsked:
        sys.stdout.write(HELP)
        return DONE
    document = run(options, say=_line, progress=_progress())
    if options.prints_json:
        sys.stdout.write(document)
    sys.stdout.flush()
    return DONE


def _progress() -> Callable[[str], None]:
    """Show what is being done when someone is looking, and else nothing."""
    return (lambda step: _line(f"… {step}")) if sys.stderr.isatty() else (lambda _: None)


def _line(sentence: str) -> None:
    with contextlib.suppress(OSError):
        sys.stderr.write(f"{sentence}\n")
        sys.stderr.flush()


@contextlib.contextmanager
def _stopping_cleanly() -> Iterator[None]:
    """Let a polite request to stop end the run like Ctrl-C does, so that nothing is left behind."""

    def stop(_: int, __: FrameType | None) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:  # not in the main thread: whoever runs us there minds the signals
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)
