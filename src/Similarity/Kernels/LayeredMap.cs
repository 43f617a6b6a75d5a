using System.Diagnostics.CodeAnalysis;

namespace Similarity;

/// <summary>A map that can lie over another as a layer, as <see cref="LayeredList{T}"/> does.</summary>
/// <remarks>Not thread-safe; layers over one map may be used at the same time while that does not change.</remarks>
/// <param name="under">What is below; <see langword="null"/> for nothing.</param>
/// <param name="comparer">Which keys are equal; <see langword="null"/> for the usual.</param>
internal sealed class LayeredMap<TKey, TValue>(LayeredMap<TKey, TValue>? under = null, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _own = new(comparer);
    private readonly HashSet<TKey> _gone = new(comparer);

    /// <summary>How many keys have a value.</summary>
    public int Count => under is null ? _own.Count : under.Count - _gone.Count + _own.Keys.Count(key => !under.TryGetValue(key, out _) || _gone.Contains(key));

    /// <summary>The value of a key.</summary>
    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (_own.TryGetValue(key, out value)) return true;
        return under is not null && !(_gone.Count > 0 && _gone.Contains(key)) && under.TryGetValue(key, out value);
    }

    /// <summary>Gives a key a value.</summary>
    public void Set(TKey key, TValue value) => _own[key] = value;

    /// <summary>Takes a key out; false where it has no value.</summary>
    public bool Remove(TKey key)
    {
        var isKnown = TryGetValue(key, out _);
        _ = _own.Remove(key);
        if (under?.TryGetValue(key, out _) == true) _ = _gone.Add(key);
        return isKnown;
    }

    /// <summary>Forgets everything but what is below.</summary>
    public void Clear()
    {
        _own.Clear();
        _gone.Clear();
    }
}
