namespace Similarity;

/// <summary>What a code point means to the tokenizer; the numbers are those of <see cref="FoldingData"/>.</summary>
internal enum CodePointKind
{
    /// <summary>Ends a token: punctuation, white space, symbols, controls, everything unassigned.</summary>
    Separator = 0,

    /// <summary>Part of a word, and its own folding.</summary>
    Word = 1,

    /// <summary>A letter of a script written without spaces, and its own folding.</summary>
    Unspaced = 2,

    /// <summary>A mark of such a script, and its own folding.</summary>
    UnspacedMark = 3,

    /// <summary>Folds to nothing and does not end a token.</summary>
    Dropped = 4,

    /// <summary>Folds to other code points, all of them <see cref="Word"/>.</summary>
    WordFold = 5,

    /// <summary>Folds to other code points of several kinds, or of one that is not <see cref="Word"/>.</summary>
    MixedFold = 6,
}
