using System.Globalization;
using System.Text.Json.Nodes;

namespace CreditScoring.Service.Tests.Given;

/// <summary>Random events of a few enterprises, mending ones among them, in any order of arrival.</summary>
public sealed class Histories(int seed, int enterprises)
{
    private readonly Random random = new(seed);

    /// <summary>A failed sampling, or the annulment of one that came, comes later, or never does.</summary>
    public JsonObject Next(DateOnly today)
    {
        var on = today.AddDays(-random.Next(900)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var number = random.Next(enterprises * 20);
        return random.Next(3) switch
        {
            0 when random.Next(4) == 0 => Sent.Annulled($"mm{number}", $"m{random.Next(enterprises * 10)}", on),
            0 => Sent.Annulled($"m{random.Next(enterprises * 10)}", $"e{number}", on),
            _ => Sent.Failed($"e{number}", on, Codes.Of(number % enterprises)),
        };
    }

    public JsonNode[] Batch(int events, DateOnly today) =>
        [.. Enumerable.Range(0, events).Select(_ => Next(today))];

    public int Pick(int below) => random.Next(below);
}
