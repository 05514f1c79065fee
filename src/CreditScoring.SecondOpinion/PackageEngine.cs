using System.Runtime.CompilerServices;
using CreditScoring.Events;
using CreditScoring.Law.Packs;
using CreditScoring.Law.Seconding;
using CreditScoring.SecondOpinion.Views;

namespace CreditScoring.SecondOpinion;

/// <summary>
/// Microsoft RulesEngine as the second engine. It never judges alone: it takes an error for false,
/// counts no steps, and reaches whatever reflection reaches, so it sees only text that our own binder
/// has accepted.
/// </summary>
public sealed class PackageEngine : ISecondEngine
{
    private static readonly ConditionalWeakTable<EventCatalogue, Viewing> Viewings = [];

    public string Name { get; } = $"RulesEngine {typeof(RulesEngine.RulesEngine).Assembly.GetName().Version!.ToString(3)}";

    public ISecondReader ReaderOf(PackLanguage language) => new PackageReader(
        language, Viewings.GetValue(language.Catalogue, catalogue => new Viewing(new CatalogueTypes(catalogue))));
}
