using System.Runtime.CompilerServices;

namespace Similarity.Formats;

/// <summary>
/// Blocks of an input that is a pipe. Reading from one blocks until somebody writes, and nothing but the end of the
/// process ends that: a run that is stopped leaves the read behind, so that it can clean up and go.
/// </summary>
internal static class InterruptibleBlocks
{
    public static async IAsyncEnumerable<RecordBlock> Of(
        IAsyncEnumerable<RecordBlock> blocks, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var reader = blocks.GetAsyncEnumerator(cancellation);
        Task<bool>? next = null;
        try
        {
            while (true)
            {
                next = Task.Run(() => reader.MoveNextAsync().AsTask(), CancellationToken.None);
                if (!await next.WaitAsync(cancellation)) break;
                yield return reader.Current;
            }
        }
        finally
        {
            if (next is null or { IsCompleted: true }) await reader.DisposeAsync();
        }
    }
}
