using System.CommandLine;
using System.IO.Compression;
using System.Text;
using CreditScoring.Cli;
using CreditScoring.Tests.Events;

namespace CreditScoring.Tests.Cli.Importing;

/// <summary>A folder with tables, a mapping and rules, in which imports are tried.</summary>
internal sealed class Workbench : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("import-").FullName;

    public Workbench()
    {
        Write("rules/events/kinds.json", TestCatalogue.Kinds);
        Write("rules/events/subjects.json", TestCatalogue.Subjects);
    }

    public string Rules { get; set; } = "rules";

    public string[] Events => File.ReadAllLines(PathOf("events.ndjson"));

    public string Messages { get; private set; } = "";

    /// <summary>What was said on standard output.</summary>
    public string Said { get; private set; } = "";

    public string PathOf(string name) => Path.Combine(folder, name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public bool Has(string name) => File.Exists(PathOf(name));

    public void Write(string name, string text, Encoding? encoding = null)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(name))!);
        using Stream file = File.Create(PathOf(name));
        using var bytes = name.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionLevel.Fastest) : file;
        using var writer = new StreamWriter(bytes, encoding ?? new UTF8Encoding(false));
        writer.Write(text);
    }

    /// <summary>Runs <c>import</c> and gives its exit code.</summary>
    /// <param name="mapping">A file of the folder, or the name of a ready mapping.</param>
    public int Import(string table, string mapping = "mapping.json") => Run(
    [
        "--map", mapping.EndsWith(".json", StringComparison.Ordinal) ? PathOf(mapping) : mapping,
        "--out", PathOf("events.ndjson"), PathOf(table),
    ]);

    /// <summary>Runs <c>import</c> with these arguments, the rules beside them.</summary>
    public int Run(params string[] arguments)
    {
        var (said, output) = (Console.Out, Console.Error);
        using var answer = new StringWriter();
        using var messages = new StringWriter();
        Console.SetOut(answer);
        Console.SetError(messages);
        try
        {
            return Exit.Run(new RootCommand { ImportVerb.Create() },
                ["import", "--rules", PathOf(Rules), .. arguments]);
        }
        finally
        {
            Console.SetOut(said);
            Console.SetError(output);
            Said = answer.ToString();
            Messages = messages.ToString();
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
