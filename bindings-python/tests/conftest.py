"""What all tests share."""

import os
import sys

# Spark's workers run the Python that runs the tests, whichever test starts Spark first.
os.environ["PYSPARK_PYTHON"] = sys.executable
