using System.Runtime.CompilerServices;

namespace Similarity;

/// <summary>
/// An append-only list whose items never move. Like <see cref="Arena{T}"/>, it grows without copying.
/// Reading is thread-safe while nothing is added.
/// </summary>
internal sealed class ChunkedList<T>
{
    private const int ChunkBits = 12;
    private const int ChunkMask = (1 << ChunkBits) - 1;
    private readonly List<T[]> _chunks = [];

    public int Count { get; private set; }

    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return ref _chunks[index >> ChunkBits][index & ChunkMask];
        }
    }

    public void Add(in T item)
    {
        if ((Count & ChunkMask) == 0) _chunks.Add(new T[1 << ChunkBits]);
        _chunks[Count >> ChunkBits][Count & ChunkMask] = item;
        Count++;
    }
}
