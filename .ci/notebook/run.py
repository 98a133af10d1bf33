#!/usr/bin/python3
"""Executes a notebook with its kernel.

    run.py NOTEBOOK.ipynb           fails where a cell shows something else than what is saved
    run.py NOTEBOOK.ipynb --save    saves what the cells show

Not nbconvert --execute: Deno's kernel may send the outputs of a cell after its "idle", and nbconvert
drops what comes after "idle". Each message names its request, so all of them are collected to the
end; the end is known by the outputs of a last request, which go through the same queues.
"""

import json
import pathlib
import queue
import sys
import time

import nbformat
from jupyter_client.manager import start_new_kernel

SECONDS = 120  # for an answer of the kernel
END = "-- end of notebook --"
END_CODE = (
    f"console.log('{END}'); console.error('{END}');"
    f"await Deno.jupyter.display({{'text/plain': '{END}'}}, {{raw: true}})"
)


class Session:
    def __init__(self, kernel, folder):
        self.manager, self.client = start_new_kernel(
            kernel_name=kernel, cwd=folder, startup_timeout=SECONDS
        )
        self.outputs = {}  # by the id of the request

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def get(self, channel):
        deadline = time.monotonic() + SECONDS
        while time.monotonic() < deadline:
            try:
                return channel(timeout=1)
            except queue.Empty:
                if not self.manager.is_alive():
                    sys.exit("the kernel died")
        sys.exit(f"no answer from the kernel in {SECONDS} s")

    def run(self, code, **options):
        request = self.client.execute(code, **options)
        self.outputs[request] = []
        while True:
            reply = self.get(self.client.get_shell_msg)
            if reply["parent_header"].get("msg_id") == request:
                return request, reply["content"]

    def collect(self):
        end, _ = self.run(END_CODE, store_history=False)
        while len(self.outputs[end]) < 3:
            message = self.get(self.client.get_iopub_msg)
            parent = message["parent_header"].get("msg_id")
            if parent in self.outputs and message["msg_type"] not in ("status", "execute_input"):
                add(self.outputs[parent], nbformat.v4.output_from_msg(message))


def add(outputs, output):
    last = outputs[-1] if outputs else None
    if last and output.output_type == "stream" and last.get("name") == output.name:
        last.text += output.text
    else:
        outputs.append(output)


def execute(notebook, folder):
    """Fills in the outputs; gives the number of the first cell that fails, and what it says."""
    session = Session(notebook.metadata.kernelspec.name, folder)
    done = []
    try:
        for number, cell in enumerate(notebook.cells, 1):
            if cell.cell_type == "code":
                request, reply = session.run(cell.source)
                done.append((number, cell, request, reply))
                if reply["status"] != "ok":
                    break
        session.collect()
    finally:
        session.close()
    for number, cell, request, reply in done:
        cell.execution_count = reply.get("execution_count")
        cell.outputs = session.outputs[request]
        # What throws while it is displayed has an error output, and "ok" for a reply.
        errors = [output for output in cell.outputs if output.output_type == "error"]
        if errors:
            return number, "\n".join(errors[0].traceback) or errors[0].evalue
        # A cell that does not parse, or imports a missing package, says so in its reply only.
        if reply["status"] != "ok":
            return number, f"{reply.get('ename', '')}: {reply.get('evalue', '')}"
    return None


def comparable(cell):
    outputs = json.loads(json.dumps(cell.get("outputs", [])))
    for output in outputs:
        output.pop("execution_count", None)
    return outputs


def lines(outputs):
    text = json.dumps(outputs, ensure_ascii=False, sort_keys=True, indent=1)
    return text.replace("\\n", "\n").splitlines()


def compare(saved, fresh):
    """Prints the first lines that differ, cell by cell; gives the number of such cells."""
    wrong = 0
    for number, (was, now) in enumerate(zip(saved.cells, fresh.cells), 1):
        if comparable(was) == comparable(now):
            continue
        wrong += 1
        old, new = lines(comparable(was)), lines(comparable(now))
        at = next((i for i, (a, b) in enumerate(zip(old, new)) if a != b), min(len(old), len(new)))
        print(f"cell {number} shows something else than what is saved")
        print("saved:", "\n".join(old[at : at + 5])[:2000])
        print("now:  ", "\n".join(new[at : at + 5])[:2000])
    return wrong


def main(path, save):
    fresh = nbformat.read(path, as_version=4)
    failure = execute(fresh, str(path.resolve().parent))
    if failure:
        sys.exit(f"{path}: cell {failure[0]} failed\n{failure[1]}")
    if save:
        nbformat.write(fresh, path)
        return
    wrong = compare(nbformat.read(path, as_version=4), fresh)
    if wrong:
        sys.exit(f"{path}: {wrong} cells differ; if they are right now, .ci/notebook.sh --save")
    code = [cell for cell in fresh.cells if cell.cell_type == "code"]
    print(f"{path}: {len(code)} cells run, all as saved")


main(pathlib.Path(sys.argv[1]), "--save" in sys.argv)
