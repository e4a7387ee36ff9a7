"""The files that a host reads do what they say: in nginx and Apache, at the root and below a path, and in a browser."""

from __future__ import annotations

import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kennisbank.model import project, urls
from kennisbank.outputs import hosting
from kennisbank.outputs.hosting import FRESH, LASTING, POLICY
from kennisbank.pages.site import Site
from kennisbank.reading.loader import load
from tests import hosts_support as hosts
from tests.hosts_support import Answer, ask
from tests.site_support import PROJECT, SETTINGS, build, mini_root

SITES = {"/": "https://leren.internal/", "/kennis/": "https://leren.internal/kennis/"}
"""Where the sites of these tests stand, by their path: the whole site, and the small one of the tests."""
GONE = "verhalen/weg-ermee/"
FORMER = "verhalen/museum-eerst/"
OF_HOSTS = {name for files in hosting.HOSTS.values() for name in files}
EMBED = "<!doctype html><html lang='nl'><title>x</title><h1>x</h1></html>"
STRICT = {"default-src 'none'", "script-src 'self'", "style-src 'self'", "connect-src 'self'", "base-uri 'none'"}


@dataclass(frozen=True)
class Told:
    """A site in a folder, without what any host reads, and what a host is told of it."""

    folder: Path
    view: hosting.HostView


def needs(host: str) -> None:
    """Skip what cannot be tried here; where all must be tested it is a fault."""
    if hosts.FOUND[host] is None:
        said = f"There is no {host} (Debian: apt-get install nginx apache2-bin): its file is not tried."
        (pytest.fail if os.environ.get("CI") and shutil.which("apt-get") else pytest.skip)(said)


def copied(site: Path, to: Path) -> Path:
    """Make a folder with the files of a site, for a test to add to: links where the disk can, so none may change."""

    def copy(source: str, target: str) -> None:
        try:
            os.link(source, target)
        except OSError:
            shutil.copy(source, target)

    shutil.copytree(site, to, copy_function=copy, ignore=shutil.ignore_patterns(*OF_HOSTS))
    return to


def told(root: Path, site: Path, address: str) -> hosting.HostView:
    """Return what a host is told of the site of a root, which is at an address."""
    knowledge = load(root).knowledge
    assert knowledge is not None
    others = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    return hosting.view(Site(knowledge), others, address)


