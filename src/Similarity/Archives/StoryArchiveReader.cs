using System.Text;

namespace Similarity;

/// <summary>Reads one archive of stories, part by part.</summary>
/// <remarks>Not thread-safe.</remarks>
internal sealed class StoryArchiveReader(Stream stream)
{
    /// <summary>A cosine less a level and penalties stays within this.</summary>
    private const float MostCloseness = 1 << 10;

    private readonly ArchiveReader _reader = new(stream);

    public (StoryResult Result, byte[] Attachment) Read(double? threshold, CancellationToken cancellation)
    {
        ReadHeader();
        var (floor, options) = ReadOptions();
        var table = ReadArticles();
        var articles = new DeduplicationResult(table, new DeduplicationOptions(), new BandLayout(1, 1), verified: 0, ReadGroups(table));
        var texts = StoryTexts.Of(articles);
        var (vectors, levels) = ReadTexts(texts.Count, ReadTerms());
        var edges = ReadEdges(texts.Count);
        var measure = new StoryMeasure(vectors, levels, texts, options, ReadEmbedded(articles.Count));
        var attachment = _reader.Bytes("the length of what is attached");
        _reader.Complete();
        // Before any work is done for it.
        if (threshold is { } wanted)
        {
            if (wanted < floor - 1e-9) throw new ArgumentOutOfRangeException(nameof(threshold), wanted, FormattableString.Invariant($"Pairs are known from {floor} on."));
            options = options with { Threshold = wanted };
        }
        return (new StoryResult(articles, measure, edges, floor, options, cancellation), attachment);
    }

    private void ReadHeader()
    {
        ulong magic;
        try
        {
            magic = _reader.Fixed();
        }
        catch (InvalidDataException)
        {
            magic = 0;
        }
        if (magic != StoryArchive.Magic) throw new InvalidDataException("holds no stories that a run has kept.");
        var format = _reader.Number(0, long.MaxValue, "the number of its format");
        if (format != StoryArchive.Format) throw new InvalidDataException(FormattableString.Invariant($"has format {format}; this version reads format {StoryArchive.Format}. Run stories anew."));
        if (_reader.Fixed() != BackgroundFrequencies.Default.Fingerprint) throw new InvalidDataException("was written with other background frequencies than this version has. Run stories anew.");
    }

    private (double Floor, StoryOptions Options) ReadOptions()
    {
        var floor = _reader.Double(-1, 1, "the least closeness");
        return (floor, new StoryOptions
        {
            Threshold = _reader.Double(-1, 1, "the threshold"),
            KeptFrom = _reader.Double(-1, 1, "the closeness that pairs are kept from"),
            DayPenalty = _reader.Double(0, 1, "the penalty of a day"),
            OutletPenalty = _reader.Double(0, 1, "the penalty of an outlet"),
            FreeDays = _reader.Count("the number of free days"),
            SplitsByNames = _reader.Byte() != 0,
        });
    }

    private ArticleTable ReadArticles()
    {
        var table = new ArticleTable(1);
        var outlets = _reader.Count("the number of outlets");
        for (var outlet = 0; outlet < outlets; outlet++)
        {
            if (table.AddOutlet(_reader.Bytes("the length of an outlet's name")) != outlet) throw ArchiveReader.Damaged("an outlet is named twice");
        }
        var count = _reader.Count("the number of articles");
        for (var article = 0; article < count; article++)
        {
            var id = _reader.Bytes("the length of an identifier");
            var row = new ArticleRow
            {
                Outlet = _reader.Count("the number of an outlet", outlets) - 1,
                Published = _reader.Number(0, DateTime.MaxValue.Ticks + 1, "a time of publication") - 1,
            };
            if (row.Published < 0) row.Published = long.MaxValue;
            var low = _reader.Fixed();
            row.Content = new UInt128(_reader.Fixed(), low);
            var flags = _reader.Byte();
            row.Form = (TextForm)(flags & ((1 << StoryArchive.FormBits) - 1));
            row.IdDerived = (flags >> StoryArchive.FormBits) != 0;
            table.Add(row, id);
        }
        return table;
    }

