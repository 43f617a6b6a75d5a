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
/// for each 64 bytes: copy them; note the place where one of them is beyond ASCII
///     if none is a quote, a backslash or a control character, go on behind them
///     else go on at that one: the end, an escape, or a fault
/// at the end, or where the list is full: check the UTF-8 at the places noted
/// </code>
/// A place is noted without a branch: typographic quotes stand where no branch predictor expects them, and a wrong guess costs
/// as much as the bytes around it.
/// </summary>
internal static class JsonStrings
{
    /// <summary>What neither function can go on from.</summary>
    public const int Fault = -1;

    /// <summary>Bytes that stand before any string of an object.</summary>
    public const int Before = Utf8Text.Before;

    /// <summary>The bytes left do not suffice for another step.</summary>
    private const int Rest = -2;

    private const int Step = 2 * 32;
    private const int Places = 32;
    private const byte NotHex = 0xFF;

    /// <summary>For each byte behind a backslash what the two stand for; 0 for those that are no such escape.</summary>
    private static readonly byte[] Escapes = [.. Enumerable.Range(0, 256).Select(sign => CharacterOf((byte)sign))];

    /// <summary>For each byte the value of the hexadecimal digit that it is.</summary>
    private static readonly byte[] HexDigits = [.. Enumerable.Range(0, 256).Select(sign => char.IsAsciiHexDigit((char)sign) ? Convert.ToByte($"{(char)sign}", 16) : NotHex)];

    /// <summary>Bytes behind the content that <see cref="Decode"/> may write to.</summary>
    public static int Slack => 2 * Step;

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
    /// Decodes the string that begins at <paramref name="at"/>, behind its opening quote and at least <see cref="Before"/> bytes,
    /// to <paramref name="target"/>, which is longer than the rest of <paramref name="json"/> by <see cref="Slack"/>.
    /// </summary>
    /// <returns>Where the closing quote is; <see cref="Fault"/> where there is none, or the content is not UTF-8 or not in order.</returns>
    public static int Decode(ReadOnlySpan<byte> json, int at, Span<byte> target, out int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(at, Before);
        if (target.Length < json.Length - at + Slack) throw new ArgumentException("There is no room for the content.", nameof(target));
        if (json.Length - at >= Step)
        {
            // Most strings are short and plain.
            var signs = Copy(in json[at], ref target[0], out var isWide);
            length = BitOperations.TrailingZeroCount(signs);
            if (signs != 0 && !isWide && json[at + length] == '"') return at + length;
        }
        var cursor = new Cursor { At = at };
        var end = DecodeFrom(json, ref cursor, target);
        if (end == Rest) end = DecodeRest(json, ref cursor, target);
        length = cursor.Length;
        return end;
    }

    [SkipLocalsInit]
    private static int DecodeFrom(ReadOnlySpan<byte> json, ref Cursor cursor, Span<byte> target)
    {
        Span<int> places = stackalloc int[Places];
        while (true)
        {
            var stop = Run(json, ref cursor, target, places);
            if (!Utf8Text.IsValid(json, places[..cursor.Noted])) return Fault;
            if (stop == Stop.Rest) return Rest;
            if (stop == Stop.Sign) return json[cursor.At] == '"' ? cursor.At : Fault;
            if (stop == Stop.Escape && !DecodeUnicode(json, ref cursor.At, target, ref cursor.Length)) return Fault;
        }
    }

    /// <summary>The last bytes of the record, with zeros behind them, which no string may have.</summary>
    private static int DecodeRest(ReadOnlySpan<byte> json, ref Cursor cursor, Span<byte> target)
    {
        Span<byte> padded = stackalloc byte[Before + (2 * Utf8Text.Reach)];
        var start = cursor.At - Before;
        json[start..].CopyTo(padded);
        cursor.At = Before;
        var end = DecodeFrom(padded, ref cursor, target);
        return end < 0 ? Fault : start + end;
    }

    /// <summary>Goes on until something has to be done that is rare; no call is in its way, so that all it needs stays in registers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Stop Run(ReadOnlySpan<byte> json, ref Cursor cursor, Span<byte> target, Span<int> places)
    {
        ref var source = ref MemoryMarshal.GetReference(json);
        ref var copy = ref MemoryMarshal.GetReference(target);
        ref var place = ref MemoryMarshal.GetReference(places);
        ref var escapes = ref MemoryMarshal.GetArrayDataReference(Escapes);
        var (at, length, noted, last) = ((nint)cursor.At, (nint)cursor.Length, (nint)0, (nint)json.Length - Utf8Text.Reach);
        var stop = Stop.Rest;
        while (at <= last)
        {
            var signs = Copy(in Unsafe.Add(ref source, at), ref Unsafe.Add(ref copy, length), out var isWide);
            Unsafe.Add(ref place, noted) = (int)at;
            noted += isWide ? 1 : 0;
            if (signs == 0)
            {
                at += Step;
                length += Step;
            }
            else
            {
                var plain = BitOperations.TrailingZeroCount(signs);
                at += plain;
                length += plain;
                if (Unsafe.Add(ref source, at) != '\\')
                {
                    stop = Stop.Sign;
                    break;
                }
                // One escape often follows another: paragraphs end with two line feeds.
                do
                {
                    var character = Unsafe.Add(ref escapes, Unsafe.Add(ref source, at + 1));
                    if (character == 0)
                    {
                        stop = Stop.Escape;
                        break;
                    }
                    Unsafe.Add(ref copy, length++) = character;
                    at += 2;
                }
                while (at <= last && Unsafe.Add(ref source, at) == '\\');
                if (stop == Stop.Escape) break;
            }
            if (noted == Places)
            {
                stop = Stop.Full;
                break;
            }
        }
        (cursor.At, cursor.Length, cursor.Noted) = ((int)at, (int)length, (int)noted);
        return stop;
    }

    /// <summary>Copies 64 bytes; has a bit for each quote, backslash and control character, and tells whether any is beyond ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Copy(ref readonly byte source, ref byte copy, out bool isWide)
    {
        var first = Vector256.LoadUnsafe(in source);
        var second = Vector256.LoadUnsafe(in source, (nuint)Vector256<byte>.Count);
        first.StoreUnsafe(ref copy);
        second.StoreUnsafe(ref copy, (nuint)Vector256<byte>.Count);
        isWide = (first | second).ExtractMostSignificantBits() != 0;
        return SignsIn(first) | ((ulong)SignsIn(second) << Vector256<byte>.Count);
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
        if (text[1] != 'u') return Escapes[text[1]] == 0 ? 0 : 2;
        return text.Length >= 6 && ReadHex(text[2..]) >= 0 ? 6 : 0;
    }

    /// <summary>An escape by number, of one half of a surrogate pair with the other; false where it is none.</summary>
    private static bool DecodeUnicode(ReadOnlySpan<byte> json, ref int at, Span<byte> target, ref int length)
    {
        var escape = json[at..];
        var unit = escape.Length < 6 || escape[1] != 'u' ? -1 : ReadHex(escape[2..]);
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

    /// <summary>Why <see cref="Run"/> stops: it is at what is no escape, at an escape by number, has no place left to note, or too few bytes.</summary>
    private enum Stop
    {
        Sign,
        Escape,
        Full,
        Rest,
    }

    /// <summary>How far a string is read and written, and how many places are noted.</summary>
    private struct Cursor
    {
        public int At;
        public int Length;
        public int Noted;
    }
}