@pytest.fixture(scope="module")
def home() -> Iterator[Path]:
    """Return a folder that the user of a host can read; those of pytest are for its own user."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module")
def built(home: Path) -> Path:
    """Return the folder of a small site below a path, built for Apache, with a story that was withdrawn."""
    root = mini_root(home)
    settings = re.sub(r"(?m)^adres: .*$", f"adres: {SITES['/kennis/']}\nhost: apache", SETTINGS)
    (root / project.FILE).write_text(settings, encoding="utf-8")
    (root / "ingetrokken.txt").write_text(f"{GONE.split('/')[1]}\n", encoding="utf-8")
    result = build(root, home / "gebouwd")
    assert result.returncode == 0, result.stdout + result.stderr
    return home / "gebouwd"


@pytest.fixture(scope="module")
def sites(home: Path, built: Path, real_site: Path) -> dict[str, Told]:
    """Return both sites by their path."""
    found = {}
    for path, (root, site) in {"/": (PROJECT, real_site), "/kennis/": (home / "bron", built)}.items():
        folder = copied(site, home / f"www{len(found)}" / path.strip("/"))
        for name, text in {"insluiten/x/index.html": EMBED, ".well-known/proef.txt": "é", ".geheim": "x"}.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        found[path] = Told(folder, told(root, site, SITES[path]))
    return found


@pytest.fixture
def served(request: pytest.FixtureRequest, sites: dict[str, Told], home: Path) -> Iterator[str]:
    """Return the address of a site at a path, with a host that read its file."""
    host, path = request.param
    needs(host)
    site = sites[path]
    for name in OF_HOSTS:  # of another host, which had the same folder
        (site.folder / name).unlink(missing_ok=True)
    for name, text in hosting.files(host, site.view):
        (site.folder / name).write_text(text, encoding="utf-8")
    own = Path(tempfile.mkdtemp(dir=home))
    with hosts.serving(host, site.folder if path == "/" else site.folder.parent, own, path) as address:
        yield address


EVERYWHERE = [(host, path) for host in hosts.FOUND for path in SITES]
every = pytest.mark.parametrize("served", EVERYWHERE, indirect=True, ids=[f"{h}{p}" for h, p in EVERYWHERE])


def kind(answer: Answer) -> str:
    return answer.headers["content-type"].replace(" ", "").lower()


def test_the_build_writes_what_the_host_is_told(built: Path, sites: dict[str, Told]) -> None:
    view = sites["/kennis/"].view
    wanted = dict(hosting.files("apache", view))
    assert wanted.keys() == {".htaccess", *(f"{address}.htaccess" for address in view.weg)}
    assert {name: (built / name).read_text(encoding="utf-8") for name in wanted} == wanted
    assert not [name for name in OF_HOSTS - wanted.keys() if (built / name).exists()]
    assert [address for address in view.weg if not urls.code(address)] == [GONE]
    assert len(view.weg) == 2, "its short address says so too"
    assert (FORMER, "verhalen/museum-in-het-dorp/") in view.verhuisd


@every
def test_each_address_gets_its_answer(served: str, sites: dict[str, Told]) -> None:
    path = re.sub(r"^http://[^/]+", "", served)
    folder = sites[path].folder
    sheet, letter, script = (
        next(file.relative_to(folder).as_posix() for file in folder.glob(pattern))
        for pattern in ("assets/site-*.css", "assets/fonts-*/*.woff2", "assets/js-*/blad.js")
    )
    texts = {
        "": "text/html", "verhalen/": "text/html", "404.html": "text/html", urls.WORKER: "text/javascript",
        urls.VERSION: "application/json", urls.APP: "application/manifest+json",
        "verhalen/feed.xml": "application/atom+xml", urls.SITEMAP: "application/xml",
        urls.OPENSEARCH: "application/opensearchdescription+xml", urls.PUBLISHED: "text/plain",
        urls.MANIFEST: "application/json", "assets/favicon.svg": "image/svg+xml", sheet: "text/css",
        script: "text/javascript", ".well-known/proef.txt": "text/plain",
    }  # fmt: skip
    for address, media in texts.items():
        answer = ask(served + address)
        assert (answer.status, kind(answer)) == (200, f"{media};charset=utf-8"), address
        assert answer.headers["cache-control"] == (LASTING if address in {sheet, script} else FRESH), address
    for address, media in {letter: "font/woff2", "ruimte/kaarten/kaarten.pdf": "application/pdf"}.items():
        assert kind(ask(served + address)) == media
    assert ask(served + letter).headers["cache-control"] == LASTING
    assert ask(served + sheet, **{"Accept-Encoding": "gzip"}).headers["content-encoding"] == "gzip"

    for address in ("nergens/", "verhalen/nergens", "assets/site-0000000000.css", ".geheim"):
        answer = ask(served + address)
        assert (answer.status, answer.headers["cache-control"]) == (404, FRESH), address
        assert answer.text == (folder / "404.html").read_bytes(), address
    for name in OF_HOSTS:
        assert ask(served + name).status in {403, 404}, name
    assert ask(served + "verhalen").status == 301
    assert ask(served + "verhalen").headers["location"].endswith(f"{path}verhalen/")


@pytest.mark.parametrize("served", [(host, "/kennis/") for host in hosts.FOUND], indirect=True, ids=list(hosts.FOUND))
def test_what_moved_leads_on_and_what_was_withdrawn_says_so(served: str, sites: dict[str, Told]) -> None:
    answer = ask(f"{served}{FORMER}?van=ver")
    assert answer.status == 301
    assert answer.headers["location"].endswith("/kennis/verhalen/museum-in-het-dorp/?van=ver")
    short, new = next(pair for pair in sites["/kennis/"].view.verhuisd if urls.code(pair[0]))
    assert ask(served + short).headers["location"].endswith(f"/kennis/{new}")  # as it stands on paper
    for address in sites["/kennis/"].view.weg:
        gone = ask(served + address)
        assert gone.status == 410
        assert gone.text == (sites["/kennis/"].folder / address / "index.html").read_bytes()
        assert gone.headers["cache-control"] == FRESH
    assert ask(f"{served}{FORMER}nog-iets/").status == 404  # nothing but the address itself


@every
def test_every_answer_says_what_a_page_may_do(served: str) -> None:
    for address in ("", "nergens/", "sw.js", "insluiten/x/", "verhalen"):
        headers = ask(served + address).headers
        policy = headers["content-security-policy"].split("; ")
        assert set(policy) > STRICT
        assert policy[-1] == ("frame-ancestors *" if address.startswith("insluiten/") else "frame-ancestors 'self'")
        assert not re.search(r"unsafe|wasm|http|data:", " ".join(policy))
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert "camera=()" in headers["permissions-policy"]
        below = served.endswith("/kennis/")  # the word of a whole host is not that of a site below a path
        assert headers.get("strict-transport-security") == (None if below else hosting.SECURE)
    assert "content-security-policy" not in ask(f"{served}ruimte/kaarten/kaarten.pdf").headers


def test_netlify_is_told_the_same(sites: dict[str, Told]) -> None:
    """No two paths that can be one address have a header of the same name: there it is not said which counts."""
    for path, site in sites.items():
        files = dict(hosting.files("netlify", site.view))
        rules: dict[str, dict[str, str]] = {}
        for line in files["_headers"].splitlines():
            if line.startswith("/"):
                assert line not in rules
                rules[line] = {}
            elif line.strip() and not line.startswith("#"):
                name, _, value = line.strip().partition(": ")
                rules[next(reversed(rules))][name] = value
        everywhere = rules.pop(f"{path}*")
        assert everywhere["Content-Security-Policy"] == "; ".join(f"{name} {value}" for name, value in POLICY.items())
        assert everywhere.keys() >= hosting.HEADERS.keys()
        names = sorted(rules)
        for number, one in enumerate(names):
            assert not everywhere.keys() & rules[one].keys()
            for other in names[number + 1 :]:
                overlap = one.endswith("*") and other.startswith(one[:-1])
                assert not (overlap and rules[one].keys() & rules[other].keys()), (one, other)
        lasting = {name for name, rule in rules.items() if rule.get("Cache-Control") == LASTING}
        for address in ("assets/favicon.svg", "assets/delen/000000001.png", "sw.js", "versie.json", "verhalen/"):
            assert not any(f"{path}{address}".startswith(name.removesuffix("*")) for name in lasting), address
        sheets = {file.name for file in site.folder.glob("assets/*.css")}
        assert {f"{path}assets/{name}" for name in sheets} <= lasting
        assert {"X-Frame-Options": "SAMEORIGIN"} == rules[f"{path}verhalen/*"] == rules[path]
        assert f"{path}insluiten/*" not in rules
        old = [line.split() for line in files["_redirects"].splitlines() if line.startswith("/")]
        assert (path == "/") or [f"{path}{FORMER}", f"{path}verhalen/museum-in-het-dorp/", "301!"] in old


def test_no_page_has_style_or_code_in_itself(real_site: Path) -> None:
    """What the policy would refuse without a word to anybody but the console."""
    tag = re.compile(rb"<(?!/)[a-z][^>]*?\s(?:style|on[a-z]+)=|<style\b|<script(?![^>]*\b(?:src=|type=\"application/))")
    for file in real_site.rglob("*.html"):
        assert not tag.search(re.sub(rb"<(?:pre|code|template)\b.*?</(?:pre|code)>", b"", file.read_bytes())), file


WATCH = """addEventListener('securitypolicyviolation', (event) =>
    console.error(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`))"""
PAGES = {
    "": "h1",
    "zoeken/?q=gesprek": ".rb-vondsten > li",
    "sessie/?v=1&t=60&n=30&f=evaluatie&p=i5,w50.leeroogst,e5.x": "#rb-lijst > li",
    "sessie/lezen/?v=1&t=60&n=30&f=evaluatie&p=i5,w50.leeroogst,e5.x": "main h2",
    "sessie/nu/?v=1&t=60&n=30&f=evaluatie&p=i5,w50.leeroogst,e5.x": "#rb-nu-stap, main button:visible",
    "ruimte/kaarten/?trek=1": ".rb-speel__knoppen",
    "ruimte/kaarten/afdrukken/": "#rb-afdruk",
    "meedoen/verhaal-schrijven/": "#rb-schrijf",
    "verhalen/trots-in-meppel/": "h1",
    "selectie/?v=1&s=trots-in-meppel": "main h1",
    "uitdelen/?verhaal=trots-in-meppel": "#rb-vel .rb-heel",
    "achtergrond/kerngroep-en-kring/": ".rb-aandeel",
    "meedoen/intrekken/": "figure img",
    "overzicht/kaart/": "svg",
    "overzicht/jaren/": "svg rect",
    "offline/": "h1",
    "insluiten/verhalen/": "main a",
    "data/": "main a",
}
"""Pages of every sort, each with what its script makes or shows."""


@pytest.mark.browser
@pytest.mark.parametrize("served", [("nginx", "/"), ("apache", "/kennis/")], indirect=True, ids=list(hosts.FOUND))
def test_a_browser_has_nothing_to_complain_of(served: str, sites: dict[str, Told], browser: Browser) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.add_init_script(WATCH)
    page = context.new_page()
    messages: list[str] = []
    page.on("console", lambda message: messages.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda error: messages.append(f"{page.url}: {error}"))
    whole = not served.endswith("/kennis/")
    for address, shown in (PAGES if whole else {"": "h1", "zoeken/?q=museum": ".rb-vondsten > li"}).items():
        page.goto(served + address)
        expect(page.locator(shown).first, address).to_be_visible()
    if whole:
        page.goto(f"{served}meedoen/verhaal-schrijven/")
        page.evaluate("for (const step of document.querySelectorAll('.rb-stap')) step.open = true")
        page.locator("#veld-title").fill("Een proef")
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.active.state)")  # of this host too
    assert messages == []
    page.goto(f"{served}nergens/te/vinden/")
    expect(
        page.locator(".rb-zoekvak")
    ).to_be_visible()  # the page of an address that is none has its looks, at any depth
    assert [message for message in messages if "404" not in message] == []
    context.close()
