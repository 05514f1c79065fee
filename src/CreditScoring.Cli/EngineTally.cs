using System.Collections.Concurrent;
using CreditScoring.Cli.Words;
using CreditScoring.Documents;
using CreditScoring.Law.Seconding;

namespace CreditScoring.Cli;

/// <summary>How the answers of two engines compare over many cases, and why one had none.</summary>
internal sealed class EngineTally
{
    private readonly ConcurrentDictionary<string, int> reasons = new(StringComparer.Ordinal);

    public EngineTally() => Seconding = SecondEngine.Always(Hear);

    public Seconding Seconding { get; }

    /// <summary>Whether there is an answer that the other contradicts.</summary>
    public bool AnyDiffers => Seconding.Differences > 0;

    /// <summary>One line: how many are the same, how many have no answer there and why, how many differ.</summary>
    public Wording Told => Phrases.TwoEngines(
        Seconding.Engine.Name, Seconding.Same, Seconding.NoAnswer, Seconding.Differences,
        [.. reasons.OrderByDescending(each => each.Value).Select(each => $"{each.Value} {each.Key}")]);

    /// <summary>The reason without what is particular to one case: the kind of failure.</summary>
    private void Hear(EngineDifference answer)
    {
        if (answer.Agreement == Agreement.NoAnswer)
        {
            var reason = answer.Theirs.Split(':')[0];
            reasons.AddOrUpdate(reason, 1, (_, count) => count + 1);
        }
    }
}
