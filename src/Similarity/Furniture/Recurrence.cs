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

    public int FirstDay;

    public int LastDay;

    /// <summary>An example of it, once it counts as furniture.</summary>
    public LearntLine? Line;

    public void Count(int article, int day)
    {
        if (article == LastArticle) return;
        LastArticle = article;
        Articles++;
        if (day == 0) Undated++;
        else if (day != FirstDay && day != LastDay) Days++;
        if (day == 0) return;
        FirstDay = FirstDay == 0 ? day : FirstDay;
        LastDay = Math.Max(LastDay, day);
    }
}
