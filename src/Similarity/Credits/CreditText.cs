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
    /// <summary>Longest tag that is looked for.</summary>
    private const int LongestTag = 512;

    private const int LongestReference = 12;

    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [(byte)'<', (byte)'&', .. Enumerable.Range(0, 256).Select(value => (byte)value).Where(PunctuationFolding.IsLead)]);

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

    /// <summary>The start of a line that was looked for last, because several forms ask for the same.</summary>
    public (int At, int Start) LineMemo { get; set; } = (-1, -1);

    /// <summary>Reads the bytes of <paramref name="field"/> from <paramref name="start"/> to <paramref name="end"/>, moved to where characters begin.</summary>
    public void Read(ReadOnlySpan<byte> field, int start, int end)
    {
        while (start > 0 && start < field.Length && (field[start] & 0xC0) == 0x80) start++;
        while (end < field.Length && (field[end] & 0xC0) == 0x80) end++;
        (Length, _pieceCount, StartsField, EndsField, LineMemo) = (0, 0, start == 0, end == field.Length, (-1, -1));
        // "©" is one byte longer as "(c)".
        var most = (end - start) * 2;
        if (_bytes.Length < most) _bytes = new byte[most];
        Continue(start, followsNothing: true);
        var stretch = field[start..end];
        var hasSpaces = stretch.IndexOf("  "u8) >= 0;
        for (var at = 0; at < stretch.Length;)
        {
            var special = stretch[at..].IndexOfAny(Special);
            var plain = special < 0 ? stretch.Length - at : special;
            if (hasSpaces) KeepOneSpace(stretch.Slice(at, plain), start + at);
            else Keep(stretch.Slice(at, plain));
            at += plain;
            if (at < stretch.Length) at += Fold(stretch[at..], start + at);
        }
        HasLines = Bytes.Trim("\n "u8).Contains((byte)'\n');
    }

    /// <summary>Where the character at <paramref name="position"/> begins in the field.</summary>
    public int OriginalStart(int position)
    {
        var piece = _pieces[PieceAt(position)];
        return piece.Original + (position - piece.Position);
    }

    /// <summary>Where the character before <paramref name="position"/> ends in the field.</summary>
    public int OriginalEnd(int position)
    {
        var index = PieceAt(position - 1);
        var next = index + 1;
        if (next < _pieceCount && _pieces[next].Position == position && !_pieces[next].FollowsNothing) return _pieces[next].Original;
        return _pieces[index].Original + (position - _pieces[index].Position);
    }

    /// <summary>Where the byte at <paramref name="original"/> of the field stands in the text, or what it became.</summary>
    public int PositionOf(int original)
    {
        var (low, high) = (0, _pieceCount - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (_pieces[middle].Original <= original) low = middle;
            else high = middle - 1;
        }
        var end = low + 1 < _pieceCount ? _pieces[low + 1].Position : Length;
        return Math.Min(_pieces[low].Position + Math.Max(0, original - _pieces[low].Original), end);
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

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_bytes.AsSpan(Length));
        Length += bytes.Length;
    }

    private void KeepOneSpace(ReadOnlySpan<byte> bytes, int original)
    {
        for (var at = 0; at < bytes.Length;)
        {
            if (bytes[at] == ' ' && Length > 0 && _bytes[Length - 1] == ' ')
            {
                at++;
                Continue(original + at, followsNothing: true);
                continue;
            }
            var twice = bytes[at..].IndexOf("  "u8);
            var size = twice < 0 ? bytes.Length - at : twice + 1;
            Keep(bytes.Slice(at, size));
            at += size;
        }
    }

    /// <summary>Puts the plain spelling of what begins here; the bytes it takes in the field.</summary>
    private int Fold(ReadOnlySpan<byte> rest, int original)
    {
        var before = Length;
        var size = 0;
        if (rest[0] == '<') size = FoldTag(rest);
        else if (rest[0] == '&') size = FoldReference(rest);
        else size = FoldCharacter(rest);
        if (size > 0)
        {
            Continue(original + size, followsNothing: Length == before);
            return size;
        }
        Keep(rest[..1]);
        return 1;
    }

    private int FoldTag(ReadOnlySpan<byte> rest)
    {
        var from = rest.Length > 1 && rest[1] == '/' ? 2 : 1;
        var length = 0;
        while (from + length < rest.Length && length <= HtmlElements.LongestName && char.IsAsciiLetterOrDigit((char)rest[from + length])) length++;
        if (length == 0) return 0;
        var name = rest.Slice(from, length);
        if (!HtmlElements.IsKnown(name)) return 0;
        var close = rest[..Math.Min(rest.Length, LongestTag)].IndexOf((byte)'>');
        if (close < 0) return 0;
        if (!HtmlElements.IsInline(name)) Keep("\n"u8);
        return close + 1;
    }

    private int FoldReference(ReadOnlySpan<byte> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestReference)].IndexOf((byte)';');
        if (end < 2 || !Ascii.IsValid(rest[..end])) return 0;
        var reference = Encoding.ASCII.GetString(rest[..(end + 1)]);
        var decoded = WebUtility.HtmlDecode(reference);
        if (decoded == reference) return 0;
        Span<byte> character = stackalloc byte[LongestReference];
        character = character[..Encoding.UTF8.GetBytes(decoded, character)];
        if (!PunctuationFolding.IsLead(character[0]) || FoldCharacter(character) == 0) Keep(character);
        return end + 1;
    }

    private int FoldCharacter(ReadOnlySpan<byte> rest)
    {
        var folded = PunctuationFolding.Fold(rest, out var size);
        var isSecondSpace = folded.Length == 1 && folded[0] == ' ' && Length > 0 && _bytes[Length - 1] == ' ';
        if (!isSecondSpace) Keep(folded);
        return size;
    }

    /// <summary>From here on the text is the field's from <paramref name="original"/> on.</summary>
    private void Continue(int original, bool followsNothing)
    {
        if (_pieceCount == _pieces.Length) Array.Resize(ref _pieces, _pieces.Length * 2);
        _pieces[_pieceCount++] = new Piece(Length, original, followsNothing);
    }

    /// <summary>A run of bytes that are those of the field, up to the last before the next piece, which may be a folded character.</summary>
    /// <param name="Position">Where it begins in the text.</param>
    /// <param name="Original">Where it begins in the field.</param>
    /// <param name="FollowsNothing">Whether what was before it in the field left nothing behind.</param>
    private readonly record struct Piece(int Position, int Original, bool FollowsNothing);
}
