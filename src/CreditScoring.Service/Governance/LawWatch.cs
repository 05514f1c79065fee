using CreditScoring.Documents;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Loops;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.Governance;

/// <summary>
/// Looks at the gazette every two seconds: says that the day of what is published has come, once it is seen
/// to
/// be readable, and puts in use what is in force. Each worker does so; the record lets one of them say it.
/// </summary>
public sealed partial class LawWatch(
    GazetteDesk desk, IRecordQuestions record, Shelf shelf, TimeProvider clock, LoopHealth health,
    ILogger<LawWatch> log)
    : Loop("rules", health, log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Pause, stop);
        var flaws = await LookAsync();
        if (flaws is [var first, ..])
        {
            if (shelf.State.Rejected.Count == 0)
            {
                flaws.ToList().ForEach(flaw => LogFlaw(flaw.ToString()));
                LogRejected(shelf.Book.Hash[..12]);
            }

            shelf.Keeps(flaws);
            Health.Fails("rules", $"{first}");
        }
        else
        {
            shelf.Keeps([]);
            Works();
        }
    }

    /// <summary>Looks once.</summary>
    /// <returns>Why what is or should be in force cannot be put in use; empty: it is in use.</returns>
    public async Task<IReadOnlyList<Flaw>> LookAsync()
    {
        var gazette = await desk.CurrentAsync();
        while (gazette.Scheduled is [var next, ..] && next.From <= clock.Today())
        {
            var documents = await DocumentsAsync(next);
            // A flawed book never takes the place of a good one: its day does not come before it is mended.
            if (documents is null || shelf.FlawsOf(documents, next.Book) is { Count: > 0 } flaws)
            {
                return documents is null ? [Lost(next)] : shelf.FlawsOf(documents, next.Book);
            }

            await desk.EnterAsync(new LawCameIntoForce(next.Id), GazetteEntry.Service);
            gazette = await desk.CurrentAsync();
        }

        return gazette.InForce is { } law && law.Id != shelf.State.Law.Publication
            ? await PutAsync(law) : [];
    }

    private async Task<IReadOnlyList<Flaw>> PutAsync(Proposal law)
    {
        if (await DocumentsAsync(law) is not { } documents)
        {
            return [Lost(law)];
        }

        var former = shelf.Book.Hash;
        var state = shelf.Put(documents, law.Book, LawOf(law), clock.GetUtcNow());
        if (state.Law.Publication == law.Id)
        {
            LogTaken(law.Id, state.Book.Hash[..12], former[..12]);
        }

        return state.Rejected;
    }

    /// <summary>By what right a law is in use.</summary>
    public static LawInUse LawOf(Proposal law) => new(
        law.ApprovedBy is null ? LawSource.CarriedOver : LawSource.Approved, law.Id);

    private async Task<IReadOnlyList<SourceText>?> DocumentsAsync(Proposal law)
    {
        try
        {
            return await record.BookTextAsync(law.Content) is { } kept ? LawTexts.DocumentsOf(kept) : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Flaw Lost(Proposal law) => new(
        "law-lost", Place.Whole($"law:{law.Id}"),
        new Wording($"档案库没有规则 {law.Content[..12]} 的文本，或文本已损坏",
            $"the record has no text of the law {law.Content[..12]}, or a damaged one"),
        new Wording("恢复档案库的备份；现行规则册继续使用", "restore the record from a backup; the book in use stays"));

    [LoggerMessage(Level = LogLevel.Error, Message = "rules: {Flaw}")]
    private partial void LogFlaw(string flaw);

    [LoggerMessage(Level = LogLevel.Error,
        Message = "what is published cannot be put in use; book {Book} stays in use")]
    private partial void LogRejected(string book);

    [LoggerMessage(Level = LogLevel.Information,
        Message = "publication {Publication}: rule book {Book} replaces {Former}; all files will be "
            + "assessed again")]
    private partial void LogTaken(string publication, string book, string former);
}
