using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Similarity.Formats;

/// <summary>
/// JSON strings (RFC 8259, section 7), decoded while their end is looked for, because the bytes of an article are nearly
/// all inside them:
/// <code>
/// for each 64 bytes, or 32 near the end: copy them; if none is a quote, a backslash or a control character, go on behind them
/// else go on at that one: the end, an escape, or a fault
/// </code>
/// </summary>
internal static class JsonStrings
{
    /// <summary>What neither function can go on from.</summary>
    public const int Fault = -1;

    private const byte NotHex = 0xFF;

    /// <summary>For each byte the value of the hexadecimal digit that it is.</summary>
    private static readonly byte[] HexDigits = [.. Enumerable.Range(0, 256).Select(sign => char.IsAsciiHexDigit((char)sign) ? Convert.ToByte($"{(char)sign}", 16) : NotHex)];

    /// <summary>Bytes behind the content that <see cref="Decode"/> may write to.</summary>
    public static int Slack => 2 * Vector256<byte>.Count;

    /// <summary>Where the string that begins at <paramref name="at"/>, behind its opening quote, has its closing one; <see cref="Fault"/> where it has none, or is not in order.</summary>
    public static int EndOf(ReadOnlySpan<byte> json, int at)
    {
        while (true)
        {
            at = NextSign(json, at);
            if (at == json.Length || json[at] < ' ') return Fault;
            if (json[at] == '"') return at;
            var size = EscapeSize(json[at..]);
            if (size == 0) return Fault;
            at += size;
        }
    }

    /// <summary>
    /// Decodes the string that begins at <paramref name="at"/>, behind its opening quote, to <paramref name="target"/>,
    /// which is longer than the rest of <paramref name="json"/> by <see cref="Slack"/>.
    /// </summary>
    /// <returns>Where the closing quote is; <see cref="Fault"/> where there is none, or the content is not UTF-8 or not in order.</returns>
    public static int Decode(ReadOnlySpan<byte> json, int at, Span<byte> target, out int length)
    {
        if (target.Length < json.Length - at + Slack) throw new ArgumentException("There is no room for the content.", nameof(target));
        length = 0;
        var seen = Vector256<byte>.Zero;
        while (true)
        {
            CopyPlain(json, ref at, target, ref length, ref seen);
            if (at == json.Length || json[at] < ' ') return Fault;
            if (json[at] == '"') break;
            if (!DecodeEscape(json, ref at, target, ref length)) return Fault;
        }
        // What escapes stand for is UTF-8, so that only bytes copied as they were can be at fault.
        return seen.ExtractMostSignificantBits() == 0 || Utf8Text.IsValid(target[..length]) ? at : Fault;
    }

    /// <summary>Copies up to the next quote, backslash or control character, or the end.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyPlain(ReadOnlySpan<byte> json, ref int at, Span<byte> target, ref int length, ref Vector256<byte> seen)
    {
        ref var source = ref MemoryMarshal.GetReference(json);
        ref var copy = ref MemoryMarshal.GetReference(target);
        while (json.Length - at >= 2 * Vector256<byte>.Count)
        {
            var first = Vector256.LoadUnsafe(ref source, (nuint)at);
            var second = Vector256.LoadUnsafe(ref source, (nuint)(at + Vector256<byte>.Count));
            first.StoreUnsafe(ref copy, (nuint)length);
            second.StoreUnsafe(ref copy, (nuint)(length + Vector256<byte>.Count));
            seen |= first | second;
            var signs = SignsIn(first) | ((ulong)SignsIn(second) << Vector256<byte>.Count);
            var run = signs == 0 ? 2 * Vector256<byte>.Count : BitOperations.TrailingZeroCount(signs);
            at += run;
            length += run;
            if (signs != 0) return;
        }
        while (json.Length - at >= Vector256<byte>.Count)
        {
            var bytes = Vector256.LoadUnsafe(ref source, (nuint)at);
            bytes.StoreUnsafe(ref copy, (nuint)length);
            seen |= bytes;
            var signs = SignsIn(bytes);
            var run = signs == 0 ? Vector256<byte>.Count : BitOperations.TrailingZeroCount(signs);
            at += run;
            length += run;
            if (signs != 0) return;
        }
        if (json.Length < Vector256<byte>.Count)
        {
            for (; at < json.Length && !IsSign(json[at]); at++)
            {
                target[length++] = json[at];
                seen |= Vector256.CreateScalar(json[at]);
            }
            return;
        }
        // The last bytes, by a vector that ends with them.
        var rest = json.Length - at;
        var last = Vector256.LoadUnsafe(ref source, (nuint)(json.Length - Vector256<byte>.Count));
        var lastSigns = (uint)((ulong)SignsIn(last) >> (Vector256<byte>.Count - rest));
        var plain = Math.Min(rest, BitOperations.TrailingZeroCount(lastSigns));
        json.Slice(at, plain).CopyTo(target[length..]);
        seen |= last;
        at += plain;
        length += plain;
    }

