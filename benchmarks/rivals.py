"""Times OpenBLAS and faiss on the work that the benchmark CosineAllPairs does, one core, on the same kind of vectors.

Debian: apt-get install python3-faiss libopenblas0-pthread. Prints a table in Markdown.
"""
import os

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import time

import faiss
import numpy

ROWS = 20_000
REPEATS = 3


def vectors(dimension):
    """Stories of eight articles each around centres of their own, of unit length."""
    random = numpy.random.default_rng(1)
    centres = random.standard_normal((ROWS // 8, dimension)).repeat(8, axis=0)
    rows = centres + 0.7 * random.standard_normal((ROWS, dimension))
    return (rows / numpy.linalg.norm(rows, axis=1, keepdims=True)).astype(numpy.float32)


def median_seconds(work):
    times = []
    for _ in range(REPEATS):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return sorted(times)[REPEATS // 2]


def expect(condition, what):
    if not condition:
        raise SystemExit(f"wrong answer: {what}")


def main():
    faiss.omp_set_num_threads(1)
    print("| rival | dimension | seconds | GFLOP/s of the full product |")
    print("|---|---:|---:|---:|")
    for dimension in (100, 300):
        rows = vectors(dimension)
        flops = 2 * ROWS * ROWS * dimension
        product = numpy.empty((ROWS, ROWS), dtype=numpy.float32)
        seconds = median_seconds(lambda: numpy.matmul(rows, rows.T, out=product))
        expect(abs(product[5, 5] - 1) < 1e-5, "a row's product with itself is 1")
        print(f"| OpenBLAS sgemm through numpy {numpy.__version__} | {dimension} | {seconds:.3f} | {flops / seconds / 1e9:.0f} |")
        del product
        index = faiss.IndexFlatIP(dimension)
        index.add(rows)
        seconds = median_seconds(lambda: index.search(rows, 11))
        expect((index.search(rows[:100], 1)[1][:, 0] == numpy.arange(100)).all(), "a row is nearest to itself")
        print(f"| faiss {faiss.__version__} IndexFlatIP, nearest 10 and itself | {dimension} | {seconds:.3f} | {flops / seconds / 1e9:.0f} |")


if __name__ == "__main__":
    main()
