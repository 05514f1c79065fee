using System.Diagnostics;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Files;
using CreditScoring.Law.Books;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Service.Work;
using CreditScoring.Standings;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Tells what would become of the events of a table, and what that would change for those whom they are
/// about; it keeps nothing.
/// </summary>
/// <param name="book">By our engine alone: what is only tried needs no second opinion.</param>
internal sealed class TableTrial(
    ITableRecord record, IRecordQuestions questions, RuleBook book, Sender sender, DateOnly today)
    : ITakesEvents
{
    /// <summary>So many subjects at the most are judged without the new events and with them.</summary>
    private const int MostJudged = 500;

    /// <summary>Within which they are; who comes behind is not judged.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    private const int MostEvents = 20_000;

    private const int MostMovers = 100;

    private readonly Dictionary<Subject, List<RegulatoryEvent>> judged = [];
    private readonly HashSet<Subject> subjects = [];
    private int events;

    /// <summary>Subjects that the new events are about.</summary>
    public long Subjects => subjects.Count;

    public async Task<IReadOnlyList<Arrival>> TakeAsync(
        long portion, IReadOnlyList<EventReading> events, CancellationToken stop)
    {
        var admission = new Admission(book.Catalogue, today);
        Arrival[] arrivals = [.. events.Select(each => new Arrival(each) { Sender = sender })];
        var known = await record.KnownAsync([.. arrivals.Select(each => each.New!.Id)]);
        foreach (var arrival in arrivals)
        {
            if (admission.AtTheDoor(arrival) is { } flaws)
            {
                arrival.Became(Outcome.Quarantined, flaws);
            }
            else
            {
                admission.Settle(arrival, known.GetValueOrDefault(arrival.New!.Id));
            }

            if (arrival.Outcome == Outcome.Accepted)
            {
                Note(arrival.Event!);
            }
        }

        return arrivals;
    }

    /// <summary>What would change for the first of the subjects.</summary>
    public async Task<TableEffect> EffectAsync(CancellationToken stop)
    {
        var moves = new Dictionary<(string Regime, string? Before, string? After), long>();
        var movers = new List<TableMover>();
        var (watch, count) = (Stopwatch.StartNew(), 0);
        foreach (var (subject, fresh) in judged.TakeWhile(_ => watch.Elapsed < Longest))
        {
            stop.ThrowIfCancellationRequested();
            count++;
            var view = await OpenAsync(subject);
            var before = Applying(view.Assess(today));
            var after = Applying(view.With(fresh, out _).Assess(today));
            foreach (var regime in before.Keys.Union(after.Keys, StringComparer.Ordinal))
            {
                var (was, becomes) = (before.GetValueOrDefault(regime), after.GetValueOrDefault(regime));
                var key = (regime, was?.Tier, becomes?.Tier);
                moves[key] = moves.GetValueOrDefault(key) + 1;
                if (was?.Tier != becomes?.Tier && movers.Count < MostMovers)
                {
                    movers.Add(new TableMover(
                        subject.Kind, subject.Id, regime, was?.Tier, becomes?.Tier, was?.Points?.Value,
                        becomes?.Points?.Value));
                }
            }
        }

        return new TableEffect(
            today, count,
            [.. moves.Select(each => new TableMove(
                each.Key.Regime, each.Key.Before, each.Key.After, each.Value))],
            movers);
    }

    private async Task<FileView> OpenAsync(Subject subject)
    {
        var events = StoredEvents.Read(
            EventReader.OfKept(book.Catalogue), await questions.EventsAsync(subject), out var flaws);
        return new FileView(new CreditFile(subject, events), book, flaws);
    }

    private void Note(RegulatoryEvent fresh)
    {
        foreach (var subject in fresh.Subjects.Select(each => each.Subject).Distinct())
        {
            subjects.Add(subject);
            if (!judged.TryGetValue(subject, out var noted) && judged.Count < MostJudged)
            {
                judged[subject] = noted = [];
            }

            if (noted is not null && events++ < MostEvents)
            {
                noted.Add(fresh);
            }
        }
    }

    private static Dictionary<string, Standing> Applying(Assessment assessment) =>
        assessment.Standings.Where(each => each.Applies)
            .ToDictionary(each => each.Regime, StringComparer.Ordinal);
}
