using System.Buffers;
using System.Net;
using System.Text;

namespace Similarity;

/// <summary>
/// A stretch of a field in the spelling that forms are written in: markup gone, one kind of space, dash, quotation mark,
/// bracket and bullet, "©" as "(c)"; and the way back from each place in it to the bytes as they came.
/// </summary>
/// <remarks>Not thread-safe: reuses its memory. Linear: each byte of the stretch is looked at a bounded number of times.</remarks>
internal sealed class CreditText
{
    /// <summary>Longest tag or character reference that is looked for.</summary>
    private const int LongestTag = 512;

    private static readonly SearchValues<byte> Plain = SearchValues.Create(
        [.. Enumerable.Range(0, 256).Select(value => (byte)value).Where(value => !PunctuationFolding.IsLead(value) && value is not ((byte)'<' or (byte)'&' or (byte)'\t' or (byte)'\r' or (byte)'[' or (byte)']'))]);

    private byte[] _bytes = new byte[8192];
    private Piece[] _pieces = new Piece[64];
    private int _pieceCount;

    /// <summary>Bytes of text.</summary>
    public int Length { get; private set; }

    /// <summary>The text.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.AsSpan(0, Length);

    /// <summary>Whether the end of the text is the end of the field.</summary>
    public bool EndsField { get; private set; }

    /// <summary>Whether the start of the text is the start of the field.</summary>
    public bool StartsField { get; private set; }

    /// <summary>Whether the text has lines. Where it has none, as many scraped texts, its sentences take their part.</summary>
    public bool HasLines { get; private set; }

    /// <summary>Reads the bytes of <paramref name="field"/> from <paramref name="start"/> to <paramref name="end"/>; places between characters are found here.</summary>
    public void Read(ReadOnlySpan<byte> field, int start, int end)
    {
        while (start > 0 && start < field.Length && (field[start] & 0xC0) == 0x80) start++;
        while (end < field.Length && (field[end] & 0xC0) == 0x80) end++;
        (Length, _pieceCount, StartsField, EndsField) = (0, 0, start == 0, end == field.Length);
        if (_bytes.Length < ((end - start) * 2) + 8) _bytes = new byte[((end - start) * 2) + 8];
        for (var at = start; at < end;)
        {
            var rest = field[at..end];
            var plain = rest.IndexOfAnyExcept(Plain);
            if (plain < 0) plain = rest.Length;
            Keep(rest[..plain], at);
            at += plain;
            if (at < end) at += Fold(field[at..end], at);
        }
        HasLines = Bytes.Trim("\n "u8).Contains((byte)'\n');
    }

    /// <summary>Where the character at <paramref name="position"/> begins in the field.</summary>
    public int OriginalStart(int position)
    {
        if (_pieceCount == 0) return 0;
        ref var piece = ref _pieces[PieceAt(position)];
        return piece.IsCopy ? piece.Original + (position - piece.Position) : piece.Original;
    }

    /// <summary>Where the character before <paramref name="position"/> ends in the field.</summary>
    public int OriginalEnd(int position)
    {
        if (_pieceCount == 0 || position == 0) return 0;
        ref var piece = ref _pieces[PieceAt(position - 1)];
        return piece.IsCopy ? piece.Original + (position - piece.Position) : piece.Original + piece.OriginalLength;
    }

    private int PieceAt(int position)
    {
        var (low, high) = (0, _pieceCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Position <= position) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /// <summary>Keeps plain bytes, and one of several spaces.</summary>
    private void Keep(ReadOnlySpan<byte> bytes, int original)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] == ' ' && Length > 0 && _bytes[Length - 1] == ' ')
            {
                at++;
                continue;
            }
            var twice = bytes[at..].IndexOf("  "u8);
            var size = twice < 0 ? bytes.Length - at : twice + 1;
            Add(bytes.Slice(at, size), original + at, size, isCopy: true);
            at += size;
        }
    }

    /// <summary>Puts the plain spelling of what begins here; the bytes it takes in the field.</summary>
    private int Fold(ReadOnlySpan<byte> rest, int original)
    {
        var size = 0;
        if (rest[0] == '<') size = FoldTag(rest, original);
        else if (rest[0] == '&') size = FoldReference(rest, original);
        else size = FoldCharacter(rest, original);
        if (size > 0) return size;
        Add(rest[..1], original, 1, isCopy: true);
        return 1;
    }

    private int FoldTag(ReadOnlySpan<byte> rest, int original)
    {
        var from = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        var length = 0;
        while (from + length < rest.Length && length <= HtmlElements.LongestName && char.IsAsciiLetterOrDigit((char)rest[from + length])) length++;
        var name = rest.Slice(from, length);
        if (!HtmlElements.IsKnown(name)) return 0;
        var close = rest[..Math.Min(rest.Length, LongestTag)].IndexOf((byte)'>');
        if (close < 0) return 0;
        if (!HtmlElements.IsInline(name)) Add("\n"u8, original, close + 1, isCopy: false);
        return close + 1;
    }

    private int FoldReference(ReadOnlySpan<byte> rest, int original)
    {
        var end = rest[..Math.Min(rest.Length, 12)].IndexOf((byte)';');
        if (end < 2 || !Ascii.IsValid(rest[..end])) return 0;
        var reference = Encoding.ASCII.GetString(rest[..(end + 1)]);
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded == reference) return 0;
        Span<byte> character = stackalloc byte[16];
        character = character[..Encoding.UTF8.GetBytes(decoded, character)];
        var folded = PunctuationFolding.Fold(character, out var size);
        Add(size == character.Length ? folded : character, original, end + 1, isCopy: false);
        return end + 1;
    }

    private int FoldCharacter(ReadOnlySpan<byte> rest, int original)
    {
        var folded = PunctuationFolding.Fold(rest, out var size);
        if (size == 0) return 0;
        var isSecondSpace = folded.SequenceEqual(" "u8) && Length > 0 && _bytes[Length - 1] == ' ';
        if (!isSecondSpace) Add(folded, original, size, isCopy: false);
        return size;
    }

    private void Add(ReadOnlySpan<byte> bytes, int original, int originalLength, bool isCopy)
    {
        if (bytes.IsEmpty) return;
        bytes.CopyTo(_bytes.AsSpan(Length));
        if (isCopy && _pieceCount > 0 && _pieces[_pieceCount - 1] is { IsCopy: true } last && last.Original + (Length - last.Position) == original)
        {
            Length += bytes.Length;
            return;
        }
        if (_pieceCount == _pieces.Length) Array.Resize(ref _pieces, _pieces.Length * 2);
        _pieces[_pieceCount++] = new Piece(Length, original, originalLength, isCopy);
        Length += bytes.Length;
    }

    private readonly record struct Piece(int Position, int Original, int OriginalLength, bool IsCopy);
}
