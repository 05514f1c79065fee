using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Standings;
using CreditScoring.Standings.Telling;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Editing;

/// <summary>A worked case (算例) of a file that is being written, ready to be run.</summary>
public sealed class EditedCase
{
    private readonly Case tried;
    private readonly Regime? regime;
    private readonly Lazy<CaseResult?> result;

    private EditedCase(Case tried, Regime? regime)
    {
        this.tried = tried;
        this.regime = regime;
        result = new(() => regime is null ? null : CaseRunner.Run(tried, regime));
    }

    public string Name => tried.Name;

    public Subject Subject => tried.Subject;

    /// <summary>Where the case begins.</summary>
    public Place Place => tried.Place;

    /// <summary>What came of it; null: its rules have errors, so that nobody can be judged.</summary>
    public CaseResult? Result => result.Value;

    /// <summary>The cases of a file that can be read.</summary>
    /// <param name="flaws">Takes what is wrong with them; null: nobody asks.</param>
    public static IReadOnlyList<EditedCase> Of(
        EditedRules rules, string file, ICollection<Flaw>? flaws = null)
    {
        var reading = rules.PartOf(file).Reading;
        return file.EndsWith(".cases.json", StringComparison.Ordinal)
            && rules.Documents.GetValueOrDefault(file) is { } document && reading.Catalogue is { } catalogue
                ? [.. CaseReader.Read(document, catalogue, flaws ?? []).Select(
                    each => new EditedCase(each, reading.Book?.OfFolder(file)))]
                : [];
    }

    /// <summary>Why it came out so on each day that it asks: from event to rule to article.</summary>
    public string Explanation(string language) => regime is null ? "" : string.Join("\n\n", tried.Expectations
        .Select(each => ExplanationText.Of(
            Explaining.Of(new CreditFile(tried.Subject, tried.Events).UpTo(each.On), regime, each.On),
            language)));
}
