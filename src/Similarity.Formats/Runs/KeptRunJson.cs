using System.Text.Json.Serialization;

namespace Similarity.Formats;

/// <summary>How what is kept of a run is written.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(KeptRun))]
internal sealed partial class KeptRunJson : JsonSerializerContext;
