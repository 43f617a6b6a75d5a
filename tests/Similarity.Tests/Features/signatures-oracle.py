"""Makes the signatures of SIGNATURES.md from its text alone, without the code of this repository, and compares them with
its test vectors. Texts in ASCII only; needs nothing but Python 3."""
import pathlib
import re
import struct
import sys
import zlib

MASK = (1 << 64) - 1
BASE = 0x9E3779B97F4A7C15
EMPTY = 0xFFFFFFFF


def fold(a, b):
    product = a * b
    return (product >> 64) ^ (product & MASK)


def word_value(token):
    state = 0x6A09E667F3BCC909
    for start in range(0, max(len(token), 1), 16):
        v, w = struct.unpack("<QQ", token[start:start + 16].ljust(16, b"\0"))
        state = fold(state ^ v, 0xBB67AE8584CAA73B ^ w)
    return fold(state ^ len(token), 0x3C6EF372FE94F82B)


def avalanche(x):
    x = ((x ^ (x >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    x = ((x ^ (x >> 27)) * 0x94D049BB133111EB) & MASK
    return x ^ (x >> 31)


def shingles(words, n):
    n = min(n, len(words))
    for start in range(len(words) - n + 1):
        polynomial = 0
        for word in words[start:start + n]:
            polynomial = (polynomial * BASE + word) & MASK
        yield avalanche(polynomial)


def sketch(values, k):
    lanes = [EMPTY] * k
    values = set(values)
    r = 0
    while r == 0 or EMPTY in lanes:
        before = list(lanes)
        for s in values:
            h = s if r == 0 else avalanche((s + r * 0xD1342543DE82EF95) & MASK)
            lane = ((h >> 32) * k) >> 32 if r <= k else (r - 1) % k
            if before[lane] == EMPTY:
                lanes[lane] = min(lanes[lane], h & 0xFFFFFFFF, EMPTY - 1)
        r += 1
    return lanes


def signature(text, k, b, n):
    words = [word_value(token.lower().encode()) for token in re.findall("[A-Za-z0-9]{1,256}", text)]
    lanes = sketch(shingles(words, n), k)
    size = b // 8
    content = b"SMSG" + struct.pack("<BBBBHH", 1, b, n, 0, k, 0)
    content += b"".join((lane & ((1 << b) - 1)).to_bytes(size, "little") for lane in lanes)
    return content + struct.pack("<I", zlib.crc32(content))


def main():
    page = pathlib.Path(__file__).resolve().parents[3] / "src" / "Similarity" / "SIGNATURES.md"
    vectors = re.search("```vectors\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL).group(1)
    checked = wrong = 0
    for vector in vectors.strip().split("\n\n"):
        settings, text, expected = vector.split("\n")
        if not text.isascii():
            continue
        checked += 1
        if signature(text, *map(int, settings.split())).hex() != expected:
            wrong += 1
            print(f"differs: {settings}: {text}")
    print(f"{checked} vectors in ASCII, {wrong} differ")
    return 1 if wrong or not checked else 0


if __name__ == "__main__":
    sys.exit(main())
