using CreditScoring.Enterprises;
using CreditScoring.Service.Governance;
using CreditScoring.Service.Hosting;
using CreditScoring.Service.Ports;
using CreditScoring.Service.RuleShelf;

namespace CreditScoring.Service.Backtests;

/// <summary>
/// Follows the record with a shadow: whatever file was assessed is judged by both laws, after its batch was
/// kept and apart from it. Where it stands is kept with what it found, so that nothing is left out or done
/// twice, whoever goes on.
/// </summary>
public sealed class ShadowRun(
    Shadow shadow, IRecordQuestions questions, IShadowRecord record, Activation activation)
{
    /// <summary>Files, and changes of the record, of a step.</summary>
    public const int Page = 200;

    private ShadowJudge? judge;

    /// <summary>The last instant of its last day.</summary>
    private DateTimeOffset End => LegalDay.BeginningOf(shadow.Until.AddDays(1)).AddMilliseconds(-1);

    /// <summary>Does one step.</summary>
    /// <param name="today">After its last day what came by the end of that day is followed yet.</param>
    /// <returns>Whether there was anything to do.</returns>
    public async Task<bool> StepAsync(DateOnly today)
    {
        if (await record.ShadowAsync(shadow.Run) is not { } at)
        {
            // What is assessed between now and the first step is read, whatever the record forgets.
            var first = new ShadowProgress(
                shadow.Run, 0, (await record.ChangedFilesAsync(0, 0)).Highest, ShadowProgress.First);
            await record.KeepShadowAsync(new ShadowStep(null, first, [], []));
            return true;
        }

        if (at.IsDone)
        {
            return false;
        }

        var isOver = today > shadow.Until;
        var (files, to) = at.Sweep is { } behind ? await SweptAsync(at, behind)
            : await ChangedAsync(at, isOver ? shadow.Until : today);
        if (to == at && !isOver)
        {
            return false;
        }

        // Its last day was judged to the end when nothing has changed any more.
        to = to with { Step = at.Step + 1, IsDone = to == at };
        await record.KeepShadowAsync(await JudgedAsync(at, to, files, isOver ? shadow.Until : today, isOver));
        return true;
    }

    private async Task<(IReadOnlyList<Subject>, ShadowProgress)> SweptAsync(ShadowProgress at, Subject behind)
    {
        var files = await record.FilesSinceAsync(behind, shadow.StartedAt, Page);
        return (files, at with { Sweep = files.Count < Page ? null : files[^1] });
    }

    private async Task<(IReadOnlyList<Subject>, ShadowProgress)> ChangedAsync(ShadowProgress at, DateOnly day)
    {
        var changes = await record.ChangedFilesAsync(at.Position, Page);
        if (!changes.Complete)
        {
            return ([], at with { Position = changes.Highest, Sweep = ShadowProgress.First });
        }

        if (changes.Last > at.Position)
        {
            return (changes.Subjects, at with { Position = changes.Last });
        }

        // Time alone changes what the candidate says: such files nobody else need have assessed.
        var due = await record.ShadowDueAsync(shadow.Run, day, Page);
        return (due, due.Count == 0 ? at : at with { Step = at.Step + 1 });
    }

    private async Task<ShadowStep> JudgedAsync(
        ShadowProgress from, ShadowProgress to, IReadOnlyList<Subject> files, DateOnly on, bool isOver)
    {
        var former = (await record.ShadowRowsAsync(shadow.Run, files)).ToLookup(each => each.Subject);
        var known = await record.EventsOfAsync(files, isOver ? End : null);
        judge ??= new ShadowJudge(
            await ComparedLaws.ReadAsync(questions, activation, shadow.Base, shadow.Content), shadow.From);
        var (rows, gone) = (new List<ShadowRow>(), new List<(Subject, string)>());
        foreach (var subject in files.Where(each => !isOver || IsIn(former[each], known[each])))
        {
            var before = former[subject].ToList();
            var now = judge.Judge(subject, [.. known[subject]], on, before);
            rows.AddRange(now.Except(before));
            gone.AddRange(before.Where(each => now.All(row => row.Regime != each.Regime))
                .Select(each => (each.Subject, each.Regime)));
        }

        return new ShadowStep(from, to, rows, gone);
    }

    /// <summary>Who was assessed only after its last day is not in it.</summary>
    private bool IsIn(IEnumerable<ShadowRow> former, IEnumerable<KeptEvent> known) =>
        former.Any() || known.Any(each => each.RecordedAt >= shadow.StartedAt);
}