    private List<TextGroup> ReadGroups(ArticleTable table)
    {
        var groups = new List<TextGroup>();
        var grouped = new HashSet<int>();
        for (var left = _reader.Count("the number of groups", table.Count); left > 0; left--)
        {
            var name = Encoding.UTF8.GetString(_reader.Bytes("the length of a group's name"));
            var canonical = Article();
            var members = new List<Match>();
            for (var member = _reader.Count("the number of a group's members", table.Count); member > 0; member--)
            {
                var (article, other) = (Article(), Index());
                var flags = _reader.Byte();
                if ((flags >> 1) > (int)MatchKind.Derived) throw ArchiveReader.Damaged("a match is of no known kind");
                members.Add(new Match(article, other, (MatchKind)(flags >> 1), default, (flags & 1) != 0));
            }
            groups.Add(new TextGroup(name, canonical, members));
        }
        return groups;

        int Index() => _reader.Count("the index of an article", table.Count - 1);

        int Article()
        {
            var article = Index();
            return grouped.Add(article) ? article : throw ArchiveReader.Damaged("an article is in two groups");
        }
    }

    private (List<uint> Hashes, TermTable Table) ReadTerms()
    {
        var (hashes, table) = (new List<uint>(), new TermTable());
        var last = 0L;
        for (var left = _reader.Count("the number of terms"); left > 0; left--)
        {
            last += _reader.Number(hashes.Count == 0 ? 0 : 1, uint.MaxValue - last, "the step to a term");
            hashes.Add((uint)last);
            table.Name((uint)last, _reader.Bytes("the length of a word", ushort.MaxValue));
        }
        return (hashes, table);
    }

    private (CollectedTermVectors Vectors, List<float> Levels) ReadTexts(int texts, (List<uint> Hashes, TermTable Table) known)
    {
        var (levels, lengths) = (new List<float>(), new List<double>());
        var (terms, counts) = (new List<uint>(), new List<ushort>());
        for (var text = 0; text < texts; text++)
        {
            var language = (byte)_reader.Count("a language", TextLanguage.Count - 1);
            levels.Add(_reader.Float(-1, 2, "a level"));
            var length = _reader.Double(0, double.MaxValue, "the length of a vector");
            lengths.Add(length);
            terms.Clear();
            counts.Clear();
            var term = -1;
            for (var left = _reader.Count("the number of a text's terms", length > 0 ? known.Hashes.Count : 0); left > 0; left--)
            {
                term += _reader.Count("the step to a term of a text", known.Hashes.Count - 1 - term);
                terms.Add(known.Hashes[Math.Max(0, term)]);
                var packed = _reader.Number(1 << 1, (TermOccurrence.MaxCount << 1) | 1, "the count of a term");
                counts.Add(new TermOccurrence(terms[^1], (int)(packed >> 1), (packed & 1) != 0).Packed);
            }
            for (var i = 1; i < terms.Count; i++)
            {
                if (terms[i - 1] >= terms[i]) throw ArchiveReader.Damaged("a text has a term twice");
            }
            known.Table.Add(language, [.. terms], [.. counts]);
        }
        return (new CollectedTermVectors(known.Table, BackgroundFrequencies.Default, [.. lengths]), levels);
    }

    private List<StoryEdge> ReadEdges(int texts)
    {
        var edges = new List<StoryEdge>();
        var a = 0;
        for (var left = _reader.Count("the number of pairs"); left > 0; left--)
        {
            a += _reader.Count("the step to a pair", Math.Max(0, texts - 2 - a));
            var b = a + (int)_reader.Number(1, texts - 1 - a, "the distance of two texts");
            edges.Add(new StoryEdge(a, b, _reader.Float(-MostCloseness, MostCloseness, "a closeness")));
        }
        return edges;
    }

    private VectorTable? ReadEmbedded(int articles)
    {
        var dimension = _reader.Count("the dimension of vectors", VectorTable.MaxDimension);
        if (dimension == 0) return null;
        var (table, row) = (new VectorTable(dimension), new float[dimension]);
        for (var article = 0; article < articles; article++)
        {
            for (var i = 0; i < dimension; i++) row[i] = _reader.Float(-2, 2, "a value of a vector");
            table.AddRow(row);
        }
        return table;
    }
}
