using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CreditScoring.Documents;
using CreditScoring.Importing;
using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Where a clerk hands in a table as bureaus have it (导入表格), fits a mapping to it, sees what would come of
/// it, and has its events taken in; and where another person takes it back. What takes long is done by
/// <see cref="TableLoop"/>.
/// </summary>
public sealed class TableDesk(
    ITableRecord record, IWorkingRecord work, TableStore store, TableReading reading, Shelf shelf,
    Settings settings, TimeProvider clock)
{
    private const int IdDigits = 16, LongestName = 200, LongestReason = 200;

    /// <summary>Octets of a file that is looked through while its sender waits.</summary>
    private const long Soon = 4 << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(100);

    private readonly TablePieces pieces = new(record);

    /// <summary>Whether somebody may look at a table and work on it: his own, or as who corrects.</summary>
    public static bool IsFor(HandedTable table, Caller by) =>
        table.By == by.Actor || by.May(Right.MendEvents);

    /// <returns>Null: there is none, or it is not his to see.</returns>
    public async Task<HandedTable?> FindAsync(string id, Caller by) =>
        id.Length == IdDigits && await store.FindAsync(id) is { } table && IsFor(table, by) ? table : null;

    public Task<IReadOnlyList<HandedTable>> AllAsync(Caller by, int limit, int skip) =>
        store.AllAsync(by.May(Right.MendEvents) ? null : by.Actor, limit, skip);

    /// <summary>Those of the same file that may be seen.</summary>
    public async Task<IReadOnlyList<HandedTable>> SameFileAsync(HandedTable table, Caller by) =>
        [.. (await store.SameFileAsync(table)).Where(each => IsFor(each, by))];

    /// <summary>Takes in a file.</summary>
    /// <param name="name">What its sender calls it.</param>
    public async Task<TableDecision> HandInAsync(
        string name, Stream octets, Caller by, CancellationToken gone)
    {
        var table = await store.KeepAsync(new HandedTable(
            RandomNumberGenerator.GetHexString(IdDigits, lowercase: true), NameOf(name), by.Actor,
            clock.GetUtcNow())
        {
            OnlySource = by.Source, MayMend = by.MayMend, State = TableState.Coming,
        }) ?? throw new InvalidOperationException("an id was given twice");
        if (await pieces.KeepFileAsync(table.Id, octets, settings.LargestTable, gone)
            is not { Octets: > 0 } file)
        {
            await pieces.ForgetFileAsync(table.Id);
            await store.KeepAsync(table with { State = TableState.GivenUp, IsForgotten = true });
            return new TableDecision(null, octets.CanSeek && octets.Length == 0 ? TableFault.NoFile
                : TableFault.TooLarge(settings.LargestTable >> 20));
        }

        var laid = table with { State = TableState.Laid, Octets = file.Octets, Digest = file.Digest };
        await work.KeepAsync(ActOf(laid, by, "table-handed-in"), clock);
        var kept = await store.KeepAsync(laid);
        return new TableDecision(kept is null || file.Octets > Soon ? kept
            : await reading.LookThroughAsync(kept) ?? await store.FindAsync(kept.Id));
    }

    /// <summary>Has another mapping; what came of a trial by the one before is forgotten.</summary>
    public Task<TableDecision> MapAsync(string id, string mapping, Caller by) => ChangeAsync(
        id, by, null, table => Editable(table) is { } fault ? (null, fault)
            : (table with
            {
                Mapping = mapping, State = TableState.Ready, Trial = null, Flaws = [],
            }, null));

    /// <summary>Waits for a moment until what was asked for is done, as it is for most tables.</summary>
    public async Task WaitAsync(string id, CancellationToken gone)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Moment)
        {
            if (await store.FindAsync(id) is not { IsUnderWay: true })
            {
                return;
            }

            await Task.Delay(Moment, gone);
        }
    }

    /// <summary>Begins with another mapping: a ready one by its name, or one for a kind of event.</summary>
    /// <param name="with"><c>ready:penalties-2018</c> or <c>kind:penalty</c>.</param>
    public Task<TableDecision> BeginAsync(string id, string with, Caller by)
    {
        var catalogue = shelf.Book.Catalogue;
        var (sort, name) = with.Split(':') is [var first, var second] ? (first, second) : ("", "");
        var text = sort == "ready" ? ReadyMappings.Of(name)?.Text
            : sort == "kind" && catalogue.Kind(name) is { MayBeSent: true } kind
                ? KindMapping.Of(kind, "bureau", catalogue) : null;
        return ChangeAsync(id, by, null, table =>
            Editable(table) is { } fault ? (null, fault)
            : text is null ? (null, TableFault.NoKind)
            : (TableMappings.With(table, MappingDraft.Of(text)!, sort == "ready" ? name : null) with
            {
                State = TableState.Ready, Trial = null, Flaws = [],
            }, null));
    }

    /// <summary>Has it tried, which changes nothing of the record.</summary>
    public Task<TableDecision> TryAsync(string id, Caller by) => ChangeAsync(
        id, by, "table-tried", table => Editable(table) is { } fault ? (null, fault)
            : (table with { State = TableState.Trying, Trial = null, Flaws = [] }, null));

    /// <summary>Stops a trial.</summary>
    public Task<TableDecision> StopAsync(string id, Caller by) => ChangeAsync(
        id, by, null, table => table.State != TableState.Trying ? (null, TableFault.Changed)
            : (table with { State = TableState.Ready, Trial = null }, null));

    /// <summary>Has its events taken in, as they were seen in the trial.</summary>
    public Task<TableDecision> KeepAsync(string id, Caller by) => ChangeAsync(
        id, by, "table-kept", table => table.State is TableState.Keeping or TableState.Kept ? (table, null)
            : table.State != TableState.Tried ? (null, Editable(table) ?? TableFault.NotTried)
            : table.Trial!.New == 0 ? (null, TableFault.NothingNew)
            : (table with
            {
                State = TableState.Keeping, KeptBy = by.Actor, KeptAt = clock.GetUtcNow(),
                Kept = new TableCounts(), OnlySource = by.Source, MayMend = by.MayMend,
            }, null));

    /// <summary>Nobody wants it any more.</summary>
    public async Task<TableDecision> GiveUpAsync(string id, Caller by)
    {
        var asked = await ChangeAsync(
            id, by, "table-given-up", table => table.State is TableState.Keeping or TableState.Undoing
                ? (null, TableFault.UnderWay)
                : table.State is TableState.Kept or TableState.Undone ? (null, TableFault.Ended)
                : (table with { State = TableState.GivenUp }, null));
        if (asked.IsDone)
        {
            await pieces.ForgetFileAsync(id);
            await pieces.ForgetRejectedAsync(id);
        }

        return asked;
    }

    /// <summary>Another person takes back what was new by it.</summary>
    public Task<TableDecision> UndoAsync(string id, string reason, Caller by) => ChangeAsync(
        id, by, "table-undone",
        table => table.State is TableState.Undoing or TableState.Undone ? (table, null)
            : HindranceOf(table, by) is { } fault ? (null, fault)
            : OneLine(reason) is not { Length: > 0 and <= LongestReason } why ? (null, TableFault.NoReason)
            : (table with
            {
                State = TableState.Undoing, UndoneBy = by.Actor, UndoneAt = clock.GetUtcNow(),
                UndoneOn = clock.Today(), UndoneWhy = why,
            }, null),
        OneLine(reason));

    /// <summary>
    /// Why somebody may not undo a table: persons are told apart as for corrections, and where nobody has to
    /// say who he is nobody is.
    /// </summary>
    public TableFault? HindranceOf(HandedTable table, Caller by) =>
        table.State != TableState.Kept ? TableFault.NotKept
        : !by.Region.IsAll ? TableFault.OtherRegions
        : by != Caller.Anybody && table.KeptBy != Caller.Anybody.Actor && table.KeptBy != by.Actor ? null
        : by != Caller.Anybody && table.KeptBy == by.Actor ? TableFault.SamePerson
        : settings.WantsKeys ? TableFault.NobodyKnown : null;

    private static TableFault? Editable(HandedTable table) => table.State switch
    {
        TableState.Ready or TableState.Tried => null,
        TableState.Laid or TableState.Coming or TableState.Trying or TableState.Keeping
            or TableState.Undoing => TableFault.UnderWay,
        _ => TableFault.Ended,
    };

    /// <param name="what">The act that is kept before it is done; null: none.</param>
    private async Task<TableDecision> ChangeAsync(
        string id, Caller by, string? what,
        Func<HandedTable, (HandedTable? Becomes, TableFault? Fault)> change, string? reason = null)
    {
        if (await FindAsync(id, by) is not { } table)
        {
            return new TableDecision(null, TableFault.Unknown);
        }

        var (becomes, fault) = change(table);
        if (becomes is null || ReferenceEquals(becomes, table))
        {
            return new TableDecision(table, fault);
        }

        if (what is not null)
        {
            await work.KeepAsync(ActOf(becomes, by, what, reason), clock);
        }

        return await store.KeepAsync(becomes) is { } kept ? new TableDecision(kept)
            : new TableDecision(await store.FindAsync(id), TableFault.Changed);
    }

    private static Act ActOf(HandedTable table, Caller by, string what, string? reason = null) =>
        new(by.Actor, what, table.Target)
        {
            Body = JsonText.Of(json =>
            {
                json.WriteStartObject();
                json.Property("name", ResidentNumber.Masked(table.Name));
                json.Property("sha256", table.Digest);
                json.Property("octets", (decimal)table.Octets);
                if (reason is not null)
                {
                    json.Property("reason", reason);
                }

                json.WriteEndObject();
            }),
        };

    /// <summary>A name of a file, without folders and what cannot be shown.</summary>
    private static string NameOf(string name)
    {
        var last = OneLine(name.Split('/', '\\')[^1]);
        return last.Length == 0 ? "table" : last.Length <= LongestName ? last : OneLine(last[^LongestName..]);
    }

    // Letter by letter: those beyond the first plane stand in names of persons and places, such as 𠮷.
    private static string OneLine(string text) => string.Concat(
        text.ReplaceLineEndings(" ").EnumerateRunes().Where(letter => Rune.GetUnicodeCategory(letter)
            is not (UnicodeCategory.Control or UnicodeCategory.Format))).Trim();
}
