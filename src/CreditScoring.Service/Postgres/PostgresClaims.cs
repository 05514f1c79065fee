using CreditScoring.Events;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Ports.Chaining;
using CreditScoring.Service.Sql;
using Npgsql;
using static CreditScoring.Service.Postgres.Sentence;

namespace CreditScoring.Service.Postgres;

/// <summary>
/// Takes events in so that of two works that meet, the later one sees what the earlier one did.
/// </summary>
/// <remarks>
/// The unique key of events is the meeting place. Whoever inserts a key makes every other inserter
/// of it wait until he has ended. A target that nobody knows is therefore inserted and removed in
/// one transaction: who brings that event waits, and then sees the mending event that awaits it.
/// A target that is known is locked in its row; so is an event that waited and is released, before
/// anybody asks what waits for it in turn. All keys of one statement are taken in one order.
/// </remarks>
internal sealed class PostgresClaims(NpgsqlConnection connection, BatchContent content, long batch)
{
    private const string Insert =
        "INSERT INTO events (source, id, hash, body, sequence, batch, recorded_at) "
        + "SELECT *, $6, $7 FROM unnest($1, $2, $3, $4, $5) AS e(source, id, hash, body, sequence) "
        + "ORDER BY e.source COLLATE \"C\", e.id COLLATE \"C\" "
        + "ON CONFLICT DO NOTHING RETURNING source, id";

    private const string Keys = "unnest($1, $2) AS k(source, id)";

    private const string Remove = $"DELETE FROM events e USING {Keys} "
        + "WHERE e.source = k.source AND e.id = k.id";

    private const string Lock = $"SELECT FROM events e JOIN {Keys} USING (source, id) "
        + "ORDER BY e.source, e.id FOR UPDATE OF e";

    private const string Known =
        $"SELECT {RowValues.EventColumns} FROM events e JOIN {Keys} USING (source, id)";

    private const string Holders = "SELECT f.source, f.id, f.kind, f.subject FROM filings f "
        + $"JOIN {Keys} USING (source, id)";

    private const string WaitingFor = $"SELECT k.source, k.id, {RowValues.EventColumns} FROM {Keys} "
        + "JOIN waiting w ON w.target_source = k.source AND w.target_id = k.id "
        + "JOIN events e ON e.source = w.source AND e.id = w.id "
        + "ORDER BY e.source, e.id FOR UPDATE OF e";

    /// <summary>How many it has taken in.</summary>
    public int Taken { get; private set; }

    public async Task<IReadOnlyDictionary<EventId, KeptEvent>> ClaimAsync(
        IReadOnlyCollection<NewEvent> events, IReadOnlyCollection<EventId> targets,
        DateTimeOffset at)
    {
        var fresh = events.Select(each => each.Id).ToHashSet();
        var places = targets.Where(target => !fresh.Contains(target)).Distinct()
            .Select(target => new NewEvent(target, "", "", null)).ToList();
        if (events.Count + places.Count == 0)
        {
            return new Dictionary<EventId, KeptEvent>();
        }

        List<NewEvent> asked = [.. events, .. places];
        var inserted = (await connection.RowsAsync(row => row.EventIdAt(0), Insert,
            asked.Column(each => each.Id.Source), asked.Column(each => each.Id.Id),
            asked.Column(each => each.Hash), asked.Column(each => each.Text),
            asked.Column(each => each.Sequence), batch, at.ToUnixTimeMilliseconds())).ToHashSet();
        foreach (var taken in events.Where(each => inserted.Contains(each.Id)))
        {
            content.Event(taken.Id, taken.Hash, at);
            Taken++;
        }

        var emptied = places.Where(each => inserted.Contains(each.Id)).Select(each => each.Id);
        var held = targets.Where(target => !inserted.Contains(target));
        return await Settle(
            [.. emptied], [.. held], [.. fresh.Where(id => !inserted.Contains(id))]);
    }

    public async Task<ILookup<EventId, Enterprises.Subject>> HoldersAsync(
        IReadOnlyCollection<EventId> ids) => ids.Count == 0 ? None<Enterprises.Subject>()
        : (await connection.RowsAsync(
            row => (Id: row.EventIdAt(0), Subject: row.SubjectAt(2)), Holders, KeysOf(ids)))
            .ToLookup(pair => pair.Id, pair => pair.Subject);

    /// <summary>What waits for these, locked.</summary>
    public async Task<ILookup<EventId, KeptEvent>> WaitingForAsync(
        IReadOnlyCollection<EventId> targets) => targets.Count == 0 ? None<KeptEvent>()
        : (await connection.RowsAsync(
            row => (Target: row.EventIdAt(0), Waits: RowValues.Event(row, 2)), WaitingFor,
            KeysOf(targets))).ToLookup(pair => pair.Target, pair => pair.Waits);

    private async Task<Dictionary<EventId, KeptEvent>> Settle(
        List<EventId> emptied, List<EventId> held, List<EventId> known)
    {
        List<NpgsqlBatchCommand> said =
        [
            .. emptied.Count > 0 ? [Say(Remove, KeysOf(emptied))] : new NpgsqlBatchCommand[0],
            .. held.Count > 0 ? [Say(Lock, KeysOf(held))] : new NpgsqlBatchCommand[0],
        ];
        await connection.RunAsync(said);
        return known.Count == 0 ? []
            : (await connection.RowsAsync(row => RowValues.Event(row), Known, KeysOf(known)))
                .ToDictionary(each => each.Id);
    }

    private static object?[] KeysOf(IReadOnlyCollection<EventId> ids) =>
        [ids.Column(id => id.Source), ids.Column(id => id.Id)];

    private static ILookup<EventId, T> None<T>() =>
        Array.Empty<(EventId Id, T Value)>().ToLookup(pair => pair.Id, pair => pair.Value);
}
