using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>A named value of the tier workflow on the day: number, text, boolean or date.</summary>
public sealed record Measure(string Name, object? Value);

/// <summary>An action that a limit has set off (措施) and that is in force.</summary>
public sealed record RunningStep(string Step, DateOnly Since, DateOnly? Until)
{
    /// <summary>The rule that took it, whose condition it needs; null: an authority recorded it.</summary>
    public string? Rule { get; init; }
}

/// <summary>
/// Where a subject stands in a regime on a day, and until when. With a flaw there is no tier: in doubt
/// the answer is the reason, never a default.
/// </summary>
public sealed record Standing(Subject Subject, string Regime, DateOnly On)
{
    /// <summary>
    /// False: the subject does not stand in the regime on the day (<c>appliesTo</c>), and nobody is
    /// told of this standing who did not ask for it.
    /// </summary>
    public bool Applies { get; init; } = true;

    /// <summary>The version of the pack in force on the day; null: none is.</summary>
    public string? Pack { get; init; }

    /// <summary>official, illustrative, template or fixture.</summary>
    public string? Status { get; init; }

    /// <summary>The measure that the pack shows as points; null: the regime has none.</summary>
    public Points? Points { get; init; }

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    /// <summary>Null: could not be judged; <see cref="Flaws"/> says why.</summary>
    public string? Tier { get; init; }

    /// <summary>The rung that decided the tier.</summary>
    public string? TierRule { get; init; }

    /// <summary>The tier cannot improve before this day.</summary>
    public DateOnly? LockedUntil { get; init; }

    public Frequency? Frequency { get; init; }

    public IReadOnlyList<Duty> Duties { get; init; } = [];

    public IReadOnlyList<RunningStep> Steps { get; init; } = [];

    /// <summary>
    /// The next day on which the standing would differ if nothing happened; null: none within ten
    /// years.
    /// </summary>
    public DateOnly? ChangesOn { get; init; }

    /// <summary>What counts on the day.</summary>
    public IReadOnlyList<Entry> Entries { get; init; } = [];

    public IReadOnlyList<Flaw> Flaws { get; init; } = [];
}
