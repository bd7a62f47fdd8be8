"""What all tests share."""

import os
import signal
import sys

# Spark's workers run the Python that runs the tests, whichever test starts Spark first.
os.environ["PYSPARK_PYTHON"] = sys.executable

# What a shell starts in the background ignores Ctrl-C, and so do its children: tests press it.
signal.signal(signal.SIGINT, signal.default_int_handler)
