using System.Globalization;

namespace CreditScoring.Service.Ports;

/// <summary>
/// Entries of the stream of events that were turned away, oldest first; beyond a bound the oldest go, and
/// the record's quarantine has them all. Every call may throw <see cref="TransportUnavailable"/>.
/// </summary>
public interface IDeadLetters
{
    /// <summary>How many there may be.</summary>
    int Most { get; }

    Task<long> CountAsync();

    /// <summary>
    /// Letters after an id, oldest first, until so many or the octets of a page are spent; null: from
    /// the first.
    /// </summary>
    Task<IReadOnlyList<DeadLetter>> ListAsync(string? after, int limit);

    /// <summary>One letter; null: it is not there, or not any more.</summary>
    Task<DeadLetter?> FindAsync(string id);

    /// <summary>All of a letter's text; null: there is no such letter.</summary>
    Task<string?> TextAsync(string id);

    /// <summary>
    /// Puts a letter's text among the events once more, octet by octet, and takes the letter away, in
    /// one step.
    /// </summary>
    /// <returns>The new entry's id; null: there is no such letter.</returns>
    Task<string?> ReplayAsync(string id);
}

/// <summary>An entry that was turned away.</summary>
/// <param name="Id">Begins with the millisecond in which it was laid aside.</param>
/// <param name="Text">As it was sent, or its beginning.</param>
/// <param name="Reason">The name of its first flaw.</param>
/// <param name="Place">Where that is: the entry, line and column.</param>
public sealed record DeadLetter(string Id, string Text, string Reason, string Place)
{
    /// <summary>Octets of its text as it was sent.</summary>
    public long TextOctets { get; init; }

    public bool IsCut { get; init; }

    /// <summary>Whether a text can be the id of a letter, such as 1753934400000-0.</summary>
    public static bool IsId(string text) =>
        text.Split('-') is [var at, var number] && IsNumber(at) && IsNumber(number);

    /// <summary>Null: the id is not one that Redis gave by its clock.</summary>
    public DateTimeOffset? At =>
        long.TryParse(Id.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && at <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null;

    private static bool IsNumber(string text) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
