namespace Similarity;

/// <summary>What the story stages know of a text beside its terms.</summary>
/// <param name="Article">Index of the article in input order.</param>
/// <param name="Group">Index of its text group, −1 where it stands alone.</param>
/// <param name="Outlet">Number of its outlet, −1 where unknown.</param>
/// <param name="Day">Day of publication, counted from the first of year 1; −1 where unknown.</param>
internal readonly record struct StoryText(int Article, int Group, int Outlet, int Day);
