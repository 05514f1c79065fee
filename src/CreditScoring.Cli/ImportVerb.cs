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
        var map = new Option<string?>("--map");
        var rules = RuleArguments.Rules();
        var language = RuleArguments.Language();
        var json = RuleArguments.Json();
        var output = new Option<FileInfo?>("--out");
        var rejected = new Option<FileInfo?>("--rejected");
        var explain = new Option<bool>("--explain");
        var propose = new Option<bool>("--propose");
        var verb = new Command("import")
        {
            file, map, rules, output, rejected, explain, propose, language, json,
        };
        verb.SetAction(parsed =>
        {
            var table = parsed.GetValue(file)!.FullName;
            var events = parsed.GetValue(output);
            var report = new ImportReport(
                parsed.GetValue(language)!, parsed.GetValue(json), events is not null);
            return Run(report, () =>
            {
                var catalogue = ReadCatalogue(RuleSelection.Of(parsed.GetValue(rules)).Folder, report);
                return parsed.GetValue(propose) ? Propose(table, catalogue, events, report)
                    : ReadMapping(parsed.GetValue(map), catalogue, report) is var mapping
                        && parsed.GetValue(explain) ? Explain(table, mapping, catalogue, report)
                    : Import(
                        table, mapping, catalogue, events,
                        parsed.GetValue(rejected)?.FullName ?? $"{table}.rejected.csv", report);
            });
        });
        return verb;
    }

    private static int Run(ImportReport report, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (TableException refused)
        {
            report.Tell(refused.Flaws);
            return Exit.WrongUse;
        }
    }

    /// <summary>A mapping for the table, for a person to confirm.</summary>
    private static int Propose(string path, EventCatalogue catalogue, FileInfo? output, ImportReport report)
    {
        if (output is { Exists: true })
        {
            // It may be one that somebody has mended by hand.
            throw new WrongUseException(Phrases.ThereAlready(output.Name));
        }

        var proposal = MappingProposal.Of(TableSource.OfFile(path), catalogue);
        using (var text = TextOutput.Open(output))
        {
            text.Write(proposal.Text);
        }

        report.Tell(proposal);
        return proposal.Ready is null ? Exit.Findings : Exit.Done;
    }

    private static int Explain(string path, Mapping mapping, EventCatalogue catalogue, ImportReport report)
    {
        using var import = Open(path, mapping, catalogue);
        var file = Path.GetFileName(path);
        var count = report.IsJson ? ImportExplanationJson.Tell(import, file)
            : new ImportExplanation(import, file, mapping, catalogue, report.Language).Tell();
        report.Summary(count, import);
        return count.Rejected + count.Left == 0 ? Exit.Done : Exit.Findings;
    }

    private static EventCatalogue ReadCatalogue(string rules, ImportReport report)
    {
        var documents = Directory.GetFiles(Path.Combine(rules, "events"), "*.json")
            .Select(file => new SourceText(file, TextFile.Read(file)));
        CatalogueReader.TryRead(documents, out var catalogue, out var flaws);
        report.Tell(flaws);
        return catalogue ?? throw new WrongUseException(Phrases.CatalogueFlawed(rules));
    }

    /// <param name="name">A file, or a ready mapping by its name.</param>
    private static Mapping ReadMapping(string? name, EventCatalogue catalogue, ImportReport report)
    {
        var source = name is null ? null
            : File.Exists(name) ? new SourceText(Path.GetFileName(name), TextFile.Read(name))
            : ReadyMappings.Of(name);
        if (source is null)
        {
            throw new WrongUseException(
                ImportPhrases.NoMapping(name, string.Join(", ", ReadyMappings.Names)));
        }

        var mapping = MappingReader.Read(source, catalogue, out var flaws);
        report.Tell(flaws);
        return mapping ?? throw new WrongUseException(ImportPhrases.MappingFlawed(source.File));
    }

    private static int Import(
        string path, Mapping mapping, EventCatalogue catalogue, FileInfo? output,
        string rejectedPath, ImportReport report)
    {
        using var import = Open(path, mapping, catalogue);
        using var events = TextOutput.Open(output);
        var count = new ImportRun(
            import, path, mapping.ValueColumns(catalogue), mapping.HashedColumns, report.Language)
            .Write(events, rejectedPath);
        report.Summary(count, import);
        return count.Rejected + count.Left == 0 ? Exit.Done : Exit.Findings;
    }

    private static TableImport Open(string path, Mapping mapping, EventCatalogue catalogue) =>
        TableImport.Open(
        TableSource.OfFile(path),
        file => TableSource.OfFile(Path.Combine(Path.GetDirectoryName(path)!, file)), mapping, catalogue,
        KeyOfEnvironment());

    private static PersonKey? KeyOfEnvironment() =>
        Environment.GetEnvironmentVariable(PersonKey.Variable) is not { Length: > 0 } text ? null
            : PersonKey.Parse(text) ?? throw new WrongUseException(
                ImportPhrases.PersonKeyShort(PersonKey.Variable));
}
