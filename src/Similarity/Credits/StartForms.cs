using System.Buffers;

namespace Similarity;

/// <summary>Where forms that name anybody may begin: a line, a sentence or a bracket whose first letter is that of such a form.</summary>
internal sealed class StartForms
{
    private static readonly SearchValues<byte> Ends = SearchValues.Create("\n(."u8);

    private readonly bool[] _firstBytes = new bool[256];

    public StartForms(IEnumerable<CreditForm> forms)
    {
        foreach (var form in forms) Mark(form.Pattern.Before, 0);
    }

    /// <summary>The next start at or behind <paramref name="from"/>; the length of the text where there is none.</summary>
    public int Next(ReadOnlySpan<byte> text, int from)
    {
        for (var at = from; ;)
        {
            if (at < text.Length && _firstBytes[text[at]] && IsStart(text, at)) return at;
            var next = at >= text.Length ? -1 : text[at..].IndexOfAny(Ends);
            if (next < 0) return text.Length;
            at += next;
            if (text[at] == '(' && at > from && _firstBytes['(']) return at;
            at++;
            while (at < text.Length && text[at] is (byte)' ' or (byte)'"' or (byte)'-' or (byte)'|' or (byte)'*' or (byte)'\n' or (byte)')' or (byte)'_') at++;
        }
    }

    private static bool IsStart(ReadOnlySpan<byte> text, int at)
    {
        if (at == 0 || text[at] == '(') return true;
        return text[at - 1] is (byte)'\n' or (byte)'(' or (byte)'.' or (byte)' ' or (byte)'"' or (byte)'-' or (byte)'|' or (byte)'*' or (byte)')' or (byte)'_';
    }

    /// <summary>Marks the first bytes of a form's words, those of later words too where earlier ones may be missing.</summary>
    private void Mark(CueStep[] steps, int index)
    {
        foreach (var word in steps[index].Words)
        {
            if (word.Length == 0)
            {
                Mark(steps, index + 1);
                continue;
            }
            _firstBytes[word[0]] = true;
            if (char.IsAsciiLetterLower((char)word[0])) _firstBytes[word[0] & ~0x20] = true;
        }
    }
}
