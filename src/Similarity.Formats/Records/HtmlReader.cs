using System.Globalization;
using System.Runtime.CompilerServices;
using AngleSharp.Html.Dom;
using SmartReader;

namespace Similarity.Formats;

/// <summary>
/// Reads a saved web page as one article: its title and main text, without what the page has around them. The
/// <paramref name="name"/> of the file becomes the article's identifier.
/// </summary>
internal sealed class HtmlReader(ReadOptions options, string name) : IRecordReader
{
    /// <summary>Relative addresses in a saved page lead nowhere, but its reader wants to resolve them.</summary>
    private const string BaseAddress = "https://page.invalid/";

    /// <summary>Beyond this many elements a page is no article, and the time to look for one grows with their square.</summary>
    private const int MaxElements = 20_000;

    public async IAsyncEnumerable<RecordBlock> ReadAsync(
        Stream content, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var (bytes, fault) = await WholeContent.ReadAsync(content, options, cancellation);
        var block = new RecordBlock(options.BlockBytes) { InputPosition = InputContent.StoredPositionOf(content) };
        if (fault is not null) block.Faults.Add(fault.Value);
        else await WriteAsync(HtmlEncoding.Decode(bytes.Span), block, cancellation);
        yield return block;
    }

    private async ValueTask WriteAsync(string html, RecordBlock block, CancellationToken cancellation)
    {
        if (HtmlPage.Parse(html) is not { } document)
        {
            block.Faults.Add(new RecordFault(0, null, $"The page is nested more than {HtmlPage.MaxDepth} levels deep."));
            return;
        }

        // The reader takes the document apart, so that what it may not find is taken from it before.
        var address = CanonicalAddress(document);
        var (wholeTitle, wholeText) = (document.Title, document.Body is { } body ? PageText.Of(body) : "");
        string? mainText = null;
        using var reader = new Reader(BaseAddress, document) { MaxElemsToParse = MaxElements };
        reader.AddCustomOperationEnd(main => mainText = PageText.Of(main));
        var article = await reader.GetArticleAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();

        var isArticle = article.Completed && article.IsReadable && !string.IsNullOrWhiteSpace(mainText);
        if (!isArticle)
        {
            block.Faults.Add(new RecordFault(0, null, "No article was found in the page; all of its text was taken.", RejectOutcome.Noted));
        }
        using var writer = new RecordWriter(options);
        writer.Begin();
        writer.Json.WriteString("id"u8, name);
        writer.WriteIfAny("url"u8, address);
        writer.WriteIfAny("outlet"u8, article.SiteName);
        writer.WriteIfAny("title"u8, string.IsNullOrWhiteSpace(article.Title) ? wholeTitle : article.Title);
        writer.WriteIfAny("published"u8, Published(article.PublicationDate));
        writer.WriteIfAny("language"u8, article.Language);
        writer.Json.WriteString("body"u8, isArticle ? mainText : wholeText);
        writer.Complete(block, line: 1);
    }

    private static string? CanonicalAddress(IHtmlDocument document)
    {
        var address = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href")
            ?? document.QuerySelector("meta[property='og:url']")?.GetAttribute("content");
        return Uri.TryCreate(address?.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? address!.Trim() : null;
    }

    /// <summary>The reader gives times with an offset in the time of this machine, which is nobody's business.</summary>
    private static string? Published(DateTime? time) => time switch
    {
        null or { Year: 1 } => null,
        { Kind: DateTimeKind.Local } local => local.ToUniversalTime().ToString("o", CultureInfo.InvariantCulture),
        { } other => other.ToString("o", CultureInfo.InvariantCulture),
    };
}
