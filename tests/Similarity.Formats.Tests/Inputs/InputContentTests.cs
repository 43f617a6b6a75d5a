using System.Text;
using CsCheck;

namespace Similarity.Formats.Tests;

public class InputContentTests
{
    private static readonly byte[] Articles = Encoding.UTF8.GetBytes(
        string.Concat(Enumerable.Range(0, 400).Select(i => $"{{\"id\":{i},\"body\":\"It rained {i * 7919 % 1000} times in valley {i * 31 % 97}.\"}}\n")));

    [Theory]
    [InlineData(nameof(Compression.Gzip))]
    [InlineData(nameof(Compression.Zstd))]
    public void Content_cut_off_at_any_byte_is_noticed_and_nothing_false_comes_out(string compression)
    {
        var kind = Enum.Parse<Compression>(compression);
        byte[] whole = [.. Compress(kind, Articles.AsSpan(0, 9000)), .. Compress(kind, Articles.AsSpan(9000, 500))];
        var memberEnd = Compress(kind, Articles.AsSpan(0, 9000)).Length;
        for (var length = 1; length < whole.Length; length++)
        {
            using var content = new InputContent(new MemoryStream(whole, 0, length), kind);
            var read = ReadAll(content);
            Assert.True(Articles.AsSpan().StartsWith(read), $"Cut at {length}, something else came out.");
            Assert.True((content.Damage is null) == (length == memberEnd), $"Cut at {length}: {content.Damage}");
        }
    }

    [Theory]
    [InlineData(nameof(Compression.Gzip))]
    [InlineData(nameof(Compression.Zstd))]
    public void Members_one_after_the_other_are_one_content(string compression)
    {
        var kind = Enum.Parse<Compression>(compression);
        Gen.Int[0, Articles.Length].Array[0, 4].Select(Gen.Int[1, 5000]).Sample((cuts, pieceLength) =>
        {
            int[] ends = [.. cuts.Order(), Articles.Length];
            var stored = new MemoryStream();
            var start = 0;
            foreach (var end in ends)
            {
                stored.Write(Compress(kind, Articles.AsSpan(start, end - start)));
                start = end;
            }
            stored.Position = 0;
            using var content = new InputContent(stored, kind);
            Assert.Equal(Articles, ReadAll(content, pieceLength));
            Assert.Null(content.Damage);
            Assert.Equal(stored.Length, InputContent.StoredPositionOf(content));
        });
    }

    [Theory]
    [InlineData(nameof(Compression.Gzip))]
    [InlineData(nameof(Compression.Zstd))]
    public void A_changed_byte_ends_the_content_with_a_reason(string compression)
    {
        var kind = Enum.Parse<Compression>(compression);
        var stored = Compress(kind, Articles);
        stored[stored.Length / 2] ^= 0xFF;
        using var content = new InputContent(new MemoryStream(stored), kind);
        ReadAll(content);
        Assert.NotNull(content.Damage);
    }

    [Fact]
    public void An_empty_file_is_no_gzip_file()
    {
        using var content = new InputContent(new MemoryStream(), Compression.Gzip);
        Assert.Empty(ReadAll(content));
        Assert.NotNull(content.Damage);
    }

    [Fact]
    public void Zeros_behind_the_last_gzip_member_are_padding()
    {
        using var content = new InputContent(new MemoryStream([.. Compress(Compression.Gzip, Articles), .. new byte[700]]), Compression.Gzip);
        Assert.Equal(Articles, ReadAll(content));
        Assert.Null(content.Damage);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(200_000)]
    public void Damage_between_gzip_members_is_noticed(int size)
    {
        var first = Enumerable.Range(0, size).Select(i => (byte)(i * 7919 >> 3)).ToArray();
        var second = Compress(Compression.Gzip, Articles);
        second[0] = 0;
        using var content = new InputContent(new MemoryStream([.. Compress(Compression.Gzip, first), .. second]), Compression.Gzip);
        Assert.Equal(first, ReadAll(content));
        Assert.NotNull(content.Damage);
    }

    [Fact]
    public void What_was_looked_at_is_still_there()
    {
        using var content = new InputContent(new MemoryStream(Compress(Compression.Gzip, Articles)), Compression.Gzip);
        Assert.Equal(Articles[..10], content.Peek(10).ToArray());
        Assert.Equal(Articles[..200], content.Peek(200).ToArray());
        Assert.Equal(Articles, ReadAll(content, 7));
    }

    private static byte[] Compress(Compression compression, ReadOnlySpan<byte> content) =>
        compression is Compression.Gzip ? TemporaryFolder.Gzip(content) : TemporaryFolder.Zstd(content);

    private static byte[] ReadAll(InputContent content, int pieceLength = 4096)
    {
        var all = new MemoryStream();
        var piece = new byte[pieceLength];
        while (content.Read(piece) is > 0 and var read) all.Write(piece, 0, read);
        return all.ToArray();
    }
}
