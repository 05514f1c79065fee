using CreditScoring.Documents;
using CreditScoring.Enterprises;
using CreditScoring.Events;
using CreditScoring.Service.Access;
using CreditScoring.Service.Intake;
using CreditScoring.Service.Ports;
using CreditScoring.Service.Questions;
using CreditScoring.Standings;

namespace CreditScoring.Service.TablesIn;

/// <summary>
/// Tells what would become of the events of a table, and what that would change for those whom they are
/// about; it keeps nothing.
/// </summary>
internal sealed class TableTrial(
    ITableRecord record, SubjectQuestions questions, EventCatalogue catalogue, Sender sender, DateOnly today)
    : ITakesEvents
{
    /// <summary>So many subjects are judged without the new events and with them.</summary>
    public const int MostJudged = 500;

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
        var admission = new Admission(catalogue, today);
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
        foreach (var (subject, fresh) in judged)
        {
            stop.ThrowIfCancellationRequested();
            var view = await questions.OpenAsync(subject, null, Sight.Whole);
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
            today, judged.Count,
            [.. moves.Select(each => new TableMove(
                each.Key.Regime, each.Key.Before, each.Key.After, each.Value))],
            movers);
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
