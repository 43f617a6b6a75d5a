using System.Text;

namespace Similarity.Formats.Tests;

public sealed class InputDiscoveryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("a.jsonl", InputFormat.JsonLines)]
    [InlineData("a.ndjson", InputFormat.JsonLines)]
    [InlineData("a.json", InputFormat.Json)]
    [InlineData("a.csv", InputFormat.Csv)]
    [InlineData("a.tsv", InputFormat.Tsv)]
    [InlineData("a.tab", InputFormat.Tsv)]
    [InlineData("a.parquet", InputFormat.Parquet)]
    [InlineData("a.pq", InputFormat.Parquet)]
    [InlineData("a.txt", InputFormat.Text)]
    [InlineData("a.text", InputFormat.Text)]
    [InlineData("a.md", InputFormat.Text)]
    [InlineData("a.html", InputFormat.Html)]
    [InlineData("a.htm", InputFormat.Html)]
    [InlineData("a.XHTML", InputFormat.Html)]
    public void The_extension_tells_the_format_and_the_compression(string name, InputFormat format)
    {
        foreach (var (ending, compression) in new[] { ("", Compression.None), (".gz", Compression.Gzip), (".zst", Compression.Zstd), (".zstd", Compression.Zstd) })
        {
            var path = _folder.Write(name + ending, "12345");
            Assert.Equal(new InputFile(path, format, compression, 5), Assert.Single(Find(path).Files));
        }
    }

    [Fact]
    public void Inputs_keep_the_order_of_the_arguments_and_come_once()
    {
        var late = _folder.Write("late.jsonl");
        _folder.Write("news/b.jsonl");
        _folder.Write("news/a/z.csv");
        _folder.Write("news/B.jsonl");
        var found = Find(late, _folder["news"], _folder["news/../late.jsonl"], _folder["news/b.jsonl"]);
        Assert.Equal(["late.jsonl", "news/B.jsonl", "news/a/z.csv", "news/b.jsonl"], Names(found));
    }

    [Fact]
    public void Hidden_files_and_links_to_folders_are_not_read()
    {
        _folder.Write("news/a.jsonl");
        _folder.Write("news/.cache/b.jsonl");
        _folder.Write("news/.c.jsonl");
        _folder.Write("elsewhere/d.jsonl");
        Directory.CreateSymbolicLink(_folder["news/link"], _folder["elsewhere"]);
        Directory.CreateSymbolicLink(_folder["news/round"], _folder["news"]);
        Assert.Equal(["news/a.jsonl"], Names(Find(_folder["news"])));
        Assert.Equal(["news/a.jsonl"], Names(Find(_folder["news/**/*.jsonl"])));
    }

    [Fact]
    public void Files_of_unknown_kind_in_a_folder_are_counted_in_a_notice()
    {
        _folder.Write("news/a.jsonl");
        _folder.Write("news/a.pdf");
        _folder.Write("news/in/b.doc");
        var found = Find(_folder["news"]);
        Assert.Equal(["news/a.jsonl"], Names(found));
        Assert.Equal($"2 files of unknown kind skipped in '{_folder["news"]}'.", Assert.Single(found.Notices));
    }

    [Fact]
    public void A_pattern_finds_the_files_that_match()
    {
        _folder.Write("news/a.jsonl");
        _folder.Write("news/b.csv");
        _folder.Write("news/deep/c.jsonl");
        _folder.Write("other/d.jsonl");
        Assert.Equal(["news/a.jsonl"], Names(Find(_folder["news/*.jsonl"])));
        Assert.Equal(["news/a.jsonl", "news/deep/c.jsonl"], Names(Find(_folder["news/**/*.jsonl"])));
        Assert.Equal(["news/a.jsonl", "other/d.jsonl"], Names(Find(_folder["*/*.jsonl"])));
        Assert.Equal(["news/a.jsonl", "news/b.csv"], Names(Find(_folder["n*/*"])));
    }

    [Fact]
    public void Relative_paths_stay_relative()
    {
        var relative = Path.GetRelativePath(Directory.GetCurrentDirectory(), _folder.Path);
        _folder.Write("news/a.jsonl");
        Assert.Equal(Path.Combine(relative, "news", "a.jsonl"), Assert.Single(Find(Path.Combine(relative, "news")).Files).Path);
        Assert.Equal(Path.Combine(relative, "news", "a.jsonl"), Assert.Single(Find(Path.Combine(relative, "*", "*.jsonl")).Files).Path);
    }

    [Theory]
    [InlineData("{\"id\":1}", InputFormat.JsonLines)]
    [InlineData("\uFEFF \n[{}]", InputFormat.Json)]
    [InlineData("<!DOCTYPE html>", InputFormat.Html)]
    [InlineData("\n<HTML lang=en>", InputFormat.Html)]
    [InlineData("PAR1....", InputFormat.Parquet)]
    public void A_named_file_of_unknown_kind_is_recognised_by_its_first_bytes(string content, InputFormat format)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        Assert.Equal((format, Compression.None), Kind(Find(_folder.Write("dump", bytes))));
        Assert.Equal((format, Compression.Gzip), Kind(Find(_folder.Write("dump.gz", TemporaryFolder.Gzip(bytes)))));
        Assert.Equal((format, Compression.Zstd), Kind(Find(_folder.Write("packed", TemporaryFolder.Zstd(bytes)))));
    }

    [Theory]
    [InlineData("It rained.", "of no kind that can be recognised")]
    [InlineData("", "is empty")]
    public void A_named_file_that_is_not_recognised_is_an_error_that_tells_of_format(string content, string reason)
    {
        var message = Refusal(() => Find(_folder.Write("dump", content)));
        Assert.All([reason, "--format", _folder["dump"]], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_given_format_overrides_every_name()
    {
        _folder.Write("news/a.dump");
        _folder.Write("news/b.csv");
        var found = InputDiscovery.Find([_folder["news"]], new ReadOptions { Format = InputFormat.JsonLines }, outputFolder: null);
        Assert.Equal([InputFormat.JsonLines, InputFormat.JsonLines], found.Files.Select(file => file.Format));
        Assert.Empty(found.Notices);
    }

    [Theory]
    [InlineData(nameof(Compression.None))]
    [InlineData(nameof(Compression.Gzip))]
    [InlineData(nameof(Compression.Zstd))]
    public async Task Standard_input_is_recognised_and_read_from_its_first_byte(string compression)
    {
        var content = "{\"id\":1}\n{\"id\":2}\n"u8;
        var stored = Enum.Parse<Compression>(compression) switch
        {
            Compression.Gzip => TemporaryFolder.Gzip(content),
            Compression.Zstd => TemporaryFolder.Zstd(content),
            _ => content.ToArray(),
        };
        var found = InputDiscovery.Find(["-", "-"], new ReadOptions(), outputFolder: null, () => new MemoryStream(stored));
        var file = Assert.Single(found.Files);
        Assert.True(file.IsStandardInput);
        var read = await ReadRecords.FromAsync(RecordReaders.For(file, new ReadOptions()), file.Open());
        Assert.Equal(["{\"id\":1}", "{\"id\":2}"], read.Texts);
        Assert.Empty(read.Places);
    }

    [Fact]
    public void Standard_input_that_is_not_recognised_is_an_error()
    {
        var message = Refusal(() => InputDiscovery.Find(["-"], new ReadOptions(), outputFolder: null, () => new MemoryStream("id,body"u8.ToArray())));
        Assert.All(["standard input", "--format"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void What_does_not_exist_is_an_error_that_names_it()
    {
        Assert.Equal($"Nothing found at '{_folder["no.jsonl"]}'.", Refusal(() => Find(_folder["no.jsonl"])));
        Assert.Equal($"No file matches '{_folder["*.jsonl"]}'.", Refusal(() => Find(_folder["*.jsonl"])));
    }

    [Fact]
    public void A_folder_or_pattern_without_articles_is_an_error()
    {
        _folder.Write("news/a.pdf");
        Assert.StartsWith($"No article files in '{_folder["news"]}'", Refusal(() => Find(_folder["news"])), StringComparison.Ordinal);
        Assert.Contains("--format", Refusal(() => Find(_folder["news/*"])), StringComparison.Ordinal);
    }

    [Fact]
    public void The_output_directory_cannot_be_an_input()
    {
        _folder.Write("news/a.jsonl");
        Assert.Contains("output directory", Refusal(() => Find([_folder["news"]], _folder["news"] + "/")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("kept.jsonl")]
    [InlineData("removed.csv")]
    [InlineData("groups.jsonl.gz")]
    [InlineData("memberships.parquet")]
    [InlineData("rejects.json")]
    [InlineData("summary.html")]
    public void A_file_that_the_run_would_overwrite_is_refused(string name)
    {
        var path = _folder.Write("out/" + name);
        Assert.Contains("overwritten", Refusal(() => Find([path], _folder["out"])), StringComparison.Ordinal);
        Assert.Contains("overwritten", Refusal(() => Find([_folder["out/*"]], _folder["out"])), StringComparison.Ordinal);
        Assert.Single(Find([path], _folder["elsewhere"]).Files);
    }

    [Fact]
    public void Other_files_in_the_output_directory_may_be_named()
    {
        var path = _folder.Write("out/mine.jsonl");
        Assert.Single(Find([path], _folder["out"]).Files);
    }

    [Fact]
    public void What_an_earlier_run_wrote_inside_an_input_folder_is_skipped_with_a_notice()
    {
        _folder.Write("news/a.jsonl");
        _folder.Write("news/out/kept.jsonl");
        _folder.Write("news/outer/b.jsonl");
        foreach (var argument in new[] { _folder["news"], _folder["news/**/*.jsonl"] })
        {
            var found = Find([argument], _folder["news/out"]);
            Assert.Equal(["news/a.jsonl", "news/outer/b.jsonl"], Names(found));
            Assert.Contains("1 file skipped", Assert.Single(found.Notices), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void An_input_folder_inside_the_output_directory_is_read()
    {
        _folder.Write("news/a.jsonl");
        Assert.Equal(["news/a.jsonl"], Names(Find([_folder["news"]], _folder.Path)));
    }

    private static DiscoveredInputs Find(params string[] arguments) => Find(arguments, output: null);

    private static DiscoveredInputs Find(string[] arguments, string? output) => InputDiscovery.Find(arguments, new ReadOptions(), output);

    private static (InputFormat Format, Compression Compression) Kind(DiscoveredInputs found)
    {
        var file = Assert.Single(found.Files);
        return (file.Format, file.Compression);
    }

    private static string Refusal(Action find)
    {
        var message = Assert.Throws<InputException>(find).Message;
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private string[] Names(DiscoveredInputs found) =>
        [.. found.Files.Select(file => Path.GetRelativePath(_folder.Path, Path.GetFullPath(file.Path)).Replace('\\', '/'))];
}
