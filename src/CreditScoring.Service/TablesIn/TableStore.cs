using System.Text.Json;
using CreditScoring.Documents;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.TablesIn;

/// <summary>Tables as the record keeps them.</summary>
public sealed class TableStore(ITableRecord record, TimeProvider clock)
{
    private static readonly JsonSerializerOptions Form = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        IgnoreReadOnlyProperties = true,
    };

    /// <summary>Keeps a table as it is now.</summary>
    /// <returns>The same with its version; null: somebody else has changed it.</returns>
    public async Task<HandedTable?> KeepAsync(HandedTable table)
    {
        var now = table with { Version = table.Version + 1, ChangedAt = clock.GetUtcNow() };
        return await record.KeepTableAsync(new KeptTable(
            now.Id, now.Version, now.By, now.Digest, now.State.ToString(),
            JsonSerializer.Serialize(now, Form), now.At, now.ChangedAt)) ? now : null;
    }

    /// <summary>Null: there is none.</summary>
    public async Task<HandedTable?> FindAsync(string id) =>
        await record.TableAsync(id) is { } kept ? Of(kept) : null;

    public async Task<IReadOnlyList<HandedTable>> AllAsync(string? by, int limit, int skip) =>
        [.. (await record.TablesAsync(by, limit, skip)).Select(Of)];

    public async Task<IReadOnlyList<HandedTable>> InAsync(params TableState[] states) =>
        [.. (await record.TablesInAsync([.. states.Select(each => $"{each}")])).Select(Of)];

    /// <summary>Others of the same file, the first first.</summary>
    public async Task<IReadOnlyList<HandedTable>> SameFileAsync(HandedTable table) => table.Digest.Length == 0
        ? [] : [.. (await record.TablesOfAsync(table.Digest)).Where(each => each.Id != table.Id).Select(Of)];

    /// <exception cref="InvalidDataException">It was kept by a newer program.</exception>
    private static HandedTable Of(KeptTable kept)
    {
        var table = JsonSerializer.Deserialize<HandedTable>(kept.Body, Form);
        return table is not null && Enum.TryParse<TableState>(kept.State, out var state)
            ? table with
            {
                Version = kept.Version, State = state, Digest = kept.Digest, ChangedAt = kept.ChangedAt,
            }
            : throw new InvalidDataException($"the table {kept.Id} cannot be read: {kept.State}");
    }
}
