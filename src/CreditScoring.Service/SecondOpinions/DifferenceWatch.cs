using CreditScoring.Service.Loops;
using CreditScoring.Service.RuleShelf;
using Microsoft.Extensions.Logging;

namespace CreditScoring.Service.SecondOpinions;

/// <summary>
/// Tells of each text on which the engines differ, and keeps the part degraded while one stands. It
/// goes when the rules are changed.
/// </summary>
public sealed partial class DifferenceWatch(
    OpenDifferences differences, Shelf shelf, LoopHealth health, ILogger<DifferenceWatch> log)
    : Loop(Part, health, log)
{
    public const string Part = "second-opinion";

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> told = new(StringComparer.Ordinal);
    private string book = shelf.Book.Hash;

    protected override async Task RunAsync(CancellationToken stop)
    {
        await Wait(Every, stop);
        if (shelf.Book.Hash != book)
        {
            book = shelf.Book.Hash;
            differences.Forget();
            told.Clear();
        }

        var open = differences.All;
        if (open.Count == 0)
        {
            Works();
            return;
        }

        foreach (var (first, times) in open.Where(each => told.Add($"{each.First.Formula.Source.At(0)}")))
        {
            LogDiffers(
                $"{first.Formula.Source.At(0)}", first.Ours, first.Theirs, $"{first.Day:yyyy-MM-dd}", times);
        }

        Health.Fails(Part, $"the engines differ at {open[0].First.Formula.Source.At(0)}"
            + (open.Count > 1 ? $" and {open.Count - 1} more texts" : ""));
    }

    [LoggerMessage(Level = LogLevel.Error,
        Message = "{Place}：两个引擎的结果不同（{Day} 本系统得 {Ours}，RulesEngine 得 {Theirs}，已 {Times} 次）；请查明后改写规则。"
            + "{Place}: the engines differ (on {Day} ours came to {Ours}, RulesEngine to {Theirs}; "
            + "{Times} times): find out which is right, and change the rule")]
    private partial void LogDiffers(string place, string ours, string theirs, string day, long times);
}
