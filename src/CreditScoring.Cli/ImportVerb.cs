using System.CommandLine;
using CreditScoring.Cli.Importing;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;

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
        catch (TableException refused)
        {
            report.Tell(refused.Flaws);
            return Exit.WrongUse;
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
        var folder = Path.GetDirectoryName(path)!;
        using var import = TableImport.Open(
            TableSource.OfFile(path), file =>
                TableSource.OfFile(Path.Combine(folder, file)), mapping, catalogue,
            KeyOfEnvironment());
        using var events = TextOutput.Open(output);
        var values = mapping.ValueColumns(catalogue).ToHashSet(StringComparer.Ordinal);
        var count = new ImportRun(import, path, values, report.Language).Write(events, rejectedPath);
        report.Summary(count, import);
        return count.Rejected + count.Left == 0 ? Exit.Done : Exit.Findings;
    }

    private static PersonKey? KeyOfEnvironment() =>
        Environment.GetEnvironmentVariable(PersonKey.Variable) is not { Length: > 0 } text ? null
            : PersonKey.Parse(text) ?? throw new WrongUseException(
                Phrases.PersonKeyShort(PersonKey.Variable));
}
