using System.Text;

namespace Similarity.Tests;

public sealed class SignatureTableTests
{
    [Theory]
    [InlineData(32)]
    [InlineData(16)]
    [InlineData(8)]
    public void One_against_many_is_one_against_each(int bits)
    {
        var settings = new SignatureSettings { BitsPerLane = bits, Lanes = 100, ShingleWords = 2 };
        var signer = new Signer(settings);
        var random = new Random(bits);
        var table = new SignatureTable(settings);
        var signatures = Enumerable.Range(0, 1500).Select(_ => signer.Sign(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 30).Select(_ => $"w{random.Next(12)}"))))!).ToList();
        foreach (var (row, signature) in signatures.Index()) Assert.Equal(row, table.Add(signature));

        var equal = new int[table.Count];
        table.CountEqualLanes(signatures[7], equal);
        Assert.Equal(100, equal[7]);
        var expected = signatures.Select(signature => signature.EstimateResemblance(signatures[7])).ToList();
        Assert.Equal(expected, equal.Select(settings.Estimate));
        Assert.Equal(expected.Index().Where(row => row.Item >= 0.4), table.Above(signatures[7], 0.4));
        Assert.Equal(signatures[1400].ToBytes(), table[1400].ToBytes());
    }

    [Fact]
    public void What_was_made_with_other_settings_is_refused()
    {
        var table = new SignatureTable(new SignatureSettings());
        var other = new Signer(new SignatureSettings { Lanes = 64 }).Sign("some words of a text"u8)!;
        _ = Assert.Throws<InvalidOperationException>(() => table.Add(other));
        _ = Assert.Throws<InvalidOperationException>(() => table.Above(other, 0.5));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => table[0]);
        _ = table.Add(new Signer().Sign("some words of a text"u8)!);
        _ = Assert.Throws<ArgumentException>(() => table.CountEqualLanes(table[0], []));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => table.Above(table[0], 1.5));
    }
}
