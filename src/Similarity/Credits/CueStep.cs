namespace Similarity;

/// <summary>A piece of a <see cref="CuePattern"/>.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Words">The alternatives of <see cref="CueKind.Words"/>, longest first; empty otherwise.</param>
internal sealed record CueStep(CueKind Kind, byte[][] Words)
{
    /// <summary>Whether it takes as much as the next piece leaves.</summary>
    public bool IsStretch => Kind is CueKind.Gap or CueKind.Capitals or CueKind.Place or CueKind.Codes or CueKind.Foreign;
}
