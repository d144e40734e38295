"""Every page is valid HTML by the Nu checker."""

import json
import subprocess

import pytest

from browser.built import BuiltSite

pytestmark = pytest.mark.browser


def test_every_page_is_valid_html(sites: dict[str, BuiltSite], vnu: list[str]) -> None:
    command = [*vnu, "--skip-non-html", "--errors-only", "--format", "json"]
    command += [str(site.folder) for site in sites.values()]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    faults = [
        f"{fault.get('url', '')}:{fault.get('lastLine', '')} {fault['message']}: {fault.get('extract', '')}"
        for fault in json.loads(ran.stderr)["messages"]
    ]
    assert faults == []
