#!/usr/bin/env bash
# Makes the frozen models and what the original program (Debian package fasttext, 0.9.2) says of them, on a text that
# means nothing. Models that are here stay: run this in an empty folder, for a new one.
set -euo pipefail
cd "${1:?name an empty folder}"

words="baton velku marid toska елка бурам сонет щавин 山川 林風 雨雪 قلمر بدران"
lines() { # label prefix, count: lines of six words, those of one topic near each other in the list
    awk -v prefix="$1" -v count="$2" -v list="$words" 'BEGIN {
        n = split(list, word, " "); state = 42
        for (line = 0; line < count; line++) {
            state = (state * 1103 + 12345) % 65536; topic = int(state / 16) % 4
            text = prefix == "" ? "" : prefix topic " "
            for (i = 0; i < 6; i++) { state = (state * 1103 + 12345) % 65536; text = text word[1 + (topic * 3 + int(state / 8) % 5) % n] (i < 5 ? " " : "") }
            print text
        }
    }'
}
lines "" 300 > unlabelled.txt
lines __label__ 300 > labelled.txt
printf '%s\n' $words '</s>' x ба toskavel щавинбурам 山山山 > words
printf '%s\n' 'baton velku' '' '  山川	 unknown елка' 'toska toska toska __label__1 قلمر' 'qq' > lines

small="-dim 4 -epoch 5 -minCount 1 -thread 1 -bucket 40"
fasttext skipgram -input unlabelled.txt -output skipgram -ws 2 $small
fasttext supervised -input labelled.txt -output softmax -lr 0.5 -wordNgrams 2 -minn 2 -maxn 3 $small
fasttext supervised -input labelled.txt -output hs -loss hs -lr 0.5 $small
fasttext supervised -input labelled.txt -output pruned -lr 0.5 -wordNgrams 2 -minn 2 -maxn 4 $small -bucket 400
fasttext quantize -input labelled.txt -output pruned -qnorm -cutoff 300
rm -f pruned.bin ./*.vec

for model in skipgram.bin softmax.bin hs.bin pruned.ftz; do
    name=${model%.*}
    fasttext print-word-vectors "$model" < words > "$name.words"
    fasttext print-sentence-vectors "$model" < lines > "$name.lines"
    [ "$name" = skipgram ] || fasttext predict-prob "$model" - 4 < lines > "$name.labels"
done
rm labelled.txt unlabelled.txt
