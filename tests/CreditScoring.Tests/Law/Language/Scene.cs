using CreditScoring.Law.Language;

namespace CreditScoring.Tests.Law.Language;

/// <summary>What a rule of these tests sees.</summary>
public sealed class Scene : Evaluation
{
    public Fact? Happened { get; set; }

    public Fact Subject { get; set; } = new("profile");

    public IReadOnlyList<Fact> Events { get; set; } = [];

    public IReadOnlyList<Entry> Entries { get; set; } = [];

    public IReadOnlyList<decimal> Amounts { get; set; } = [];

    public IReadOnlyList<decimal?> Gaps { get; set; } = [];

    public IReadOnlyList<string> Words { get; set; } = [];

    public DateOnly A { get; set; }

    public DateOnly B { get; set; }

    public DateOnly? Maybe { get; set; }

    public int N { get; set; }

    public decimal X { get; set; }

    public decimal? Gap { get; set; }

    public bool? Perhaps { get; set; }

    public string? Nothing { get; set; }
}

/// <summary>An event: its kind and its fields; a field that it does not have is missing.</summary>
public sealed class Fact(string kind)
{
    private readonly Dictionary<string, object?> fields = [];

    public string Kind { get; } = kind;

    public DateOnly From { get; init; }

    public DateOnly? DecidedOn { get; init; }

    public Fact? ActsOn { get; init; }

    public object? this[string field]
    {
        get => fields.GetValueOrDefault(field);
        init => fields[field] = value;
    }
}

/// <summary>An entry in the ledger.</summary>
public sealed class Entry(string rule, decimal points, Fact happened)
{
    public string Rule { get; } = rule;

    public decimal Points { get; } = points;

    public Fact Happened { get; } = happened;

    public DateOnly From => Happened.From;
}
