using CreditScoring.Documents;
using Newtonsoft.Json;

namespace CreditScoring.Standings;

/// <summary>A standing with what was asked of it, as JSON says both.</summary>
/// <param name="Revision">What was posted so far; null: there is no record, and it is left out.</param>
/// <param name="KnownAt">The instant as known at which; null: now.</param>
/// <param name="By">By what it was reached; null: said around it, or nowhere.</param>
internal readonly record struct AskedStanding(
    Standing Standing, int? Revision = null, string? KnownAt = null, JudgedBy? By = null);

/// <summary>A member of a standing.</summary>
internal sealed class StandingMember : JsonMember<AskedStanding>
{
    public StandingMember(string name, string zh, string en, Action<JsonTextWriter, Standing> write)
        : base(name, zh, en, (json, each) => write(json, each.Standing))
    {
    }

    public StandingMember(string name, string zh, string en, Func<AskedStanding, string?> value)
        : base(name, zh, en, value)
    {
    }

    public StandingMember(string name, string zh, string en, Func<AskedStanding, DateOnly?> value)
        : base(name, zh, en, value)
    {
    }

    public StandingMember(string name, string zh, string en, Func<AskedStanding, DateOnly> value)
        : base(name, zh, en, value)
    {
    }

    public StandingMember(string name, string zh, string en, Func<AskedStanding, decimal?> value)
        : base(name, zh, en, value)
    {
    }

    public StandingMember(string name, string zh, string en, Func<AskedStanding, long> value)
        : base(name, zh, en, value)
    {
    }

    /// <summary>The names of its own members, or of those of its items; empty: it has none.</summary>
    public IEnumerable<string> Parts => Type switch
    {
        JsonObjectOf own => own.Shape().MemberNames,
        JsonListOf { Item: JsonObjectOf item } => item.Shape().MemberNames,
        _ => [],
    };

    /// <summary>Where it is told among what has changed: the lowest first.</summary>
    public int Weight { get; init; }

    /// <summary>Whether two standings are the same in it; null: it makes no difference.</summary>
    public Func<Standing, Standing, bool>? IsSame { get; init; }
}
