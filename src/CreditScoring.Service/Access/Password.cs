namespace CreditScoring.Service.Access;

/// <summary>By which a person signs in without a provider (口令); only a slow hash of it is kept.</summary>
/// <param name="Hash">As ASP.NET Core's PasswordHasher writes it; null: it was replaced since.</param>
/// <param name="IsInitial">Whether another one gave it, so that it must be changed first of all.</param>
/// <param name="Since">When it was set.</param>
public sealed record Password(string? Hash, bool IsInitial, DateTimeOffset Since)
{
    /// <summary>For so long an initial one is good, if nobody signs in with it.</summary>
    public static readonly TimeSpan InitialTime = TimeSpan.FromDays(14);

    /// <summary>Who gave the initial one, from which this one comes.</summary>
    public string GivenBy { get; init; } = "";

    /// <summary>
    /// Whether more than one admin has vouched that it is in the hands of its person: who gave the first
    /// one knows it, and could sign in before its person does.
    /// </summary>
    public bool IsVouched { get; init; }

    public bool IsGood(DateTimeOffset now) => Hash is not null && (!IsInitial || now < Since + InitialTime);
}
