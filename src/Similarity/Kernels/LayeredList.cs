using System.Collections;

namespace Similarity;

/// <summary>
/// A list of which the beginning can be let go of, and which can lie over another as a layer: it reads what is below, and what is set and added
/// stays in it. So whoever only asks changes what he likes, and forgets it.
/// </summary>
/// <remarks>Items keep their numbers when the beginning goes. Not thread-safe; layers over one list may be used at the same time while that does not change.</remarks>
/// <param name="under">What is below; <see langword="null"/> for nothing.</param>
internal sealed class LayeredList<T>(LayeredList<T>? under = null) : IReadOnlyList<T>
{
    /// <summary>Fewer items are not worth a move of the others.</summary>
    private const int LeastDropped = 1024;

    private readonly List<T> _own = [];
    private readonly Dictionary<int, T> _changed = [];
    private int _first;

    /// <summary>The number of the first item that is there, and none is before.</summary>
    public int First => under?.First ?? _first;

    /// <summary>The number after the last.</summary>
    public int Count => Start + _own.Count;

    /// <summary>The number of the first of its own items.</summary>
    private int Start => under?.Count ?? _first;

    /// <summary>The item of a number.</summary>
    public T this[int index]
    {
        get
        {
            if (under is null) return _own[index - _first];
            var start = under.Count;
            if (index >= start) return _own[index - start];
            return _changed.Count > 0 && _changed.TryGetValue(index, out var changed) ? changed : under[index];
        }

        set
        {
            if (index >= Start) _own[index - Start] = value;
            else if (under is not null) _changed[index] = value;
            else throw new ArgumentOutOfRangeException(nameof(index), index, "The item has been let go of.");
        }
    }

    /// <summary>Whether an item can be changed without changing what is below.</summary>
    public bool IsOwn(int index) => index >= Start || _changed.ContainsKey(index);

    /// <summary>Adds an item.</summary>
    public void Add(T item) => _own.Add(item);

    /// <summary>Lets go of the items before a number, some at a time; nobody may ask for them any more.</summary>
    public void DropBefore(int number)
    {
        var dropped = number - _first;
        if (under is not null || dropped < Math.Max(LeastDropped, _own.Count / 2)) return;
        _own.RemoveRange(0, dropped);
        _first = number;
    }

    /// <summary>Forgets everything but what is below; without that it is empty, and begins at 0.</summary>
    public void Clear()
    {
        _own.Clear();
        _changed.Clear();
        _first = 0;
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator()
    {
        for (var i = under is null ? _first : 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
