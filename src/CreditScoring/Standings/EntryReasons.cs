using CreditScoring.Law.Scenes;

namespace CreditScoring.Standings;

/// <summary>Says of each entry that was made why it counts in a standing, or why it does not.</summary>
internal sealed class EntryReasons
{
    private readonly Standing standing;
    private readonly IReadOnlyDictionary<string, Entry> terms;
    private readonly IReadOnlyDictionary<string, Clearance> clearances;
    private readonly IReadOnlyDictionary<string, DateOnly> restored;
    private readonly HashSet<string> counting;
    private readonly Dictionary<string, EntryInTerm> held;
    private readonly Dictionary<string, Entry> gravest = new(StringComparer.Ordinal);
    private readonly bool judged;

    /// <param name="register">The entries at the end of the walk; null: it did not come to an end.</param>
    /// <param name="terms">The last term of entries that were carried over, by id.</param>
    /// <param name="restored">The day from which entries count again that were cleared, by id.</param>
    public EntryReasons(
        Standing standing, EntryBook? register,
        IReadOnlyDictionary<string, Entry> terms, IReadOnlyDictionary<string, Clearance> clearances,
        IReadOnlyDictionary<string, DateOnly> restored)
    {
        this.standing = standing;
        this.terms = terms;
        this.clearances = clearances;
        this.restored = restored;
        judged = register is not null && standing.Applies;
        counting = standing.Entries.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        held = (register?.Held ?? SharedList<EntryInTerm>.Empty)
            .ToDictionary(each => each.Entry.Id, StringComparer.Ordinal);
        foreach (var entry in standing.Entries)
        {
            if (entry.Group is { } group)
            {
                gravest[group] = entry;
            }
        }
    }

    public EntryAccount Of(Entry made)
    {
        var entry = terms.GetValueOrDefault(made.Id, made);
        var account = new EntryAccount(
            entry, EntryState.NotJudged) { CarriedOver = terms.ContainsKey(made.Id) };
        return counting.Contains(made.Id) ? Counting(account)
            : !judged ? account
            : held.TryGetValue(made.Id, out var waiting) ? Unheard(account, waiting)
            : clearances.TryGetValue(made.Id, out var clearance) ? Cleared(account, clearance)
            : entry.LapsesOn is { } lapse && (lapse <= standing.On || lapse <= entry.From)
                ? account with { State = EntryState.Lapsed, On = lapse }
            : account;
    }

    private EntryAccount Counting(EntryAccount account) => account with
    {
        State = EntryState.Counts,
        RestoredOn = restored.TryGetValue(account.Entry.Id, out var day) ? day : null,
    };

    /// <summary>
    /// One within its term that does not count: it has not begun, or a graver one of its group does.
    /// </summary>
    private EntryAccount Unheard(EntryAccount account, EntryInTerm waiting) =>
        account.Entry.From > standing.On ? account with { State = EntryState.Waits, On = account.Entry.From }
            : account.Entry.Group is { } group && gravest.TryGetValue(group, out var graver)
                ? account with
                {
                    State = EntryState.Absorbed, Absorbing = graver, Citation = waiting.Rule.GroupCitation,
                }
                : account;

    private static EntryAccount Cleared(EntryAccount account, Clearance clearance) => account with
    {
        State = EntryState.Cleared,
        On = clearance.On,
        Citation = clearance.Rule.Citation,
        ClearedBy = clearance.By,
        ClearedUnder = clearance.Rule.Name,
    };
}
