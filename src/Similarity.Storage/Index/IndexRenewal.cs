using System.Text;

namespace Similarity.Storage;

/// <summary>
/// Learns what the outlets of an index repeat, and computes everything anew without it: beside what is there, which is answered from
/// meanwhile, and to be taken for it in one write.
/// </summary>
internal sealed class IndexRenewal(IndexState state)
{
    private const int Together = 256;

    /// <summary>The state with what was learnt; <see langword="null"/> where that is what was known.</summary>
    public IndexState? Run(CancellationToken cancellation)
    {
        var learnt = Learn(cancellation);
        var (known, now) = (state.Rules.Options.Features.Furniture.Known.ToText(), learnt.ToText());
        if (known == now) return null;
        var next = state.NextGeneration(learnt);
        foreach (var some in Articles().Chunk(Together)) Compute(next, some, cancellation);
        Take(next, now);
        state.Close();
        return next;
    }

    private LearntFurniture Learn(CancellationToken cancellation)
    {
        var given = state.Store.Read(KeySpace.GivenFurniture) is { } text ? LearntFurniture.Parse(Encoding.UTF8.GetString(text)) : LearntFurniture.None;
        var learner = new FurnitureLearner(state.Rules.Options.Features.Furniture with { Known = given });
        var (buffer, batch) = (new ArticleBuffer(), new UnitBatch());
        foreach (var entry in Articles())
        {
            cancellation.ThrowIfCancellationRequested();
            ArticleRecord.OfThread.Read(entry.Value, buffer);
            batch.Add(buffer);
            learner.Add(batch);
            batch.Clear();
        }
        return learner.Learnt();
    }

    private static void Compute(IndexState next, StoreEntry[] some, CancellationToken cancellation)
    {
        var prepared = new PreparedArticle[some.Length];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = next.Rules.Options.Threads, CancellationToken = cancellation };
        var postings = next.Postings.Now;
        ParallelLoop.Run(some.Length, parallel, next.TakePreparation, Prepare, next.Return);
        using var change = new IndexChange(next);
        foreach (var (i, article) in prepared.Index()) change.Renew(KeySpace.ArticleOf(some[i].Key), article);
        change.CommitRenewed();
        if (next.Postings.IsFull) next.Postings.Seal();
        while (next.Postings.DueForMerge() is { Length: > 0 } due) next.Postings.Replace(next.Postings.Merge(due, cancellation));

        void Prepare(int i, ArticlePreparation preparation)
        {
            var buffer = new ArticleBuffer();
            ArticleRecord.OfThread.Read(some[i].Value, buffer);
            prepared[i] = preparation.Prepare(buffer, postings, 0);
        }
    }

    private void Take(IndexState next, string furniture)
    {
        var writer = new ByteWriter();
        var happened = next.Counters.NextEvent;
        next.Counters = next.Counters with { NextEvent = happened + 1 };
        var batch = new StoreBatch();
        batch.Put(KeySpace.Furniture, Encoding.UTF8.GetBytes(furniture));
        batch.Put(KeySpace.Event(happened), new IndexEvent(0, IndexEventKind.Relearned, null, "", []).ToBytes(writer));
        batch.Put(KeySpace.Counters, next.Counters.ToBytes(writer));
        state.Store.Write(batch, durable: true);
    }

    private IEnumerable<StoreEntry> Articles()
    {
        var (from, before) = KeySpace.Articles();
        return state.Store.Scan(from, before);
    }
}
