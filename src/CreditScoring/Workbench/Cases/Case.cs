using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;

namespace CreditScoring.Workbench.Cases;

/// <summary>What a case asks of one day: any part of the standing's JSON.</summary>
public sealed record Expectation(DateOnly On, JsonPiece Expected);

/// <summary>A worked example of a regulation (算例): a history and what must come of it.</summary>
public sealed record Case(string Name, Place Place, Subject Subject)
{
    public string? Citation { get; init; }

    public IReadOnlyList<RegulatoryEvent> Events { get; init; } = [];

    public IReadOnlyList<Expectation> Expectations { get; init; } = [];
}

/// <summary>One thing that came out otherwise than a case says.</summary>
/// <param name="Place">Where the case says it.</param>
/// <param name="Path">Such as <c>entries[0].points</c>.</param>
public sealed record Difference(Place Place, DateOnly On, string Path, string Expected, string Actual)
{
    /// <summary>Why the day could not be judged; null: it could.</summary>
    public Flaw? Cause { get; init; }

    /// <summary>The paths that came out otherwise only because the day could not be judged.</summary>
    public IReadOnlyList<string> Following { get; init; } = [];
}

/// <summary>What came of running a case; it passes without differences.</summary>
public sealed record CaseResult(Case Case, IReadOnlyList<Difference> Differences)
{
    public bool Passed => Differences.Count == 0;
}
