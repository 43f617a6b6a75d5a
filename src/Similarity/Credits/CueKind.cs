namespace Similarity;

/// <summary>What a piece of a <see cref="CuePattern"/> stands for.</summary>
internal enum CueKind
{
    /// <summary>One of some words: <c>[writes|reports]</c>, or words as they are.</summary>
    Words,

    /// <summary><c>^</c>: the start of a line, behind bullets, quotation marks and dashes; of a sentence where the text has no lines.</summary>
    LineStart,

    /// <summary><c>{first}</c>: the start of a line; of the whole text where it has no lines.</summary>
    FirstOfLine,

    /// <summary><c>$</c>: the end of a line, before punctuation; of a sentence where the text has no lines.</summary>
    LineEnd,

    /// <summary><c>{end}</c>: the end of the body, before punctuation.</summary>
    FieldEnd,

    /// <summary><c>...</c>: anything within the sentence.</summary>
    Gap,

    /// <summary><c>{caps}</c>: names of people, places and offices: words with capitals, particles and punctuation; or nothing.</summary>
    Capitals,

    /// <summary><c>{place}</c>: a place as datelines write it, in capitals, and perhaps a date.</summary>
    Place,

    /// <summary><c>{codes}</c>: initials or short names of other agencies, or nothing.</summary>
    Codes,

    /// <summary><c>{foreign}</c>: some letters of other scripts than the Latin, or nothing.</summary>
    Foreign,

    /// <summary><c>{number}</c>: a digit follows.</summary>
    Number,

    /// <summary><c>{capital}</c>: a word with a capital follows, perhaps in quotation marks.</summary>
    Capital,

    /// <summary><c>{year}</c>: a year, or several with dashes, or nothing.</summary>
    Year,

    /// <summary><c>{break}</c>: no word in small letters goes on from here, so that a name was not the subject of a sentence.</summary>
    Break,
}
