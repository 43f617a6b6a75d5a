namespace Similarity.Formats;

/// <summary>
/// Finds the lines of blocks that continue one another. Its state is where the unfinished line starts, so that
/// no byte is searched twice and the line number goes on across blocks.
/// </summary>
internal sealed class LineSplitter(int maxRecordBytes)
{
    private int _searched;

    /// <summary>The number of the unfinished line, from 1.</summary>
    public long Line { get; set; } = 1;

    /// <summary>Where the unfinished line starts in the current block.</summary>
    public int Start { get; private set; }

    /// <summary>Leaves the first <paramref name="count"/> bytes of the block out.</summary>
    public void Skip(int count) => Start = _searched = count;

    /// <summary>Goes on in a block that begins with the unfinished line, of which <paramref name="searched"/> bytes have been seen.</summary>
    public void Continue(int searched)
    {
        Start = 0;
        _searched = searched;
    }

    /// <summary>Adds every finished line to the block's records.</summary>
    public void Split(RecordBlock block)
    {
        var bytes = block.Bytes.Span;
        while (bytes[_searched..].IndexOf((byte)'\n') is >= 0 and var length)
        {
            Add(block, _searched + length);
            Line++;
            Start = _searched = _searched + length + 1;
        }
        _searched = bytes.Length;
    }

    /// <summary>Adds the last line of the input, which has no line feed, and gives it one.</summary>
    public void Finish(RecordBlock block)
    {
        if (Start == block.Length || !Add(block, block.Length)) return;
        block.FreeSpace(1).Span[0] = (byte)'\n';
        block.Advance(1);
    }

    private bool Add(RecordBlock block, int end)
    {
        var line = block.Bytes.Span[Start..end];
        if (line is [.., (byte)'\r']) line = line[..^1];
        if (line.IsEmpty || (line[0] <= ' ' && line.IndexOfAnyExcept(" \t\r"u8) < 0)) return false;
        if (line.Length > maxRecordBytes)
        {
            block.Faults.Add(RecordFault.TooLong(Line, line.Length, maxRecordBytes));
            return false;
        }
        block.Records.Add(new RecordSpan(Start, line.Length, Line));
        return true;
    }
}