    private static int NextSign(ReadOnlySpan<byte> json, int at)
    {
        for (; json.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            var signs = SignsIn(Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(json), (nuint)at));
            if (signs != 0) return at + BitOperations.TrailingZeroCount(signs);
        }
        while (at < json.Length && !IsSign(json[at])) at++;
        return at;
    }

    /// <summary>A bit for each quote, backslash and control character.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint SignsIn(Vector256<byte> bytes) =>
        (Vector256.Equals(bytes, Vector256.Create((byte)'"'))
            | Vector256.Equals(bytes, Vector256.Create((byte)'\\'))
            | Vector256.LessThan(bytes, Vector256.Create((byte)' '))).ExtractMostSignificantBits();

    private static bool IsSign(byte sign) => sign is (byte)'"' or (byte)'\\' or < (byte)' ';

    /// <summary>Bytes of the well-formed escape that begins with the backslash here; 0 where there is none.</summary>
    private static int EscapeSize(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2) return 0;
        if (text[1] != 'u') return CharacterOf(text[1]) == 0 ? 0 : 2;
        return text.Length >= 6 && ReadHex(text[2..]) >= 0 ? 6 : 0;
    }

    private static bool DecodeEscape(ReadOnlySpan<byte> json, ref int at, Span<byte> target, ref int length)
    {
        var escape = json[at..];
        if (escape.Length < 2) return false;
        if (escape[1] != 'u')
        {
            target[length++] = CharacterOf(escape[1]);
            at += 2;
            return target[length - 1] != 0;
        }
        var unit = escape.Length < 6 ? -1 : ReadHex(escape[2..]);
        if (unit < 0) return false;
        at += 6;
        if (Rune.TryCreate((char)unit, out var rune)) return Append(rune, target, ref length);

        // Half a surrogate pair, which the other half must follow.
        var other = escape.Length < 12 || escape[6] != '\\' || escape[7] != 'u' ? -1 : ReadHex(escape[8..]);
        at += 6;
        return other >= 0 && Rune.TryCreate((char)unit, (char)other, out rune) && Append(rune, target, ref length);

        static bool Append(Rune rune, Span<byte> target, ref int length)
        {
            length += rune.EncodeToUtf8(target[length..]);
            return true;
        }
    }

    /// <summary>The value of four hexadecimal digits; negative where they are not that.</summary>
    private static int ReadHex(ReadOnlySpan<byte> text)
    {
        int a = HexDigits[text[0]], b = HexDigits[text[1]], c = HexDigits[text[2]], d = HexDigits[text[3]];
        return (a | b | c | d) == NotHex ? -1 : (a << 12) | (b << 8) | (c << 4) | d;
    }

    private static byte CharacterOf(byte escape) => escape switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => escape,
        (byte)'b' => (byte)'\b',
        (byte)'f' => (byte)'\f',
        (byte)'n' => (byte)'\n',
        (byte)'r' => (byte)'\r',
        (byte)'t' => (byte)'\t',
        _ => 0,
    };
}
