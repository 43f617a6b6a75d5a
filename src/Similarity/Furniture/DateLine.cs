using System.Collections.Frozen;
using System.Text;

namespace Similarity;

/// <summary>
/// Lines that only say when: "Posted: Jul. 6, 2016 4:15 pm", "26 September 2013, 10:00 (GMT+05:00)". Two of their words or more
/// are numbers, the rest names of days, months and zones, or say what happened then.
/// </summary>
internal static class DateLine
{
    private const int MostWords = 16;

    private static readonly FrozenSet<ulong> Words = ReadWords("""
        january february march april may june july august september october november december
        jan feb mar apr jun jul aug sep sept oct nov dec
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
        am pm a p m et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet ist hrs h uhr
        published posted updated last modified created first on at date time of
        januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag freitag samstag sonntag stand aktualisiert veröffentlicht
        janvier février mars avril juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche publié mis à jour le
        enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves viernes sábado domingo publicado actualizado de
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среда четверг пятница суббота воскресенье опубликовано обновлено
        """);

    /// <summary>Whether a line is one.</summary>
    /// <param name="text">The UTF-8 of the text.</param>
    /// <param name="words">Its words, with their places.</param>
    /// <param name="unit">The line.</param>
    public static bool Matches(ReadOnlySpan<byte> text, TokenBuffer words, TextUnit unit)
    {
        if (unit.Words is < 3 or > MostWords) return false;
        var numbers = 0;
        for (var word = unit.FirstWord; word < unit.EndWord; word++)
        {
            if (char.IsAsciiDigit((char)text[words.Starts[word]])) numbers++;
            else if (!Words.Contains(words.Hashes[word])) return false;
        }
        return numbers >= 2;
    }

    private static FrozenSet<ulong> ReadWords(string text)
    {
        var words = new TokenBuffer();
        Tokenizer.Tokenize(Encoding.UTF8.GetBytes(text), words);
        return words.Hashes.ToArray().ToFrozenSet();
    }
}
