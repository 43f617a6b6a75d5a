namespace Similarity;

/// <summary>One name of an agency.</summary>
/// <param name="Text">As texts write it. A lower-case name with a dot, "apnews.com", is a domain.</param>
/// <param name="IsAmbiguous">
/// Whether it also means other things ("PA" is a state, "Bloomberg" a man). It counts only where the form leaves no doubt, as in "(PA) -".
/// </param>
public readonly record struct AgencyAlias(string Text, bool IsAmbiguous)
{
    /// <summary>Whether it is a domain. Domains say who published an article; texts are not searched for them.</summary>
    public bool IsDomain { get; } = Text.Contains('.') && !Text.Contains(' ') && !Text.Any(char.IsUpper);
}
