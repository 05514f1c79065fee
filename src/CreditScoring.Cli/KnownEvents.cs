using CreditScoring.Cli.Terminal;
using CreditScoring.Cli.Words;
using CreditScoring.Disk;
using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Files;

namespace CreditScoring.Cli;

/// <summary>
/// The events of a file that can be used on a day. What cannot is told on standard error with its
/// place and mend; its neighbours are untouched.
/// </summary>
internal sealed class KnownEvents
{
    private readonly Dictionary<EventId, RegulatoryEvent> events = [];

    private readonly DateOnly day;

    private KnownEvents(DateOnly day) => this.day = day;

    public IReadOnlyCollection<RegulatoryEvent> Events => events.Values;

    /// <summary>Events that were refused.</summary>
    public int Refused { get; private set; }

    /// <summary>Events dated after the day, which wait.</summary>
    public int Later { get; private set; }

    public int Repeated { get; private set; }

    public static KnownEvents Read(string path, EventCatalogue catalogue, DateOnly on, string language)
    {
        var known = new KnownEvents(on);
        var count = 0;
        foreach (var reading in EventFile.Read(path, new EventReader(catalogue)))
        {
            known.Take(reading, catalogue, on, language);
            if (++count % 50_000 == 0)
            {
                Progress.Show(Phrases.EventsRead(count).In(language));
            }
        }

        Progress.Done(Phrases.Known(count, known.Refused, known.Repeated, known.Later, on).In(language));
        return known;
    }

    /// <summary>The files of a subject, by its id or by kind/id.</summary>
    public IReadOnlyList<CreditFile> FilesOf(string subject)
    {
        var all = Filing.Of(Events, out _);
        var files = all
            .Where(file => file.Subject.Id == subject || file.Subject.ToString() == subject).ToArray();
        return files.Length > 0 ? files
            : throw new WrongUseException(Phrases.SubjectUnknown(
                subject, day, NearMiss.Of(subject, all.Select(file => file.Subject.Id))));
    }

    private void Take(EventReading reading, EventCatalogue catalogue, DateOnly on, string language)
    {
        var barred = reading.Event is null ? null : EventDoor.Check(reading, catalogue, today: null);
        foreach (var flaw in barred is null ? reading.Flaws : [barred])
        {
            Screen.Remark(flaw.In(language));
        }

        if (reading.Event is not { } read || barred is not null)
        {
            Refused++;
        }
        else if (CreditFile.Dated(read) > on)
        {
            Later++;
        }
        else if (!events.TryAdd(read.Id, read))
        {
            TakeAgain(reading, read, language);
        }
    }

    private void TakeAgain(EventReading reading, RegulatoryEvent read, string language)
    {
        if (CanonicalEvent.Of(read).Against(CanonicalEvent.Of(events[read.Id])) == Repeat.Duplicate)
        {
            Repeated++;
            return;
        }

        Refused++;
        Screen.Remark(new Flaw(
            "event-conflict", reading.Place,
            new Wording($"{read.Id} 已有不同内容", $"{read.Id} is known with other content"),
            new Wording("更正已知事件请发 amended", "send an \"amended\" event to mend a known one")).In(language));
    }
}
