using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>Pages of series that differ in names and figures, invented: weather, markets, notices and quizzes.</summary>
internal static class Templates
{
    private static readonly string[] Places = ["Skerrow", "Harlow Bay", "Upper Eastmoor", "Norbury", "Corran", "Walden Hill", "Brackford", "Kessel"];
    private static readonly string[] Names = ["Agnes Pell", "Rudi Marsh", "Ione Castellan", "Bert Oduya", "Clara Voss", "Teodor Lind", "Maeve Quarrie", "Idris Holm"];
    private static readonly string[] Trades = ["teacher", "welder", "nurse", "ferryman", "printer", "grocer", "surveyor", "organist"];
    private static readonly string[] Verbs = ["opens", "loses", "approves", "rejects", "celebrates", "inspects", "repairs", "sells"];
    private static readonly string[] Things = ["bridge", "library", "harbour wall", "bus line", "choir", "fish market", "school", "lighthouse"];

    public static string Headline(ref CorpusRandom random) => $"{Pick(Places, ref random)} {Pick(Verbs, ref random)} its {Pick(Things, ref random)} after {2 + random.Below(40)} years";

    public static Draft Page(int series, ref CorpusRandom random) => (series % 4) switch
    {
        0 => Weather(ref random),
        1 => Markets(ref random),
        2 => Notice(ref random),
        _ => Quiz(ref random),
    };

    private static Draft Weather(ref CorpusRandom random)
    {
        var place = Pick(Places, ref random);
        return new Draft($"Weather for {place}",
        [
            $"The weather desk expects {Pick(["rain", "sun", "fog", "sleet"], ref random)} in {place} today, with a high of {random.Below(30)} degrees and a low of {random.Below(10)}.",
            $"Winds will average {10 + random.Below(60)} kilometres an hour, with gusts of up to {70 + random.Below(50)} kilometres an hour on open ground and along the shore. Up to {random.Below(40)} millimetres of rain may fall before the evening.",
            $"Residents of {place} are advised to tie down loose objects, to keep clear of sea walls and old trees, and to look in on neighbours who live alone.",
            $"Drivers of high vehicles should avoid the road to {Pick(Places, ref random)} until the warning has been lifted, and take the ferry instead where it runs.",
            $"The next bulletin for {place} will be published at {1 + random.Below(11)} o'clock. In an emergency call 112; for fallen branches ring the council.",
        ]);
    }

    private static Draft Markets(ref CorpusRandom random) => new($"Fish prices at {Pick(Places, ref random)}",
    [
        $"Prices at the morning auction moved little on a day of {Pick(["thin", "brisk", "steady", "quiet"], ref random)} trade, the harbour office said in its daily note to members.",
        string.Create(CultureInfo.InvariantCulture, $"Cod closed at {2 + random.Share():n2} crowns a kilogram, haddock at {2 + random.Share():n2}, plaice at {1 + random.Share():n2} and crab at {4 + random.Share():n2}; {100 + random.Below(900)} boxes were landed by {3 + random.Below(20)} boats."),
        $"The largest single lot went to {Pick(Names, ref random)} of {Pick(Places, ref random)}, who paid {200 + random.Below(800)} crowns for a mixed catch.",
        $"Members are reminded that ice must be ordered before {3 + random.Below(5)} in the morning and that the quay is closed to lorries while the crane is at work.",
        "Figures are collected by the harbour office and are believed to be right, but no claim can be founded on them. Prices are for gutted fish, head on.",
    ]);

    private static Draft Notice(ref CorpusRandom random)
    {
        var (name, place) = (Pick(Names, ref random), Pick(Places, ref random));
        return new Draft($"{name}, {60 + random.Below(38)}, of {place}",
        [
            $"{name} of {place}, a retired {Pick(Trades, ref random)}, died peacefully at home on {Pick(["Monday", "Tuesday", "Friday", "Sunday"], ref random)} after a short illness. The family was present.",
            $"Born in {Pick(Places, ref random)} in {1925 + random.Below(35)}, {name} worked for {10 + random.Below(30)} years in {place} and was known to many for a quiet voice and a good hand at cards.",
            $"Survivors include {1 + random.Below(5)} children, {1 + random.Below(9)} grandchildren and a sister, {Pick(Names, ref random)}, of {Pick(Places, ref random)}.",
            $"A service will be held at the chapel in {place} at {9 + random.Below(3)} in the morning. In place of flowers the family asks for gifts to the lifeboat, which may be left at the door of the chapel or sent to its treasurer.",
            "Arrangements are in the hands of the cooperative funeral home, whose office is open every weekday and which can be reached at night by telephone.",
        ]);
    }

    private static Draft Quiz(ref CorpusRandom random) => new($"The weekly quiz, number {100 + random.Below(900)}",
    [
        $"How closely did you follow the news from {Pick(Places, ref random)} this week? Test yourself with {5 + random.Below(10)} questions, and see how you did against the rest of our readers.",
        $"Last week {100 + random.Below(5000)} of you took part; {random.Below(60)} had every answer right, and {Pick(Names, ref random)} of {Pick(Places, ref random)} was drawn as the winner of the tea towel.",
        $"The hardest question was the one about the {Pick(Things, ref random)}, which only {5 + random.Below(40)} in a hundred got right. The easiest was the one about the {Pick(Things, ref random)}.",
        "There is one right answer to each question. You can go back and change an answer until you hand in your sheet; after that it counts. The editor's decision is final, and no letters will be answered.",
        "Answers will be printed on the last page of the next issue and read out on the wireless, after the news at six, on the day that it appears.",
    ]);

    private static string Pick(string[] choices, ref CorpusRandom random) => choices[random.Below(choices.Length)];
}
