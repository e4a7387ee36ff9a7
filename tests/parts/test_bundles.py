"""The scripts of a page as one file mean what its modules mean."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kennisbank.parts import assets, bundles

PAGE = "pages/proef/script/main.js"
SHARED = "parts/een/script/main.js"


def made(**modules: str) -> str:
    """Return the script of a page of which `main` is the script, and others are its parts."""
    given = {f"pages/proef/script/{name}.js": text for name, text in modules.items()}
    return dict(bundles.bundles({SHARED: "globalThis.seen = [];\n", **given}))["proef.js"]


def test_each_kind_of_page_asks_for_one_script_of_ours() -> None:
    fetched = assets.read()
    with_script = {path.parent.parent.name for path in assets.PACKAGE.glob(f"pages/*/{assets.SCRIPT}/{bundles.MAIN}")}
    assert {"zoeken", "sessie"} <= with_script
    for name in (*with_script, "verhaal", "404"):
        first, *others = fetched.scripts_of(f"{name}.html")
        assert first in fetched.files
        assert first.endswith(f"/{name if name in with_script else 'blad'}.js")
        assert all("/derden/" in other and other in fetched.files for other in others)


def test_the_scripts_of_every_page_come_first() -> None:
    script = made(main='globalThis.seen.push("blad");\n')
    assert script.index("globalThis.seen = []") < script.index('push("blad")')


def test_a_module_stands_once_and_after_what_it_asks_for() -> None:
    script = made(
        main='import { one } from "./one.js";\nimport { two as other } from "./two.js";\none(other);\n',
        one='import { two } from "./two.js";\nexport function one(x) { return x + two; }\n',
        two="export const two = 2;\n",
    )
    assert script.count("const two = 2;") == 1
    assert script.index("const two = 2;") < script.index("function one(x)") < script.index("one(other);")
    assert not re.search(r"(?m)^(import|export)\b", script)
    assert re.search(r"const \{ two: other \} = m\d;", script)


def test_what_others_made_and_what_is_asked_for_later_stay_files() -> None:
    script = made(
        main='import { generate } from "../../../parts/script/derden/qr.js";\n'
        'later = () => import("../../een/script/x.js");\n'
    )
    assert re.match(r'import \* as m\d from "\./parts/script/derden/qr\.js";\n', script)
    assert 'import("./pages/een/script/x.js")' in script
    assert list(bundles.beside(script, "assets/js")) == ["assets/js/parts/script/derden/qr.js"]


@pytest.mark.parametrize(
    "said",
    ["export let many = 1;", "export default 1;", 'import all from "./x.js";', 'import * as all from "./x.js";'],
)
def test_what_it_does_not_understand_is_refused(said: str) -> None:
    """A value that changes would stay what it was, in a file that has no modules."""
    with pytest.raises(bundles.Misunderstood, match=re.escape(f"pages/proef/script/main.js: {said}")):
        made(main=f"{said}\n", x="export const x = 1;\n")


def test_a_circle_is_refused() -> None:
    with pytest.raises(bundles.Misunderstood, match="circle"):
        made(main='import { one } from "./one.js";\n', one='import { x } from "./main.js";\nexport const one = 1;\n')


def test_nothing_of_a_module_gets_lost() -> None:
    """Every line of a module of ours stands in the script of its page, but for how modules ask for each other."""
    fetched = assets.read()
    script = fetched.files[fetched.scripts_of("zoeken.html")[0]].decode()
    for path in Path(assets.PACKAGE, "pages", "zoeken", assets.SCRIPT).glob("*.js"):
        text = fetched.files[f"{fetched.scripts}/pages/zoeken/{assets.SCRIPT}/{path.name}"].decode()
        if path.name == "early.js":
            continue
        bare = bundles.EXPORT.sub("", bundles.EXPORTED.sub("", bundles.IMPORT.sub("", text)))
        assert bare.strip()
        assert all(line in script for line in bare.splitlines()), path.name
