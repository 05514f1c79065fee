using CreditScoring.Documents;
using CreditScoring.Events;
using CreditScoring.Service.Ports;

namespace CreditScoring.Service.Work;

/// <summary>Kept texts -> events, as the catalogue in use reads them.</summary>
public static class StoredEvents
{
    /// <param name="flaws">
    /// Why a kept event cannot be read: the catalogue has since lost its kind or a field. The file
    /// then cannot be judged until the catalogue is mended.
    /// </param>
    public static List<RegulatoryEvent> Read(
        EventReader reader, IReadOnlyList<KeptEvent> kept, out IReadOnlyList<Flaw> flaws)
    {
        var events = new List<RegulatoryEvent>(kept.Count);
        List<Flaw>? found = null;
        foreach (var each in kept)
        {
            var reading = reader.Read(new SourceText(each.Id.ToString(), each.Text));
            if (reading.Event is { } read)
            {
                events.Add(read);
            }
            else
            {
                (found ??= []).AddRange(reading.Flaws);
            }
        }

        flaws = found ?? [];
        return events;
    }

    /// <summary>The same of texts in UTF-8, one a line.</summary>
    /// <param name="flawed">Whether one of them cannot be read.</param>
    public static List<RegulatoryEvent> Read(EventReader reader, ReadOnlySpan<byte> lines, out bool flawed)
    {
        var events = new List<RegulatoryEvent>();
        flawed = false;
        foreach (var line in lines.Split((byte)'\n'))
        {
            if (reader.TryRead(lines[line]) is { } read)
            {
                events.Add(read);
            }
            else
            {
                flawed = true;
            }
        }

        return events;
    }
}
