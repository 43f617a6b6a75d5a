using System.Text.Json.Serialization;

namespace Similarity.Formats;

/// <summary>How summaries are written: generated, so that no reflection runs at start-up.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
