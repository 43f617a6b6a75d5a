using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Similarity.Formats;

/// <summary>
/// What stands between the values of a record: <c>, "title": "</c>. The records of a file come from one program, so that it is mostly the same
/// in the next one, and is compared with one vector instead of being read. The same bytes at the same number mean the same, whatever the values.
/// </summary>
/// <remarks>Not thread-safe. Does not allocate but for its own making.</remarks>
internal sealed class RecordShape
{
    private readonly Property[] _properties = new Property[32];

    /// <summary>
    /// Length of what leads to the value of property <paramref name="number"/>, a string, where it stands at <paramref name="at"/>, opening quote
    /// included; 0 where something else does.
    /// </summary>
    public int LeadAt(ReadOnlySpan<byte> json, int at, int number)
    {
        if (number >= _properties.Length || json.Length - at < Vector256<byte>.Count) return 0;
        ref readonly var property = ref _properties[number];
        var here = Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at);
        var same = Vector256.Equals(property.Lead, here).ExtractMostSignificantBits();
        return (same & property.Bits) == property.Bits ? property.Length : 0;
    }

    /// <summary>What property <paramref name="number"/> is used for, whose lead was found.</summary>
    public FieldLookup.Use[] UsesOf(int number) => _properties[number].Uses;

    /// <summary>Keeps what leads to the value of a property, a string, and what that is used for.</summary>
    public void Learn(int number, ReadOnlySpan<byte> lead, FieldLookup.Use[] uses)
    {
        if (lead.Length > Vector256<byte>.Count || number >= _properties.Length) return;
        Span<byte> bytes = stackalloc byte[Vector256<byte>.Count];
        lead.CopyTo(bytes);
        _properties[number] = new Property(Vector256.Create<byte>(bytes), (uint)((1UL << lead.Length) - 1), lead.Length, uses);
    }

    /// <summary>What leads to a value, a bit for each of its bytes, and what the value is used for.</summary>
    private readonly record struct Property(Vector256<byte> Lead, uint Bits, int Length, FieldLookup.Use[] Uses);
}
