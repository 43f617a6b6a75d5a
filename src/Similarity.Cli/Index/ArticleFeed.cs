using System.Threading.Channels;
using Similarity.Formats;

namespace Similarity.Cli;

/// <summary>
/// Articles as they come in, read and parsed ahead of whoever takes them, but only so far: what is not taken is not read.
/// </summary>
internal sealed class ArticleFeed(ReadOptions options)
{
    /// <summary>Blocks of records that are read ahead.</summary>
    private const int BlocksAhead = 8;

    private readonly Channel<List<FeedItem>> _blocks = Channel.CreateBounded<List<FeedItem>>(BlocksAhead);

    /// <summary>The items, some at a time; complete where the inputs are, or with what went wrong.</summary>
    public ChannelReader<List<FeedItem>> Items => _blocks.Reader;

    /// <summary>Reads JSON Lines from standard input, each as soon as it is there.</summary>
    public Task ReadStandardInputAsync(CancellationToken cancellation) => RunAsync(async () =>
    {
        await using var input = Console.OpenStandardInput();
        var blocks = new JsonLinesReader(options with { IsLive = true, BlockBytes = 1 << 18 }).ReadAsync(input, cancellation);
        await ReadAsync(null, InterruptibleBlocks.Of(blocks, cancellation), cancellation);
    });

    /// <summary>Reads files, one after the other.</summary>
    public Task ReadFilesAsync(IReadOnlyList<InputFile> files, CancellationToken cancellation) => RunAsync(async () =>
    {
        foreach (var file in files)
        {
            await using var content = file.Open();
            var blocks = RecordReaders.For(file, options with { BlockBytes = 1 << 18 }).ReadAsync(content, cancellation);
            await ReadAsync(file.Path, file.Opened is null ? blocks : InterruptibleBlocks.Of(blocks, cancellation), cancellation);
        }
    });

    private async Task RunAsync(Func<Task> read)
    {
        try
        {
            await Task.Run(read);
            _blocks.Writer.Complete();
        }
        catch (Exception fault)
        {
            // Whoever takes the items is told, when all that came before have been taken.
            _blocks.Writer.Complete(fault);
        }
    }

    private async Task ReadAsync(string? input, IAsyncEnumerable<RecordBlock> blocks, CancellationToken cancellation)
    {
        var parser = new ArticleParser(options.Fields);
        await foreach (var block in blocks)
        {
            using (block)
            {
                var items = block.Faults.ConvertAll(fault => new FeedItem(input, fault.Line, null, fault));
                foreach (var record in block.Records)
                {
                    var article = new ArticleBuffer();
                    var fault = parser.Parse(block[record], article, out var notice);
                    items.Add(new FeedItem(input, record.Line, fault is null ? article : null, fault ?? notice));
                }
                items.Sort(static (a, b) => a.Line.CompareTo(b.Line));
                if (items.Count > 0) await _blocks.Writer.WriteAsync(items, cancellation);
            }
        }
    }
}
