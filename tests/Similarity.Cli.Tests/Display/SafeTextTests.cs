namespace Similarity.Cli.Tests;

/// <summary>Articles are written by anybody: nothing of them may be obeyed by a terminal.</summary>
public sealed class SafeTextTests : IDisposable
{
    private const string Wire = "Engineers closed the lower bridge on Tuesday after finding a crack in the third pier and said that buses would take the long way round until the end of the month";

    /// <summary>A colour, a window title, a C1 sequence, a line break, a mark that turns the line around, and markup of the table.</summary>
    private const string Hostile = "\\u001b[31mred\\u001b]0;title\\u0007\\u009b2J\\r\\nnext\\u202eline[red]x[/]\\u0000";

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public async Task Titles_and_outlets_never_reach_the_terminal_raw()
    {
        var input = _place.Write("a.jsonl", string.Concat(Enumerable.Range(0, 120).Select(i =>
            $"{{\"id\":\"{i}\",\"outlet\":\"{Hostile}\",\"title\":\"{Hostile}\",\"body\":\"{Wire}\"}}\n")));
        var shown = await Command.RunAsync("dedupe", input, "-o", _place.Output, "--max-removed-share", "1", "--max-removed-share-outlet", "1");
        Assert.Equal(0, shown.ExitCode);
        AssertHarmless(shown);

        var refused = await Command.RunAsync("dedupe", input, "-o", _place.Output, "--max-removed-share", "1");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("119 of the 120 articles of ", refused.Error, StringComparison.Ordinal);
        AssertHarmless(refused);

        var compared = await Command.RunAsync("compare", $"{input}#1", $"{input}#2");
        Assert.Equal(0, compared.ExitCode);
        Assert.Contains("[red]x[/]", compared.Output, StringComparison.Ordinal);
        AssertHarmless(compared);
    }

    [Fact]
    public async Task Names_of_columns_and_files_never_reach_the_terminal_raw()
    {
        var table = _place.Write("a.csv", "id,\u001b[31mstory\u202e\n1,one\n");
        var run = await Command.RunAsync("dedupe", table, "-o", _place.Output);
        Assert.Equal(2, run.ExitCode);
        AssertHarmless(run);
        var compared = await Command.RunAsync("compare", table, table);
        Assert.Equal(2, compared.ExitCode);
        Assert.Contains("story", compared.Error, StringComparison.Ordinal);
        AssertHarmless(compared);
        AssertHarmless(await Command.RunAsync("dedupe", _place["\u001b[31m.jsonl"], "-o", _place.Output));
        AssertHarmless(await Command.RunAsync("dedupe", "x", "-o", "y", "--\u001b[31m"));
    }

    private static void AssertHarmless(Outcome outcome)
    {
        foreach (var text in new[] { outcome.Output, outcome.Error })
        {
            Assert.DoesNotContain(text.ReplaceLineEndings("\n"), character => character != '\n' && (char.IsControl(character) || character == '\u202e'));
        }
    }
}
