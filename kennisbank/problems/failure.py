"""Why reading or writing failed, in Dutch."""

from __future__ import annotations

import errno


def reason(error: OSError) -> str:
    """Return in Dutch why reading or writing failed."""
    known = {
        errno.ENOSPC: "de schijf is vol",
        errno.EDQUOT: "de schijfruimte is op",
        errno.EACCES: "er zijn geen rechten voor",
        errno.EPERM: "er zijn geen rechten voor",
        errno.EROFS: "er mag alleen gelezen worden",
        errno.ENOTDIR: "een deel van het pad is geen map",
        errno.EEXIST: "er staat een bestand waar een map moet komen",
        errno.ENOENT: "het bestand is er niet",
    }
    return known.get(error.errno or 0, error.strerror or str(error))
