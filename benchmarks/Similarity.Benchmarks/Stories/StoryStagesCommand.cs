using System.Diagnostics;

namespace Similarity.Benchmarks;

/// <summary><c>story-stages</c>: the time of each stage of finding stories.</summary>
internal static class StoryStagesCommand
{
    public static int Run(Arguments arguments)
    {
        var options = new StoryOptions { Threads = arguments.Integer("--threads", Environment.ProcessorCount) };
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Threads };
        var articles = new LoadedArticles(arguments.Words);
        Machine.PrintHeading("Stages of finding stories", "story-stages FILE");
        var table = new MarkdownTable("stage", "seconds", "us a text", "found");
        var result = Time("text groups", articles.Count, () => articles.Deduplicate(new DeduplicationOptions { Threads = options.Threads }), found => found.Groups.Count);
        var texts = StoryTexts.Of(result);
        var terms = Time("terms", texts.Count, () => result.ReadTerms(articles, texts.ConvertAll(text => text.Article).ToArray(), parallel, _ => { }), found => found.Statistics.Count);
        var vectors = Time("vectors", texts.Count, () => new CollectedTermVectors(terms, BackgroundFrequencies.Default), found => found.Terms);
        var levels = Time("levels", texts.Count, () => Neighbourhood.LevelsOf(vectors, parallel), found => found.Count);
        var measure = new StoryMeasure(vectors, levels, texts, options);
        var edges = Time("candidates", texts.Count, () => new StoryCandidates(measure, options.Floor).Find(parallel), found => found.Count);
        var clusters = Time("linkage", texts.Count, () => StoryLinkage.Cluster(measure, edges, options.Threshold, default), found => found.Count);
        var split = new NameSplit(measure);
        var parts = Time("names", texts.Count, () => clusters.SelectMany(cluster => split.PartsOf(cluster.Texts)).ToList(), found => found.Count);
        var builder = new StoryBuilder(result, measure, edges);
        _ = Time("evidence", texts.Count, () => parts.Select(part => builder.Build(part, [])).OfType<Story>().ToList(), found => found.Count);
        return 0;

        T Time<T>(string stage, int count, Func<T> run, Func<T, int> measureOf)
        {
            var clock = Stopwatch.StartNew();
            var found = run();
            var seconds = clock.Elapsed.TotalSeconds;
            table.Row($"{stage}", $"{seconds:n3}", $"{seconds / count * 1e6:n1}", $"{measureOf(found):n0}");
            return found;
        }
    }
}
