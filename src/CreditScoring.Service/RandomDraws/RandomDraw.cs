using CreditScoring.Documents;
using CreditScoring.Draws;
using CreditScoring.Draws.Proofs;

namespace CreditScoring.Service.RandomDraws;

/// <summary>How a draw stands.</summary>
public enum DrawState
{
    /// <summary>Its list is frozen; another person has to announce it.</summary>
    Prepared,

    /// <summary>What is published before a draw is published; the public value is awaited.</summary>
    Announced,

    /// <summary>It is made, once and for all.</summary>
    Drawn,

    /// <summary>It is not made; that it was prepared or announced stays to be seen.</summary>
    Withdrawn,
}

/// <summary>
/// A draw of objects and inspectors (双随机抽取) that one person prepares and another announces. It is what its
/// acts in the record make it.
/// </summary>
/// <param name="Id">Sixteen hexadecimal digits.</param>
/// <param name="Header">What is drawn, and from which list.</param>
public sealed record RandomDraw(string Id, DrawHeader Header)
{
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Null: it is not announced.</summary>
    public Announcement? Announced { get; init; }

    /// <summary>The secret, sealed; null: it is not announced.</summary>
    public string? Sealed { get; init; }

    /// <summary>With all replacements; null: it is not made.</summary>
    public Proof? Proof { get; init; }

    /// <summary>How many were drawn, of a draw as lists have it; null: it is not made.</summary>
    public int? Drawn { get; init; }

    /// <summary>What was done with it, the first first.</summary>
    public IReadOnlyList<DrawStep> Steps { get; init; } = [];

    public DrawState State => Steps.Count == 0 ? DrawState.Prepared : Steps[^1].State;

    /// <summary>From which day a visit is the one that it asks for.</summary>
    public DateOnly? VisitsFrom => Header.Visits?.From
        ?? (Announced is { } announced ? ShanghaiTime.DayOf(announced.Published) : null);

    /// <summary>
    /// Who is to be visited after all replacements, in the order of the draw; none before it.
    /// </summary>
    public IReadOnlyList<ToVisit> ToVisit()
    {
        if (Proof is null)
        {
            return [];
        }

        var current = Replacing.Current(Proof);
        var instead = Proof.Replacements.ToDictionary(
            each => each.In, each => each.Out, StringComparer.Ordinal);
        return
        [
            .. Proof.Drawn.Select(each => each.Id).Concat(Proof.Replacements.Select(each => each.In))
                .Where(current.ContainsKey)
                .Select(id => new ToVisit(
                    id, current[id].Stratum, current[id].Inspectors, instead.GetValueOrDefault(id))),
        ];
    }
}

/// <summary>An object that a draw has to have visited.</summary>
/// <param name="Inspectors">By id; empty: objects alone are drawn, or nobody may go.</param>
/// <param name="InsteadOf">The object in whose place it is; null: it was drawn itself.</param>
public sealed record ToVisit(string Id, string Stratum, IReadOnlyList<string> Inspectors, string? InsteadOf);

/// <summary>A visit that some draw asks for.</summary>
/// <param name="From">The first day on which it is the one that the draw asks for.</param>
/// <param name="Inspectors">Who was drawn for it, by id; empty: objects alone are drawn.</param>
public sealed record DrawnVisit(DateOnly From, IReadOnlyList<string> Inspectors);

/// <summary>What is drawn, and from which list.</summary>
/// <param name="Number">The number of the draw (文号), which no other has.</param>
/// <param name="Title">What is drawn, for the public.</param>
/// <param name="Profile">The file of draws/ in the rules, without its end.</param>
/// <param name="Regime">Whose tiers are the strata.</param>
/// <param name="Region">Digits; empty: all.</param>
/// <param name="Visits">The days of the visits; null: no inspectors are drawn.</param>
/// <param name="InspectorsAt">Position of the register's entry; null: no inspectors are drawn.</param>
/// <param name="MadeOn">The day of the tiers.</param>
/// <param name="Book">The hash of the rules by which the objects were judged.</param>
/// <param name="List">SHA-256 of the frozen list.</param>
/// <param name="Listed">Its lines.</param>
/// <param name="Strata">Objects in the draw, by stratum.</param>
/// <param name="Excluded">Objects that are not, by reason.</param>
public sealed record DrawHeader(
    string Number, string Title, string Profile, string Regime, string Region, Visits? Visits,
    long? InspectorsAt, DateOnly MadeOn, string Book, Digest List, int Listed,
    IReadOnlyDictionary<string, int> Strata, IReadOnlyDictionary<string, int> Excluded);

/// <summary>Something that was done with a draw.</summary>
/// <param name="State">As it stands since.</param>
/// <param name="Said">Why, or what.</param>
/// <param name="IsApart">Whether it is known that this is another person than who prepared it.</param>
public sealed record DrawStep(DrawState State, string By, DateTimeOffset At, string? Said, bool IsApart);
