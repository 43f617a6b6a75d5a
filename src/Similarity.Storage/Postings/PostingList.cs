namespace Similarity.Storage;

/// <summary>
/// The texts that share a key, in the order in which they arrived. Of very many only the first and the last are kept, and
/// how many there were: whoever meets them meets the few first and the last (see <see cref="Bucket"/>), so that a key which
/// a million articles share costs no more than one of some hundred.
/// </summary>
/// <remarks>Not thread-safe. Filled again for each key.</remarks>
internal sealed class PostingList
{
    /// <summary>Texts that are kept from the beginning: as many as are looked at to tell pages of a series.</summary>
    public const int First = 256;

    /// <summary>And from the end.</summary>
    public const int Last = 64;

    private readonly List<int> _texts = [];

    /// <summary>Texts that are not kept.</summary>
    public int Unkept { get; private set; }

    /// <summary>Whether no text has the key.</summary>
    public bool IsEmpty => _texts.Count == 0 && Unkept == 0;

    /// <summary>Those that are kept, ascending.</summary>
    public ReadOnlySpan<int> Texts => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_texts);

    public void Clear()
    {
        _texts.Clear();
        Unkept = 0;
    }

    /// <summary>Adds a text that arrived after all that were added before.</summary>
    public void Add(int text)
    {
        _texts.Add(text);
        // Twice as many at the end before any are dropped, so that dropping costs little.
        if (_texts.Count > First + (2 * Last)) Trim();
    }

    /// <summary>Counts texts that are not kept.</summary>
    public void AddUnkept(int count) => Unkept += count;

    /// <summary>Drops what is kept beyond the limits.</summary>
    public void Trim()
    {
        var more = _texts.Count - First - Last;
        if (more <= 0) return;
        _texts.RemoveRange(First, more);
        Unkept += more;
    }
}
