namespace Similarity;

/// <summary>
/// Which of several copies stands for them. Each rule is a total order: what it leaves open is decided by the next
/// criterion and at last by input order, so that a tie cannot vary.
/// </summary>
public enum KeepOrder
{
    /// <summary>
    /// The earliest published; a date without an hour counts as the end of its day, and undated ones come last; then the
    /// longest; then the first in the input. Of several versions that this outlet published of its article the newest.
    /// </summary>
    Earliest,

    /// <summary>The one with the most words; then the earliest; then the first in the input.</summary>
    Longest,

    /// <summary>The first in the input.</summary>
    First,

    /// <summary>By a list of outlets, most preferred first; outlets not listed after those listed; then as <see cref="Earliest"/>.</summary>
    Outlets,
}
