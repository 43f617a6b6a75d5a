namespace Similarity.Benchmarks;

/// <summary>An article of a set of copies, and what is known of it.</summary>
/// <param name="Outlet">Number of its outlet.</param>
/// <param name="Family">Articles that carry one text share it.</param>
/// <param name="Role">original, copy, update, roundup, or what kind of article without copies it is.</param>
/// <param name="Day">Day of publication, from 0.</param>
/// <param name="Draft">Its text without furniture, and how that was edited.</param>
internal sealed record LabelledArticle(int Outlet, string Family, string Role, int Day, Draft Draft);
