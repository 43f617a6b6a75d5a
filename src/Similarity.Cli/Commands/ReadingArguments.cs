using System.CommandLine;
using System.CommandLine.Parsing;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>The options that say how inputs are read, for every command that reads articles.</summary>
internal sealed class ReadingArguments
{
    private readonly Option<InputFormat?> _format;

    private readonly Option<string?> _id = Field("--id-field", "identifier", FieldNames.Default.Id);
    private readonly Option<string?> _outlet = Field("--outlet-field", "outlet", FieldNames.Default.Outlet);
    private readonly Option<string?> _title = Field("--title-field", "headline", FieldNames.Default.Title);
    private readonly Option<string?> _body = Field("--body-field", "text", FieldNames.Default.Body);
    private readonly Option<string?> _published = Field("--published-field", "time of publication", FieldNames.Default.Published);
    private readonly Option<string?> _url = Field("--url-field", "address", FieldNames.Default.Url);
    private readonly Option<string?> _language = Field("--language-field", "language", FieldNames.Default.Language);

    private readonly Option<int> _maxRecord = new("--max-record-mb")
    {
        Description = "Largest record, in megabytes; a larger one is rejected.",
        HelpName = "MB",
        DefaultValueFactory = _ => 32,
    };

    /// <param name="fromPipe">Whether articles come from standard input, which is read as JSON Lines and nothing else.</param>
    public ReadingArguments(bool fromPipe = false)
    {
        _format = fromPipe
            ? new Option<InputFormat?>("--format") { Description = "Format of standard input: JSON Lines. 'similarity index add' takes files of other formats.", HelpName = "jsonl", CustomParser = ParsePipeFormat }
            : new Option<InputFormat?>("--format") { Description = "Format of every input (default: by extension).", HelpName = "jsonl|json|csv|tsv|parquet|text|html", CustomParser = ParseFormat };
        Checks.InRange(_maxRecord, 1, 1024);
        foreach (var field in new[] { _id, _outlet, _title, _body, _published, _url, _language }) Checks.NotEmpty(field);
    }

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _format, _id, _outlet, _title, _body, _published, _url, _language, _maxRecord }) command.Add(option);
    }

    public ReadOptions Read(ParseResult parsed)
    {
        return new ReadOptions
        {
            Format = parsed.GetValue(_format),
            MaxRecordBytes = parsed.GetValue(_maxRecord) << 20,
            Fields = new FieldNames
            {
                Id = Names(_id, FieldNames.Default.Id),
                Outlet = Names(_outlet, FieldNames.Default.Outlet),
                Title = Names(_title, FieldNames.Default.Title),
                Body = Names(_body, FieldNames.Default.Body),
                Published = Names(_published, FieldNames.Default.Published),
                Url = Names(_url, FieldNames.Default.Url),
                Language = Names(_language, FieldNames.Default.Language),
                BodyIsRequired = parsed.GetValue(_body) is not null,
            },
        };

        IReadOnlyList<string> Names(Option<string?> option, IReadOnlyList<string> usual) =>
            parsed.GetValue(option) is { } name ? [name] : usual;
    }

    private static Option<string?> Field(string name, string what, IReadOnlyList<string> usual) => new(name)
    {
        Description = $"Field that holds the {what} (default: {string.Join(", ", usual)}).",
        HelpName = "NAME",
    };

    private static InputFormat? ParsePipeFormat(ArgumentResult result)
    {
        if (result.Tokens[^1].Value.ToLowerInvariant() is "jsonl" or "ndjson" or "jsonlines") return InputFormat.JsonLines;
        result.AddError($"--format: '{result.Tokens[^1].Value}' is not jsonl: standard input is read as JSON Lines; 'similarity index add' takes files of other formats.");
        return null;
    }

    private static InputFormat? ParseFormat(ArgumentResult result)
    {
        switch (result.Tokens[^1].Value.ToLowerInvariant())
        {
            case "jsonl" or "ndjson" or "jsonlines": return InputFormat.JsonLines;
            case "json": return InputFormat.Json;
            case "csv": return InputFormat.Csv;
            case "tsv": return InputFormat.Tsv;
            case "parquet": return InputFormat.Parquet;
            case "text" or "txt": return InputFormat.Text;
            case "html": return InputFormat.Html;
            default:
                result.AddError($"--format: '{result.Tokens[^1].Value}' is none of jsonl, json, csv, tsv, parquet, text, html.");
                return null;
        }
    }
}
