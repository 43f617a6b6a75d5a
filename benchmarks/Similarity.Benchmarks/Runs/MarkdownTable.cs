using System.Globalization;

namespace Similarity.Benchmarks;

/// <summary>Prints a table as Markdown, row by row.</summary>
internal sealed class MarkdownTable
{
    public MarkdownTable(params string[] columns)
    {
        Console.WriteLine($"| {string.Join(" | ", columns)} |");
        Console.WriteLine($"|---|{string.Concat(Enumerable.Repeat("---:|", columns.Length - 1))}");
    }

    /// <summary>Prints one row; numbers without regard to where the reader lives.</summary>
    public void Row(params FormattableString[] cells) =>
        Console.WriteLine($"| {string.Join(" | ", cells.Select(cell => cell.ToString(CultureInfo.InvariantCulture)))} |");
}
