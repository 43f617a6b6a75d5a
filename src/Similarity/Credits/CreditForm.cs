namespace Similarity;

/// <summary>One way in which texts name their origin; see <see cref="CreditForms"/> for how to add one.</summary>
/// <param name="Kind">What its credits are.</param>
/// <param name="Zone">Where it may stand.</param>
/// <param name="Confidence">
/// How many of such credits are expected to be right. Estimated while reading what the forms found in real articles, and
/// rounded down; that of a form which those articles do not have is that of the form most like it.
/// </param>
/// <param name="Text">The form, as <see cref="CuePattern"/> describes.</param>
internal sealed record CreditForm(CreditKind Kind, CreditZone Zone, double Confidence, string Text)
{
    /// <summary>Whether an ambiguous name counts in this form.</summary>
    public bool TakesAmbiguous { get; init; } = true;

    /// <summary>The agency that the form gives away without a name.</summary>
    public string? Implies { get; init; }

    /// <summary>Whether only the outlet itself writes this about itself.</summary>
    public bool NamesOutlet { get; init; }

    /// <summary>The form, ready to match.</summary>
    public CuePattern Pattern { get; } = new(Text);
}
