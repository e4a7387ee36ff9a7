"""tmp"""


def parts(word: str, known: frozenset[str]) -> tuple[str, ...]:
    found = []
    for i in range(4, len(word) - 2):
        h, t = word[:i], word[i:]
        if t in known and len(t) >= 4:
            for b in (h, h.removesuffix("s")):
                if b in known and len(b) >= 4 and b not in {"over", "onder", "voor", "door"}:
                    found += [b, t]
    return tuple(dict.fromkeys(found))
