using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A standing with what was asked of it, as JSON says both.</summary>
/// <param name="Revision">What was posted so far; null: there is no record, and it is left out.</param>
/// <param name="KnownAt">The instant as known at which; null: now.</param>
internal readonly record struct AskedStanding(Standing Standing, int? Revision, string? KnownAt);

/// <summary>A member of a standing.</summary>
internal sealed class StandingMember : JsonMember<AskedStanding>
{
    public StandingMember(string name, Action<JsonTextWriter, Standing> write)
        : base(name, (json, each) => write(json, each.Standing))
    {
    }

    public StandingMember(string name, Func<AskedStanding, string?> value)
        : base(name, value)
    {
    }

    public StandingMember(string name, Func<AskedStanding, DateOnly?> value)
        : base(name, value)
    {
    }

    public StandingMember(string name, Func<AskedStanding, decimal?> value)
        : base(name, value)
    {
    }

    /// <summary>The names of its own members, or of those of its items; empty: it has none.</summary>
    public IReadOnlyList<string> Parts { get; init; } = [];

    /// <summary>Where it is told among what has changed: the lowest first.</summary>
    public int Weight { get; init; }

    /// <summary>Whether two standings are the same in it; null: it makes no difference.</summary>
    public Func<Standing, Standing, bool>? IsSame { get; init; }
}
