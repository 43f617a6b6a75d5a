using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Similarity.Storage;

namespace Similarity.Extensions.Hosting;

/// <summary>Registers an index with a host, which opens it when it is first asked for and closes it when the host ends.</summary>
public static class SimilarityServices
{
    /// <summary>
    /// Adds the <see cref="ArticleIndex"/> of a directory. It logs to the host's log, keeps time by its <see cref="TimeProvider"/> where there is
    /// one, and tells about itself by the meter and activity source <see cref="ArticleIndex.InstrumentationName"/>.
    /// </summary>
    /// <param name="services">The services of the host.</param>
    /// <param name="directory">The directory of the index. Opening throws what <see cref="ArticleIndex.Open(string, ArticleIndexOptions)"/> does.</param>
    /// <param name="options">How it decides, and what it may use.</param>
    public static IServiceCollection AddSimilarity(this IServiceCollection services, string directory, ArticleIndexOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(directory);
        services.TryAddSingleton(provider => ArticleIndex.Open(directory, WithHost(options ?? new ArticleIndexOptions(), provider)));
        return services;
    }

    private static ArticleIndexOptions WithHost(ArticleIndexOptions options, IServiceProvider provider) => options with
    {
        Logger = provider.GetService<ILoggerFactory>()?.CreateLogger<ArticleIndex>() ?? options.Logger,
        Clock = provider.GetService<TimeProvider>() ?? options.Clock,
    };
}
