using System.CommandLine;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Workbench.Schemas;

namespace CreditScoring.Cli;

/// <summary><c>credit schema</c>: writes the JSON Schemas that editors check rule files by.</summary>
public static class SchemaVerb
{
    public static Command Create()
    {
        var rules = RuleArguments.Rules();
        var output = new Option<string?>("--out");
        var json = RuleArguments.Json();
        var verb = new Command("schema")
        {
            rules, output, json,
        };
        verb.SetAction(parsed =>
        {
            var folder = RuleSelection.Of(parsed.GetValue(rules)).Folder;
            return Write(
                folder, parsed.GetValue(output) ?? Path.Combine(folder, "schema"), parsed.GetValue(json));
        });
        return verb;
    }

    private static int Write(string rules, string folder, bool json)
    {
        var documents = RuleFolder.Read(rules)
            .Where(file => file.File.StartsWith("events/", StringComparison.Ordinal));
        if (!CatalogueReader.TryRead(documents, out var catalogue, out _))
        {
            throw new WrongUseException(Phrases.CatalogueFlawed(rules));
        }

        Directory.CreateDirectory(folder);
        foreach (var (name, text) in RuleSchemas.Of(catalogue!))
        {
            var path = Path.Combine(folder, name);
            File.WriteAllText(path, text);
            Console.WriteLine(json ? JsonText.Of(line => Line(line, path)) : path);
        }

        var manual = Path.Combine(rules, "README.md");
        if (File.Exists(manual) && LanguageReference.In(File.ReadAllText(manual), catalogue!) is var listed
            && listed != File.ReadAllText(manual))
        {
            File.WriteAllText(manual, listed);
            Console.WriteLine(json ? JsonText.Of(line => Line(line, manual)) : manual);
        }

        return Exit.Done;
    }

    private static void Line(Newtonsoft.Json.JsonTextWriter json, string path)
    {
        json.WriteStartObject();
        json.Property("wrote", path);
        json.WriteEndObject();
    }
}
