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

    /// <summary>Whether an event says anything of it, or mends what may.</summary>
    public static bool IsOf(RegulatoryEvent each) =>
        each.Kind.Name == SubjectView.ProfileKind || Mending.IsSettled(each);

    /// <summary>As it is at the end of a day.</summary>
    /// <param name="events">The profiles of one subject, and all that mends.</param>
    public static SubjectProfile Of(IReadOnlyList<RegulatoryEvent> events, DateOnly day)
    {
        var latest = Mending.Settle(events)
            .Where(each => each.Kind.Name == SubjectView.ProfileKind && CreditFile.Dated(each) <= day)
            .OrderDescending(EventOrder.Dated).ToArray();
        var names = latest.Select(each => each["name"]).OfType<string>().ToArray();
        var former = latest.Select(each => each["formerNames"]).OfType<string[]>().FirstOrDefault() ?? [];
        return latest.Length == 0 ? Unknown : new SubjectProfile(
            names.FirstOrDefault(),
            [.. names.Concat(former).Except(names.Take(1), StringComparer.Ordinal)],
            latest.Select(each => each["industry"]).OfType<string>().FirstOrDefault());
    }

    public bool Equals(SubjectProfile? other) => other is not null && Name == other.Name
        && Industry == other.Industry && FormerNames.SequenceEqual(other.FormerNames, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Name, Industry, FormerNames.Count);
}
