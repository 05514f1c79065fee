using CreditScoring.Enterprises;
using CreditScoring.Law.Books;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// Assesses again the files whose day or book has turned, a portion at a time. A file on which the
/// program fails is put aside, so that it holds up no other: it stays as it was kept.
/// </summary>
public sealed class DaySweep(IWorkingRecord record, BatchWork batchWork)
{
    /// <summary>Files assessed again in one transaction.</summary>
    private const int Portion = 500;

    private readonly HashSet<Subject> aside = [];
    private (DateOnly Day, string Book) of;

    /// <summary>Files that are left out until the day or the book turns.</summary>
    public int Aside => aside.Count;

    /// <summary>Assesses a portion of the files whose day or book has turned.</summary>
    /// <returns>How many; 0: nothing is left but what was put aside.</returns>
    /// <exception cref="RecordUnavailable">Nothing of the portion was kept.</exception>
    public async Task<int> RunAsync(RuleBook book, TimeProvider clock, CancellationToken stop)
    {
        List<Subject> due = [];
        try
        {
            return await BatchWork.Again(async () =>
            {
                await using var work = await record.BeginAsync(stop);
                due = await DueAsync(work, LegalDay.Of(clock.GetUtcNow()), book);
                await batchWork.ReassessAsync(work, due, book, clock);
                return due.Count;
            });
        }
        catch (Exception fault) when (due.Count > 0 && IsOfProgram(fault))
        {
            return await ApartAsync(due, book, clock, stop);
        }
    }

    /// <summary>Whether the record can be written, after it could not.</summary>
    public Task ProbeAsync() => record.ProbeAsync();

    private async Task<List<Subject>> DueAsync(IRecordWork work, DateOnly day, RuleBook book)
    {
        if (of != (day, book.Hash))
        {
            // Another day or another book may be what the program can do: all are tried again.
            aside.Clear();
            of = (day, book.Hash);
        }

        var due = await work.DueAsync(day, book.Basis, Portion + aside.Count);
        return [.. due.Where(each => !aside.Contains(each)).Take(Portion)];
    }

    /// <summary>Once more in halves: those on which the program fails are put aside.</summary>
    private async Task<int> ApartAsync(
        List<Subject> due, RuleBook book, TimeProvider clock, CancellationToken stop)
    {
        try
        {
            return await BatchWork.Again(async () =>
            {
                await using var work = await record.BeginAsync(stop);
                await batchWork.ReassessAsync(work, due, book, clock);
                return due.Count;
            });
        }
        catch (Exception fault) when (IsOfProgram(fault))
        {
            if (due.Count > 1)
            {
                var half = due.Count / 2;
                return await ApartAsync(due[..half], book, clock, stop)
                    + await ApartAsync(due[half..], book, clock, stop);
            }

            aside.Add(due[0]);
            return 0;
        }
    }

    private static bool IsOfProgram(Exception fault) => fault is not
        (RecordUnavailable or OperationCanceledException or OutOfMemoryException);
}
