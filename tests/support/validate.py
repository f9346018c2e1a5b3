#!/usr/bin/env python3
"""Checks reports against the schema: validate.py SCHEMA FILE...

A file is one JSON object (json) or one object a line (jsonl). Exit: 0 all are valid, 1 some are
not, 2 wrong usage or no JSON, 77 the package jsonschema is not installed.
"""
import json
import os
import sys

SYSTEM_PYTHON = "/usr/bin/python3"

try:
    import jsonschema
except ImportError:
    if os.path.exists(SYSTEM_PYTHON) and "PROVISO_VALIDATE_AGAIN" not in os.environ:
        os.environ["PROVISO_VALIDATE_AGAIN"] = "1"
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON] + sys.argv)
    print("validate.py: the package jsonschema is not installed", file=sys.stderr)
    sys.exit(77)


def validator_for(schema, name):
    """The whole schema, started at one of its definitions, so that errors name the place."""
    start = {key: value for key, value in schema.items() if key != "oneOf"}
    start["$ref"] = "#/$defs/" + name
    return jsonschema.Draft202012Validator(start)


def objects_of(text):
    """The objects of a file, each with the number of its line; 0 for the only one."""
    try:
        return [(0, json.loads(text))]
    except json.JSONDecodeError:
        lines = enumerate(text.splitlines(), 1)
        return [(number, json.loads(line)) for number, line in lines if line.strip()]


def check(path, schema):
    """Prints what is wrong and returns how many objects are not valid."""
    with open(path, encoding="utf-8") as file:
        text = file.read()
    bad = 0
    for number, report in objects_of(text):
        names = {"documents": "run", "error": "failure", "conflict": "conflict_line",
                 "resolved": "resolved_line", "changes": "diff"}
        name = next((names[key] for key in names if key in report), "document_line")
        errors = list(validator_for(schema, name).iter_errors(report))
        bad += bool(errors)
        for error in errors:
            error = jsonschema.exceptions.best_match([error])
            place = "/".join(str(part) for part in error.absolute_path)
            print(f"{path}:{number}: /{place}: {error.message[:300]}", file=sys.stderr)
    return bad


def main():
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    jsonschema.Draft202012Validator.check_schema(schema)
    try:
        return 1 if sum(check(path, schema) for path in sys.argv[2:]) else 0
    except json.JSONDecodeError as error:
        print(f"validate.py: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
