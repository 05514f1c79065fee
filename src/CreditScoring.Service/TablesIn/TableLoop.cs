using CreditScoring.Importing;
using CreditScoring.Importing.Mappings;
using CreditScoring.Importing.Tables;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using CreditScoring.Service.Work;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Goes on with tables that are to be read, tried, taken in or undone, whoever asked for it and whichever
/// worker began it; one worker a table. Should two believe that they have it, both do the same.
/// </summary>
public sealed partial class TableLoop(
    ITableRecord record, IWorkingRecord work, IRecordQuestions asked, TableStore store, TableReading reading,
    InboxQueue inbox, Shelf shelf, Settings settings, TimeProvider clock,
    LoopHealth health, ILogger<TableLoop> log)
    : Loop("tables", health, log)
{
    private const int ActsAtOnce = 100;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    /// <summary>After it a table that has ended, or that nobody goes on with, is forgotten.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>A file that comes for so long does not come any more.</summary>
    private static readonly TimeSpan Coming = TimeSpan.FromHours(2);

    private readonly TablePieces pieces = new(record);

    private RuleBook? ours;
    private bool begun;

    protected override async Task RunAsync(CancellationToken stop)
    {
        if (!begun)
        {
            LocalFile.RemoveLost();
            begun = true;
        }

        await Wait(Pause, stop);
        var failed = false;
        foreach (var table in await store.InAsync(
            TableState.Laid, TableState.Trying, TableState.Keeping, TableState.Undoing))
        {
            if (stop.IsCancellationRequested)
            {
                return;
            }

            await using var lead = await work.LeadAsync(table.Target);
            // Asked for once nobody else has it: what another worker has done meanwhile is seen.
            if (lead is not null && await store.FindAsync(table.Id) is { } now)
            {
                failed |= !await WentOnAsync(now, stop);
            }
        }

        await ForgetAsync();
        if (!failed)
        {
            Works();
        }
    }

    /// <summary>A fault of the program over one table holds up none of the others.</summary>
    private async Task<bool> WentOnAsync(HandedTable table, CancellationToken stop)
    {
        try
        {
            await GoOnAsync(table, stop);
            return true;
        }
        catch (Exception fault) when (fault is not RecordUnavailable && !stop.IsCancellationRequested)
        {
            Fails(fault);
            return false;
        }
    }

    private Task GoOnAsync(HandedTable table, CancellationToken stop) => table.State switch
    {
        TableState.Laid => reading.LookThroughAsync(table),
        TableState.Trying => TryAsync(table, stop),
        TableState.Keeping => KeepAsync(table, stop),
        TableState.Undoing => UndoAsync(table, stop),
        _ => Task.CompletedTask,
    };

    private async Task TryAsync(HandedTable table, CancellationToken stop)
    {
        var trial = new TableTrial(
            record, asked, OursAlone(), SenderOf(table.By, table.MayMend), clock.Today());
        // A trial keeps nothing: who goes on with it begins again.
        var (now, counts) = await PassAsync(
            table, new TableCounts(), trial, (each, so) => each with { Trial = so }, stop);
        if (now is not null && counts is not null)
        {
            await store.KeepAsync(now with
            {
                State = TableState.Tried,
                Trial = counts with { Subjects = trial.Subjects, Effect = await trial.EffectAsync(stop) },
            });
        }
    }

    private async Task KeepAsync(HandedTable table, CancellationToken stop)
    {
        var sending = new TableSending(table, inbox, shelf.Book, SenderOf(table.KeptBy!, table.MayMend));
        var (now, counts) = await PassAsync(
            table, table.Kept!, sending, (each, so) => each with { Kept = so }, stop);
        if (now is null || counts is null)
        {
            return;
        }

        // A portion that was sent twice found its own events known: what was new stands in the record.
        var fresh = await NewAsync(table);
        counts = counts with
        {
            New = fresh, Known = counts.Events - counts.Conflicts - counts.Turned - fresh,
            Subjects = table.Trial?.Subjects ?? 0,
        };
        if (await store.KeepAsync(now with { State = TableState.Kept, Kept = counts }) is not null)
        {
            await pieces.ForgetFileAsync(table.Id);
            LogKept(table.Id, counts.Read, counts.New, counts.ToMend);
        }
    }

    /// <returns>
    /// The table as it was kept last, and what came of all its rows; null: it ended before.
    /// </returns>
    private async Task<(HandedTable? Now, TableCounts? Counts)> PassAsync(
        HandedTable table, TableCounts begun, ITakesEvents taker,
        Func<HandedTable, TableCounts, HandedTable> with, CancellationToken stop)
    {
        HandedTable? now = table;
        try
        {
            if (TableMappings.Read(table.Mapping, shelf.Book.Catalogue, out var flaws) is not { } mapping)
            {
                throw new TableException(flaws);
            }

            using var file = await pieces.FileAsync(table);
            var counts = await new TablePass(table, mapping, shelf.Book.Catalogue, KeyOf(settings)).RunAsync(
                file, pieces, begun, taker,
                async so => (now = await store.KeepAsync(with(now!, so))) is not null, stop);
            return (now, counts);
        }
        catch (TableException refused) when (now is not null)
        {
            await store.KeepAsync(now with
            {
                State = table.State == TableState.Keeping ? TableState.Kept : TableState.Ready,
                Flaws = [.. refused.Flaws.Select(TableFlaw.Of)],
            });
            return (null, null);
        }
    }

    private async Task UndoAsync(HandedTable table, CancellationToken stop)
    {
        if (await new TableUndo(asked, inbox, shelf.Book).RunAsync(
            table, SenderOf(table.UndoneBy!, mayMend: true), store.KeepAsync, stop) is { } now)
        {
            await store.KeepAsync(now with { State = TableState.Undone });
        }
    }

    private async Task<long> NewAsync(HandedTable table)
    {
        var (all, after) = (0L, 0L);
        IReadOnlyList<KeptAct> acts;
        do
        {
            acts = await asked.ActsAsync(
                new ActQuery(after, ActsAtOnce) { What = LotActs.What, Target = table.Target });
            all += acts.Sum(each => (long)LotActs.EventsOf(each).Count);
            after = acts.Count == 0 ? after : acts[^1].Position;
        }
        while (acts.Count == ActsAtOnce);

        return all;
    }

    /// <summary>What nobody needs any more goes: the file, and the rows to be mended.</summary>
    private async Task ForgetAsync()
    {
        var now = clock.GetUtcNow();
        foreach (var table in await store.InAsync(
            TableState.Coming, TableState.Unreadable, TableState.Ready, TableState.Tried, TableState.Kept,
            TableState.Undone, TableState.GivenUp))
        {
            var time = table.State == TableState.Coming ? Coming : Kept;
            if (!table.IsForgotten && table.ChangedAt + time < now)
            {
                await pieces.ForgetFileAsync(table.Id);
                await pieces.ForgetRejectedAsync(table.Id);
                await store.KeepAsync(table with
                {
                    IsForgotten = true,
                    State = table.State is TableState.Kept or TableState.Undone ? table.State
                        : TableState.GivenUp,
                });
            }
        }
    }

    /// <summary>The rules in use by our engine alone; read again only where they have changed.</summary>
    private RuleBook OursAlone()
    {
        if (ours?.Hash != shelf.Book.Hash)
        {
            ours = shelf.BookBy(null);
        }

        return ours!;
    }

    private static PersonKey? KeyOf(Settings settings) =>
        settings.PersonKey is { } key ? PersonKey.Parse(key) : null;

    private static Sender SenderOf(string actor, bool mayMend) =>
        actor == Access.Caller.Anybody.Actor ? new Sender(null, mayMend) : new Sender(actor, mayMend);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "table {Id}: {Read} rows, {New} new events, {ToMend} rows to be mended")]
    private partial void LogKept(string id, long read, long @new, long toMend);
}
