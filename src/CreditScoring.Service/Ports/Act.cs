namespace CreditScoring.Service.Ports;

/// <summary>
/// Something that somebody did and may be asked about: an entry in the register of persons, or a look at
/// a file. What is told and what is done are one row, so that neither can be without the other.
/// </summary>
/// <param name="Actor">Who: <c>person:zhang</c>, <c>key:7f3a</c>, or <c>command</c> at the machine.</param>
/// <param name="What">Such as <c>key-issued</c>.</param>
/// <param name="Target">On whom or what: <c>person:li</c>, or a subject as kind/id.</param>
public sealed record Act(string Actor, string What, string Target)
{
    /// <summary>
    /// The running number of an act that changes the register or the law, from 1; whoever adds one has seen
    /// all before it. Null: it changes nothing.
    /// </summary>
    public long? Number { get; init; }

    /// <summary>The code of the region that it concerns; null: none, or not known.</summary>
    public string? Region { get; init; }

    /// <summary>The rest of it, a JSON object.</summary>
    public string Body { get; init; } = "{}";

    /// <summary>
    /// What is blanked once it is replaced (the hash of a password); the body has its SHA-256.
    /// </summary>
    public string? Secret { get; init; }
}

/// <summary>An act as the record has it.</summary>
public sealed record KeptAct(long Position, Act Act, DateTimeOffset RecordedAt);

/// <summary>Which acts are asked for, in order of position; null: any.</summary>
public sealed record ActQuery(long After, int Limit)
{
    public string? Actor { get; init; }

    public string? What { get; init; }

    public string? Target { get; init; }

    /// <summary>The digits with which the region's code begins.</summary>
    public string? Region { get; init; }

    /// <summary>Whether the last come first.</summary>
    public bool LastFirst { get; init; }

    /// <summary>Only those before this position; null: all.</summary>
    public long? Before { get; init; }
}
