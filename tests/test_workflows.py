"""What runs on GitHub's machines is valid, pinned, and may do no more than it must."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from made import ROOT

FILES = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
PROGRAMS = Path(sys.executable).parent
# The one commit of each action that was looked at.
ACTIONS = {
    "actions/checkout": "11bd71901bbe5b1630ceea73d27597364c9af683",
    "actions/setup-python": "a26af69be951a213d495a4c3e4e4022e16d87065",
    "actions/cache": "0057852bfaa89a56745cba8c7296529d2fc39830",
    "actions/configure-pages": "983d7736d9b0ae728b81ab479565c72886d7745b",
    "actions/upload-pages-artifact": "fc324d3547104276b827a68afc52ff2a11cc49c9",
    "actions/deploy-pages": "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e",
}

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)


def workflow(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text("utf-8"))


def steps(path: Path) -> list[dict[str, Any]]:
    return [step for job in workflow(path)["jobs"].values() for step in job["steps"]]


def run(*command: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run([PROGRAMS / command[0], *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False)


def test_there_is_one_to_test_and_one_to_publish() -> None:
    assert [path.name for path in FILES] == ["pages.yml", "test.yml"]


def test_they_are_what_github_takes_for_workflows() -> None:
    checked = run("check-jsonschema", "--builtin-schema", "vendor.github-workflows", *map(str, FILES))
    assert checked.returncode == 0, checked.stdout


def test_they_give_nothing_away() -> None:
    checked = run("zizmor", "--offline", "--no-config", "--no-progress", "--persona", "auditor", *map(str, FILES))
    assert checked.returncode == 0, checked.stdout + checked.stderr


@each_file
def test_every_action_is_the_very_commit_that_was_looked_at(path: Path) -> None:
    used = [step["uses"].split("@") for step in steps(path) if "uses" in step]
    assert used
    assert [(name, commit) for name, commit in used if ACTIONS.get(name) != commit] == []


@each_file
def test_nothing_may_be_written_but_the_deployment(path: Path) -> None:
    assert workflow(path)["permissions"] == {}
    granted = {(job, *grant) for job, body in workflow(path)["jobs"].items() for grant in body["permissions"].items()}
    writing = {one for one in granted if one[2] != "read"}
    assert writing == (
        {("deploy", "pages", "write"), ("deploy", "id-token", "write")} if path.stem == "pages" else set()
    )


@each_file
def test_every_job_ends_by_itself(path: Path) -> None:
    assert [name for name, job in workflow(path)["jobs"].items() if not job.get("timeout-minutes")] == []


@each_file
def test_what_is_run_exists(path: Path) -> None:
    phony = (ROOT / "Makefile").read_text("utf-8").split(".PHONY:")[1].splitlines()[0].split()
    lines = [line.split() for step in steps(path) for line in step.get("run", "").splitlines()]
    assert {line[1] for line in lines if line[0] == "make"} <= set(phony)
    assert [line[0] for line in lines if line[0].startswith(".") and not (ROOT / line[0]).is_file()] == []


def test_the_paper_is_checked_and_built_with_what_was_parsed_before_and_the_program_is_not_tested() -> None:
    build = workflow(ROOT / ".github/workflows/pages.yml")["jobs"]["build"]["steps"]
    ran = [step["run"] for step in build if "run" in step]
    assert ran == ["make check", "make publish PUSH=no"]
    (cache,) = (step for step in build if step.get("uses", "").startswith("actions/cache@"))
    assert cache["with"]["path"] == ".store"
    assert build.index(cache) < next(number for number, step in enumerate(build) if step.get("run") == "make check")


def test_the_program_is_tested_where_it_changes_and_not_where_only_the_paper_does() -> None:
    told = workflow(ROOT / ".github/workflows/test.yml")
    assert [step["run"] for step in told["jobs"]["test"]["steps"] if "run" in step] == [".ci/run"]
    assert told["on"]["push"] == {"branches": ["main"], "paths-ignore": ["seeds/**", "content/**"]}


def test_the_whole_output_is_uploaded() -> None:
    (upload,) = (s for s in steps(ROOT / ".github/workflows/pages.yml") if "upload-pages" in s.get("uses", ""))
    assert upload["with"] == {"path": "output", "include-hidden-files": True}


def test_the_python_that_is_tested_is_one_that_the_locks_are_made_for() -> None:
    oldest = re.search(r'requires-python = ">=([\d.]+)"', (ROOT / "pyproject.toml").read_text("utf-8"))
    matrix = workflow(ROOT / ".github/workflows/test.yml")["jobs"]["test"]["strategy"]["matrix"]["python"]
    assert oldest
    assert matrix[0] == oldest[1]
