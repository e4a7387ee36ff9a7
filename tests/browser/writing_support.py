"""What the tests of the forms type: a complete form, nasty values, and values at the edge of what is allowed."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from playwright.sync_api import Page

from kennisbank.contributing import wording
from kennisbank.model.fields import specs
from kennisbank.pages.schrijven import view as schrijven
from tests.support import TODAY

FOLDERS = {form: wording.TEXTS[form].folder for form in schrijven.FORMS}

# What makes a form complete. Lists of texts have one on each line.
COMPLETE: dict[str, dict[str, Any]] = {
    "verhaal": {
        "title": "Kunst op het plein",
        "samenvatting": "Een school en een museum kijken samen naar de plek waar kinderen wonen.",
        "ruimtes": ["kind", "plek"],
        "regio": "noord-groningen",
        "plaats": "Ezinge",
        "schooltype": ["po"],
        "partnertype": ["museum"],
        "datum": "2026-01-02",
        "toestemming": "ja",
        "toestemming_kenmerk": "archief 2026-12",
        "bron": "eigen verhaal",
        "deel-begin": "De kinderen gingen op pad.",
    },
    "werkvorm": {
        "title": "De wandeling",
        "samenvatting": "Loop samen door het dorp en vertel elkaar wat je onderweg ziet en hoort.",
        "functie": "orientatie",
        "ruimtes": ["kind", "plek"],
        "duur": "30-45",
        "groep": "2-10",
        "bron": "zelf bedacht",
        "deel-stappen": "1. **Ga op pad (30 minuten).** Vertel elkaar wat je ziet.",
    },
    "praktijkvoorbeeld": {
        "title": "Kunst op het plein",
        "samenvatting": "Een kunstenaar oefent met leraren, die daarna zelf lesgeven aan hun groep.",
        "ruimtes": ["kind", "plek"],
        "datum": "2026-01-02",
        "bron": "eigen ervaring",
        "deel-voorbeeld": "Leraren oefenden eerst samen met een kunstenaar, en gaven daarna zelf les. Eerst keken ze"
        " toe, toen deden ze mee, en na een half jaar ging het zonder hulp van buiten. Dat was wennen.",
    },
}
# What is typed, and what must come of it in a field of one line.
NASTY = {
    "double quotes": ('Het "echte" werk', 'Het "echte" werk'),
    "single quotes": ("'t Dorp en z'n \"kerk\"", "'t Dorp en z'n \"kerk\""),
    "colon": ("Ons plan: kunst", "Ons plan: kunst"),
    "colon at the end": ("Ons plan:", "Ons plan:"),
    "hash": ("#tag en # rest", "#tag en # rest"),
    "leading zeros": ("010", "010"),
    "no": ("nee", "nee"),
    "null": ("null", "null"),
    "base 60": ("1:2", "1:2"),
    "emoji": ("Kunst 🎨 juf 👩🏽‍🏫", "Kunst 🎨 juf 👩🏽‍🏫"),
    "accents": ("Pompeï één café", "Pompeï één café"),
    "decomposed accents": ("Pompei\u0308 e\u0301e\u0301n", "Pompeï één"),
    "hyphen first": ("- x-as", "- x-as"),
    "star first": ("*ster", "*ster"),
    "ampersand first": ("&anker", "&anker"),
    "exclamation first": ("!uitroep", "!uitroep"),
    "at first": ("@school", "@school"),
    "percent first": ("%deel", "%deel"),
    "backtick first": ("`code`", "`code`"),
    "list": ("[a, b], c", "[a, b], c"),
    "mapping": ("{a: b}, c", "{a: b}, c"),
    "question first": ("? vraag", "? vraag"),
    "pipe": ("| a > b", "| a > b"),
    "fences": ("--- x ---", "--- x ---"),
    "backslash at the end": ("pad\\", "pad\\"),
    "backslashes": ("C:\\nieuw\\t \\\\x", "C:\\nieuw\\t \\\\x"),
    "spaces around": ("   ruim   om  ", "ruim om"),
    "tabs": ("een\ttwee\t\tdrie", "een twee drie"),
    "soft hyphen": ("leer\u00adgemeen\u00adschap", "leergemeenschap"),
    "no-break space": ("groep\u00a08 en\u202f9", "groep 8 en 9"),
    "zero width": ("on\u200bzicht\u200cbaar\u2060", "onzichtbaar"),
    "joiner outside an emoji": ("school\u200dplein", "schoolplein"),
    "byte order mark": ("\ufeffbegin\ufeff", "begin"),
    "curly quotes": ("“Kunst” is ‘van ons’ – toch…", "“Kunst” is ‘van ons’ – toch…"),
    "control characters": ("a\x01b\x7fc\x9fd", "abcd"),
    "direction marks": ("ons\u202ewerk\u2066stuk\u200f", "onswerkstuk"),
}
# What breaks a line: one line in most fields, an item each in a list.
BREAKS = {"LF": "\n", "CRLF": "\r\n", "CR": "\r", "U+2028": "\u2028", "U+2029": "\u2029", "VT": "\x0b", "NEL": "\x85"}

# Fills in a form as somebody who types, or pastes where a field of one line would lose the lines.
FILL = """values => {
    const form = document.querySelector('#rb-schrijf')
    for (const [name, value] of Object.entries(values)) {
        const controls = [...form.querySelectorAll(`[name="${name}"]`)], first = controls[0]
        if (first.matches('[type=checkbox], [type=radio]')) {
            for (const control of controls) control.checked = [value].flat().includes(control.value)
        } else if (first.matches('[type=text]') && /[\\r\\n]/.test(value)) {
            first.value = ''
            const data = new DataTransfer()
            data.setData('text/plain', value)
            first.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true}))
            continue
        } else {
            first.value = value
        }
        first.dispatchEvent(new Event('input', {bubbles: true}))
    }
}"""
FOLLOWS = {"title", "plaats", "regio", "adres"}
"""Fields that follow each other: what stands in them is not always what was typed last."""
REFUSED = """() => [...new Set([...document.querySelectorAll('#rb-schrijf [name]')]
    .filter(control => control.validationMessage).map(control => control.name))]"""


class Writer:
    """A form that is open in a browser; its timers run when they are told to."""

    def __init__(self, page: Page, form: str) -> None:
        self.page, self.form = page, form
        self.now: dict[str, Any] = {}

    def fill(self, values: dict[str, Any]) -> None:
        self.page.evaluate(FILL, values)
        self.page.clock.run_for(300)

    def begin(self, **changes: Any) -> None:
        """Fill in the whole form: what makes it complete, with these changes, and nothing else."""
        text = wording.TEXTS[self.form]
        parts = {f"deel-{section.name}": "" for section in text.outline}
        shown = {name: "" for name, spec in specs(text.record).items() if spec.kind in schrijven.CONTROLS}
        shown.pop("verwant", None)  # has no boxes until somebody looks for a story
        values = {**shown, **parts, **COMPLETE[self.form], **changes}
        self.fill({name: value for name, value in values.items() if name in FOLLOWS or self.now.get(name) != value})
        self.now = values

    def file(self) -> str:
        return self.page.locator("#rb-inhoud-bestand").input_value()

    def refused(self) -> set[str]:
        """Return the names of the fields that the form does not accept."""
        return set(self.page.evaluate(REFUSED))


BSN = "123456782"
NUMBERS = ("06-12345678", BSN, "12-1234")
SAMPLES: dict[str, list[dict[str, Any]]] = {
    "verhaal": [
        *({"title": value} for value in ("", "ab", "abc", "a" * 120, "a" * 121, "!!!", "   ", "🎨🎨a", "🎨a")),
        *({"title": "🎨" * extra + "a"} for extra in (118, 119, 120)),
        *({"samenvatting": "a" * number} for number in (0, 39, 40, 300, 301)),
        *({"samenvatting": f"Bel ons op {found} als je mee wilt doen met dit plan."} for found in NUMBERS),
        *({"plaats": value} for value in ("", "X", "Xy", "x" * 60, "x" * 61, "ezinge", "Klein Dorp")),
        *({"plaats": value} for value in ("12", "9981 AB Ezinge", "'t Zandt")),
        {"plaats": "Emmen", "regio": "westerkwartier"},
        *({"datum": str(day)} for day in ("1999-12-31", "2000-01-01", TODAY, TODAY + timedelta(1), "")),
        *(
            {"periode": value}
            for value in ("", "2019", "2018-2021", "2021-2018", "1999", "2019-", "abc", "19", "2000", "2018 tot 2021")
        ),
        *({"periode": f"2019-{TODAY.year + more}"} for more in (10, 11)),
        *(
            {"periode": exact, "speelde": around}
            for exact in ("2019", "2018-2021")
            for around in ("2018-2021", "2019 – 2022", "2019", "2021-2018", "vroeger", "")
        ),
        *(
            {"sites": value}
            for value in (
                "https://www.voorbeeld.nl/", "https://x.nl\nhttps://y.nl/a?b=c#d", "http://x.nl", "www.x.nl", "x.nl",
                "https://school", "https://x.nl https://y.nl", "https://juf@x.nl", "juf@x.nl", "HTTPS://x.nl",
                "https://x.nl/" + "a" * 187, "https://x.nl/" + "a" * 188, "https://x.nl\nhttps://x.nl", "!?",
                "\n".join(f"https://x{number}.nl" for number in range(11)),
            )
        ),
        *({"gesprek": "\n".join(f"Wat is vraag {n}?" for n in range(number))} for number in (1, 2, 3, 4)),
        *({"gesprek": f"Wat herken je?\nWat neem je mee?\n{last}"} for last in ("Wat?", "a" * 201, "Wat herken je?")),
        *({"aanpak_tijd": value} for value in ("x", "xy", "x" * 200, "x" * 201, "Bel 050 123 45 67.")),
        *({"scholen": "\n".join(f"School {n}" for n in range(number))} for number in (30, 31)),
        *({"scholen": value} for value in ("x", "xy", "x" * 120, "x" * 121, "!?", "post@school.nl")),
        {"scholen": "Op Wier\nOp  Wier"},
        *({"gedeelde_drijfveer": value} for value in ("ab", "abc", "a" * 60, "a" * 61)),
        *({"gedeelde_praktijk": "\n".join(map(str, range(10, 10 + number)))} for number in (20, 21)),
        *({name: []} for name in ("ruimtes", "schooltype", "partnertype", "regio", "toestemming")),
        {"toestemming": "ja", "toestemming_kenmerk": ""},
        {"toestemming": "nee", "toestemming_kenmerk": ""},
        {"toestemming_kenmerk": "x"},
        *({"bron": value} for value in ("", "ab", "abc", "a" * 300, "a" * 301, "mail naar a@b.nl")),
        *({"leren": wanted} for wanted in ([], ["kleine-stapjes", "afstemmen"])),
        *(
            {"deel-begin": value}
            for value in (
                "", "  \n ", "Een <b>dik</b> woord.", "3 < 4 en <3.", "<https://voorbeeld.nl>", "<!-- weg -->",
                "[x](javascript:alert)", "[x](java\nscript:alert)", "[x](&#106;avascript:x)", "[x](//voorbeeld.nl)",
                "[x](https://voorbeeld.nl)", "[x]: data:text", "Kop {onclick=x}", "{: style=x }", "{gewoon}",
                "--8<-- x",
                "Bel 050 123 45 67.", f"Nummer {BSN}.", "Mail a@b.nl", "https://voorbeeld.nl/a@b.nl", "`<b>`",
                "[x](../werkvormen/kinderdialoog.md)", "[x](../werkvormen/bestaat-niet.md)", "[x](www.voorbeeld.nl)",
                "[x](../ruimtes/kind.md)", "[x](#kop)", "`[x](weg.md)`",
            )
        ),
    ],
    "werkvorm": [
        *({"duur": value} for value in ("", "4", "5", "480", "481", "45-30", "30–45", "abc", "5-481", "30 tot 45")),
        *({"groep": value} for value in ("", "0", "1", "200", "201", "10-2", "01")),
        *({"hoogstens": value} for value in ("", "0", "1", "2", "10", "11", "2-4", "veel", "200")),
        {"groep": "4-8", "hoogstens": "3"},
        *({"vorm": value} for value in ("", "plenair", "tweetallen", "groepjes van 8", "groepjes van 9", "drietallen")),
        {"vorm": "groepjes van 5", "hoogstens": "4"},
        {"vorm": "groepjes van 6", "groep": "2-5"},
        *({"energie": value} for value in ("", "rustig")),
        *({"delen": value} for value in ("", "1", "2", "4", "5")),
        *({"met_kinderen": value} for value in ("true", "")),
        *({"vooraf": value} for value in ("", "ab", "a" * 200, "a" * 201)),
        *({"materiaal": value} for value in ("", "x", "xy", "x" * 80, "x" * 81, "papier\npapier")),
        *({"materiaal": "\n".join(f"ding {n}" for n in range(number))} for number in (20, 21)),
        *({"voorbereiding": value} for value in ("", "ab", "a" * 300, "a" * 301, "Mail a@b.nl")),
        *({"ruimtes": value} for value in ([], ["alle"], ["kind"])),
        {"functie": ""},
        {"deel-stappen": "Mail a@b.nl"},
        {"deel-stappen": ""},
    ],
    "praktijkvoorbeeld": [
        *({"samenvatting": "a" * number} for number in (39, 40, 300, 301)),
        *({"gesprek": value} for value in ("", "Wat?", "Wat herken je?", "Een vraag?\nTwee vragen?\nDrie vragen?")),
        {"gesprek": "\n".join(f"Wat is vraag {number}?" for number in range(4))},
        *({name: []} for name in ("ruimtes", "schooltype", "toestemming")),
        {"toestemming": "ja", "toestemming_kenmerk": ""},
        {"toestemming": "ja", "toestemming_kenmerk": "archief 2026-12"},
        {"bron": ""},
        {"deel-voorbeeld": ""},
        *({"deel-voorbeeld": "woord " * number} for number in (1, 29, 30, 150, 151)),
        *({"deel-voorbeeld": f"{extra}\n" + "woord " * 29} for extra in ("- een", "## Kop", "> – …", "---", "🎨", "½")),
        *(
            {"deel-voorbeeld": "woord " * 28 + extra}
            for extra in ("[een link](https://x.nl/a_b)", "**vet** en", "`a b`", "een-twee", "a_b", "a | b", "1. 2.")
        ),
    ],
}  # fmt: skip
