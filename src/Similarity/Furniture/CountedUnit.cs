namespace Similarity;

/// <summary>A unit of one article, to be counted.</summary>
/// <param name="OutletKey">Whose page it stands on.</param>
/// <param name="Hash">What it is recognised by.</param>
/// <param name="Article">Number of its article in the batch.</param>
/// <param name="Day">Day of publication, in days of the calendar; 0 where unknown.</param>
/// <param name="Outlet">Where the outlet's name stands in the batch.</param>
/// <param name="OutletLength">Bytes of it.</param>
/// <param name="Text">Where its text stands in the batch.</param>
/// <param name="Length">Bytes of it.</param>
internal readonly record struct CountedUnit(ulong OutletKey, UnitHash Hash, int Article, int Day, int Outlet, int OutletLength, int Text, int Length);
