using CreditScoring.Documents;

namespace CreditScoring.Draws.Proofs;

/// <summary>How a check came out.</summary>
public enum CheckOutcome
{
    /// <summary>It is as it should be.</summary>
    Ok,

    /// <summary>It is not.</summary>
    Failed,

    /// <summary>It could not be looked at, or not by this program.</summary>
    NotChecked,
}

/// <summary>One thing that was looked at in a proof.</summary>
/// <param name="Name">A word that does not change.</param>
/// <param name="Outcome">How it came out.</param>
/// <param name="What">In a sentence.</param>
public sealed record Check(string Name, CheckOutcome Outcome, Wording What)
{
    /// <param name="otherwise">What to say where it is not so; null: that it is not so.</param>
    public static Check Of(string name, bool sound, string zh, string en, Wording? otherwise = null) =>
        sound ? new(name, CheckOutcome.Ok, new Wording(zh, en))
            : Failed(name, otherwise ?? new Wording($"并非：{zh}", $"not so: {en}"));

    public static Check Failed(string name, Wording what) => new(name, CheckOutcome.Failed, what);

    public static Check Not(string name, string zh, string en) =>
        new(name, CheckOutcome.NotChecked, new Wording(zh, en));
}
