using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Law.Packs;
using CreditScoring.Workbench.Cases;

namespace CreditScoring.Workbench.Mutating;

/// <summary>Tries the cases of one pack against mutants of its rules.</summary>
public sealed class MutationRun
{
    private readonly PackFiles files;
    private readonly Regime regime;
    private readonly RuleBook book;

    // The case that noticed last stands first: neighbouring mutants tend to be noticed by the same.
    private Case[] cases;

    /// <param name="files">The pack.</param>
    /// <param name="regime">Its regime, with its other versions.</param>
    /// <param name="book">The catalogue and the calendar.</param>
    /// <param name="cases">The pack's cases, all of which pass.</param>
    public MutationRun(PackFiles files, Regime regime, RuleBook book, IEnumerable<Case> cases)
    {
        this.files = files;
        this.regime = regime;
        this.book = book;
        this.cases = [.. cases];
    }

    /// <summary>What comes of a mutant.</summary>
    /// <param name="mutant">The change.</param>
    /// <param name="refusal">The flaw for which the changed pack does not load; null: it does.</param>
    public Fate Try(Mutant mutant, out string? refusal)
    {
        var flaws = new List<Flaw>();
        var pack = PackReader.Read(files.With(mutant.Changed()), book.Catalogue, book.WorkingDays, flaws);
        refusal = flaws.Find(flaw => flaw.Severity == Severity.Error)?.Name;
        if (pack is null || refusal is not null)
        {
            return Fate.Refused;
        }

        var changed = new Regime(
            regime.Name, [.. regime.Versions.Select(each => each.Version == pack.Version ? pack : each)],
            book.Catalogue);
        var order = cases;
        for (var i = 0; i < order.Length; i++)
        {
            if (!CaseRunner.Run(order[i], changed).Passed)
            {
                cases = [order[i], .. order[..i], .. order[(i + 1)..]];
                return Fate.Noticed;
            }
        }

        return Fate.Unnoticed;
    }
}
