using System.Buffers.Binary;

namespace Similarity.Storage;

/// <summary>
/// The keys of an index. The first byte says what a value is. What is computed of articles has a second one, its generation:
/// all of it can be computed anew beside the old, and be taken for it at once.
/// <code>
/// 01 name                       header, counters, learnt furniture, list of segments
/// 10 article                    what was given of an article, and when
/// 11 identifier                 its article
/// 12 outlet                     its number
/// 13 event                      what changed
/// 20 generation text            features of a text
/// 21 generation content hash    its text
/// 22 generation text order      the articles that have the identical text, most preferred first; where there are several
/// 23 generation article         its text; where that is not the number of the article itself
/// 24 generation text            the texts that it is a candidate with
/// 25 generation text            what became of it: its canonical and the match that it rests on; where it does not stand alone
/// 26 generation canonical text  the members of a group
/// 27 generation segment block   postings
/// 28 generation segment part    directory and filter of a segment
/// 29 generation text            a text that is gone and still has postings
/// 2A generation text            what stories need of a text
/// 2B generation text            the name of its story
/// 2C generation name text       the texts of a story
/// </code>
/// Numbers in keys are big-endian, so that they come in order.
/// </summary>
internal sealed class KeySpace(byte generation)
{
    private const byte NameTable = 0x01;
    private const byte ArticleTable = 0x10;
    private const byte IdTable = 0x11;
    private const byte OutletTable = 0x12;
    private const byte EventTable = 0x13;
    private const byte FirstDerived = 0x20;
    private const byte TextTable = 0x20;
    private const byte ContentTable = 0x21;
    private const byte CopyTable = 0x22;
    private const byte TextOfTable = 0x23;
    private const byte LinkTable = 0x24;
    private const byte StandingTable = 0x25;
    private const byte MemberTable = 0x26;
    private const byte BlockTable = 0x27;
    private const byte SegmentTable = 0x28;
    private const byte GoneTable = 0x29;
    private const byte StoryTextTable = 0x2A;
    private const byte StoryTable = 0x2B;
    private const byte StoryMemberTable = 0x2C;
    private const byte LastDerived = 0x2C;

    /// <summary>Which of several computations of everything the keys belong to.</summary>
    public byte Generation { get; } = generation;

    public static byte[] Header { get; } = Name("header");

    public static byte[] Furniture { get; } = Name("furniture");

    /// <summary>The phrases that furniture is told by.</summary>
    public static byte[] Phrases { get; } = Name("phrases");

    /// <summary>What was known of furniture when the index was made.</summary>
    public static byte[] GivenFurniture { get; } = Name("given furniture");

    public static byte[] Counters { get; } = Name("counters");

    public byte[] Segments { get; } = [NameTable, .. "segments"u8, generation];

    public static byte[] Article(int article) => Of(ArticleTable, article);

    public static (byte[] From, byte[] Before) Articles(int from = 0) => (Article(from), [ArticleTable + 1]);

    public static int ArticleOf(byte[] key) => Read(key, 1);

    public static byte[] Id(ReadOnlySpan<byte> id) => [IdTable, .. id];

    public static (byte[] From, byte[] Before) Ids { get; } = ([IdTable], [IdTable + 1]);

    public static byte[] Outlet(ReadOnlySpan<byte> name) => [OutletTable, .. name];

    public static (byte[] From, byte[] Before) Outlets { get; } = ([OutletTable], [OutletTable + 1]);

    public static string OutletOf(byte[] key) => System.Text.Encoding.UTF8.GetString(key.AsSpan(1));

    public static (byte[] From, byte[] Before) Events(long from) => (Event(from), [EventTable + 1]);

