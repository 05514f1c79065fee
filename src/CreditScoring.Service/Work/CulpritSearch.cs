using CreditScoring.Documents;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>
/// After a fault of the program over a batch: the same events once more in halves, so that those on
/// which it fails end in quarantine, with the reason, and their neighbours are kept.
/// </summary>
internal sealed class CulpritSearch(BatchWork batchWork, RuleBook book, TimeProvider clock)
{
    /// <summary>If more than so many fail, it is not the events: nothing more is put aside.</summary>
    private const int Most = 20;

    private int found;

    /// <returns>How many events were put aside.</returns>
    /// <exception cref="RecordUnavailable">The rest was not kept.</exception>
    public async Task<int> KeepAsync(Submission submission)
    {
        await KeepAsync([.. submission.ReadBy(book)]);
        return found;
    }

    private async Task KeepAsync(List<Arrival> arrivals)
    {
        try
        {
            await batchWork.TakeAsync(arrivals, book, clock);
        }
        catch (Exception fault) when (fault is not (RecordUnavailable or OutOfMemoryException)
            && (arrivals.Count > 1 || found < Most))
        {
            if (arrivals.Count > 1)
            {
                var half = arrivals.Count / 2;
                await KeepAsync(arrivals[..half]);
                await KeepAsync(arrivals[half..]);
                return;
            }

            found++;
            arrivals[0].PutAside(Fault(arrivals[0], fault));
            await batchWork.TakeAsync(arrivals, book, clock);
        }
    }

    private static Flaw Fault(Arrival arrival, Exception fault) => new(
        "intake-failed", arrival.Reading.Place,
        new Wording(
            $"程序处理该事件时出错（{fault.GetType().Name}）",
            $"the program failed on this event ({fault.GetType().Name})"),
        new Wording(
            "事件已存入隔离区；请报告此错误，程序修正后重新读取即可",
            "it is kept in quarantine; report the fault, and replay the event once the program is mended"));
}
