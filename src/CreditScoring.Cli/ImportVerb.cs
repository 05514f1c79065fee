using System.CommandLine;
using CreditScoring.Cli.Importing;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;

namespace CreditScoring.Cli;

/// <summary><c>credit import</c>: the rows of a table as events, by a mapping file.</summary>
public static class ImportVerb
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE");
        var map = new Option<FileInfo>("--map")
        {
            Required = true,
        };
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var output = new Option<FileInfo?>("--out");
        var rejected = new Option<FileInfo?>("--rejected");
        var verb = new Command("import")
        {
            file, map, rules, output, rejected, language, json,
        };
        verb.SetAction(parsed =>
        {
            var table = parsed.GetValue(file)!.FullName;
            var events = parsed.GetValue(output);
            var report = new ImportReport(
                parsed.GetValue(language)!, parsed.GetValue(json), events is not null);
            return Run(
                table, parsed.GetValue(map)!, RuleSelection.Of(parsed.GetValue(rules)).Folder, events,
                parsed.GetValue(rejected)?.FullName ?? $"{table}.rejected.csv", report);
        });
        return verb;
    }

    private static int Run(
        string table, FileInfo map, string rules, FileInfo? output, string rejected, ImportReport report)
    {
        try
        {
            var catalogue = ReadCatalogue(rules, report);
            return Import(table, ReadMapping(map, catalogue, report), catalogue, output, rejected, report);
        }
        catch (InvalidDataException wrong)
        {
            throw new WrongUseException(new Wording(wrong.Message, wrong.Message));
        }
    }

    private static EventCatalogue ReadCatalogue(string rules, ImportReport report)
    {
        var documents = Directory.GetFiles(Path.Combine(rules, "events"), "*.json")
            .Select(file => new SourceText(file, TextFile.Read(file)));
        CatalogueReader.TryRead(documents, out var catalogue, out var flaws);
        report.Tell(flaws);
        return catalogue ?? throw new WrongUseException(Phrases.CatalogueFlawed(rules));
    }

    private static Mapping ReadMapping(FileInfo map, EventCatalogue catalogue, ImportReport report)
    {
        var mapping = MappingReader.Read(
            new SourceText(map.Name, TextFile.Read(map.FullName)), catalogue, out var flaws);
        report.Tell(flaws);
        return mapping ?? throw new WrongUseException(Phrases.MappingFlawed(map.Name));
    }

    private static int Import(
        string path, Mapping mapping, EventCatalogue catalogue, FileInfo? output,
        string rejectedPath, ImportReport report)
    {
        using var table = TableFile.Open(path, mapping.Form);
        var joined = mapping.Joins.ToDictionary(
            join => join.Key, join => JoinedTable.Open(join.Value, Path.GetDirectoryName(path)!));
        var missing = MissingColumns(mapping, table, path, joined).ToList();
        missing.ForEach(report.Tell);
        if (missing.Count > 0)
        {
            return Exit.WrongUse;
        }

        using var events = TextOutput.Open(output);
        using var rejected = new RejectedRows(rejectedPath, table.Header);
        var count = new ImportRun(mapping, catalogue, table, joined).Write(events, rejected);
        report.Summary(count, joined.ToDictionary(other => other.Key, other => other.Value.Count));
        foreach (var other in joined.Values)
        {
            other.Dispose();
        }

        return count.Rejected + count.Left == 0 ? Exit.Done : Exit.Findings;
    }

    private static IEnumerable<Wording> MissingColumns(
        Mapping mapping, TableFile table, string path, Dictionary<string, JoinedTable> joined) =>
        Missing(mapping.Columns, table.Header, path)
            .Concat(joined.SelectMany(other => Missing(
                mapping.ColumnsOf(other.Key), other.Value.Header, other.Value.Path)));

    private static IEnumerable<Wording> Missing(
        IEnumerable<string> columns, TableHeader header, string path) =>
        columns.Distinct().Where(column => !header.Has(column)).Select(column =>
        {
            var near = NearMiss.Of(column, header.Names);
            return Phrases.ColumnMissing($"{Path.GetFileName(path)}:1:1", column, near);
        });
}
