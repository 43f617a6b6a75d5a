using System.Globalization;
using System.Text.RegularExpressions;
using RocksDbSharp;

namespace Similarity.Storage;

/// <summary>Says in plain words what of a store is damaged and what to do, before the reason that the database gives.</summary>
internal static partial class StoreDamage
{
    /// <summary>What to do about an index that can be opened.</summary>
    public const string Remedy = "Restore a snapshot; without one, export what articles can still be read and import them into another index.";

    private const string RemedyOfClosed = "It cannot be opened, and nothing of it has been changed: restore a snapshot, or import the articles into another index from where they came.";

    /// <summary>What to throw where the database refuses something.</summary>
    public static IOException Of(RocksDbSharpException fault)
    {
        var reason = fault.Message;
        var file = FileName().Match(reason).Value;
        var isMissing = reason.Contains("No such file", StringComparison.Ordinal) && file.Length > 0;
        // A full disk and the like damage nothing.
        if (!isMissing && !reason.StartsWith("Corruption", StringComparison.Ordinal)) return new IOException(reason, fault);
        var what = file switch
        {
            "" => "its store",
            "CURRENT" or ['M', 'A', ..] => $"the list of its files, {file},",
            _ => file.EndsWith(".log", StringComparison.Ordinal) ? $"its log of what was written last, {file}," : $"its file {file}",
        };
        var remedy = file.EndsWith(".sst", StringComparison.Ordinal) && !isMissing ? Remedy : RemedyOfClosed;
        return new IOException($"The index is damaged: {what} {(isMissing ? "is missing" : "is not as it was written")}. {remedy} The database says: {reason}", fault);
    }

    /// <summary>What to throw where a log is damaged before its last write.</summary>
    public static IOException Of(LogDamage damage, RocksDbSharpException fault) => new(
        string.Create(CultureInfo.InvariantCulture, $"The index is damaged: its log of what was written last, {damage.File}, is not as it was written at byte {damage.Place}, and other writes follow that would be lost. {RemedyOfClosed} The database says: {fault.Message}"),
        fault);

    [GeneratedRegex("[0-9]{6}\\.(sst|log)|MANIFEST-[0-9]+|CURRENT", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FileName();
}
