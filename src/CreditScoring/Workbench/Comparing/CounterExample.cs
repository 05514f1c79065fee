using CreditScoring.Documents;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Standings;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Comparing;

/// <summary>A history that two versions of a pack judge differently, on a day, and what differs.</summary>
/// <param name="Case">Whose history; events of a case, as they are or with one number changed.</param>
/// <param name="Altered">What was changed in the case's events; null: nothing.</param>
/// <param name="What">Such as "tier: C -> D".</param>
public sealed record CounterExample(Case Case, string? Altered, DateOnly On, IReadOnlyList<string> What)
{
    private static readonly string[] Shown =
        ["points", "tier", "lockedUntil", "frequency", "duties", "steps", "changesOn"];

    /// <summary>The first example among the cases, then among the cases with one number changed.</summary>
    public static CounterExample? Find(
        PackFiles old, PackFiles @new, RuleBook book, IReadOnlyList<Change> changes)
    {
        if (Timeless.Of(old, @new, book) is not var (before, after))
        {
            return null;
        }

        var cases = @new.Cases.Concat(old.Cases)
            .SelectMany(source => CaseReader.Read(source, book.Catalogue, new List<Flaw>())).ToArray();
        return cases.Select(each => (each, altered: (string?)null)).Concat(Alterations.Of(cases, changes))
            .Select(each => Differs(each.Item1, each.Item2, before, after))
                .FirstOrDefault(found => found is not null);
    }

    private static CounterExample? Differs(Case tried, string? altered, Regime before, Regime after)
    {
        var days = tried.Expectations.Select(each => each.On).ToHashSet();
        var file = new CreditFile(tried.Subject, tried.Events);
        for (var round = 0; round < 2; round++)
        {
            foreach (var day in days.Order().ToArray())
            {
                var (was, becomes) = (Standing(file, before, day), Standing(file, after, day));
                var what = Shown.Where(name => Text(was, name) != Text(becomes, name))
                    .Select(name => $"{name}: {Text(was, name)} -> {Text(becomes, name)}").ToArray();
                if (what.Length > 0)
                {
                    return new CounterExample(tried, altered, day, what);
                }

                days.UnionWith(new[] { was, becomes }.Select(Next).OfType<DateOnly>());
            }
        }

        return null;
    }

    private static JsonPiece Standing(CreditFile file, Regime regime, DateOnly on)
    {
        var standing = Judge.Of(file.UpTo(on), regime, on).Standing;
        return JsonDocumentReader.Read(
            new SourceText("standing", JsonText.Of(json => StandingJson.Write(json, standing))), out _)!;
    }

    private static DateOnly? Next(JsonPiece standing) =>
        standing["changesOn"] is { } day ? ObjectReader.DateOf(day) : null;

    private static string Text(JsonPiece standing, string name) =>
        standing[name] is { } value ? CaseComparison.Shown(value) : "null";
}
