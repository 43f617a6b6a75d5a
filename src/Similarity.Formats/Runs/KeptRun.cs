namespace Similarity.Formats;

/// <summary>What is kept of a run beside its stories, to report them again at another threshold.</summary>
/// <param name="Summary">What it did, in numbers.</param>
/// <param name="Files">The paths of its inputs.</param>
/// <param name="Inputs">For each article the index of its input in <paramref name="Files"/>.</param>
/// <param name="Lines">For each article the line of its input.</param>
internal sealed record KeptRun(RunSummary Summary, IReadOnlyList<string> Files, IReadOnlyList<int> Inputs, IReadOnlyList<long> Lines)
{
    /// <summary>Whether it tells of <paramref name="articles"/> articles, and of inputs that it names.</summary>
    public bool Fits(int articles) =>
        Summary is not null && Files is not null && Inputs is not null && Lines is not null
        && Files.All(file => file is not null) && Inputs.Count == articles && Lines.Count == articles && Inputs.All(input => input >= 0 && input < Files.Count);

    public ArticlePlace PlaceOf(int article) => new(Files[Inputs[article]], Lines[article]);
}
