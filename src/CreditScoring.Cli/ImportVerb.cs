using System.CommandLine;
using CreditScoring.Cli.Importing;
using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Cli;

/// <summary><c>credit import</c>: the rows of a table as events, by a mapping file.</summary>
public static class ImportVerb
{
    private const int Done = 0;
    private const int Findings = 1;
    private const int WrongUse = 2;

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A .csv file, or .csv.gz" };
        var map = new Option<FileInfo>("--map")
        {
            Description = "The mapping file",
            Required = true,
        };
        var rules = new Option<DirectoryInfo>("--rules")
        {
            Description = "The rules folder whose events/ declares the kinds",
            DefaultValueFactory = _ => new(Path.Combine(AppContext.BaseDirectory, "rules")),
        };
        var output = new Option<FileInfo?>("--out")
        {
            Description = "Where to write; default: stdout",
        };
        var rejected = new Option<FileInfo?>("--rejected")
        {
            Description = "Where rejected rows go; default: FILE.rejected.csv",
        };
        var verb = new Command("import", "Turn the rows of a table into events (NDJSON)")
        {
            file, map, rules, output, rejected,
        };
        verb.SetAction(parsed =>
        {
            var table = parsed.GetValue(file)!.FullName;
            return Run(
                table, parsed.GetValue(map)!, parsed.GetValue(rules)!, parsed.GetValue(output),
                parsed.GetValue(rejected)?.FullName ?? $"{table}.rejected.csv");
        });
        return verb;
    }

    private static int Run(
        string table, FileInfo map, DirectoryInfo rules, FileInfo? output, string rejected)
    {
        try
        {
            return ReadCatalogue(rules) is { } catalogue
                && ReadMapping(map, catalogue) is { } mapping
                ? Import(table, mapping, catalogue, output, rejected) : WrongUse;
        }
        catch (Exception wrong)
            when (wrong is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine(wrong.Message);
            return WrongUse;
        }
    }

    private static EventCatalogue? ReadCatalogue(DirectoryInfo rules)
    {
        var documents = new DirectoryInfo(Path.Combine(rules.FullName, "events"))
            .GetFiles("*.json")
            .Select(file => new SourceText(file.Name, File.ReadAllText(file.FullName)));
        CatalogueReader.TryRead(documents, out var catalogue, out var flaws);
        Show(flaws);
        return catalogue;
    }

    private static Mapping? ReadMapping(FileInfo map, EventCatalogue catalogue)
    {
        var mapping = MappingReader.Read(
            new SourceText(map.Name, File.ReadAllText(map.FullName)), catalogue, out var flaws);
        Show(flaws);
        return mapping;
    }

    private static int Import(
        string path, Mapping mapping, EventCatalogue catalogue, FileInfo? output,
        string rejectedPath)
    {
        using var table = TableFile.Open(path, mapping.Form.Encoding, mapping.Form.Delimiter);
        var joined = mapping.Joins.ToDictionary(
            join => join.Key, join => JoinedTable.Open(join.Value, Path.GetDirectoryName(path)!));
        var missing = MissingColumns(mapping, table, path, joined).ToList();
        missing.ForEach(Console.Error.WriteLine);
        if (missing.Count > 0)
        {
            return WrongUse;
        }

        using var events = TextOutput.Open(output);
        using var rejected = new RejectedRows(rejectedPath, table.Header);
        var count = new ImportRun(mapping, catalogue, table, joined).Write(events, rejected);
        foreach (var (name, other) in joined)
        {
            Progress.Done($"{name}: read {other.Count}");
            other.Dispose();
        }

        var left = count.Left == 0 ? "" : $", joined to nothing {count.Left}";
        Progress.Done($"read {count.Read}, events {count.Events}, rejected {count.Rejected}{left}");
        return count.Rejected + count.Left == 0 ? Done : Findings;
    }

    private static IEnumerable<string> MissingColumns(
        Mapping mapping, TableFile table, string path, Dictionary<string, JoinedTable> joined) =>
        Missing(mapping.Columns, table.Header, path)
            .Concat(joined.SelectMany(other => Missing(
                mapping.ColumnsOf(other.Key), other.Value.Header, other.Value.Path)));

    private static IEnumerable<string> Missing(
        IEnumerable<string> columns, TableHeader header, string path) =>
        columns.Distinct().Where(column => !header.Has(column)).Select(column =>
        {
            var near = NearMiss.Of(column, header.Names);
            return $"{Path.GetFileName(path)}:1:1: column-missing: 没有列 / there is no column "
                + $"'{column}'" + (near is null ? "" : $"; mend: did you mean '{near}'?");
        });

    private static void Show(IEnumerable<Flaw> flaws)
    {
        foreach (var flaw in flaws)
        {
            Console.Error.WriteLine(flaw);
        }
    }
}
