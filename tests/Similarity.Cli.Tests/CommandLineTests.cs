namespace Similarity.Cli.Tests;

public sealed class CommandLineTests : IDisposable
{
    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Theory]
    [InlineData("", "dedupe", "compare")]
    [InlineData("--help", "dedupe", "compare")]
    [InlineData("dedupe --help", "--threshold", "outlets:FILE")]
    [InlineData("compare --help", "--json", "FILE#ID")]
    public async Task Help_goes_to_standard_output_and_is_no_error(string arguments, params string[] mentions)
    {
        var outcome = await Command.RunAsync(arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Error));
        Assert.All(mentions, mention => Assert.Contains(mention, outcome.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("dedupe in.jsonl -o out --thresholt 0.5", "--thresholt", "dedupe ")]
    [InlineData("dedupe in.jsonl", "--output", "dedupe ")]
    [InlineData("dedupe -o out", "dedupe", "dedupe ")]
    [InlineData("compare a.txt", "compare", "compare ")]
    [InlineData("deduplicate", "deduplicate", "")]
    public async Task What_is_not_understood_is_named_on_standard_error(string arguments, string named, string verb)
    {
        var outcome = await Command.RunAsync(arguments.Split(' '));
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(named, outcome.Error, StringComparison.Ordinal);
        Assert.EndsWith($"Try 'similarity {verb}--help'.\n", outcome.Error.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_out_of_range_are_named_with_their_ranges_before_anything_is_read()
    {
        (string Option, string Value, string Message)[] wrong =
        [
            ("--threshold", "1", "--threshold is 1; it must be above 0 and below 1."),
            ("--excerpt", "0", "--excerpt is 0; it must be above 0 and below 1."),
            ("--derived", "NaN", "--derived is NaN; it must be above 0 and below 1."),
            ("--miss-cost", "0", "--miss-cost is 0; it must be above 0."),
            ("--permutations", "8", "--permutations is 8; it must be from 16 to 4096."),
            ("--shingle", "17", "--shingle is 17; it must be from 1 to 16."),
            ("--max-removed-share", "1.5", "--max-removed-share is 1.5; it must be from 0 to 1."),
            ("--max-removed-share-outlet", "2", "--max-removed-share-outlet is 2; it must be from 0 to 1."),
            ("--max-record-mb", "1025", "--max-record-mb is 1025; it must be from 1 to 1024."),
            ("--threads", "0", "--threads is 0; it must be from 1 to 1024."),
            ("--keep", "newest", "--keep: 'newest' is none of earliest, longest, first, outlets:FILE."),
            ("--format", "doc", "--format: 'doc' is none of jsonl, json, csv, tsv, parquet, text, html."),
            ("--format-out", "xls", "--format-out: 'xls' is none of jsonl, parquet."),
            ("--remove", "everything", "everything"),
        ];
        var outcome = await Command.RunAsync(["dedupe", "nowhere.jsonl", "-o", _place.Output, .. wrong.SelectMany(one => new[] { one.Option, one.Value })]);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.All(wrong, one => Assert.Contains(one.Message, outcome.Error, StringComparison.Ordinal));
        Assert.Equal(wrong.Length + 1, outcome.Error.TrimEnd().Split('\n').Length);
        Assert.False(Directory.Exists(_place.Output));
    }

    [Theory]
    [InlineData("--threads", "many")]
    [InlineData("--threshold", "half")]
    public async Task Values_of_the_wrong_type_are_named(string option, string value)
    {
        var outcome = await Command.RunAsync("dedupe", "nowhere.jsonl", "-o", _place.Output, option, value);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(option, outcome.Error, StringComparison.Ordinal);
        Assert.Contains(value, outcome.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("dedupe '{0}' -o '{1}'")]
    [InlineData("compare '{0}/valley-post-flood.html' '{0}/valley-post-flood.html' --json")]
    [InlineData("compare '{0}/valley-post-flood.html' '{0}/valley-post-flood.html'")]
    public async Task A_reader_that_has_seen_enough_is_no_error(string arguments)
    {
        var line = string.Format(System.Globalization.CultureInfo.InvariantCulture, arguments, Workplace.Sample, _place.Output);
        var outcome = await Command.ShellAsync($"{Command.Line} {line} 2>'{_place["errors"]}' | true; echo ${{PIPESTATUS[0]}}");
        Assert.Equal("0\n", outcome.Output);
        Assert.DoesNotContain("pipe", File.ReadAllText(_place["errors"]), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Traces_are_shown_only_when_asked_for()
    {
        var file = _place.Write("taken", "a file");
        string[] arguments = ["dedupe", Workplace.SampleNews, "-o", Path.Combine(file, "out")];
        var plain = await Command.RunAsync(arguments);
        Assert.Equal(2, plain.ExitCode);
        Assert.Single(plain.Error.TrimEnd().Split('\n'));
        var verbose = await Command.RunAsync([.. arguments, "--verbose"]);
        Assert.Equal(2, verbose.ExitCode);
        Assert.Contains("   at Similarity.", verbose.Error, StringComparison.Ordinal);
    }
}
