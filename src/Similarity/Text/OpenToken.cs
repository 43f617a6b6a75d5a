using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Similarity;

/// <summary>
/// The token that is being read: rule 4 of <see cref="Tokenizer"/>, one folded code point at a time.
/// </summary>
/// <param name="folded">At least <see cref="BufferBytes"/> to gather a token in.</param>
/// <param name="sink">Where finished tokens go.</param>
internal ref struct OpenToken<TSink>(Span<byte> folded, TSink sink)
    where TSink : struct, ITokenSink, allows ref struct
{
    /// <summary>A token and the bytes that a whole store may write behind it.</summary>
    public const int BufferBytes = Tokenizer.MaxTokenBytes + sizeof(uint);

    /// <summary>Where finished tokens go; a field, because a sink may keep state.</summary>
    public TSink Sink = sink;

    private readonly Span<byte> _folded = folded;
    private CodePointKind _kind; // Separator while no token is open, then Word or Unspaced.
    private int _length;
    private int _start;
    private int _end;

    /// <summary>Takes one folded code point.</summary>
    /// <param name="kind">Separator, Word, Unspaced or UnspacedMark.</param>
    /// <param name="bytes">Its UTF-8, first byte lowest.</param>
    /// <param name="size">How many bytes that is.</param>
    /// <param name="start">Where the code point that folds to it starts in the text.</param>
    /// <param name="end">Where that ends.</param>
    public void Add(CodePointKind kind, uint bytes, int size, int start, int end)
    {
        switch (kind)
        {
            case CodePointKind.Separator:
                Close();
                break;
            case CodePointKind.Word:
                AddWord(bytes, size, start, end);
                break;
            case CodePointKind.Unspaced:
                Open(CodePointKind.Unspaced, start);
                Append(bytes, size, end);
                break;
            default:
                if (_kind != CodePointKind.Unspaced || !HasRoom(size)) Open(CodePointKind.Unspaced, start);
                Append(bytes, size, end);
                break;
        }
    }

    /// <summary>Takes one folded code point of the kind Word.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddWord(uint bytes, int size, int start, int end)
    {
        if (_kind != CodePointKind.Word || !HasRoom(size)) Open(CodePointKind.Word, start);
        Append(bytes, size, end);
    }

    /// <summary>Takes every code point of a folding that consists of the kind Word.</summary>
    public void AddWordFold(scoped ReadOnlySpan<byte> fold, int start, int end)
    {
        while (!fold.IsEmpty)
        {
            var size = fold[0] < 0x80 ? 1 : fold[0] < 0xE0 ? 2 : fold[0] < 0xF0 ? 3 : 4;
            AddWord(Pack(fold[..size]), size, start, end);
            fold = fold[size..];
        }
    }

    /// <summary>Takes every code point of a folding in turn, with the kind of each.</summary>
    public void AddFold(scoped ReadOnlySpan<byte> fold, int start, int end)
    {
        while (!fold.IsEmpty)
        {
            Rune.DecodeFromUtf8(fold, out var rune, out var size);
            Add(CodePointTable.Kind(rune.Value), Pack(fold[..size]), size, start, end);
            fold = fold[size..];
        }
    }

    /// <summary>Takes a code point that folds to nothing: it belongs to the token that it stands in or behind.</summary>
    public void AddDropped(int end)
    {
        if (_kind != CodePointKind.Separator) _end = end;
    }

    /// <summary>Ends the token, if one is open.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Close()
    {
        if (_kind == CodePointKind.Separator) return;
        Sink.Add(_folded[.._length], _start, _end);
        _kind = CodePointKind.Separator;
    }

    private static uint Pack(ReadOnlySpan<byte> bytes)
    {
        var packed = 0u;
        for (var i = bytes.Length - 1; i >= 0; i--) packed = (packed << 8) | bytes[i];
        return packed;
    }

    private void Open(CodePointKind kind, int start)
    {
        Close();
        _kind = kind;
        _start = start;
        _length = 0;
    }

    private readonly bool HasRoom(int size) => _length + size <= Tokenizer.MaxTokenBytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(uint bytes, int size, int end)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_folded[_length..], bytes);
        _length += size;
        _end = end;
    }
}
