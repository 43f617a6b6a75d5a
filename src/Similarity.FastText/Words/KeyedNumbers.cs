using System.Numerics;
using System.Runtime.CompilerServices;

namespace Similarity.FastText;

/// <summary>
/// Numbers by 32-bit keys, several of which may be equal: open addressing, at most half full, eight bytes a slot. Whoever
/// makes a file chooses its keys, so a table refuses keys that crowd instead of growing slow.
/// </summary>
/// <remarks>Filled by one thread; reading is thread-safe while nothing is added.</remarks>
internal sealed class KeyedNumbers
{
    /// <summary>Slots that a look-up may pass. Some dozens are usual with millions of keys that nobody chose.</summary>
    private const int MostSteps = 1024;

    private const uint Multiplier = 0x9E3779B9; // Fibonacci hashing: 2^32 over the golden ratio, odd.

    private readonly ulong[] _slots; // The key above, the number plus 1 below; 0 for an empty one.
    private readonly int _shift;

    /// <summary>A table for as many numbers as <paramref name="capacity"/>.</summary>
    public KeyedNumbers(int capacity)
    {
        var size = BitOperations.RoundUpToPowerOf2((ulong)Math.Max(capacity, 4) * 2);
        _slots = new ulong[size];
        _shift = 32 - BitOperations.Log2(size);
    }

    /// <summary>Adds a number of 0 to 2^31 − 2 at a key.</summary>
    /// <returns>False where too many keys crowd at one place; then nothing was added.</returns>
    public bool TryAdd(uint key, int number)
    {
        var slot = First(key);
        for (var step = 0; step < MostSteps; step++)
        {
            ref var place = ref _slots[(slot + step) & (_slots.Length - 1)];
            if (place != 0) continue;
            place = ((ulong)key << 32) | ((uint)number + 1);
            return true;
        }
        return false;
    }

    /// <summary>The next number at a key; −1 when there is none.</summary>
    /// <param name="key">The key.</param>
    /// <param name="step">0 for the first number, and then what the look-up before has left.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(uint key, ref int step)
    {
        var slot = First(key);
        while (step < MostSteps)
        {
            var place = _slots[(slot + step++) & (_slots.Length - 1)];
            if (place == 0) return -1;
            if ((uint)(place >> 32) == key) return (int)((uint)place - 1);
        }
        return -1;
    }

    private int First(uint key) => (int)((key * Multiplier) >> _shift);
}
