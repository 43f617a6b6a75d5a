namespace Similarity;

/// <summary>Somebody who writes or distributes texts that others publish.</summary>
/// <param name="Name">The canonical name, as reports show it.</param>
/// <param name="IsPressReleaseWire">Whether it distributes what companies and offices write about themselves.</param>
public sealed record Agency(string Name, bool IsPressReleaseWire)
{
    /// <summary>What texts call it, in any language; the canonical name included.</summary>
    public IReadOnlyList<AgencyAlias> Aliases { get; init; } = [];

    /// <summary>The canonical name.</summary>
    public override string ToString() => Name;
}
