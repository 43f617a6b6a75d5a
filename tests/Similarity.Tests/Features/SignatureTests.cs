using System.Text;
using System.Text.RegularExpressions;

namespace Similarity.Tests;

public sealed partial class SignatureTests
{
    private const string Wire = "The dam at Corran held through the night, the mayor said on Tuesday after the river rose by two metres.";

    public static TheoryData<SignatureSettings> SomeSettings =>
    [
        new SignatureSettings(), new SignatureSettings { Lanes = 16, BitsPerLane = 8, ShingleWords = 1 },
        new SignatureSettings { Lanes = 77, BitsPerLane = 16, ShingleWords = 16 }, new SignatureSettings { Lanes = 4096 },
    ];

    [Fact]
    public void The_document_is_what_the_code_does()
    {
        var page = File.ReadAllText(Path.Combine(SharedData.Repository, "src/Similarity/SIGNATURES.md"));
        var vectors = VectorsOf().Match(page).Groups["vectors"].Value.Trim().Split("\n\n");
        Assert.InRange(vectors.Length, 8, 100);
        foreach (var vector in vectors)
        {
            Assert.True(vector.Split('\n') is [_, _, _], vector);
            var lines = vector.Split('\n');
            var numbers = lines[0].Split(' ').Select(int.Parse).ToArray();
            var settings = new SignatureSettings { Lanes = numbers[0], BitsPerLane = numbers[1], ShingleWords = numbers[2] };
            Assert.Equal(lines[2], Convert.ToHexStringLower(Sign(lines[1], settings).ToBytes()));
        }
    }

    [Theory]
    [MemberData(nameof(SomeSettings))]
    public void What_was_written_is_read_again(SignatureSettings settings)
    {
        var signature = Sign(Wire, settings);
        var read = Signature.Parse(signature.ToBytes());
        Assert.Equal(settings, read.Settings);
        Assert.Equal(signature.Lanes.ToArray(), read.Lanes.ToArray());
        Assert.Equal(1, read.EstimateResemblance(signature));
    }

    [Fact]
    public void Damage_at_any_byte_and_any_missing_end_are_noticed()
    {
        var bytes = Sign(Wire, new SignatureSettings { Lanes = 32 }).ToBytes();
        for (var at = 0; at < bytes.Length; at++)
        {
            foreach (var flip in new byte[] { 1, 0x80 })
            {
                bytes[at] ^= flip;
                _ = Assert.Throws<FormatException>(() => Signature.Parse(bytes));
                bytes[at] ^= flip;
            }
            _ = Assert.Throws<FormatException>(() => Signature.Parse(bytes.AsSpan(0, at)));
        }
        _ = Assert.Throws<FormatException>(() => Signature.Parse([.. bytes, 0]));
    }

    [Fact]
    public void Another_version_is_refused_by_name()
    {
        var bytes = Sign(Wire, new SignatureSettings()).ToBytes();
        bytes[4] = 9;
        var fault = Assert.Throws<FormatException>(() => Signature.Parse(bytes));
        Assert.Equal("A signature of version 1 was expected; this is one of version 9.", fault.Message);
    }

    [Fact]
    public void Signatures_of_different_settings_are_not_compared_and_the_error_names_both()
    {
        var signature = Sign(Wire, new SignatureSettings());
        foreach (var other in new[] { new SignatureSettings { Lanes = 64 }, new SignatureSettings { BitsPerLane = 16 }, new SignatureSettings { ShingleWords = 3 } })
        {
            var fault = Assert.Throws<InvalidOperationException>(() => signature.EstimateResemblance(Sign(Wire, other)));
            Assert.Contains("version 1, 128 lanes of 32 bits, shingles of 5 words", fault.Message, StringComparison.Ordinal);
            Assert.Contains(other.ToString(), fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_packed_signature_is_that_of_the_fewer_bits()
    {
        var signature = Sign(Wire, new SignatureSettings());
        foreach (var bits in new[] { 32, 16, 8 })
        {
            Assert.Equal(Sign(Wire, new SignatureSettings { BitsPerLane = bits }).ToBytes(), signature.Pack(bits).ToBytes());
        }
        Assert.Equal(signature.Pack(8).ToBytes(), signature.Pack(16).Pack(8).ToBytes());
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => signature.Pack(8).Pack(16));
        _ = Assert.Throws<ArgumentOutOfRangeException>(() => signature.Pack(4));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" … — !")]
    [InlineData("<p></p>&nbsp;")]
    public void A_text_without_a_word_has_no_signature(string text)
    {
        Assert.Null(new Signer().Sign(Encoding.UTF8.GetBytes(text)));
        Assert.Null(new Signer().Sign(new Article("a", text)));
    }

    [Fact]
    public void One_signer_signs_one_text_after_the_other()
    {
        var signer = new Signer();
        var first = signer.Sign(Encoding.UTF8.GetBytes(Wire))!.ToBytes();
        _ = signer.Sign("a"u8);
        Assert.Equal(first, signer.Sign(new Article("a", Wire))!.ToBytes());
    }

    [Fact]
    public void Every_estimate_of_an_unrelated_text_is_near_nothing_and_none_is_negative()
    {
        foreach (var bits in new[] { 32, 16, 8 })
        {
            var settings = new SignatureSettings { BitsPerLane = bits };
            var a = Sign(Wire, settings);
            Assert.InRange(a.EstimateResemblance(Sign("Quite another story of ferries and tugs that left the port before the storm", settings)), 0, 0.03);
            Assert.Equal(0, a.StandardError(1), 12);
            _ = Assert.Throws<ArgumentOutOfRangeException>(() => a.StandardError(1.1));
        }
    }

    [GeneratedRegex("```vectors\n(?<vectors>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex VectorsOf();

    private static Signature Sign(string text, SignatureSettings settings) => new Signer(settings).Sign(Encoding.UTF8.GetBytes(text))!;
}
