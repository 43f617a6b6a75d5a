namespace Similarity.Benchmarks;

/// <summary>The texts of a corpus by article number.</summary>
internal interface IBodySource
{
    string Title(int number);

    string Body(int number);
}