    public static byte[] Event(long number)
    {
        var key = new byte[9];
        key[0] = EventTable;
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(1), number);
        return key;
    }

    public static long EventOf(byte[] key) => BinaryPrimitives.ReadInt64BigEndian(key.AsSpan(1));

    public byte[] Text(int text) => Derived(TextTable, text);

    public (byte[] From, byte[] Before) Texts(int from = 0) => (Text(from), End(TextTable));

    public byte[] Content(UInt128 content)
    {
        var key = new byte[18];
        (key[0], key[1]) = (ContentTable, Generation);
        BinaryPrimitives.WriteUInt128BigEndian(key.AsSpan(2), content);
        return key;
    }

    public (byte[] From, byte[] Before) Contents => ([ContentTable, Generation], End(ContentTable));

    /// <summary>The key of an article among those with the identical text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="place">Place of its outlet among the preferred ones; 0 where that does not matter.</param>
    /// <param name="moment">When it was published, at the latest; 0 where that does not matter.</param>
    /// <param name="article">The article.</param>
    public byte[] Copy(int text, uint place, long moment, int article)
    {
        var key = new byte[2 + 4 + 4 + 8 + 4];
        Derived(CopyTable, text).CopyTo(key, 0);
        BinaryPrimitives.WriteUInt32BigEndian(key.AsSpan(6), place);
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(10), moment);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(18), article);
        return key;
    }

    public (byte[] From, byte[] Before) Copies(int text) => (Derived(CopyTable, text), Derived(CopyTable, text + 1));

    public (byte[] From, byte[] Before) AllCopies => ([CopyTable, Generation], End(CopyTable));

    public static int ArticleOfCopy(byte[] key) => Read(key, 18);

    public byte[] TextOf(int article) => Derived(TextOfTable, article);

    public byte[] Links(int text) => Derived(LinkTable, text);

    public (byte[] From, byte[] Before) AllLinks => ([LinkTable, Generation], End(LinkTable));

    public byte[] Standing(int text) => Derived(StandingTable, text);

    public (byte[] From, byte[] Before) Standings => ([StandingTable, Generation], End(StandingTable));

    public byte[] Member(int canonical, int text)
    {
        var key = new byte[10];
        Derived(MemberTable, canonical).CopyTo(key, 0);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(6), text);
        return key;
    }

    public (byte[] From, byte[] Before) Members(int canonical) => (Derived(MemberTable, canonical), Derived(MemberTable, canonical + 1));

    public (byte[] From, byte[] Before) AllMembers => ([MemberTable, Generation], End(MemberTable));

    public static (int Canonical, int Text) MemberOf(byte[] key) => (Read(key, 2), Read(key, 6));

    public byte[] Block(int segment, int block)
    {
        var key = new byte[10];
        Derived(BlockTable, segment).CopyTo(key, 0);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(6), block);
        return key;
    }

    public (byte[] From, byte[] Before) Blocks(int segment) => (Derived(BlockTable, segment), Derived(BlockTable, segment + 1));

    public byte[] SegmentPart(int segment, int part)
    {
        var key = new byte[10];
        Derived(SegmentTable, segment).CopyTo(key, 0);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(6), part);
        return key;
    }

    public (byte[] From, byte[] Before) SegmentParts(int segment) => (Derived(SegmentTable, segment), Derived(SegmentTable, segment + 1));

    public byte[] Gone(int text) => Derived(GoneTable, text);

    public (byte[] From, byte[] Before) AllGone => ([GoneTable, Generation], End(GoneTable));

    public byte[] StoryText(int text) => Derived(StoryTextTable, text);

    public (byte[] From, byte[] Before) StoryTexts => ([StoryTextTable, Generation], End(StoryTextTable));

    public byte[] Story(int text) => Derived(StoryTable, text);

    public (byte[] From, byte[] Before) Stories => ([StoryTable, Generation], End(StoryTable));

    public byte[] StoryMember(string story, int text)
    {
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, text);
        return [StoryMemberTable, Generation, .. System.Text.Encoding.UTF8.GetBytes(story), 0, .. number];
    }

    public (byte[] From, byte[] Before) StoryMembers(string story) =>
        ([StoryMemberTable, Generation, .. System.Text.Encoding.UTF8.GetBytes(story), 0], [StoryMemberTable, Generation, .. System.Text.Encoding.UTF8.GetBytes(story), 1]);

    public (byte[] From, byte[] Before) AllStoryMembers => ([StoryMemberTable, Generation], End(StoryMemberTable));

    public static int TextOfStoryMember(byte[] key) => Read(key, key.Length - 4);

    /// <summary>The name of the story, behind which stand a 0 and the text.</summary>
    public static ReadOnlySpan<byte> StoryOfMember(byte[] key) => key.AsSpan(2, key.Length - 2 - 5);

    /// <summary>The number behind the generation.</summary>
    public static int NumberOf(byte[] key) => Read(key, 2);

    /// <summary>All that was computed in this generation.</summary>
    public IEnumerable<(byte[] From, byte[] Before)> EverythingDerived => Tables(FirstDerived, LastDerived);

    /// <summary>All keys, by what is kept under them. Of what is computed, that of other generations is left out.</summary>
    public IEnumerable<(string Name, (byte[] From, byte[] Before)[] Ranges)> Kinds =>
    [
        ("articles", [Articles()]),
        ("identifiers", [Ids, Outlets]),
        ("events", [Events(0)]),
        ("texts", [.. Tables(TextTable, TextOfTable)]),
        ("groups", [.. Tables(LinkTable, MemberTable)]),
        ("postings", [.. Tables(BlockTable, GoneTable)]),
        ("stories", [.. Tables(StoryTextTable, StoryMemberTable)]),
    ];

    private IEnumerable<(byte[] From, byte[] Before)> Tables(byte first, byte last)
    {
        for (var table = first; table <= last; table++) yield return ([table, Generation], End(table));
    }

    private byte[] End(byte table) => Generation == byte.MaxValue ? [(byte)(table + 1)] : [table, (byte)(Generation + 1)];

    private byte[] Derived(byte table, int number)
    {
        var key = new byte[6];
        (key[0], key[1]) = (table, Generation);
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(2), number);
        return key;
    }

    private static byte[] Of(byte table, int number)
    {
        var key = new byte[5];
        key[0] = table;
        BinaryPrimitives.WriteInt32BigEndian(key.AsSpan(1), number);
        return key;
    }

    private static byte[] Name(string name) => [NameTable, .. System.Text.Encoding.ASCII.GetBytes(name)];

    private static int Read(byte[] key, int at) => BinaryPrimitives.ReadInt32BigEndian(key.AsSpan(at));
}
