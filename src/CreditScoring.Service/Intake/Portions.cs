using CreditScoring.Events;

namespace CreditScoring.Service.Intake;

/// <summary>
/// Events of a file in portions that are handed in at once: bounded by their number and by their
/// text, since a line may be short or as long as a whole request.
/// </summary>
internal static class Portions
{
    private const int Events = 2000;
    private const long Characters = 4 << 20;

    public static IEnumerable<IReadOnlyList<EventReading>> Of(IEnumerable<EventReading> readings)
    {
        var portion = new List<EventReading>();
        var characters = 0L;
        foreach (var reading in readings)
        {
            portion.Add(reading);
            characters += reading.TextLength;
            if (portion.Count == Events || characters >= Characters)
            {
                yield return portion;
                (portion, characters) = ([], 0);
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }
}
