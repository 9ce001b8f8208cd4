#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""The five real papers, scored against what a careful person reads in them: overall at least 0.95 and
no class below 0.90. Skips, saying so, where papers or scorer are not there."""
import json
import os
import pathlib
import subprocess
import sys

OVERALL, CLASS = 0.95, 0.90

source = pathlib.Path(os.environ["KEHOACH_SOURCE_DIR"])
shared = pathlib.Path(os.environ.get("KEHOACH_SHARED_DIR", source.parent / "shared"))
scorer = shared / "tools" / "score_reader.py"
if not scorer.exists() or not (shared / "seeds").is_dir() or not (shared / "gold").is_dir():
    print("skipped: the real papers are not there (%s)" % shared)
    sys.exit(77)

done = subprocess.run(
    [sys.executable, str(scorer), "--gold-dir", str(shared / "gold"), "--text-dir",
     str(shared / "seeds"), "--reader", os.environ["KEHOACH_PROGRAM"] + " read {} --json", "--json"],
    capture_output=True, text=True, timeout=120)
if done.returncode != 0:
    sys.exit("the scorer failed: " + done.stderr[-500:])
report = json.loads(done.stdout)
total = report.get("total", report)
print("overall %.3f" % total["overall"])
wrong = [] if total["overall"] >= OVERALL else ["overall %.3f" % total["overall"]]
for name, figures in total["classes"].items():
    if not figures["hit"] + figures["miss"] + figures["extra"]:
        continue
    print("%-12s %.3f" % (name, figures["score"]))
    if figures["score"] < CLASS:
        wrong.append("%s %.3f" % (name, figures["score"]))
sys.exit("below the mark: " + ", ".join(wrong) if wrong else 0)
