namespace Similarity.Cli;

/// <summary>What was measured of a <see cref="BenchCase"/>.</summary>
/// <param name="Name">What it does.</param>
/// <param name="Checked">Whether it agrees with its specification.</param>
/// <param name="Item">What is counted, in the singular.</param>
/// <param name="NanosecondsAnItem">Median time of an item.</param>
/// <param name="Spread">How far the middle half of the measurements scatters, as a share of the median.</param>
/// <param name="ItemsASecond">Items a second at that.</param>
/// <param name="GigabytesASecond">Bytes read a second, in billions; <see langword="null"/> where they say nothing.</param>
/// <param name="Gigaflops">Multiplications and additions a second, in billions; <see langword="null"/> where there are none.</param>
/// <param name="ShareOfLimit">Of the measured limit of memory or arithmetic, whichever the case is bound by; <see langword="null"/> where it is bound by neither.</param>
internal sealed record BenchResult(
    string Name, bool Checked, string Item, double NanosecondsAnItem, double Spread, double ItemsASecond, double? GigabytesASecond, double? Gigaflops, double? ShareOfLimit);
