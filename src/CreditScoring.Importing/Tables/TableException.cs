using CreditScoring.Documents;

namespace CreditScoring.Importing.Tables;

/// <summary>
/// A file, or a sheet of it, that is no table which can be read, with all that keeps it from being one.
/// </summary>
internal sealed class TableException(IReadOnlyList<Flaw> flaws) : Exception(flaws[0].What.En)
{
    public TableException(Flaw flaw)
        : this([flaw])
    {
    }

    public IReadOnlyList<Flaw> Flaws { get; } = flaws;

    /// <summary>The whole file cannot be read.</summary>
    public static TableException Of(string name, string file, Wording what, Wording mend) =>
        new(new Flaw(name, Place.Whole(file), what, mend));
}
