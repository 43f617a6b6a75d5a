using System.Text.Json.Serialization;

namespace Similarity.Cli;

/// <summary>How the report is written, without reflection.</summary>
[JsonSerializable(typeof(BenchReport))]
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
internal sealed partial class BenchJson : JsonSerializerContext;
