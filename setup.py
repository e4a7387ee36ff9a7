"""What a package holds: all that lies in `kennisbank/`, and the texts that a site can borrow, from the root.

A build of a package takes only what lies in it, so each of those folders is named as a part of `kennisbank/lent/`
(`kennisbank.LENDER`). All else of the package stands in pyproject.toml.
"""

from setuptools import find_packages, setup

LENT = {f"kennisbank.lent.{folder}": folder for folder in ("ruimtes", "werkvormen")}

setup(
    packages=[*find_packages(include=["kennisbank*"]), *LENT],
    package_dir=LENT,
    package_data={"kennisbank": ["**/*"], **{name: ["*.md"] for name in LENT}},
    exclude_package_data={"kennisbank": ["**/__pycache__/*", "*.pyc"], **{name: ["README.md"] for name in LENT}},
)
