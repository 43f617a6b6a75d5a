namespace Similarity.Formats;

/// <summary>How many of an outlet's articles a run removes.</summary>
public sealed record OutletRemovals(string Outlet, int Articles, int Removed);
