namespace Similarity.Formats;

/// <summary>Ends the parsing of a page that is nested too deeply; never leaves <see cref="HtmlPage"/>.</summary>
internal sealed class NestingException : Exception;
