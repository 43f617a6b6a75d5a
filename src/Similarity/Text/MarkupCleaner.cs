using System.Buffers;
using System.Net;
using System.Text;

namespace Similarity;

/// <summary>
/// Takes out the markup that feeds and scrapers leave in titles and bodies: HTML tags and comments, the content of
/// scripts and styles, and character references, which become the characters they stand for.
/// </summary>
/// <remarks>
/// Only what is certainly markup goes: a tag has the name of an HTML element, a character reference a known name or
/// number and its semicolon. "x &lt; 3", "AT&amp;T" and "&lt;name@host&gt;" written plainly stay as they are. A tag of an element that
/// stands within a line leaves nothing behind, because drop caps cut words; any other leaves a line break.
/// Not thread-safe: reuses its buffer.
/// </remarks>
internal sealed class MarkupCleaner
{
    /// <summary>Longest tag or reference that is looked for, so that a text full of "&lt;" costs linear time.</summary>
    private const int LongestTag = 4096;

    private const int LongestReference = 32;

    private static readonly SearchValues<byte> Signs = SearchValues.Create("<&"u8);

    /// <summary>Where cleaned text goes on after markup, and the place in the given text that it then comes from.</summary>
    private readonly List<(int Cleaned, int Given)> _resumed = [];
    private byte[] _cleaned = [];
    private int _length;

    // What was looked for to the end of the text in vain is not looked for again: hostile text must not cost its square.
    private bool _commentsEnd;
    private bool _hiddenEnd;

    /// <summary>Whether the text last given had no markup.</summary>
    public bool IsUnchanged => _resumed.Count == 0;

    /// <summary>The text without markup: <paramref name="text"/> itself where it has none, else valid until the next call.</summary>
    public ReadOnlySpan<byte> Clean(ReadOnlySpan<byte> text)
    {
        _resumed.Clear();
        var sign = text.IndexOfAny(Signs);
        if (sign < 0) return text;
        if (_cleaned.Length < text.Length) _cleaned = new byte[Math.Max(text.Length, _cleaned.Length * 2)];
        (_length, _commentsEnd, _hiddenEnd) = (0, true, true);
        var rest = text;
        for (; sign >= 0; sign = rest.IndexOfAny(Signs))
        {
            Keep(rest[..sign]);
            rest = rest[sign..];
            var size = rest[0] == '<' ? TakeTag(rest) : TakeReference(rest);
            var isMarkup = size > 0;
            if (!isMarkup)
            {
                Keep(rest[..1]);
                size = 1;
            }
            rest = rest[size..];
            if (isMarkup) _resumed.Add((_length, text.Length - rest.Length));
        }
        Keep(rest);
        return _cleaned.AsSpan(0, _length);
    }

    /// <summary>Where in the text that was last given to <see cref="Clean"/> a place of the cleaned text comes from.</summary>
    public int PlaceInGiven(int cleaned)
    {
        int low = 0, high = _resumed.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_resumed[middle].Cleaned <= cleaned) low = middle + 1;
            else high = middle;
        }
        return low == 0 ? cleaned : _resumed[low - 1].Given + cleaned - _resumed[low - 1].Cleaned;
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_cleaned.AsSpan(_length));
        _length += bytes.Length;
    }

    /// <summary>Replaces the tag or comment that begins here; 0 where none does.</summary>
    private int TakeTag(ReadOnlySpan<byte> text)
    {
        if (text.StartsWith("<!--"u8))
        {
            var end = _commentsEnd ? text.IndexOf("-->"u8) : -1;
            _commentsEnd = end >= 0;
            return end < 0 ? 0 : end + 3;
        }
        var isEnd = text.Length > 1 && text[1] == '/';
        var name = ElementName(text[(isEnd ? 2 : 1)..]);
        if (!HtmlElements.IsKnown(name)) return 0;
        var close = text[..Math.Min(text.Length, LongestTag)].IndexOf((byte)'>');
        if (close < 0) return 0;
        if (!HtmlElements.IsInline(name)) Keep("\n"u8);
        if (isEnd || !_hiddenEnd || !HtmlElements.IsHidden(name)) return close + 1;
        var after = AfterHidden(text, close + 1, name);
        _hiddenEnd = after > 0;
        return _hiddenEnd ? after : close + 1;
    }

    /// <summary>Where the content of a script or style that begins at <paramref name="from"/> ends, its end tag included; 0 where it does not.</summary>
    private static int AfterHidden(ReadOnlySpan<byte> text, int from, ReadOnlySpan<byte> name)
    {
        for (var at = from; ;)
        {
            var next = text[at..].IndexOf("</"u8);
            if (next < 0) return 0;
            at += next + 2;
            if (Ascii.EqualsIgnoreCase(ElementName(text[at..]), name))
            {
                var close = text[at..].IndexOf((byte)'>');
                return close < 0 ? 0 : at + close + 1;
            }
        }
    }

    /// <summary>The letters and digits of an element's name, which end at white space, a slash or the end of the tag.</summary>
    private static ReadOnlySpan<byte> ElementName(ReadOnlySpan<byte> text)
    {
        var length = 0;
        while (length < text.Length && length <= HtmlElements.LongestName && char.IsAsciiLetterOrDigit((char)text[length])) length++;
        var ends = length < text.Length && text[length] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r';
        return ends ? text[..length] : [];
    }

    /// <summary>Replaces the character reference that begins here; 0 where none does.</summary>
    private int TakeReference(ReadOnlySpan<byte> text)
    {
        var end = text[..Math.Min(text.Length, LongestReference)].IndexOf((byte)';');
        if (end < 2 || !Ascii.IsValid(text[..end])) return 0;
        var reference = Encoding.ASCII.GetString(text[..(end + 1)]);
        var character = WebUtility.HtmlDecode(reference);
        if (character == reference) return 0;
        // What a reference stands for is never longer than the reference.
        _length += Encoding.UTF8.GetBytes(character, _cleaned.AsSpan(_length));
        return end + 1;
    }
}
