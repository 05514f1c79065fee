using CreditScoring.Service.Access;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Governance;

/// <summary>
/// Where the gazette is kept and asked. Its entries are numbered in one row with those of the register, and
/// whoever adds one has seen all before it: that author and approver are two persons, and that the approver
/// is one, is asked of what the record has in the very transaction.
/// </summary>
public sealed class GazetteDesk(IWorkingRecord work, IRecordQuestions record, TimeProvider clock)
{
    private const int Page = 1000;

    /// <summary>As often as that somebody else may enter something while we do.</summary>
    private const int Tries = 50;

    private readonly SemaphoreSlim turn = new(1, 1);
    private Gazette gazette = Gazette.Empty;

    /// <summary>The gazette as the record has it now.</summary>
    /// <exception cref="RecordUnavailable">It cannot be asked.</exception>
    public async Task<Gazette> CurrentAsync()
    {
        await turn.WaitAsync();
        try
        {
            return gazette = await ReadAsync(record, gazette);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>All of the gazette that follows what was read.</summary>
    public static async Task<Gazette> ReadAsync(IRecordQuestions record, Gazette after)
    {
        while (await record.RegisterAsync(after.Number, Page) is { Count: > 0 } news)
        {
            after = news.Aggregate(after, GazetteReader.After);
        }

        return after;
    }

    /// <summary>Enters something into the gazette and the record.</summary>
    /// <param name="by">The target of who enters it.</param>
    /// <param name="text">Files that the record has to have with it; null: none.</param>
    /// <returns>Why it cannot be entered; null: it is.</returns>
    /// <exception cref="RecordUnavailable">Nothing was entered.</exception>
    public async Task<GazetteFault?> EnterAsync(GazetteEntry entry, string by, BookText? text = null)
    {
        for (var tries = 1; ; tries++)
        {
            var current = await CurrentAsync();
            if (entry.FaultIn(current, by, clock.Today()) is { } fault)
            {
                return fault;
            }

            try
            {
                await KeepAsync(entry.Act(by, current.Number + 1), text);
                await CurrentAsync();
                return null;
            }
            catch (RecordBusy) when (tries < Tries)
            {
                // Somebody else entered something: whether this still may be is asked of what came of it.
            }
        }
    }

    private async Task KeepAsync(Act act, BookText? text)
    {
        var known = text is null || await record.BookTextAsync(text.Book) is not null;
        await using var piece = await work.BeginAsync(CancellationToken.None);
        var at = await piece.InstantAsync(clock.GetUtcNow());
        await piece.CommitAsync(new RecordBatch(at) { Acts = [act], Books = known ? [] : [text!] });
    }
}
