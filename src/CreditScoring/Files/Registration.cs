using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Law.Scenes;

namespace CreditScoring.Files;

/// <summary>
/// Under which name and in which industry a subject is registered (登记信息): of each the latest that its
/// profiles say.
/// </summary>
/// <param name="Name">Null: no profile says one.</param>
/// <param name="FormerNames">Those it bore before (曾用名), the latest first.</param>
/// <param name="Industry">Its code by GB/T 4754; null: no profile says one.</param>
public sealed record SubjectProfile(string? Name, IReadOnlyList<string> FormerNames, string? Industry)
{
    public static readonly SubjectProfile Unknown = new(null, [], null);

    public bool Equals(SubjectProfile? other) => other is not null && Name == other.Name
        && Industry == other.Industry && FormerNames.SequenceEqual(other.FormerNames, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Industry, FormerNames.Count);
}

/// <summary>
/// What the events of a subject say of its registration (登记), whatever its rules are; a value that takes in
/// further events.
/// </summary>
public sealed record Registration
{
    private readonly Subject subject;

    /// <summary>The profiles, and all that may mend one.</summary>
    private readonly IReadOnlyList<RegulatoryEvent> ofProfile = [];

    /// <summary>The event of the authority that last acted; null: none names its region.</summary>
    private readonly RegulatoryEvent? lastActed;

    /// <summary>That of a subject of which no event is known.</summary>
    public Registration(Subject subject) => this.subject = subject;

    private Registration(
        Subject subject, IReadOnlyList<RegulatoryEvent> ofProfile, RegulatoryEvent? lastActed)
        : this(subject) => (this.ofProfile, this.lastActed) = (ofProfile, lastActed);

    /// <summary>As the events of a file say.</summary>
    public static Registration Of(CreditFile file) => new Registration(file.Subject).With(file.Events);

    /// <summary>The same with events that have arrived.</summary>
    public Registration With(IReadOnlyList<RegulatoryEvent> arrived)
    {
        var more = arrived.Where(
            each => each.Kind.Name == SubjectView.ProfileKind || Mending.IsSettled(each)).ToArray();
        var acted = arrived.Concat(lastActed is null ? [] : [lastActed])
            .Where(each => each.Region is not null).Order(EventOrder.Dated).LastOrDefault();
        return new Registration(subject, more.Length == 0 ? ofProfile : [.. ofProfile, .. more], acted);
    }

    /// <summary>
    /// To which region it belongs in lists, six digits, since supervision follows registration (属地监管):
    /// those in its code, for subjects whose id is or begins with one; else the region of the authority that
    /// last acted; null where neither is known.
    /// </summary>
    public string? Region => subject.Id.Length >= UnifiedSocialCreditCode.Length
        && UnifiedSocialCreditCode.TryParse(
            subject.Id[..UnifiedSocialCreditCode.Length], out var code, out _)
        ? code!.RegionDigits : lastActed?.Region;

    /// <summary>The latest that profiles say of a field by the end of a day; null: nothing.</summary>
    public string? Said(string field, DateOnly day) => Latest(day)
        .Where(each => each.Kind.Fields.Any(one => one.Name == field))
        .Select(each => each[field]).OfType<string>().FirstOrDefault();

    /// <summary>The profiles by the end of a day, as they were mended, the latest first.</summary>
    private RegulatoryEvent[] Latest(DateOnly day) =>
    [
        .. Mending.Settle(ofProfile)
            .Where(each => each.Kind.Name == SubjectView.ProfileKind && CreditFile.Dated(each) <= day)
            .OrderDescending(EventOrder.Dated),
    ];

    /// <summary>Name and industry as they are at the end of a day.</summary>
    /// <exception cref="Law.Language.CannotBeJudged">An amendment takes away what a profile must
    /// have.</exception>
    public SubjectProfile On(DateOnly day)
    {
        var latest = Latest(day);
        var names = latest.Select(each => each["name"]).OfType<string>().ToArray();
        var former = latest.Select(each => each["formerNames"]).OfType<string[]>().FirstOrDefault() ?? [];
        return latest.Length == 0 ? SubjectProfile.Unknown : new SubjectProfile(
            names.FirstOrDefault(),
            [.. names.Concat(former).Except(names.Take(1), StringComparer.Ordinal)],
            latest.Select(each => each["industry"]).OfType<string>().FirstOrDefault());
    }
}
