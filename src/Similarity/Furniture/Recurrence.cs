namespace Similarity;

/// <summary>How often a unit has come up on the pages of one outlet.</summary>
internal struct Recurrence
{
    /// <summary>Articles that have it.</summary>
    public int Articles;

    /// <summary>Different days on which those were published, at least; the undated aside.</summary>
    public int Days;

    /// <summary>Articles of unknown day.</summary>
    public int Undated;

    /// <summary>Number of the last article that has it.</summary>
    public int LastArticle;

    /// <summary>The first two of the days, to tell others from.</summary>
    private int _first;
    private int _second;

    /// <summary>The latest day; 0 where none is known.</summary>
    public int LastDay;

    /// <summary>An example of it, once it counts as furniture.</summary>
    public LearntLine? Line;

    public void Count(int article, int day)
    {
        if (article == LastArticle) return;
        LastArticle = article;
        Articles++;
        LastDay = Math.Max(LastDay, day);
        if (day == 0)
        {
            Undated++;
            return;
        }
        if (day == _first || day == _second) return;
        Days++;
        if (_first == 0) _first = day;
        else if (_second == 0) _second = day;
    }
}
