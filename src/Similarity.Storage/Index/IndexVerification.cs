using System.Globalization;

namespace Similarity.Storage;

/// <summary>
/// Reads everything that an index keeps and compares it: features are computed again from the articles, and every reference is followed
/// both ways.
/// </summary>
internal sealed class IndexVerification(IndexMoment moment)
{
    /// <summary>Faults after which it stops: there is no need for more.</summary>
    private const int MostFaults = 100;

    private readonly IndexRows _rows = moment.BeginRows();
    private readonly KeySpace _keys = moment.State.Keys;
    private readonly List<string> _faults = [];
    private readonly PostingList _list = new();

    /// <summary>What is wrong; empty where nothing is.</summary>
    public IReadOnlyList<string> Run(CancellationToken cancellation)
    {
        CheckArticles(cancellation);
        CheckTexts(cancellation);
        CheckGroups(cancellation);
        CheckStories(cancellation);
        return _faults;
    }

    private bool IsEnough => _faults.Count >= MostFaults;

    private void CheckArticles(CancellationToken cancellation)
    {
        var preparation = moment.State.TakePreparation();
        var buffer = new ArticleBuffer();
        var count = 0;
        var (from, before) = KeySpace.Articles();
        foreach (var entry in moment.Store.Scan(from, before))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsEnough) return;
            count++;
            var article = KeySpace.ArticleOf(entry.Key);
            try
            {
                ArticleRecord.OfThread.Read(entry.Value, buffer);
                CheckArticle(article, ArticleRecord.IdOf(entry.Value).ToArray(), preparation.Prepare(buffer, moment.Postings, 0));
            }
            catch (InvalidDataException fault)
            {
                Fault($"article {article}: {fault.Message}");
            }
        }
        moment.State.Return(preparation);
        if (count != moment.Counters.Articles) Fault($"{moment.Counters.Articles} articles are counted and {count} are there");
        var ids = moment.Store.Scan(KeySpace.Ids.From, KeySpace.Ids.Before).Count();
        if (ids != count) Fault($"{ids} identifiers are there for {count} articles");
    }

    private void CheckArticle(int article, byte[] id, PreparedArticle prepared)
    {
        if (_rows.ArticleWith(id) != article) Fault($"article {article}: its identifier leads to article {_rows.ArticleWith(id)}");
        if (article >= moment.Counters.NextArticle) Fault($"article {article}: the next number to be given is {moment.Counters.NextArticle}");
        var text = _rows.TextOf(article);
        var features = prepared.Features;
        if (text is null)
        {
            if (features.Row.Form != TextForm.Empty) Fault($"article {article}: its text is missing");
            return;
        }
        if (text.Row.Content != features.Row.Content || text.Row.Form != features.Row.Form) Fault($"article {article}: its text is not that of text {text.Number}");
        if (text.Article != article) return;
        if (!text.BandKeys.AsSpan().SequenceEqual(features.BandKeys) || !text.Fingerprints.AsSpan().SequenceEqual(features.Fingerprints)) Fault($"text {text.Number}: its keys are not those of article {article}");
        if (!text.Furniture.AsSpan().SequenceEqual(features.Furniture) || text.Row.Published != features.Row.Published || text.Row.Words != features.Row.Words) Fault($"text {text.Number}: it is not described as article {article} is");
    }

    private void CheckTexts(CancellationToken cancellation)
    {
        var count = 0;
        var (from, before) = _keys.Texts();
        foreach (var entry in moment.Store.Scan(from, before))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsEnough) return;
            count++;
            var text = StoredText.FromBytes(KeySpace.NumberOf(entry.Key), entry.Value);
            if (_rows.TextWith(text.Row.Content) != text.Number) Fault($"text {text.Number}: its content leads to text {_rows.TextWith(text.Row.Content)}");
            if (_rows.TextOf(text.Article)?.Number != text.Number) Fault($"text {text.Number}: article {text.Article} stands for it and has another");
            var copies = _rows.ArticlesOf(text).Count();
            if (copies != text.Copies) Fault($"text {text.Number}: {text.Copies} articles are counted and {copies} are there");
            if (text.Copies > 1 && _rows.ArticlesOf(text).First() != text.Article) Fault($"text {text.Number}: article {text.Article} stands for it and is not the most preferred");
            CheckPostings(text);
            CheckLinks(text.Number);
        }
        if (count != moment.Counters.Texts) Fault($"{moment.Counters.Texts} texts are counted and {count} are there");
        var contents = moment.Store.Scan(_keys.Contents.From, _keys.Contents.Before).Count();
        if (contents != count) Fault($"{contents} contents are there for {count} texts");
    }

    private void CheckPostings(StoredText text)
    {
        if (moment.Postings.IsGone(text.Number)) Fault($"text {text.Number}: it counts as gone");
        foreach (var key in PostingKey.Of(text))
        {
            moment.Postings.Find(key, _list);
            if (_list.Unkept > 0 || _list.Texts.Contains(text.Number)) continue;
            Fault(string.Create(CultureInfo.InvariantCulture, $"text {text.Number}: key {key:x} does not lead to it"));
            return;
        }
    }

    private void CheckLinks(int text)
    {
        var links = _rows.Links(text);
        foreach (var link in links.Items)
        {
            if (_rows.Text(link.Other) is null)
            {
                // One that had no room for further links does not know who is linked to it.
                if (!links.IsCrowded) Fault($"text {text}: it is linked to text {link.Other}, which is not there");
                continue;
            }
            var others = _rows.Links(link.Other);
            if (!links.IsCrowded && others.Items.Length < TextLinks.Most && !others.Items.Contains(link with { Other = text })) Fault($"text {text}: it is linked to text {link.Other}, which is not linked to it alike");
        }
    }

    private void CheckGroups(CancellationToken cancellation)
    {
        var members = 0;
        foreach (var entry in moment.Store.Scan(_keys.Standings.From, _keys.Standings.Before))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsEnough) return;
            members++;
            var (text, standing) = (KeySpace.NumberOf(entry.Key), TextStanding.FromBytes(entry.Value));
            if (_rows.Text(text) is null) Fault($"text {text}: it is in a group and is not there");
            if (_rows.Standing(standing.Canonical)?.Canonical != standing.Canonical) Fault($"text {text}: text {standing.Canonical} is its canonical and does not stand for a group");
            if (moment.Store.Read(_keys.Member(standing.Canonical, text)) is null) Fault($"text {text}: the group of text {standing.Canonical} lacks it");
        }
        var listed = moment.Store.Scan(_keys.AllMembers.From, _keys.AllMembers.Before).Count();
        if (listed != members) Fault($"{listed} members of groups are listed and {members} are there");
    }

    private void CheckStories(CancellationToken cancellation)
    {
        var (stories, described) = (0, 0);
        foreach (var entry in moment.Store.Scan(_keys.Stories.From, _keys.Stories.Before))
        {
            cancellation.ThrowIfCancellationRequested();
            if (IsEnough) return;
            stories++;
            var (text, story) = (KeySpace.NumberOf(entry.Key), System.Text.Encoding.UTF8.GetString(entry.Value));
            if (_rows.Text(text) is null) Fault($"text {text}: it is in a story and is not there");
            if (moment.Store.Read(_keys.StoryMember(story, text)) is null) Fault($"text {text}: its story lacks it");
            // Of those that are too old for stories only the name is left.
            if (moment.Store.Read(_keys.StoryText(text)) is not { } row) continue;
            described++;
            _ = StoryTextRow.FromBytes(row);
        }
        var listed = moment.Store.Scan(_keys.AllStoryMembers.From, _keys.AllStoryMembers.Before).Count();
        var kept = moment.Store.Scan(_keys.StoryTexts.From, _keys.StoryTexts.Before).Count();
        if (listed != stories || kept != described) Fault($"{stories} texts are in stories and {listed} listed there; {kept} are described, of which {described} are in stories");
    }

    private void Fault(string fault) => _faults.Add(fault);
}
