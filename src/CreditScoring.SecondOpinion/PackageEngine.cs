using System.Runtime.CompilerServices;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion.Views;
using Newtonsoft.Json;
using RulesEngine.Exceptions;
using RulesEngine.Models;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// Microsoft RulesEngine as the second engine. It never judges alone: it takes an error for false,
/// counts no steps, and reaches whatever reflection reaches, so it sees only text that our own binder
/// has accepted.
/// </summary>
public sealed class PackageEngine : ISecondEngine
{
    private static readonly ConditionalWeakTable<EventCatalogue, Viewing> Viewings = [];

    /// <summary>Name of the flaw of a file or text that it cannot read.</summary>
    public const string Refuses = "real-engine-refuses";

    /// <summary>Its name and version.</summary>
    public static string Version { get; } =
        $"RulesEngine {typeof(RulesEngine.RulesEngine).Assembly.GetName().Version!.ToString(3)}";

    public string Name => Version;

    public Flaw? FlawOf(SourceText workflow)
    {
        try
        {
            var loaded = JsonConvert.DeserializeObject<Workflow>(workflow.Text)!;
            _ = new RulesEngine.RulesEngine([loaded]);
            return null;
        }
        catch (Exception refused) when (
            refused is JsonException or RuleException or FluentValidation.ValidationException)
        {
            return new Flaw(
                Refuses, Place.Whole(workflow.File),
                new Wording($"RulesEngine 不能载入这个文件：{refused.Message}",
                    $"RulesEngine cannot load this file: {refused.Message}"),
                new Wording("按 RulesEngine 的格式改写", "write it in the form of RulesEngine"))
            {
                Severity = Severity.Warning,
            };
        }
    }

    public ISecondReader ReaderOf(PackLanguage language) => new PackageReader(
        language,
        Viewings.GetValue(language.Catalogue, catalogue => new Viewing(new CatalogueTypes(catalogue))));
}
