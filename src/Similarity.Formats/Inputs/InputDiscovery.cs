namespace Similarity.Formats;

/// <summary>
/// Turns what a person typed (files, folders, patterns, <c>-</c>) into the inputs of a run, before anything is
/// read, so that a mistake costs a second and not an hour.
/// </summary>
internal sealed class InputDiscovery
{
    private readonly ReadOptions _options;
    private readonly OutputFolder _output;
    private readonly Func<Stream> _standardInput;
    private readonly List<InputFile> _files = [];
    private readonly List<string> _notices = [];
    private readonly HashSet<string> _known =
        new(OperatingSystem.IsWindows() ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);

    private InputDiscovery(ReadOptions options, string? outputFolder, Func<Stream> standardInput)
    {
        _options = options;
        _output = new OutputFolder(outputFolder);
        _standardInput = standardInput;
    }

    /// <summary>
    /// The inputs in the order of <paramref name="arguments"/>, each once, the files of a folder by their relative path.
    /// </summary>
    /// <exception cref="InputException">An argument stands for nothing that can be read, or for what the run would overwrite.</exception>
    public static DiscoveredInputs Find(
        IReadOnlyList<string> arguments, ReadOptions options, string? outputFolder, Func<Stream>? standardInput = null)
    {
        var discovery = new InputDiscovery(options, outputFolder, standardInput ?? Console.OpenStandardInput);
        foreach (var argument in arguments)
        {
            try
            {
                discovery.Add(argument);
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                throw new InputException($"'{argument}' cannot be read: {refusal.Message}", refusal);
            }
        }
        return new DiscoveredInputs(discovery._files, discovery._notices);
    }

    /// <summary>The one file that <paramref name="path"/> names.</summary>
    /// <exception cref="InputException">There is none, or what is there is not a file.</exception>
    public static InputFile FindOne(string path, ReadOptions options)
    {
        var found = Find([path], options, outputFolder: null).Files;
        return found.Count == 1 ? found[0] : throw new InputException($"'{path}' is not one file but {found.Count}.");
    }

    private void Add(string argument)
    {
        if (argument is InputFile.StandardInputPath) AddStandardInput();
        else if (File.Exists(argument)) AddNamed(argument);
        else if (Directory.Exists(argument)) AddFolder(argument);
        else if (InputPattern.IsPattern(argument)) AddPattern(argument);
        else throw new InputException($"Nothing found at '{argument}'.");
    }

    private void AddStandardInput()
    {
        if (!_known.Add(InputFile.StandardInputPath)) return;
        _files.Add(Recognise(InputFile.StandardInputPath, "standard input", _standardInput(), compression: null));
    }

    private void AddNamed(string path)
    {
        var fullPath = OutputFolder.FullPath(path);
        RefuseToOverwrite(path, fullPath);
        if (!_known.Add(fullPath)) return;
        var name = InputName.Of(path);
        if ((_options.Format ?? name.Format) is { } format)
        {
            _files.Add(new InputFile(path, format, name.Compression, LengthOf(path)));
            return;
        }
        Compression? compression = name.Compression is Compression.None ? null : name.Compression;
        _files.Add(Recognise(path, $"'{path}'", InputFile.Open(path, Compression.None), compression));
    }

    private void AddFolder(string folder)
    {
        if (_output.Is(OutputFolder.FullPath(folder)))
        {
            throw new InputException($"'{folder}' is both an input and the output directory; write to another one.");
        }
        if (!AddFound(folder, InputFolder.Files(folder, int.MaxValue)))
        {
            throw new InputException($"No article files in '{folder}' (looked for {InputName.Extensions}).");
        }
    }

    private void AddPattern(string pattern)
    {
        var parsed = new InputPattern(pattern);
        var files = parsed.Files();
        if (files.Count == 0) throw new InputException($"No file matches '{pattern}'.");
        if (!AddFound(parsed.Folder, files))
        {
            throw new InputException($"No file that matches '{pattern}' is of a known kind ({InputName.Extensions}); --format says what they are.");
        }
    }

    /// <summary>Adds those of <paramref name="files"/> that are articles by their names; says whether there were any.</summary>
    private bool AddFound(string folder, List<string> files)
    {
        var holdsOutput = _output.IsInside(OutputFolder.FullPath(folder.Length == 0 ? "." : folder));
        int found = 0, unknown = 0, written = 0;
        foreach (var file in files)
        {
            var path = Path.Combine(folder, file);
            var fullPath = OutputFolder.FullPath(path);
            var name = InputName.Of(path);
            if (holdsOutput && _output.Holds(fullPath)) written++;
            else if ((_options.Format ?? name.Format) is not { } format) unknown++;
            else
            {
                found++;
                RefuseToOverwrite(path, fullPath);
                if (_known.Add(fullPath)) _files.Add(new InputFile(path, format, name.Compression, LengthOf(path)));
            }
        }
        var where = folder.Length == 0 ? "the current directory" : $"'{folder}'";
        if (unknown > 0) _notices.Add($"{Files(unknown)} of unknown kind skipped in {where}.");
        if (written > 0) _notices.Add($"{Files(written)} skipped in {where} because they are in the output directory.");
        return found > 0;
    }

    /// <summary>0 for what cannot be found under this name; opening it says so.</summary>
    private static long LengthOf(string path) => new FileInfo(path) is { Exists: true } file ? file.Length : 0;

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";

    private void RefuseToOverwrite(string path, string fullPath)
    {
        if (!_output.WouldOverwrite(fullPath)) return;
        throw new InputException($"'{path}' would be overwritten by the run's own report; write to another output directory.");
    }

    /// <summary>Looks at the first bytes; a pipe stays open, because they cannot be read a second time.</summary>
    private InputFile Recognise(string path, string spokenName, Stream stored, Compression? compression)
    {
        var isFile = stored.CanSeek && path is not InputFile.StandardInputPath;
        var head = new byte[4];
        var length = stored.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        var wrapped = compression ?? InputSignature.CompressionOf(head.AsSpan(0, length));
        var content = new InputContent(new ReplayStream(head.AsMemory(0, length), stored), wrapped);
        var format = _options.Format ?? InputSignature.FormatOf(content.Peek(InputSignature.Length));
        if (format is null)
        {
            content.Dispose();
            var reason = length == 0 ? "is empty" : "is of no kind that can be recognised";
            throw new InputException($"{spokenName} {reason}; --format says how its articles are written down.");
        }
        if (!isFile) return new InputFile(path, format.Value, wrapped, 0) { Opened = content };
        content.Dispose();
        return new InputFile(path, format.Value, wrapped, LengthOf(path));
    }
}
