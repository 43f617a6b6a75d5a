using System.Runtime.Intrinsics;
using CsCheck;

namespace Similarity.Tests;

public sealed class MixingTests
{
    [Fact]
    public void Every_width_of_vector_mixes_like_the_specification() => Gen.Select(Gen.ULong.Array[0, 70], Gen.ULong).Sample((values, offset) =>
    {
        var expected = values.Select(value => Mixing.Avalanche(value + offset)).ToArray();
        var mixed = new ulong[values.Length];
        Mixing.Avalanche(values, offset, mixed);
        return mixed.SequenceEqual(expected)
            && Vectors<HashLanes128, Vector128<ulong>>() && Vectors<HashLanes256, Vector256<ulong>>() && Vectors<HashLanes512, Vector512<ulong>>();

        bool Vectors<TLanes, TVector>()
            where TLanes : struct, IHashLanes<TVector>
            where TVector : struct
        {
            var target = new ulong[values.Length];
            var done = Mixing.Avalanche<TLanes, TVector>(values, offset, target);
            return done > values.Length - TLanes.Count && target[..done].SequenceEqual(expected[..done]);
        }
    });
}
