using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Similarity.Cli;

/// <summary><c>similarity index export</c>: the articles of an index as JSON Lines.</summary>
internal static class IndexExportCommand
{
    public static Command Create()
    {
        var index = new IndexArguments();
        var command = new Command("export", "Write all articles to standard output as JSON Lines, in the order in which they arrived: to keep, or to make another index of.");
        index.AddTo(command);
        command.SetAction((parsed, cancellation) =>
        {
            using var opened = index.OpenReader(parsed);
            using var output = new BufferedStream(Console.OpenStandardOutput(), 1 << 16);
            using var json = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
            foreach (var entry in opened.Articles())
            {
                cancellation.ThrowIfCancellationRequested();
                json.Reset();
                json.WriteStartObject();
                json.WriteString("id", entry.Article.Id);
                WriteText("outlet", entry.Article.Outlet);
                WriteText("title", entry.Article.Title);
                if (entry.Article.Published is { } published) json.WriteString("published", published);
                WriteText("url", entry.Article.Url);
                WriteText("language", entry.Article.Language);
                json.WriteString("body", entry.Article.Body ?? "");
                json.WriteString("added", entry.Added);
                json.WriteEndObject();
                json.Flush();
                output.WriteByte((byte)'\n');
            }
            output.Flush();
            return Task.FromResult(ExitCode.Done);

            void WriteText(string name, string? text)
            {
                if (text is not null) json.WriteString(name, text);
            }
        });
        return command;
    }
}
